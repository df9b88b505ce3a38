import LinearOperators

/// Two electrons in two orbitals, H = sum eps_a n_a + V with the channels of Eqs (40)-(50) of Y. Su et al. (seed 000).
///
/// V = (1/2) sum W_(l1 l2 l3 l4) c+_(l1 s) c+_(l3 s') c_(l4 s') c_(l2 s) is made in the space of occupation numbers, with W = U
/// for l1 = l2, l3 = l4 and W = J for l1 = l4 /= l2 = l3; U and J are Coulomb less Ampere. One electron in
/// either orbital: E_S - E_T = 2J = 2J^c - 2J^a.
public struct TwoOrbitalSpins: Sendable, Hashable {
  /// eps_1 and eps_2, in hartree; so the others.
  public var energies: [Double]
  /// U_1 and U_2.
  public var onSite: [Double]
  /// U_12.
  public var direct: Double
  /// J_12.
  public var exchange: Double
  /// W for l1 = l3 /= l2 = l4, which moves pairs; Eqs (41)-(50) leave it out.
  public var pairHopping: Double

  /// A level of two electrons.
  public struct Level: Sendable, Hashable {
    /// E of the two electrons.
    public let energy: Energy
    /// S: 0 or 1.
    public let spin: Int
    /// The probability that either orbital holds one electron.
    public let singleOccupancy: Double
  }

  /// Two orbitals with eps, U, U_12, J_12 and the pair hopping in hartree.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless there are two `energies` and two `onSite`, all finite.
  public init(
    energies: [Double] = [0, 0], onSite: [Double], direct: Double, exchange: Double,
    pairHopping: Double = 0
  ) throws(FewBodyError) {
    for (name, values) in [("energies", energies), ("onSite", onSite)] {
      guard values.count == 2 else {
        throw .invalid(name, values, accepted: "two numbers, one an orbital")
      }
    }
    for value in energies + onSite + [direct, exchange, pairHopping] {
      try require("parameter", value, accepted: "a finite number") { _ in true }
    }
    self.energies = energies
    self.onSite = onSite
    self.direct = direct
    self.exchange = exchange
    self.pairHopping = pairHopping
  }

  /// The orbitals `first` and `second` of a table.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for orbitals that the table does not have, or one twice.
  public init(
    _ table: HubbardHeisenberg, _ first: String, _ second: String, energies: [Double] = [0, 0]
  ) throws(FewBodyError) {
    func entry(_ a: String, _ b: String) throws(FewBodyError) -> HubbardHeisenberg.Entry {
      let found = table.entries.first {
        ($0.first == a && $0.second == b) || ($0.first == b && $0.second == a)
      }
      guard let found else {
        throw .invalid("orbitals", "\(a), \(b)", accepted: "two of \(table.orbitals)")
      }
      return found
    }
    guard first != second else {
      throw .invalid("orbitals", "\(first), \(second)", accepted: "two that differ")
    }
    func repulsion(_ entry: HubbardHeisenberg.Entry) -> Double {
      (entry.coulomb.direct - entry.ampere.direct).value
    }
    let mixed = try entry(first, second)
    try self.init(
      energies: energies,
      onSite: [repulsion(try entry(first, first)), repulsion(try entry(second, second))],
      direct: repulsion(mixed),
      exchange: (mixed.coulomb.exchange - mixed.ampere.exchange).value)
  }

  /// The six levels, ascending: three singlets and a triplet, which is listed once.
  ///
  /// - Throws: ``FewBodyError/external(routine:info:meaning:)`` if LAPACK fails.
  public func levels() throws(FewBodyError) -> [Level] {
    let adapted = OccupationStates.adapted(matrix())
    let singlets = try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: 3) { adapted[$0][$1] }.eigenpairs(.all)
    }
    var levels = singlets.values.enumerated().map { k, energy in
      let single = singlets.vectors.elements[3 * k + 2]
      return Level(energy: Energy(hartree: energy), spin: 0, singleOccupancy: single * single)
    }
    levels.append(
      Level(energy: Energy(hartree: adapted[3][3]), spin: 1, singleOccupancy: 1))
    return levels.sorted { $0.energy < $1.energy }
  }

  /// E_S - E_T of the levels with one electron in either orbital.
  ///
  /// - Throws: as ``levels()``.
  public func splitting() throws(FewBodyError) -> Energy {
    let levels = try levels()
    let singlet = levels.filter { $0.spin == 0 }.max { $0.singleOccupancy < $1.singleOccupancy }
    let triplet = levels.first { $0.spin == 1 }
    return Energy(hartree: (singlet?.energy.hartree ?? 0) - (triplet?.energy.hartree ?? 0))
  }

  /// H among the six states of two electrons, in the order of ``OccupationStates/pairs``.
  func matrix() -> [[Double]] {
    let count = OccupationStates.pairs.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (column, state) in OccupationStates.pairs.enumerated() {
      for place in 0..<4 where (state >> place) & 1 == 1 {
        matrix[column][column] += energies[place / 2]
      }
      for l in 0..<16 {
        let orbitals = (l & 1, (l >> 1) & 1, (l >> 2) & 1, (l >> 3) & 1)
        let strength = interaction(orbitals.0, orbitals.1, orbitals.2, orbitals.3)
        guard strength != 0 else { continue }
        for spins in 0..<4 {
          let (s, t) = (spins & 1, spins >> 1)
          let operators = [
            (2 * orbitals.1 + s, false), (2 * orbitals.3 + t, false), (2 * orbitals.2 + t, true),
            (2 * orbitals.0 + s, true),
          ]
          guard let result = OccupationStates.apply(operators, to: state),
            let row = OccupationStates.pairs.firstIndex(of: result.state)
          else { continue }
          matrix[row][column] += 0.5 * strength * result.sign
        }
      }
    }
    return matrix
  }

  /// W_(l1 l2 l3 l4).
  private func interaction(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
    if a == b, c == d { return a == c ? onSite[a] : direct }
    if a == d, b == c { return exchange }
    if a == c, b == d { return pairHopping }
    return 0
  }
}
