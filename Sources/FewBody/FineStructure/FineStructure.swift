/// The fine structure of two particles bound by -Z/r, in first order of alpha^2.
///
/// H = p^2/2mu - Z/r, and on each of its states the terms of ``FineStructureTerm``. Every expectation
/// value is a quadrature over the numerical radial state; angular factors are exact.
public struct FineStructure: Sendable {
  /// The two particles.
  public let species: Species

  /// The fine structure of a species.
  public init(of species: Species) { self.species = species }

  /// The parameters of the species, in atomic units; a nucleus at rest has no finite mass to state.
  public var parameters: Parameters {
    var parameters: Parameters = [
      "name": "fine-structure", "dimension": 3, "species": .word(species.name),
      "charge": .number(species.charge), "electronMass": .number(species.electronMass),
    ]
    parameters["nuclearMass"] =
      species.isNucleusAtRest ? .word("infinite") : .number(species.nuclearMass)
    parameters["reducedMass"] = .number(species.reducedMass)
    parameters["annihilation"] = .flag(species.annihilates)
    return parameters
  }

  /// The lowest levels by energy, which is by n and then by the total.
  ///
  /// The splitting of a shell is about (Z alpha)^2 times its distance from the next, so that shells
  /// do not overlap. Levels whose totals agree within their bounds stand in the order of l, S and j.
  ///
  /// - Parameters:
  ///   - count: how many rows of distinct n, l, S and j, 1 or more.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled between the values of l, like `Task.isCancelled`; the whole shells that
  ///     were found come back, marked incomplete.
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func spectrum(
    lowest count: Int, progress: (Double) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> FineStructureSpectrum {
    try species.validate()
    guard count >= 1 else {
      throw .invalid("states", count, accepted: "a whole number from 1")
    }
    let shells = shells(holding: count)
    guard shells <= FineStructure.lastShell else {
      throw .invalid(
        "states", count,
        accepted: "at most \(rows(through: FineStructure.lastShell)) rows, n <= "
          + "\(FineStructure.lastShell)")
    }
    var series: [[RadialLevel]] = []
    for l in 0..<shells {
      if Task.isCancelled || shouldStop() { break }
      series.append(try RadialLevel.lowest(shells - l, angularMomentum: l, of: species))
      progress(1 - Double((shells - l - 1) * (shells - l)) / Double(shells * (shells + 1)))
    }
    return spectrum(lowest: count, shells: shells, of: series)
  }

  /// The largest n that is offered: through it all 7200 rows of positronium are complete.
  static let lastShell = 60

  /// The spectrum from radial states: `series[l]` ascends from n = l + 1.
  func spectrum(
    lowest count: Int, shells: Int, of series: [[RadialLevel]]
  ) -> FineStructureSpectrum {
    var levels: [FineStructureLevel] = []
    // A shell is whole where all its l were solved.
    for n in 1...shells where n <= series.count {
      let shell = (0..<n).compactMap { l in series[l].first { $0.n == n } }
      guard shell.count == n else { break }
      levels += ordered(shell.flatMap(levels(of:)))
    }
    levels = Array(levels.prefix(count))
    for i in levels.indices { levels[i].index = i }
    var spectrum = FineStructureSpectrum(
      system: parameters, method: RadialLevel.method, levels: levels,
      isComplete: levels.count == count
        && series.allSatisfy { $0.allSatisfy(\.isCertified) }
        && levels.allSatisfy(FineStructure.isAccurate))
    spectrum.notes = species.notes
    if levels.contains(where: { $0.singletWeight != nil }) {
      spectrum.notes.append(
        "S is no good quantum number where l = j > 0: there a level is an eigenvector of a 2x2 block, "
          + "labelled by the S of its larger part, with the weight of S = 0 as singlet")
    }
    return spectrum
  }

  /// All levels of one n and l.
  func levels(of radial: RadialLevel) -> [FineStructureLevel] {
    let l = radial.wave.angularMomentum
    let moments = RadialMoments(
      of: RadialSamples(radial.wave), energy: radial.energy, charge: species.charge,
      reducedMass: species.reducedMass)
    let multiplets = AngularMultiplet.all(
      orbital: l, isNucleusAtRest: species.isNucleusAtRest)
    return multiplets.flatMap { multiplet in
      let factors = FineStructureTerm.allCases.map { name in
        let term = name.term
        return (
          name: name, radial: term.radialFactor(moments, species),
          angular: term.angularFactor(multiplet, species)
        )
      }
      let block = factors.reduce(SpinMatrix(0)) { $0 + $1.radial.value * $1.angular }
      // Weyl: no eigenvalue moves by more than the norm of the error's matrix.
      let error = factors.reduce(0) { $0 + $1.radial.error * $1.angular.norm }
      let rounding = factors.reduce(0) { sum, factor in
        sum + 0x1p-49 * factor.radial.value.magnitude * factor.angular.norm
      }
      let isMixed = multiplet.doubledSpins.count > 1 && block.coupling != 0
      let vectors =
        multiplet.doubledSpins.count > 1
        ? (isMixed ? block.eigenvectors : [SpinVector(1, 0), SpinVector(0, 1)]) : [SpinVector(1)]
      return vectors.enumerated().map { position, vector in
        var terms: [FineStructureTerm: Double] = [:]
        for factor in factors {
          // Adding 0 turns the -0 of an infinite mass into 0.
          terms[factor.name] = factor.radial.value * factor.angular.expectation(vector) + 0
        }
        let total = block.expectation(vector)
        let radius = error + rounding
        let weight = vector.first * vector.first
        // The two eigenvectors are orthogonal: where one is mostly S = 0, the other is mostly S = 1.
        let spin =
          multiplet.doubledSpins.count > 1
          ? multiplet.doubledSpins[weight > 0.5 || (weight == 0.5 && position == 0) ? 0 : 1]
          : multiplet.doubledSpins[0]
        return FineStructureLevel(
          index: 0, n: radial.n, l: l, doubledSpin: spin, doubledTotal: multiplet.doubledTotal,
          singletWeight: isMixed ? weight : nil, gross: Energy(hartree: radial.middle),
          terms: terms, total: total, interval: (total - radius)...(total + radius),
          certainty: .estimate(because: FineStructureLevel.because), state: radial.wave)
      }
    }
  }

  /// Ascending in the total; levels whose bounds overlap in a chain stand by l, S and j.
  private func ordered(_ levels: [FineStructureLevel]) -> [FineStructureLevel] {
    let sorted = levels.sorted { $0.total < $1.total }
    var result: [FineStructureLevel] = []
    var chain: [FineStructureLevel] = []
    for level in sorted {
      if let reach = chain.map(\.interval.upperBound).max(), level.interval.lowerBound > reach {
        result += chain.sorted(by: FineStructure.stands)
        chain = []
      }
      chain.append(level)
    }
    return result + chain.sorted(by: FineStructure.stands)
  }

  private static func stands(_ a: FineStructureLevel, before b: FineStructureLevel) -> Bool {
    (a.l, a.doubledSpin, a.doubledTotal) < (b.l, b.doubledSpin, b.doubledTotal)
  }

  /// Whether the bounds are within 1e-10 of the largest term.
  private static func isAccurate(_ level: FineStructureLevel) -> Bool {
    let size = level.terms.values.map(\.magnitude).max() ?? 0
    return level.interval.upperBound - level.interval.lowerBound <= 1e-10 * size
  }

  private func rows(through n: Int) -> Int {
    (0..<n).reduce(0) { sum, l in
      sum + (n - l)
        * AngularMultiplet.count(orbital: l, isNucleusAtRest: species.isNucleusAtRest)
    }
  }

  private func shells(holding count: Int) -> Int {
    var n = 1
    while n <= FineStructure.lastShell, rows(through: n) < count { n += 1 }
    return n
  }
}
