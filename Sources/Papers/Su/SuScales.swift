import FewBody
import RealModule

/// Su, sections I, III.B and V: orders of magnitude.
enum SuScales {
  static let claims = [
    PaperClaim("su-drift", "I/n e A with n = 3/4 pi r_s^3 of copper.", drift),
    PaperClaim(
      "su-inner-shell", "Z^2/2 hartree of a single electron at Z = 92.",
      innerShell),
    PaperClaim("su-velocity-ratio", "(v/c)^2 at 10^6 m/s is nine times smaller.", velocityRatio),
    PaperClaim("su-kelvin", "k_B.", kelvin),
    PaperClaim(
      "su-ten-volts",
      "10 eV times (v/c)^2: nine times smaller at 10^6 m/s, where 1 meV was read off 10^-4.",
      tenVolts),
    PaperClaim("su-fermi-velocity", "hbar k_F/m.", fermiVelocity),
    PaperClaim("su-fermi-energy", "hbar^2 k_F^2/2m: a third of it.", fermiEnergy),
    PaperClaim(
      "su-two-charges",
      "The transverse kernel has [v1.v2 + (v1.r)(v2.r)]/2: all of v1.v2 along the line that joins the charges, half of it "
        + "across.", twoCharges),
    PaperClaim(
      "su-orbital-velocity", "l hbar/m r.", orbitalVelocity),
    PaperClaim(
      "su-atomic",
      "U^a of two electrons in 2p+ is 7 alpha^2/1536 hartree at Z = 1: microelectronvolts.", atomic),
    PaperClaim(
      "su-exchange-ratio", "The integrals of 1s and 2p have (160/112) alpha^2 Z^2.", exchangeRatio),
    PaperClaim(
      "su-exchange-size",
      "By the ratio of 1s and 2p; by (v/c)^2 at 10^6 m/s it is nine times smaller.",
      exchangeSize),
    PaperClaim("su-photon", "hbar c q.", photon),
    PaperClaim("su-retarded-ratio", "(omega_p/c q)^2: 1e-4 comes of 1000 eV.", retardedRatio),
    PaperClaim("su-photon-momentum", "q = omega/c.", photonMomentum),
  ]

  private static func squaredRatio(metresPerSecond v: Double) -> Double {
    let ratio = v / Constants.velocityInMetresPerSecond * Constants.fineStructure
    return ratio * ratio
  }

  /// A wave number in bohr^(-1) from one in m^(-1).
  static func waveNumber(perMetre q: Double) -> Double { q * Constants.bohrInMetres }

  static func drift(_ p: PublishedClaim) throws -> [Finding] {
    let copper = try Metal.named("Cu")
    let (current, diameter) = (try p.given(1), Length.metres(try p.given(2) * 1e-3).bohr)
    let cube = copper.densityRadius * copper.densityRadius * copper.densityRadius
    let density = 3 / (4 * .pi * cube)
    let velocity =
      current / Constants.currentInAmperes / (density * .pi * diameter * diameter / 4)
    return [try p.number(0, "v", velocity * Constants.velocityInMetresPerSecond, "m/s")]
  }

  static func innerShell(_ p: PublishedClaim) throws -> [Finding] {
    let orbital = try HydrogenicOrbital(named: "1s", charge: try p.given(1))
    return [try p.number(0, "binding of 1s", -orbital.energy.electronvolts, "eV")]
  }

