/// The lowest levels of H = -d/dx k d/dx + V on a line, half line or interval, with bounds.
struct ElementSolver {
  /// A level with the parity of its sector, if the problem has a mirror.
  struct Found {
    var solution: LevelSolver.Solution
    var parity: Parity?
  }

  enum Parity: String, Sendable {
    case even
    case odd
  }

  /// What was found, and what was chosen to find it.
  struct Outcome {
    var levels: [Found]
    /// Every index from 0 was certified.
    var isComplete: Bool
    /// Fewer levels than asked: no more than these lie below `countedBelow`.
    var isExhausted: Bool
    var countedBelow: Double
    var elements: Int
    var extent: ClosedRange<Double>
    var refinement: Int
  }

  let profile: LineProfile
  /// The whole domain; with a mirror only [0, right] is meshed.
  let domain: ElementMesh.Domain
  /// V(-x) = V(x), and the domain is symmetric.
  let isMirrored: Bool
  /// At the far end a mirror state of this parity instead of a wall (a ring's antipode).
  let antipode: Antipode?

  /// The far end x = right of a ring cut at its mirror: what even and odd states satisfy there.
  struct Antipode: Sendable {
    let even: Chain.End
    let odd: Chain.End
  }

  /// The width that rounding alone explains, in units of the form's magnitude.
  static let roundingWidth = 8 * Certificate.entryRounding

  static let elementLimit = 400_000

  /// The lowest `count` levels, ascending; on a ring both sectors are carried one level further,
  /// because there even and odd states pair up in either order.
  func lowest(
    _ count: Int, tolerance: Double, shouldStop: () -> Bool = { false },
    progress: (Double) -> Void = { _ in }
  ) throws(FewBodyError) -> Outcome {
    let meshDomain =
      isMirrored ? ElementMesh.Domain(left: 0, right: domain.right) : domain
    let asked: [Int]
    if !isMirrored {
      asked = [count]
    } else if antipode != nil {
      asked = [count / 2 + 1, count / 2 + 1]
    } else {
      asked = [(count + 1) / 2, count / 2]
    }
    let threshold =
      meshDomain.left.isFinite && meshDomain.right.isFinite ? nil : profile.threshold
    var (top, isReached) = SemiclassicalCount(profile, domain: meshDomain)
      .energy(levels: Double(asked.max() ?? 1))
    var levels: [[Found?]] = asked.map { Array(repeating: nil, count: $0) }
    var outcome = Outcome(
      levels: [], isComplete: false, isExhausted: false, countedBelow: top, elements: 0,
      extent: 0...0, refinement: 0)
    for refinement in 0..<5 {
      var stage = try stage(meshDomain, top, refinement, threshold)
      var raises = 0
      while isReached, raises < 60, zip(stage.held, asked).contains(where: { $0 < $1 }) {
        raises += 1
        if let threshold {
          // Ever larger strides: the semiclassical count may be off by decades at a singular core.
          var stride = 1.7
          for _ in 0..<(raises / 8) { stride *= stride }
          top = threshold - (threshold - top) / min(stride, 1e12)
        } else {
          top += 0.3 * (top - (stage.matrices.mesh.enclosures.map(\.lower).min() ?? 0))
        }
        stage = try self.stage(meshDomain, top, refinement, threshold)
      }
      let available = zip(stage.held, asked).map { min($0, $1) }
      let total = available.reduce(0, +)
      var (done, failed) = (0, 0)
      // Sector by sector in turn, so that an interrupted search has a gapless beginning.
      let order = (0..<(available.max() ?? 0)).flatMap { k in
        asked.indices.filter { k < available[$0] }.map { (sector: $0, k: k) }
      }
      for (sector, k) in order {
        if shouldStop() { break }
        defer {
          done += 1
          progress(Double(done) / Double(total))
        }
        if let found = levels[sector][k], isGood(found.solution, tolerance) { continue }
        guard let solution = stage.solvers[sector].level(k) else {
          failed += 1
          continue
        }
        let parity: Parity? = isMirrored ? (sector == 0 ? .even : .odd) : nil
        levels[sector][k] = Found(solution: solution, parity: parity)
        if !isGood(solution, tolerance) { failed += 1 }
      }
      // A level that was not found would shift the index of every later one: they are left out.
      let found = order.prefix { levels[$0.sector][$0.k] != nil }
        .compactMap { levels[$0.sector][$0.k] }
        .sorted { $0.solution.energy < $1.solution.energy }
      let mesh = stage.matrices.mesh
      outcome = Outcome(
        levels: Array(found.prefix(count)),
        // Incomplete, too, where the potential holds the levels but no top that was tried reached them.
        isComplete: found.count == total && found.allSatisfy(\.solution.isCertified)
          && (total >= count || !isReached),
        isExhausted: total < count, countedBelow: top, elements: mesh.count,
        extent: mesh.nodes[0]...mesh.nodes[mesh.count], refinement: refinement)
      if outcome.isExhausted {
        // The upper count: no further level can hide below the top.
        let proven = stage.solvers.map { $0.provenCount(below: top) ?? .max }
        if zip(proven, stage.held).contains(where: { $0 > $1 }) { outcome.isComplete = false }
      }
      if failed == 0 || shouldStop() { break }
    }
    return outcome
  }

