/// The lowest levels of coupled radial equations, with bounds.
struct ChannelSolver {
  /// What was found, and what was chosen to find it.
  struct Outcome: Sendable {
    var levels: [ChannelLevelSolver.Solution]
    /// Every index from 0 was certified.
    var isComplete: Bool
    /// Fewer levels than asked: no more than these lie below `countedBelow`.
    var isExhausted: Bool
    var countedBelow: Double
    var elements: Int
    /// The radius where the mesh ends.
    var extent: Double
    var refinement: Int
  }

  /// The width that rounding alone explains, in units of the form's magnitude.
  static let roundingWidth = 8 * ChannelCertificate.entryRounding(1)

  /// A black box that needs more is noise, and its samples cost up to a millisecond an element.
  static func elementLimit(isProvable: Bool) -> Int { isProvable ? 100_000 : 20_000 }

  let problem: ChannelProblem

  init(_ problem: ChannelProblem) { self.problem = problem }

  /// The lowest `count` levels, ascending.
  ///
  /// `tolerance` is the relative width that is asked for; a problem whose bounds are limited by the
  /// waves left out stops refining when that does not help.
  func lowest(
    _ count: Int, tolerance: Double = 1e-10, shouldStop: () -> Bool = { false },
    progress: (Double) -> Void = { _ in }
  ) throws(FewBodyError) -> Outcome {
    let estimate = RadialCount(problem)
    let threshold = estimate.threshold
    var (top, isReached) = estimate.energy(levels: Double(count))
    var outcome = Outcome(
      levels: [], isComplete: false, isExhausted: false, countedBelow: top, elements: 0,
      extent: 0, refinement: 0)
    var levels = [ChannelLevelSolver.Solution?](repeating: nil, count: count)
    for refinement in 0..<4 {
      var stage = try stage(top, refinement, threshold)
      var raises = 0
      while isReached, raises < 60, stage.held < count {
        raises += 1
        if let threshold {
          var stride = 1.5
          for _ in 0..<(raises / 8) { stride *= stride }
          top = threshold - (threshold - top) / min(stride, 1e12)
        } else {
          top += 0.3 * (top - stage.mesh.wellBeyond[0]) + 0.3 * top.magnitude
        }
        stage = try self.stage(top, refinement, threshold)
      }
      let available = min(stage.held, count)
      var (done, failed) = (0, 0)
      for k in 0..<available {
        if shouldStop() { break }
        defer {
          done += 1
          progress(Double(done) / Double(available))
        }
        if let known = levels[k], isGood(known, tolerance) { continue }
        guard let solution = stage.solver.level(k) else {
          failed += 1
          continue
        }
        let isNarrower = levels[k].map {
          solution.isCertified && (!$0.isCertified || Self.width(solution) < Self.width($0))
        }
        if isNarrower ?? true { levels[k] = solution }
        if !isGood(solution, tolerance) { failed += 1 }
      }
      // A level that was not found would shift the index of every later one: they are left out.
      let known = levels[..<available].prefix { $0 != nil }.compactMap { $0 }
      outcome = Outcome(
        levels: known,
        isComplete: known.count == available && known.allSatisfy(\.isCertified)
          && (available >= count || !isReached),
        isExhausted: available < count, countedBelow: top, elements: stage.mesh.count,
        extent: stage.mesh.nodes[stage.mesh.count], refinement: refinement)
      if outcome.isExhausted, !shouldStop() {
        // The upper count: no further level can hide below the top.
        let proven = stage.solver.provenCount(below: top) ?? .max
        if proven > stage.held { outcome.isComplete = false }
      }
      if failed == 0 || shouldStop() { break }
      // The waves left out decide the width, not the elements.
      if problem.tail != nil, known.count == available, known.allSatisfy(\.isVariational) { break }
    }
    return outcome
  }

  private static func width(_ solution: ChannelLevelSolver.Solution) -> Double {
    solution.upper - solution.lower
  }

  private struct Stage {
    let mesh: ChannelMesh
    let solver: ChannelLevelSolver
    let held: Int
  }

  private func stage(
    _ top: Double, _ refinement: Int, _ threshold: Double?
  ) throws(FewBodyError) -> Stage {
    let mesh = try ChannelMesh(
      problem, top: top, refinement: refinement,
      limit: Self.elementLimit(isProvable: problem.isProvable))
    let solver = ChannelLevelSolver(
      ChannelMatrices(problem, mesh: mesh), top: top, threshold: threshold)
    return Stage(mesh: mesh, solver: solver, held: solver.count(below: top))
  }

  /// Narrow enough, or as narrow as rounding allows where the energy is a small difference.
  private func isGood(_ solution: ChannelLevelSolver.Solution, _ tolerance: Double) -> Bool {
    let width = Self.width(solution)
    return solution.isCertified
      && (width <= min(tolerance, 2e-12) * Swift.abs(solution.energy)
        || width <= Self.roundingWidth * solution.magnitude)
  }
}