  static func velocityRatio(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "(v/c)^2", squaredRatio(metresPerSecond: try p.given(1)))]
  }

  static func kelvin(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "1 K", Energy.kelvin(1).millielectronvolts, "meV")]
  }

  static func tenVolts(_ p: PublishedClaim) throws -> [Finding] {
    let energy = try p.given(1)
    let atFermi = 2 * Energy.electronvolts(energy).hartree
    let alpha = Constants.fineStructure
    return [
      try p.number(
        0, "10 eV (v/c)^2 at 1e6 m/s", energy * 1e3 * squaredRatio(metresPerSecond: try p.given(2)),
        "meV"),
      .value("at the velocity of E_F = 10 eV", energy * 1e3 * atFermi * alpha * alpha, "meV"),
    ]
  }

  static func fermiVelocity(_ p: PublishedClaim) throws -> [Finding] {
    let velocity = waveNumber(perMetre: try p.given(1))
    return [try p.number(0, "v_F", velocity * Constants.velocityInMetresPerSecond, "m/s")]
  }

  static func fermiEnergy(_ p: PublishedClaim) throws -> [Finding] {
    let k = waveNumber(perMetre: try p.given(1))
    return [try p.number(0, "E_F", Energy(hartree: k * k / 2).electronvolts, "eV")]
  }

  /// On a circle the velocities cross the chord at phi = pi and run along it as phi goes to 0.
  static func twoCharges(_ p: PublishedClaim) throws -> [Finding] {
    let far = Double.pi
    let near = 1e-3
    func plain(_ phi: Double) -> Double { Double.cos(phi) / (2 * Double.sin(phi / 2)) }
    return [
      .both(
        "across the line, e^2 v^2/c^2 R", printed: plain(far), ours: VelocityMatrix.kernel(far),
        within: 1e-12),
      .value("ratio across", VelocityMatrix.kernel(far) / plain(far)),
      .value("ratio along (phi = 0.001)", VelocityMatrix.kernel(near) / plain(near)),
    ]
  }

  static func orbitalVelocity(_ p: PublishedClaim) throws -> [Finding] {
    let velocity = 1 / Length.metres(try p.given(1)).bohr
    return [
      try p.number(0, "hbar/m r", velocity * Constants.velocityInMetresPerSecond, "m/s")
    ]
  }

  static func atomic(_ p: PublishedClaim) throws -> [Finding] {
    let orbital = CentralOrbital(try HydrogenicOrbital(named: "2p+1"))
    let ampere = try orbital.interaction(ElectronInteraction(.ampere), with: orbital).direct.value
    let coulomb = try orbital.interaction(ElectronInteraction(.coulomb), with: orbital).direct.value
    return [
      try p.number(0, "U^a(2p+, 2p+)", Energy(hartree: ampere).millielectronvolts, "meV"),
      .value("U^c", Energy(hartree: coulomb).electronvolts, "eV"),
      .value("their ratio", ampere / coulomb),
    ]
  }

  /// J^a/J^c of 1s and 2p at Z = 1.
  private static func ratio() throws -> Double {
    let s = CentralOrbital(try HydrogenicOrbital(named: "1s"))
    let pi = CentralOrbital(try HydrogenicOrbital(named: "2p0"))
    let ampere = try s.interaction(ElectronInteraction(.ampere), with: pi).exchange.value
    return try ampere / s.interaction(ElectronInteraction(.coulomb), with: pi).exchange.value
  }

  static func exchangeRatio(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "J^a/J^c of 1s and 2p", try ratio())]
  }

  static func exchangeSize(_ p: PublishedClaim) throws -> [Finding] {
    let coulomb = try p.given(1)
    return [
      try p.number(0, "by 1s and 2p", coulomb * ratio(), "meV"),
      try p.number(
        0, "by (v/c)^2 at 1e6 m/s", coulomb * squaredRatio(metresPerSecond: try p.given(2)), "meV"),
    ]
  }

  private static func photonEnergy(perMetre q: Double) -> Energy {
    Energy(hartree: Constants.speedOfLight * waveNumber(perMetre: q))
  }

  static func photon(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "hbar c q", photonEnergy(perMetre: try p.given(1)).electronvolts, "eV")]
  }

  static func retardedRatio(_ p: PublishedClaim) throws -> [Finding] {
    let ratio = try p.given(1) / photonEnergy(perMetre: p.given(2)).electronvolts
    return [try p.number(0, "alpha_3/alpha_1", ratio * ratio)]
  }

  static func photonMomentum(_ p: PublishedClaim) throws -> [Finding] {
    let q = ElectronInteraction.londonScreening(plasmaEnergy: .electronvolts(try p.given(1)))
    return [try p.number(0, "q", q / Constants.bohrInMetres, "1/m")]
  }
}
