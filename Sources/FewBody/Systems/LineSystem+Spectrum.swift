extension LineSystem {
  /// The lowest levels of the system, each between two bounds.
  ///
  /// - Parameters:
  ///   - count: how many levels, 1 or more. Fewer come back if fewer are bound.
  ///   - method: ``LineMethod/spectral`` gives rigorous bounds; the grids give estimates.
  ///   - tolerance: the relative width (upper - lower)/|E| that is asked for.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled between levels, like `Task.isCancelled`; what was found comes back,
  ///     marked incomplete.
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func spectrum(
    lowest count: Int, on method: LineMethod = .spectral, tolerance: Double = 1e-10,
    progress: (Double) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Spectrum {
    try requireLevels(count, tolerance: tolerance, bytesPerState: 2000)
    try method.validate(levels: count)
    let problem = try problem()
    let isCancelled = { Task.isCancelled || shouldStop() }
    var spectrum: Spectrum
    switch method {
    case .spectral:
      spectrum = try problem.elementSpectrum(
        count, tolerance: tolerance, progress: progress, shouldStop: isCancelled)
    case .finiteDifferences(let order, let points, let extent):
      spectrum = try problem.gridSpectrum(
        count, kind: .differences(order: order), points: points, extent: extent,
        tolerance: tolerance, shouldStop: isCancelled)
    case .fourier(let points, let extent):
      spectrum = try problem.gridSpectrum(
        count, kind: .fourier, points: points, extent: extent, tolerance: tolerance,
        shouldStop: isCancelled)
    }
    spectrum.system = parameters
    spectrum.numberLevels()
    return spectrum
  }
}

extension LineProblem {
  func elementSpectrum(
    _ count: Int, tolerance: Double, progress: (Double) -> Void, shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let solver = ElementSolver(
      profile: profile, domain: domain, isMirrored: isMirrored, antipode: antipode)
    let outcome = try solver.lowest(
      count, tolerance: tolerance, shouldStop: shouldStop, progress: progress)
    let levels = outcome.levels.map { found in
      let solution = found.solution
      let parity = found.parity.map { $0 == .even ? 1.0 : -1.0 }
      let state = LineState(ElementRepresentation(state: solution.state, parity: parity))
      // Averaged over the density: first-order perturbation theory of V -> V +- error.
      let blur = profile.uncertainty.map { state.matrixElement(with: state, of: $0) } ?? 0
      var certainty = profile.certainty
      if !solution.isCertified, certainty == .rigorous {
        certainty = .estimate(because: "the counts of the certificate did not close")
      }
      var labels: Parameters = [:]
      if let parity = found.parity { labels["parity"] = .word(parity.rawValue) }
      var level = Level(
        energy: Energy(hartree: solution.energy),
        interval: Energy(hartree: solution.lower - blur)...Energy(hartree: solution.upper + blur),
        certainty: certainty, residual: solution.residual, labels: labels, state: state)
      level.isRoundingLimited =
        solution.upper - solution.lower <= ElementSolver.roundingWidth * solution.magnitude
      return level
    }
    var method: Parameters = [
      "name": "spectral", "degree": .integer(ReferenceElement.degree),
      "elements": .integer(outcome.elements), "refinement": .integer(outcome.refinement),
      "extent": .number(isMirrored ? outcome.extent.upperBound : 0),
    ]
    if !isMirrored {
      method["extent"] = .numbers([outcome.extent.lowerBound, outcome.extent.upperBound])
    }
    if outcome.isExhausted { method["countedBelow"] = .number(outcome.countedBelow) }
    return Spectrum(
      system: [:], method: method, levels: levels, isComplete: outcome.isComplete,
      threshold: threshold.map(Energy.init(hartree:)))
  }
}

extension Spectrum {
  /// Numbers the levels from 0 and counts the members of every cluster of overlapping intervals.
  mutating func numberLevels() {
    var start = 0
    var reach = -Double.infinity
    for i in levels.indices {
      levels[i].index = i
      if levels[i].interval.lowerBound.hartree > reach {
        for j in start..<i { levels[j].multiplicity = i - start }
        start = i
      }
      reach = Swift.max(reach, levels[i].interval.upperBound.hartree)
    }
    for j in start..<levels.count { levels[j].multiplicity = levels.count - start }
  }
}
