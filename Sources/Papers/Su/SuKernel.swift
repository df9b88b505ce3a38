import ComplexModule
import FewBody
import RealModule

/// Su, sections I and II: the interaction that the field makes.
enum SuKernel {
  static let claims = [
    PaperClaim(
      "su-exponent",
      "(i/hbar) int int dt dt V_J j j grows with the time: it is the exponent iT V/hbar, the energy is (22).",
      exponent),
    PaperClaim(
      "su-time-kernel", "By residues: -i/4 eps0 Omega, and I_a = - int int V_J j j.", timeKernel),
    PaperClaim("su-gaussian", "The Gaussian integral over A.", gaussian),
    PaperClaim(
      "su-static", "The Fourier transform of e^(-q_F r)/r, and q_F = omega_p/c.", staticKernel),
    PaperClaim(
      "su-screening",
      "q_F comes of e^2 n_e A^2/2m, a diamagnetic term: 1/q_F = c/omega_p is London's length, hundreds of times Thomas and "
        + "Fermi's, by which charges screen; a normal metal's paramagnetic response cancels it.",
      screening),
    PaperClaim(
      "su-transverse",
      "Transition currents have a divergence: the projection on transverse fields must stay, K_ab = (delta + rr)/2r.",
      transverse),
    PaperClaim(
      "su-gauge",
      "(8) is the paramagnetic current only, which changes by -(e hbar/m) n grad theta: its curl grad n x grad theta is "
        + "no gradient's unless n is uniform.", gauge),
    PaperClaim("su-ions", "omega_I^2/omega_p^2 = Z m/M of copper.", ions),
  ]

  private static func metal() throws -> AmpereKernel {
    try AmpereKernel(plasmaEnergy: .electronvolts(10))
  }

  static func exponent(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try metal()
    let q = kernel.screening
    let omega = kernel.frequency(q)
    /// (i/hbar) int_0^T int_0^T V_J dt dt' = 2i V_J(0) [T/a - (1 - e^(-aT))/a^2], a = i Omega.
    func exponent(_ time: Double) throws -> Complex<Double> {
      let a = Complex(0, omega)
      let decay = Complex.exp(-a * Complex(time))
      let double = Complex(time) / a - (1 - decay) / (a * a)
      return Complex(0, 2) * (try kernel.value(q, time: 0)) * double
    }
    // Whole periods of Omega: the beats at the ends drop out.
    let time = 20 * Double.pi / omega
    let (once, twice) = (try exponent(time), try exponent(2 * time))
    let energy = try kernel.value(q, frequency: 0)
    return [
      .both("V_a of twice the time over V_a", printed: 1, ours: (twice / once).real, within: 1e-9),
      .value("V_a/iT over the static energy (22)", (once / Complex(0, time)).real / energy),
    ]
  }

  static func timeKernel(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try metal()
    let (q, omega) = (kernel.screening, 0.7 * kernel.frequency(kernel.screening))
    let pole = kernel.frequency(q)
    // int e^(i w t) V_J(q, t) dt = V_J(q, 0)[1/(a - iw) + 1/(a + iw)], a = i Omega + 0.
    let amplitude = try kernel.value(q, time: 0)
    let (a, w) = (Complex(0, pole), Complex(0, omega))
    let sum = amplitude * (1 / (a - w) + 1 / (a + w))
    let whole = try kernel.value(q, time: 2.5 / pole)
    let turned = amplitude * Complex.exp(Complex(0, -2.5))
    return [
      .both(
        "V_J(q, w), from V_J(q, t)", printed: sum.real,
        ours: try kernel.value(q, frequency: omega), within: 1e-12),
      .both(
        "Re V_J(q, t) at t = 2.5/Omega", printed: turned.real, ours: whole.real, within: 1e-12),
      // 1/4 eps0 = pi.
      .both("kernel of I_a", printed: .pi / pole, ours: -amplitude.imaginary, within: 1e-14),
    ]
  }

