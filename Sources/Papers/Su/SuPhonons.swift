import ComplexModule
import FewBody
import RealModule

/// Su, sections III.A and V: electrons of a band, phonons, and the pairing channel.
enum SuPhonons {
  static let claims = [
    PaperClaim("su-plane-waves", "q has no part across itself.", planeWaves),
    PaperClaim(
      "su-misprint",
      "A misprint: the right side has one q and no r. It is the Fourier component j_e(q) of the current.",
      misprint),
    PaperClaim(
      "su-displacement", "u = (hbar/2 M omega N)^(1/2)(b + b+): without the 2, (32) doubles.",
      displacement),
    PaperClaim(
      "su-alpha", "n_e V = N_e electrons: (33) leaves N/N_e, which is 1/z with z electrons an ion.",
      alpha),
    PaperClaim("su-tin", "k_B 200 K = 17.235 meV gives 17.58; 17.60 takes 17.25 meV.", tin),
    PaperClaim(
      "su-long-waves",
      "V_J falls like 1/q^2 beyond q_F, far below k_F: the mean over the Fermi surface is beta[(1 + beta) ln(1 + 1/beta) - 1], "
        + "beta = (omega_p/2c k_F)^2, of the value at q = 0.", longWaves),
    PaperClaim("su-pairing", "v_(-k) = -v_k: opposite currents repel each other.", pairing),
  ]

  static func planeWaves(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try AmpereKernel(plasmaEnergy: .electronvolts(10))
    let coupling = try BandCoupling(kernel: kernel, volume: 7)
    let (k1, k2) = (SIMD3(0.3, -0.2, 0.5), SIMD3(-0.1, 0.6, 0.2))
    let q = SIMD3(0.05, 0.02, -0.07)
    func across(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
      (a * b).sum() - (a * q).sum() * (b * q).sum() / (q * q).sum()
    }
    let value = try kernel.value((q * q).sum().squareRoot(), frequency: 0) / 7
    return [
      .both(
        "g_J by (29), free electrons", printed: value * across(k1 - 0.5 * q, k2 + 0.5 * q),
        ours: try coupling.value(k1, k2, transfer: q), within: 1e-12, "hartree"),
      .both(
        "with k1.k2 across q", printed: value * across(k1, k2),
        ours: try coupling.value(k1, k2, transfer: q), within: 1e-12, "hartree"),
    ]
  }

  /// Two plane waves on a ring of length 2 pi: their current at points, and its component q = 1.
  static func misprint(_ p: PublishedClaim) throws -> [Finding] {
    let admixture = 0.5
    let problem = try FlowProblem.ring(winding: 1, admixture: admixture)
    let wave = try GridWave(on: problem.grid) { problem.wave($0, 0) }
    let field = try FlowField(of: [wave], moving: problem.electron)
    let length = 2 * Double.pi
    func current(_ x: Double) throws -> Double {
      let flow = try field.flow(at: SIMD3(x, 0, 0))
      return -flow.density * flow.velocity.x
    }
    let amplitudes = admixture / (1 + admixture * admixture)
    let right = -(1.0 + 2.0) * amplitudes / (2 * length.squareRoot())
    let component =
      try integral(from: 0, to: length, steps: 128) { try current($0) * Double.cos($0) }
      / length.squareRoot()
    return [
      .both("j at r = 0", printed: right, ours: try current(0), within: 1e-9, "a.u."),
      .both("j at r = pi", printed: right, ours: try current(.pi), within: 1e-9, "a.u."),
      .value("the component j(q)", component, "a.u."), .value("the right side", right, "a.u."),
    ]
  }

  static func displacement(_ p: PublishedClaim) throws -> [Finding] {
    let tin = try Metal.named("Sn")
    let mass = tin.atomicMass / Constants.electronInAtomicMasses
    let energy = Energy.kelvin(tin.debyeTemperature)
    let printed = try PhononKernel(
      ionMass: mass, phononEnergy: energy, projection: 1, potential: 1, literal: true
    ).value(frequency: 0)
    // <u^2> of an oscillator's ground state e^(-M w u^2), by its integral.
    func moment(_ power: Int) -> Double {
      integral(from: -8, to: 8) { x in (power == 0 ? 1 : x * x) * Double.exp(-x * x) }
    }
    let spread = moment(2) / moment(0) / (mass * energy.hartree)
    let ours = try PhononKernel(
      coupling: Energy(hartree: spread.squareRoot()), phononEnergy: energy
    ).value(frequency: 0)
    return [
      .both(
        "N g_p of tin, q.e V_L = 1 a.u.", printed: printed, ours: ours, within: 1e-12, "hartree"),
      .value("ratio", printed / ours),
    ]
  }

  private static func estimate(_ coupling: Double) throws -> MetalEstimate {
    try MetalEstimate(try Metal.named("Sn"), coupling: .electronvolts(coupling))
  }

  static func alpha(_ p: PublishedClaim) throws -> [Finding] {
    let tin = try estimate(try p.given(0))
    // From the kernels in a unit volume: electrons at k_F exchange g_J = 2 E_F |V_J(0, 0)|, phonons the static g_p.
    let metal = tin.metal
    let electrons =
      metal.fermiWaveNumber * metal.fermiWaveNumber * metal.fermiWaveNumber / (3 * .pi * .pi)
    let ions = electrons / Double(metal.valence)
    let field = try AmpereKernel(plasmaEnergy: metal.plasmaEnergy).value(0, frequency: 0)
    let lattice = try PhononKernel(coupling: tin.coupling, phononEnergy: tin.phononEnergy)
      .value(frequency: 0)
    let ours = 2 * metal.fermiEnergy.hartree * field / (lattice / ions)
    return [
      .both(
        "alpha_1 of tin at 0.1 eV", printed: tin.literalPhononRatio, ours: ours, within: 1e-12)
    ]
  }

  static func tin(_ p: PublishedClaim) throws -> [Finding] {
    var findings: [Finding] = []
    for place in 0..<3 {
      let coupling = try p.given(place + 3)
      findings.append(
        try p.number(
          place, "alpha_1 at \(coupling) eV", try estimate(coupling).literalPhononRatio))
    }
    for place in 0..<3 {
      let coupling = try p.given(place + 3)
      findings.append(.value("with N/N_e, \(coupling) eV", try estimate(coupling).phononRatio))
    }
    return findings + [
      .value("hbar omega_D", try estimate(1).phononEnergy.millielectronvolts, "meV")
    ]
  }

  static func longWaves(_ p: PublishedClaim) throws -> [Finding] {
    let literal = try estimate(try p.given(0)).literalPhononRatio
    let screening = ElectronInteraction.londonScreening(
      plasmaEnergy: .electronvolts(try p.given(2)))
    let fermi = SuScales.waveNumber(perMetre: try p.given(1))
    let factor = BandCoupling.fermiSurfaceAverage(screening: screening, fermiWaveNumber: fermi)
    return [
      .both("alpha_1 of tin at 0.1 eV", printed: literal, ours: literal * factor, within: 1e-12),
      .value("mean over the Fermi surface", factor),
    ]
  }

  static func pairing(_ p: PublishedClaim) throws -> [Finding] {
    let kernel = try AmpereKernel(plasmaEnergy: .electronvolts(10))
    let coupling = try BandCoupling(kernel: kernel, volume: 1)
    let value = try coupling.pairing(from: SIMD3(0.5, 0, 0), to: SIMD3(0.48, 0.14, 0))
    return [
      .statement(
        "energy of (k, -k) -> (k', -k'), volume 1", value, holds: value > 0, "hartree")
    ]
  }
}
