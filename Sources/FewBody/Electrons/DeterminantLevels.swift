import LinearOperators

/// Levels of three or more electrons in plane waves: as many waves as the bounds ask for.
struct DeterminantLevels {
  let ring: ElectronRing
  /// Nil for as many as needed.
  let waves: Int?
  let tolerance: Double
  let threads: Threads

  /// A basis chosen without being asked for is no larger: seconds, not minutes.
  static let ownLimit = 40_000.0

  func lowest(
    _ count: Int, spin: ElectronSpin, shouldStop: () -> Bool
  ) throws(FewBodyError) -> RelativeLevels {
    let (momentum, turns) = ring.reducedMomentum
    let (radius, thickness) = (ring.radius.bohr, ring.thickness.bohr)
    let harmonics = try PairHarmonics(radius: radius, thickness: thickness)
    var solver = DeterminantSolver(
      radius: radius, thickness: thickness, electrons: ring.count, twiceSpin: spin.twice,
      momentum: momentum, harmonics: harmonics, hasCoulomb: ring.interaction.hasCoulomb)
    solver.threads = threads
    solver.shift = Double(turns) + ring.flux
    if ring.interaction.isMagnetic {
      solver.magnetic = -Constants.classicalElectronRadius / (radius * radius * radius)
    }
    var m = waves ?? first(solver, count)
    while true {
      // One level more than asked: its distance is what the bounds of the others rest on.
      let solution = try solver.lowest(count + 1, waves: m, shouldStop: shouldStop)
      let squares = squares(solution, solver)
      let next = min(m + 2 + m / 3, (Occupations.orbitalLimit - 1) / 2)
      let isNarrow = isNarrow(solution, squares, count)
      if waves != nil || isNarrow || next <= m || shouldStop()
        || solver.dimension(waves: next) > Self.ownLimit
      {
        return try levels(solution, squares, count, solver)
      }
      m = next
    }
  }

  /// Enough waves for a first look: the harmonics of V fall like e^(-eta t).
  private func first(_ solver: DeterminantSolver, _ count: Int) -> Int {
    let ratio = ring.thickness.bohr / ring.radius.bohr
    var m = max(4, Int(min(6 / max(ratio, 1e-3), 24))) + ring.count
    while m > ring.count, solver.dimension(waves: m) > Self.ownLimit { m -= 1 }
    while solver.dimension(waves: m) < Double(count + 1), m < 60 { m += 1 }
    return m
  }

  /// |(H - E) psi|^2 in the infinite set of plane waves, of every state.
  private func squares(
    _ solution: DeterminantSolver.Solution, _ solver: DeterminantSolver
  ) -> [Double] {
    (0..<solution.pairs.count).map { j in
      let residual = solution.pairs.residuals[j]
      guard solver.magnetic == nil else { return residual * residual }
      let pairs = PairStatistics(
        solution.hamiltonian.sweep, solution.pairs.vectors.vector(j), solver.harmonics)
      return pairs.leakage + residual * residual
    }
  }

  private func isNarrow(
    _ solution: DeterminantSolver.Solution, _ squares: [Double], _ count: Int
  ) -> Bool {
    let values = solution.pairs.values
    guard values.count > 1 else { return true }
    let lower = DeterminantBounds.lower(values, squares: squares, next: values)
    return (0..<min(count, values.count)).allSatisfy { j in
      values[j] - (lower[j] ?? -.infinity) <= tolerance * max(values[j].magnitude, 1e-300)
    }
  }