  static func gaussian(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try metal()
    let (q, nu) = (2 * kernel.screening, 0.3)
    let alpha = Constants.fineStructure
    // eps0 = 1/4 pi, 1/mu0 = 1/4 pi alpha^2, e^2 n_e/m = eps0 omega_p^2.
    let plasma = kernel.electronFrequency * kernel.electronFrequency
    let inverse = (nu * nu + q * q / (alpha * alpha) + plasma) / (4 * .pi)
    // -ln of int exp(-x^2/2 + jx) over the same at j = 0, beside j^2; A is x/inverse^(1/2).
    // Equal steps are exact for a Gaussian; many would only add rounding.
    let source = 1.0
    func weight(_ j: Double) -> Double {
      integral(from: -12, to: 12, steps: 400) { x in Double.exp(-x * x / 2 + j * x) }
    }
    let perSource = -Double.log(weight(source) / weight(0)) / (source * source)
    return [
      .both(
        "V_J(q, i nu)", printed: perSource / inverse, ours: try kernel.value(q, matsubara: nu),
        within: 1e-13, "a.u.")
    ]
  }

  static func staticKernel(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try AmpereKernel(plasmaEnergy: .electronvolts(try p.given(0)))
    let screening = kernel.screening
    let q = 1.5 * screening
    // (4 pi/q) int r sin(qr) V(r) dr; r V is smooth and 0 at r = 0 with the sine.
    let transform =
      try 4 * Double.pi / q
      * integral(from: 0, to: 45 / screening, steps: 20_000) { r in
        r == 0 ? 0 : r * Double.sin(q * r) * (try kernel.value(distance: r).real)
      }
    return [
      .both(
        "V_J(q, 0) from V_J(r, 0)", printed: transform, ours: try kernel.value(q, frequency: 0),
        within: 1e-9),
      .value("q_F at 10 eV", screening / Constants.bohrInMetres, "1/m"),
      .value("its length", Length(bohr: 1 / screening).nanometers, "nm"),
    ]
  }

  static func screening(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try AmpereKernel(plasmaEnergy: .electronvolts(try p.given(0)))
    // omega_p^2 = 4 pi n; k_TF^2 = 4 k_F/pi.
    let plasma = kernel.electronFrequency
    let fermi = Double.root(3 * .pi * plasma * plasma / 4, 3)
    let charges = (4 * fermi / .pi).squareRoot()
    return [
      .both(
        "screening length", printed: Length(bohr: 1 / charges).nanometers,
        ours: Length(bohr: 1 / kernel.screening).nanometers, within: 1e-9, "nm")
    ]
  }

  static func transverse(_ p: PublishedClaim) throws -> [Finding] {
    let square = Constants.fineStructure * Constants.fineStructure
    let first = CentralOrbital(try HydrogenicOrbital(named: "1s"))
    return try ["2p0", "2s"].map { name in
      let other = CentralOrbital(try HydrogenicOrbital(named: name))
      func exchange(_ gauge: ElectronInteraction.Gauge) throws -> Double {
        let interaction = try ElectronInteraction(.ampere, gauge: gauge)
        return try first.interaction(interaction, with: other).exchange.value / square
      }
      return .both(
        "J^a(1s, \(name))", printed: try exchange(.literal), ours: try exchange(.transverse),
        within: 1e-9, "alpha^2 hartree")
    }
  }

  /// The curl of (8) for a wave packet before and after the gauge transformation theta = 0.4 y.
  static func gauge(_ p: PublishedClaim) throws -> [Finding] {
    let grid = try PeriodicGrid.box(dimension: 2, extent: 8, points: 64)
    let electron = try MovingElectron()
    func curl(_ theta: @escaping (SIMD3<Double>) -> Double) throws -> Double {
      let wave = try GridWave(on: grid) { r in
        Complex(length: .exp(-(r.x * r.x + r.y * r.y) / 2), phase: theta(r))
      }
      let field = try FlowField(of: [wave], moving: electron)
      func current(_ x: Double, _ y: Double) throws -> SIMD3<Double> {
        let flow = try field.flow(at: SIMD3(x, y, 0))
        return -flow.density * flow.berryConnection
      }
      let first = try slope(of: { try current($0, 0.3).y }, at: 0.5, step: 0.02)
      return try first - slope(of: { try current(0.5, $0).x }, at: 0.3, step: 0.02)
    }
    return [
      .both(
        "curl of j at (0.5, 0.3)", printed: try curl { _ in 0 }, ours: try curl { 0.4 * $0.y },
        within: 1e-6, "a.u.")
    ]
  }

  static func ions(_ p: PublishedClaim) throws -> [Finding] {
    let copper = try Metal.named("Cu")
    let ratio = copper.ionPlasmaEnergy.hartree / copper.plasmaEnergy.hartree
    return [try p.number(0, "omega_I^2/omega_p^2 of Cu", ratio * ratio)]
  }
}
