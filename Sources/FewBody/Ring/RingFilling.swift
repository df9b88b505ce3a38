import RealModule

/// How many non-interacting electrons fill the levels of a ring, at fixed number.
public struct RingFilling: Sendable, Equatable {
  /// N.
  public var electrons: Int
  /// How many electrons a level holds: 2 for spin, 1 for polarised or spinor electrons.
  public var spinDegeneracy: Int
  /// k_B T.
  public var temperature: Energy

  /// N electrons, `spinDegeneracy` of them to a level, at k_B T = `temperature`.
  public init(electrons: Int, spinDegeneracy: Int = 2, temperature: Energy = 0) {
    self.electrons = electrons
    self.spinDegeneracy = spinDegeneracy
    self.temperature = temperature
  }

  func validate() throws(FewBodyError) {
    guard spinDegeneracy == 1 || spinDegeneracy == 2 else {
      throw .invalid("spin-degeneracy", spinDegeneracy, accepted: "1 or 2")
    }
    let most = spinDegeneracy * (Self.mostLevels - 2)
    guard electrons >= 1, electrons <= most else {
      throw .invalid("electrons", electrons, accepted: "a whole number from 1 to \(most)")
    }
    try require(
      "temperature", temperature.hartree, accepted: "a temperature of 0 or more"
    ) { $0 >= 0 }
  }

  /// The most levels that a filling may need: the 1002 of 2000 electrons took 8.3 s of a processor on one
  /// flux, and the time grows with the cube.
  static let mostLevels = 1024

  /// Refuses what needs more levels than anyone would wait for.
  func requireLevels(_ needed: Int) throws(FewBodyError) {
    guard needed > Self.mostLevels else { return }
    let accepted = "electrons and a temperature that need at most \(Self.mostLevels) levels"
    guard temperature.hartree > 0, filledLevels + 2 <= Self.mostLevels else {
      throw .invalid("electrons", "\(electrons), \(needed) levels", accepted: accepted)
    }
    throw .invalid(
      "temperature", "\(temperature.kelvin)K, \(needed) levels", accepted: accepted)
  }

  /// The number of levels that T = 0 fills.
  var filledLevels: Int { (electrons + spinDegeneracy - 1) / spinDegeneracy }
}

/// The ground state, or the thermal state, of electrons in levels.
public struct RingOccupation: Sendable, Equatable {
  /// Electrons in each level, 0 to the spin degeneracy.
  public let occupations: [Double]
  /// mu of the Fermi-Dirac distribution; at T = 0 the highest level that holds electrons.
  public let chemicalPotential: Energy
  /// sum n_i E_i.
  public let totalEnergy: Energy
  /// What the levels' intervals leave of it.
  ///
  /// At T = 0 that of the same electrons in the lower bounds, and in the upper ones: the least energy
  /// grows with every level. Else sum n_i lower_i and sum n_i upper_i with, to first order of the
  /// widths d_i, |dn_i| <= n_i (1 - n_i/g) 2 max d/T at fixed N.
  public let totalEnergyInterval: ClosedRange<Energy>
  /// sum n_i I_i, in e E_h/hbar.
  public let totalCurrent: Double

  /// n_i = g/(exp((E_i - mu)/T) + 1) with sum n_i = N; the limit T -> 0 shares what is left equally
  /// among degenerate levels at the top.
  ///
  /// - Returns: nil where the levels are too few: they would hold fewer electrons, or a level above
  ///   the last would hold more than 1e-15 electrons.
  public init?(_ filling: RingFilling, levels: [Level]) {
    let energies = levels.map(\.energy.hartree)
    let electrons = Double(filling.electrons)
    let spin = Double(filling.spinDegeneracy)
    let temperature = filling.temperature.hartree
    guard let last = energies.last, Double(energies.count) * spin >= electrons else { return nil }
    var occupations = [Double](repeating: 0, count: energies.count)
    var potential = 0.0
    if temperature == 0 {
      var left = electrons
      var i = 0
      while left > 0, i < levels.count {
        // Levels whose intervals overlap are one level.
        var end = i + 1
        while end < levels.count, levels[end].interval.lowerBound <= levels[i].interval.upperBound {
          end += 1
        }
        let share = min(spin, left / Double(end - i))
        for j in i..<end { occupations[j] = share }
        left -= share * Double(end - i)
        potential = energies[i]
        // A cluster cut by the end of the list may go on above it.
        if end == levels.count, share < spin, levels[i].multiplicity > end - i { return nil }
        i = end
      }
    } else {
      func occupation(_ energy: Double, _ mu: Double) -> Double {
        let x = (energy - mu) / temperature
        return x > 0 ? spin * .exp(-x) / (1 + .exp(-x)) : spin / (1 + .exp(x))
      }
      func total(_ mu: Double) -> Double { energies.reduce(0) { $0 + occupation($1, mu) } }
      var (low, high) = (energies[0] - 800 * temperature, last + 800 * temperature)
      while true {
        potential = 0.5 * (low + high)
        guard potential > low, potential < high else { break }
        if total(potential) < electrons { low = potential } else { high = potential }
      }
      guard occupation(last, potential) <= 1e-15 else { return nil }
      occupations = energies.map { occupation($0, potential) }
    }
    self.occupations = occupations
    chemicalPotential = Energy(hartree: potential)
    let total = zip(occupations, energies).reduce(0) { $0 + $1.0 * $1.1 }
    totalEnergy = Energy(hartree: total)
    let bottoms = levels.map(\.interval.lowerBound.hartree)
    let tops = levels.map(\.interval.upperBound.hartree)
    // Sums of N terms, and bisection to the last bit of mu.
    let size = zip(occupations, energies).reduce(0) { $0 + $1.0 * $1.1.magnitude }
    var slack = 0x1p-52 * Double(energies.count + 4) * size
    var (lower, upper) = (Self.least(electrons, spin, bottoms), Self.least(electrons, spin, tops))
    if temperature > 0 {
      let widest = zip(bottoms, tops).map { $1 - $0 }.max() ?? 0
      lower = zip(occupations, bottoms).reduce(0) { $0 + $1.0 * $1.1 }
      upper = zip(occupations, tops).reduce(0) { $0 + $1.0 * $1.1 }
      for (n, energy) in zip(occupations, energies) {
        slack += widest * 2 * (energy - potential).magnitude / temperature * n * (1 - n / spin)
      }
    }
    totalEnergyInterval =
      Energy(hartree: min(lower - slack, total))...Energy(hartree: max(upper + slack, total))
    totalCurrent = zip(occupations, levels).reduce(0) { $0 + $1.0 * ($1.1.current ?? 0) }
  }

  /// The least energy of electrons in such levels.
  private static func least(_ electrons: Double, _ spin: Double, _ levels: [Double]) -> Double {
    var left = electrons
    var sum = 0.0
    for level in levels.sorted() where left > 0 {
      sum += min(spin, left) * level
      left -= spin
    }
    return sum
  }
}
