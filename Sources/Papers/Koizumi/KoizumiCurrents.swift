import ComplexModule
import FewBody
import RealModule

/// Koizumi: where the forces matter: a ring, a wire, a capacitor.
enum KoizumiCurrents {
  static let claims = [
    PaperClaim("koizumi-ring", "v = (hbar/mR)(n + f), and m dv/dt = e (dPhi/dt)/2 pi R.", ring),
    PaperClaim(
      "koizumi-wire",
      "Over the reflectionless well U = -sech^2 x the current is steady: v v' = -(U + Q)' at every point.",
      wire),
    PaperClaim(
      "koizumi-capacitor", "In a stationary bound state v = 0: -eE - grad mu = 0.", capacitor),
  ]

  static func ring(_ p: PublishedClaim) throws -> [Finding] {
    let (n, flux, rate, radius) = (2, 0.3, 0.07, 1.5)
    let still = try FlowProblem.ring(radius: radius, winding: n, flux: flux).answer()
    let ramp = try FlowProblem.ring(radius: radius, winding: n, flux: flux, fluxRate: rate)
      .answer()
    return [
      .both(
        "v(n = 2, f = 0.3)", printed: (Double(n) + flux) / radius, ours: still.sample.velocity[0],
        within: 1e-11, "a.u."),
      .both(
        "m dv/dt as the flux grows", printed: rate / radius,
        ours: ramp.sample.massTimesAcceleration[0], within: 1e-9, "a.u."),
    ]
  }

  static func wire(_ p: PublishedClaim) throws -> [Finding] {
    let wire = ReflectionlessWire(waveNumber: 1.4)
    let kinetic = wire.waveNumber * wire.waveNumber / 2
    var findings: [Finding] = []
    for x in [0.3, 1.1] {
      let (acceleration, force) = wire.forces(at: x)
      findings += [
        .both("v v' at x = \(x)", printed: force, ours: acceleration, within: 1e-12, "a.u."),
        .both(
          "v^2/2 + U + Q at x = \(x)", printed: kinetic, ours: wire.energy(at: x), within: 1e-13,
          "hartree"),
        .both(
          "rho v at x = \(x)", printed: wire.current(at: 0), ours: wire.current(at: x),
          within: 1e-13, "a.u."),
      ]
    }
    return findings + [
      .value("v(0)", wire.velocity(at: 0), "a.u."),
      .value("v(0.3)", wire.velocity(at: 0.3), "a.u."),
    ]
  }

  /// An oscillator that a field has pulled aside.
  static func capacitor(_ p: PublishedClaim) throws -> [Finding] {
    let electric = 0.3
    let grid = try PeriodicGrid.box(dimension: 1, extent: 10, points: 128)
    let electron = try MovingElectron(
      fields: UniformFields(electric: SIMD3(electric, 0, 0))
    ) { 0.5 * $0.x * $0.x }
    let wave = try GridWave(on: grid) { r in
      Complex(Double.exp(-0.5 * (r.x + electric) * (r.x + electric)))
    }
    let flow = try FlowField(of: [wave], moving: electron).flow(at: SIMD3(0.4, 0, 0))
    return [
      .both("-grad mu", printed: -flow.lorentz.x, ours: flow.chemical.x, within: 1e-8, "a.u."),
      .both("v", printed: 0, ours: flow.velocity.x, within: 1e-10, "a.u."),
    ]
  }
}
