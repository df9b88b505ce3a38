/// The effective parameters of a set of orbitals, Su's Eqs (41), (43), (47) and (49).
///
/// H = sum_(a<b) (U^c - U^a) n_a n_b + sum_a (U^c - U^a) n_a-up n_a-down
/// - 2 sum_(a<b) (J^c - J^a)(S_a . S_b + n_a n_b/4): the sums over a /= b of the source count every pair
/// twice. Its on-site terms J_l (S^z)^2 in (43) and (49) are part of U already and left out.
public struct HubbardHeisenberg: Sendable {
  /// The parameters of a pair of orbitals; where both are one, J = U.
  public struct Entry: Sendable {
    /// The name of the first orbital.
    public let first: String
    /// The name of the second orbital.
    public let second: String
    /// U^c and J^c, in hartree.
    public let coulomb: InteractionPair
    /// U^a and J^a, in hartree; U^a > 0 attracts.
    public let ampere: InteractionPair

    /// Whether both orbitals are one.
    public var isOnSite: Bool { first == second }

    /// E_S - E_T = 2J^c - 2J^a of two electrons, one in either orbital.
    public var singletTripletSplitting: InteractionIntegral {
      2 * (coulomb.exchange - ampere.exchange)
    }
  }

  /// The names of the orbitals.
  public let orbitals: [String]
  /// The gauge of the Ampere interaction.
  public private(set) var gauge: ElectronInteraction.Gauge
  /// lambda of the Coulomb and of the Ampere interaction, in bohr^(-1).
  public private(set) var screening: (coulomb: Double, ampere: Double)
  /// False after an interruption: entries are missing.
  public private(set) var isComplete = true
  /// All pairs with first <= second in the order of the orbitals.
  public let entries: [Entry]

  /// - Throws: ``FewBodyError`` for no orbitals, negative screening, or orbitals that cannot be paired.
  public init<Orbital: InteractingOrbital>(
    of orbitals: [Orbital], gauge: ElectronInteraction.Gauge = .transverse,
    screening: (coulomb: Double, ampere: Double) = (0, 0),
    threads: Int? = nil, progress: (SolveProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) {
    guard !orbitals.isEmpty else {
      throw .invalid("orbitals", "an empty list", accepted: "one orbital or more")
    }
    let coulomb = try ElectronInteraction(.coulomb, screening: screening.coulomb)
    let ampere = try ElectronInteraction(
      .ampere, gauge: gauge, screening: screening.ampere)
    var entries: [Entry] = []
    let count = orbitals.count * (orbitals.count + 1) / 2
    for (i, first) in orbitals.enumerated() where isComplete {
      for second in orbitals[i...] {
        if shouldStop() {
          isComplete = false
          break
        }
        func integrals(
          _ interaction: ElectronInteraction
        ) throws(FewBodyError) -> InteractionPair? {
          try first.interaction(
            interaction, with: second, threads: threads, shouldStop: shouldStop)
        }
        progress(SolveProgress(fraction: Double(entries.count) / Double(count)))
        guard let charges = try integrals(coulomb), let currents = try integrals(ampere) else {
          isComplete = false
          break
        }
        entries.append(
          Entry(first: first.name, second: second.name, coulomb: charges, ampere: currents))
      }
    }
    self.orbitals = orbitals.map(\.name)
    self.gauge = gauge
    self.screening = screening
    self.entries = entries
  }

  /// A table that was read.
  init(entries: [Entry]) {
    var names: [String] = []
    for entry in entries where !names.contains(entry.first) { names.append(entry.first) }
    for entry in entries where !names.contains(entry.second) { names.append(entry.second) }
    orbitals = names
    (gauge, screening) = (.transverse, (0, 0))
    self.entries = entries
  }

  /// What the frame of the JSON says of it.
  mutating func restore(from system: Parameters, isComplete: Bool) {
    if case .word(let word) = system["gauge"] {
      gauge = ElectronInteraction.Gauge(rawValue: word) ?? .transverse
    }
    func number(_ name: String) -> Double {
      switch system[name] {
      case .number(let value): value
      case .integer(let value): Double(value)
      default: 0
      }
    }
    screening = (number("screening"), number("ampereScreening"))
    self.isComplete = isComplete
  }
}
