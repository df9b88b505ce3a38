import FewBody
import RealModule

/// Koizumi: the velocity field, and the forces on it.
///
/// Differences of sixth order over 0.005 are good to 1e-11; the grid's Fourier series to 1e-9.
enum KoizumiForces {
  static let claims = [
    PaperClaim(
      "koizumi-velocity",
      "v = (hbar/m) A^MB + (e/m) A, hbar A^MB = Re p/rho, of a vortex that circles in a field.",
      velocity),
    PaperClaim("koizumi-force", "m D_t v along the flow.", force),
    PaperClaim("koizumi-lorentz", "-e v x B.", lorentz),
    PaperClaim("koizumi-kinetic", "grad(mv^2/2).", kinetic),
    PaperClaim(
      "koizumi-chemical",
      "-grad mu, mu = e phi + (hbar/2) d chi/dt; the three terms add up to m D_t v.", chemical),
    PaperClaim(
      "koizumi-madelung", "-grad(U + Q) from the density alone is the sum of the two gradients.",
      madelung),
    PaperClaim(
      "koizumi-loop",
      "The force lives on the vortex; its winding is a whole number on every loop round it, whatever potential is added.",
      loop),
    PaperClaim(
      "koizumi-berry",
      "A^MB is a gradient for one orbital only: two fermions with l = 0, 1 have v = r/(1 + r^2) and the vorticity "
        + "2/(1 + r^2)^2.", berry),
  ]

  static func velocity(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    let printed = vortex.velocity(vortex.point.x, vortex.point.y)
    return CirclingVortex.both("v", printed, try vortex.flow().velocity, within: 1e-8, "a.u.")
  }

  static func force(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    return CirclingVortex.both(
      "F", vortex.acceleration(), try vortex.flow().massTimesAcceleration, within: 1e-7, "a.u.")
  }

  static func lorentz(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    let v = vortex.velocity(vortex.point.x, vortex.point.y)
    let printed: SIMD2<Double> = SIMD2(-v.y, v.x) * vortex.state.magnetic
    return CirclingVortex.both("F", printed, try vortex.flow().lorentz, within: 1e-8, "a.u.")
  }

  static func kinetic(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    return CirclingVortex.both(
      "F", vortex.kinetic(), try vortex.flow().kinetic, within: 1e-7, "a.u.")
  }

  static func chemical(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    let flow = try vortex.flow()
    let force = flow.massTimesAcceleration
    return CirclingVortex.both("F", vortex.chemical(), flow.chemical, within: 1e-7, "a.u.")
      + CirclingVortex.both(
        "sum", SIMD2(force.x, force.y), flow.lorentz + flow.kinetic + flow.chemical, within: 1e-9,
        "a.u.")
  }

  static func madelung(_ p: PublishedClaim) throws -> [Finding] {
    let flow = try CirclingVortex.shared.get().flow()
    let sum = flow.kinetic + flow.chemical
    return CirclingVortex.both(
      "F", SIMD2(sum.x, sum.y), flow.momentumBalance - flow.lorentz, within: 1e-7, "a.u.")
  }

  static func loop(_ p: PublishedClaim) throws -> [Finding] {
    let vortex = try CirclingVortex.shared.get()
    guard let found = try vortex.field.vortices().first, let radius = vortex.state.radius else {
      throw FewBodyError.invalid("vortices", "none", accepted: "one in the state")
    }
    let place = (found.position * found.position).sum().squareRoot()
    let speed = (found.velocity * found.velocity).sum().squareRoot()
    let windings = try disturbedWindings(vortex)
    let holds = !windings.isEmpty && windings.allSatisfy { $0 == 1 }
    return [
      .both("radius of its circle", printed: radius, ours: place, within: 1e-9, "bohr"),
      .both(
        "its angular velocity", printed: vortex.state.angularVelocity, ours: speed / place,
        within: 1e-8, "hartree/hbar"),
      .statement(
        "winding on \(windings.count) loops after another potential acted",
        Double(windings.min() ?? 0), holds: holds),
    ]
  }

  /// The windings on squares round the vortex after a potential without symmetry has acted for a while.
  private static func disturbedWindings(_ vortex: CirclingVortex) throws -> [Int] {
    let base = vortex.electron
    let disturbed = try MovingElectron(mass: base.mass, fields: base.fields) { r in
      base.potential(r, 0) + 0.4 * Double.exp(-(r.x - 0.4) * (r.x - 0.4) - r.y * r.y)
        + 0.3 * Double.sin(r.x + 2 * r.y)
    }
    let grid = vortex.field.grid
    let start = try GridWave(on: grid) { vortex.state.wavefunction(at: $0, time: 0) }
    let end = try SplitOperator(disturbed, on: grid).propagate(start, for: 0.3, tolerance: 1e-6)
    let field = try FlowField(of: [end.wave], moving: disturbed)
    guard let found = try field.vortices(denserThan: 1e-2).first else { return [] }
    let lattice = try LatticeWinding(of: end.wave, in: disturbed.fields)
    func node(_ axis: Int) -> Int {
      Int(((found.position[axis] - grid.axes[axis].lower) / grid.axes[axis].step).rounded(.down))
    }
    let (i, j) = (node(0), node(1))
    return try (0...8).map { size in
      try lattice.circulation(x: (i - size)...(i + 1 + size), y: (j - size)...(j + 1 + size))
        .winding
    }
  }

  static func berry(_ p: PublishedClaim) throws -> [Finding] {
    let orbitals = try [(1.0, 0.0), (0.0, 1.0)].map { try OscillatorVortex(amplitudes: $0) }
    let problems = try orbitals.map { try FlowProblem.vortex($0, points: 128) }
    let waves = try problems.map { problem in
      try GridWave(on: problems[0].grid) { problem.wave($0, 0) }
    }
    let field = try FlowField(of: waves, moving: try orbitals[0].electron())
    let flow = try field.flow(at: SIMD3(1, 0, 0))
    return [
      .both("curl v at r = 1", printed: 0, ours: flow.vorticity.z, within: 1e-8, "a.u."),
      .value("v at r = 1", flow.velocity.y, "hbar/m a0"),
      .value("circulation at r = 1", 2 * .pi * flow.velocity.y, "hbar/m"),
    ]
  }
}