  private func levels(
    _ solution: DeterminantSolver.Solution, _ squares: [Double], _ count: Int,
    _ solver: DeterminantSolver
  ) throws(FewBodyError) -> RelativeLevels {
    let values = solution.pairs.values
    let kept = min(count, values.count)
    let rounding = 16 * 0x1p-53 * solution.scale + solver.harmonics.rounding * solver.pairs
    let floor = try floor(values, kept, solver, waves: solution.space.waves)
    let temple = DeterminantBounds.lower(values, squares: squares, next: floor)
    let proven = values.indices.map { j in
      [temple[j], j < floor.count ? floor[j] : nil].compactMap(\.self).max()
    }
    // Unproven: the next level taken from the same matrix.
    let estimated = DeterminantBounds.lower(values, squares: squares, next: values)
    let isConverged = solution.pairs.convergedCount >= kept
    let sweep = solution.hamiltonian.sweep
    let levels = (0..<kept).map { j in
      var certainty = Certainty.variational
      var lower = estimated[j] ?? values[j] - squares[j].squareRoot()
      if let bound = proven[j], values[j] - bound <= 4 * (values[j] - lower) + rounding {
        (certainty, lower) = (.rigorous, bound)
      }
      if solver.magnetic != nil || !isConverged {
        certainty = .estimate(
          because: isConverged
            ? "the Darwin-Breit force has no bound in the waves that are left out"
            : "the iteration did not converge")
        lower = values[j] - 10 * squares[j].squareRoot() - 1e-9 * values[j].magnitude
      }
      let vector = solution.pairs.vectors.vector(j)
      let electrons = ElectronStatistics(ring: ring, shift: solver.shift)
      return RelativeLevel(
        energy: values[j], lower: min(lower, values[j]) - rounding, upper: values[j] + rounding,
        certainty: certainty, residual: solution.pairs.residuals[j],
        spin: ElectronSpin(twice: solver.twiceSpin),
        magneticCurrent: solver.magnetic == nil
          ? 0
          : electrons.magneticCurrent(PairStatistics(sweep, vector, solver.harmonics), solver),
        state: { [harmonics = solver.harmonics] in
          electrons.state(PairStatistics(sweep, vector, harmonics), harmonics)
        })
    }
    return RelativeLevels(
      levels: levels, isComplete: isConverged,
      method: [
        "name": "determinants", "waves": .integer(solution.space.waves),
        "determinants": .integer(solution.space.dimension),
        "iterations": .integer(solution.pairs.iterations), "check": .word(check(solution)),
      ], isExhausted: false)
  }

  /// What the levels are proven to exceed: the energies between them, where inertia counts suffice.
  private func floor(
    _ values: [Double], _ kept: Int, _ solver: DeterminantSolver, waves: Int
  ) throws(FewBodyError) -> [Double] {
    let bounds = DeterminantBounds(solver: solver)
    if kept >= 1, kept < values.count,
      let next = try bounds.separations(values, kept, waves: waves)
    {
      return next
    }
    return try bounds.floor(values.count + 1, below: (values.last ?? 0) + 1e-9, waves: waves)
  }

  private func check(_ solution: DeterminantSolver.Solution) -> String {
    switch solution.pairs.completeness {
    case .probed(let steps):
      "random vectors of the complement, iterated \(steps) steps, found no other level"
    case .direct, .counted: "all levels of the basis were found"
    case .unverified(let because): because
    }
  }
}

/// Expectation values of plane-wave states.
struct ElectronStatistics: Sendable {
  let ring: ElectronRing
  let shift: Double

  func state(_ pairs: PairStatistics, _ harmonics: PairHarmonics) -> ElectronState {
    let radius = ring.radius.bohr
    let scale = -Constants.classicalElectronRadius / (radius * radius * radius)
    return ElectronState(
      coulombEnergy: pairs.expectation(harmonics.coulomb),
      darwinBreitEnergy: scale * pairs.momentumExpectation(harmonics.magnetic, shift: shift)
    ) { { pairs.density(at: $0) } }
  }

  /// -(1/2 pi) d<H_DB>/df.
  func magneticCurrent(_ pairs: PairStatistics, _ solver: DeterminantSolver) -> Double {
    guard let scale = solver.magnetic else { return 0 }
    return -scale * pairs.momentumSlope(solver.harmonics.magnetic, shift: shift) / (2 * .pi)
  }
}
