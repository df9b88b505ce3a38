/// The effective parameters of a set of orbitals, Su's Eqs (41), (43), (47) and (49).
///
/// H = sum_(a<b) (U^c - U^a) n_a n_b + sum_a (U^c - U^a) n_a-up n_a-down
/// - 2 sum_(a<b) (J^c - J^a)(S_a . S_b + n_a n_b/4): the sums over a /= b of the source count every pair
/// twice. Its on-site terms J_l (S^z)^2 in (43) and (49) are part of U already and left out.
public struct HubbardHeisenberg: Sendable {
  /// The parameters of a pair of orbitals; where both are one, J = U.
  public struct Entry: Sendable {
    public let first: String
    public let second: String
    public let coulomb: InteractionPair
    public let ampere: InteractionPair

    public var isOnSite: Bool { first == second }

    /// E_S - E_T = 2J^c - 2J^a of two electrons, one in either orbital.
    public var singletTripletSplitting: InteractionIntegral {
      2 * (coulomb.exchange - ampere.exchange)
    }
  }

  public let orbitals: [String]
  public let gauge: ElectronInteraction.Gauge
  /// lambda of the Coulomb and of the Ampere interaction, in bohr^(-1).
  public let screening: (coulomb: Double, ampere: Double)
  /// All pairs with first <= second in the order of the orbitals.
  public let entries: [Entry]

  /// - Throws: ``FewBodyError`` for no orbitals, negative screening, or orbitals that cannot be paired.
  public init<Orbital: InteractingOrbital>(
    of orbitals: [Orbital], gauge: ElectronInteraction.Gauge = .transverse,
    screening: (coulomb: Double, ampere: Double) = (0, 0)
  ) throws(FewBodyError) {
    guard !orbitals.isEmpty else {
      throw .invalid("orbitals", "an empty list", accepted: "one orbital or more")
    }
    let coulomb = try ElectronInteraction(.coulomb, screening: screening.coulomb)
    let ampere = try ElectronInteraction(
      .ampere, gauge: gauge, screening: screening.ampere)
    var entries: [Entry] = []
    for (i, first) in orbitals.enumerated() {
      for second in orbitals[i...] {
        entries.append(
          Entry(
            first: first.name, second: second.name,
            coulomb: try first.interaction(coulomb, with: second),
            ampere: try first.interaction(ampere, with: second)))
      }
    }
    self.orbitals = orbitals.map(\.name)
    self.gauge = gauge
    self.screening = screening
    self.entries = entries
  }
}
