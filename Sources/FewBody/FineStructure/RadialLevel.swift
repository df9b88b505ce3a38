/// A radial level of -Z/r: its quantum number, its energy between two bounds, and its state.
struct RadialLevel: Sendable {
  let n: Int
  /// Holds E, in hartree.
  let energy: ClosedRange<Double>
  let wave: RadialFunction
  /// Whether counts proved the bounds and that no level below is missing.
  let isCertified: Bool

  var middle: Double { energy.lowerBound + (energy.upperBound - energy.lowerBound) / 2 }

  /// What the radial states rest on.
  static let method: Parameters = [
    "name": "spectral", "degree": .integer(RadialElement.degree),
    "quadraturePoints": .integer(RadialElement.points),
  ]

  /// The lowest `count` levels of one l of a species, ascending from n = l + 1; fewer if the search
  /// fell short.
  static func lowest(
    _ count: Int, angularMomentum l: Int, of species: Species
  ) throws(FewBodyError) -> [RadialLevel] {
    let problem = ChannelProblem(
      mass: species.reducedMass, angularMomentum: l, charge: species.charge)
    return try ChannelSolver(problem).lowest(count).levels.enumerated().compactMap { k, solution in
      solution.waves.first.map { wave in
        RadialLevel(
          n: l + 1 + k, energy: solution.lower...solution.upper, wave: wave,
          isCertified: solution.isCertified)
      }
    }
  }
}
