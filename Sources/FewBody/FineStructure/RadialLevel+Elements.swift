extension RadialLevel {
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
    let outcome = try ChannelSolver(problem).lowest(count)
    return outcome.levels.enumerated().compactMap { k, solution in
      guard let wave = solution.waves.first else { return nil }
      let quadrature = wave.quadrature()
      return RadialLevel(
        n: l + 1 + k, energy: solution.lower...solution.upper,
        state: RadialSamples(
          angularMomentum: l, points: quadrature.points, weights: quadrature.weights,
          values: quadrature.values, derivatives: quadrature.derivatives,
          originCoefficient: wave.originCoefficient),
        function: { wave.value(at: $0) }, isCertified: solution.isCertified)
    }
  }
}