  /// A mesh with its matrices, the sectors' solvers and the levels that each holds below the top.
  private struct Stage {
    let matrices: ElementMatrices
    let solvers: [LevelSolver]
    let held: [Int]
  }

  private func stage(
    _ domain: ElementMesh.Domain, _ top: Double, _ refinement: Int, _ threshold: Double?
  ) throws(FewBodyError) -> Stage {
    let mesh = try ElementMesh(
      profile, domain: domain, top: top, refinement: refinement, limit: Self.elementLimit)
    let matrices = ElementMatrices(profile, mesh: mesh)
    let solvers = solvers(
      matrices, Condensation(matrices),
      Scratch(elements: matrices.batches * ElementMatrices.width), top: top, threshold: threshold)
    return Stage(
      matrices: matrices, solvers: solvers, held: solvers.map { $0.count(below: top) })
  }

  /// Narrow enough, or as narrow as rounding allows where the energy is a small difference.
  private func isGood(_ solution: LevelSolver.Solution, _ tolerance: Double) -> Bool {
    let width = solution.upper - solution.lower
    return solution.isCertified
      && (width <= min(tolerance, 2e-12) * Swift.abs(solution.energy)
        || width <= Self.roundingWidth * solution.magnitude)
  }

  private func solvers(
    _ matrices: ElementMatrices, _ condensed: Condensation, _ scratch: Scratch, top: Double,
    threshold: Double?
  ) -> [LevelSolver] {
    let mesh = matrices.mesh
    let k: Double
    switch profile.kinetic {
    case .constant(let constant): k = constant
    case .varying:
      // The outer form of a cut falls with k: the least of all is below it everywhere.
      k = (0..<matrices.batches).map { matrices.kineticLower[$0].min() }.min() ?? 0
    }
    func solver(_ start: Chain.End, _ end: Chain.End) -> LevelSolver {
      LevelSolver(
        matrices, condensed: condensed, scratch: scratch,
        sector: LevelSolver.Sector(start: start, end: end), kinetic: k, top: top,
        threshold: threshold)
    }
    let right: Chain.End =
      domain.right.isFinite ? .wall : .open(lower: mesh.lowerBeyond[mesh.count])
    guard isMirrored else {
      let left: Chain.End = domain.left.isFinite ? .wall : .open(lower: mesh.lowerBefore[0])
      return [solver(left, right)]
    }
    return [
      solver(.mirror, antipode?.even ?? right), solver(.wall, antipode?.odd ?? right),
    ]
  }
}
