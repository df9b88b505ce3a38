import FewBody
import RealModule

/// Su, section IV: spins, and what the currents do to them.
enum SuSpin {
  static let claims = [
    PaperClaim(
      "su-on-site",
      "For l1 = l2 the channel is J_l n_up n_down = J_l (n^2/4 - S_z^2), which (41) has already as U_l: sign, constant and "
        + "count are wrong; the constant that was dropped cannot mend it, which gives one electron J_l/4.",
      onSite),
    PaperClaim("su-splitting", "The sum runs over both orders of a pair.", splitting),
    PaperClaim(
      "su-ampere-spin", "The same algebra with the opposite sign: the triplet rises.", ampereSpin),
  ]

  /// Two electrons in two orbitals with everything but what is given switched off.
  private static func levels(
    energies: [Double] = [0, 0], onSite: [Double], direct: Double, exchange: Double
  ) throws -> [TwoOrbitalSpins.Level] {
    try TwoOrbitalSpins(energies: energies, onSite: onSite, direct: direct, exchange: exchange)
      .levels()
  }

  private static func pair(
    _ first: String, _ second: String, _ channel: ElectronInteraction.Channel
  ) throws -> (direct: Double, exchange: Double) {
    let a = CentralOrbital(try HydrogenicOrbital(named: first))
    let b = CentralOrbital(try HydrogenicOrbital(named: second))
    let found = try a.interaction(ElectronInteraction(channel), with: b)
    return (found.direct.value, found.exchange.value)
  }

  static func onSite(_ p: PublishedClaim) throws -> [Finding] {
    let repulsion = try pair("1s", "1s", .coulomb).direct
    // The second orbital is far above: both electrons are in the first, S_z = 0.
    let far = 100.0
    let found = try levels(
      energies: [0, far], onSite: [repulsion, 0], direct: 0, exchange: 0)
    let lowest = found.map(\.energy.hartree).min() ?? .nan
    // One in each orbital: nothing but the far orbital's energy.
    let single = (found.first { $0.spin == 1 }?.energy.hartree ?? .nan) - far
    return [
      .both("energy of two electrons in 1s", printed: 0, ours: lowest, within: 1e-9, "hartree"),
      // S_z^2 = 1/4 of one electron, which has nothing to interact with.
      .both("of one electron", printed: repulsion / 4, ours: single, within: 1e-9, "hartree"),
    ]
  }

  static func splitting(_ p: PublishedClaim) throws -> [Finding] {
    let (direct, exchange) = try pair("1s", "2s", .coulomb)
    // -2J (S.S + 1/4): S.S = -3/4 and 1/4.
    let printed = -2 * exchange * ((-0.75 + 0.25) - (0.25 + 0.25))
    let model = try TwoOrbitalSpins(
      onSite: [1, 1], direct: direct, exchange: exchange)
    return [
      .both(
        "E_S - E_T of 1s 2s", printed: printed, ours: try model.splitting().hartree, within: 1e-9,
        "hartree")
    ]
  }

  static func ampereSpin(_ p: PublishedClaim) throws -> [Finding] {
    let coulomb = try pair("1s", "2p0", .coulomb)
    let ampere = try pair("1s", "2p0", .ampere)
    func triplet(_ direct: Double, _ exchange: Double) throws -> Double {
      let found = try levels(onSite: [1, 1], direct: direct, exchange: exchange)
      return found.first { $0.spin == 1 }?.energy.hartree ?? .nan
    }
    let bare = try triplet(coulomb.direct, coulomb.exchange)
    // The sign of the integrated-out field between parallel currents, beside Coulomb's +.
    let field = try AmpereKernel(plasmaEnergy: .electronvolts(10)).value(distance: 1).real
    let sign: Double = field < 0 ? -1 : 1
    let both = try triplet(
      coulomb.direct + sign * ampere.direct, coulomb.exchange + sign * ampere.exchange)
    // (49): +2J^a (1/4 + 1/4).
    return [
      .both(
        "rise of the triplet of 1s 2p", printed: ampere.exchange, ours: both - bare, within: 1e-9,
        "hartree"),
      .value("in microelectronvolts", Energy(hartree: both - bare).electronvolts * 1e6, "ueV"),
    ]
  }
}
