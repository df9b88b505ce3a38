/// Block Davidson iteration for the lowest levels of a matrix-free operator.
///
/// Rayleigh–Ritz on a growing orthonormal basis, to which the preconditioned residuals
/// M(λ_i)(Ax_i − λ_i x_i) are added; a restart keeps the Ritz vectors X and their last change P.
/// With `basisBlocks` = 3 it spans what LOBPCG spans (Knyazev, SIAM J. Sci. Comput. 23 (2001)
/// 517), in the orthonormal basis that keeps LOBPCG from breaking down (Hetmaniuk and Lehoucq,
/// J. Comput. Phys. 218 (2006) 324). ``Lanczos`` needs half the memory but no preconditioner.
public struct Davidson: Sendable {
  /// A pair has converged when ‖Ax − λx‖₂ ≤ tolerance, in the operator's units (‖x‖ = 1). The iteration
  /// stops at 32 · 2⁻⁵³ ‖A‖ in any case; pairs above the tolerance are then marked as not converged.
  public var tolerance: Double
  /// Expansions of the basis before the solver returns what it has.
  public var maxIterations: Int
  /// Ritz vectors iterated beyond those wanted: a cluster cut at the last wanted level otherwise
  /// converges slowly.
  public var guardVectors: Int
  /// The basis holds at most this many blocks of (wanted + guard) vectors; 3 or more.
  public var basisBlocks: Int
  /// Guards that are random vectors of the complement are iterated at least this many steps: a level
  /// that the start could not see (by symmetry, say) comes down. 0 turns the check off.
  public var probeSteps: Int
  /// Whether the check follows convergence or runs alongside.
  public var probe: Probe
  /// Seeds the random vectors; the same seed and number of threads give the same run.
  public var seed: UInt64
  /// Threads over vectors (operator and preconditioner) and over rows (everything else).
  public var threads: Threads

  /// Which random vectors search the complement of the levels found.
  public enum Probe: Sendable {
    /// New ones after convergence, and again whenever they change a level.
    case afterwards
    /// Those that the guards were at the beginning, iterated with the rest. Each sees one member of
    /// a degenerate level: for starts that were themselves checked, on a coarser grid say.
    case alongside
  }

  /// A solver with these settings, which are checked when it runs.
  public init(
    tolerance: Double = 1e-8, maxIterations: Int = 500, guardVectors: Int = 2,
    basisBlocks: Int = 3, probeSteps: Int = 6, probe: Probe = .afterwards, seed: UInt64 = 1,
    threads: Threads = .single
  ) {
    self.tolerance = tolerance
    self.maxIterations = maxIterations
    self.guardVectors = guardVectors
    self.basisBlocks = basisBlocks
    self.probeSteps = probeSteps
    self.probe = probe
    self.seed = seed
    self.threads = threads
  }

  /// The numbers a run of `count` vectors of length `dimension` holds at once, the result included.
  public func memory(_ count: Int, dimension: Int) -> Double {
    let block = min(count + guardVectors, dimension)
    let capacity =
      dimension <= (basisBlocks + 1) * block ? dimension + block : basisBlocks * block
    return Double(dimension) * Double(2 * capacity + count)
  }

  /// The lowest `count` eigenpairs of `matrix`.
  ///
  /// Non-convergence and cancellation (of the task, or by `shouldStop`) are returned, not thrown:
  /// see ``Eigenpairs/convergedCount`` and the residuals.
  ///
  /// - Parameters:
  ///   - count: how many, 1 or more.
  ///   - matrix: a symmetric operator.
  ///   - preconditioner: an approximate inverse of `matrix` minus the level.
  ///   - start: vectors to begin with; random ones fill up and the guards are always random.
  ///   - shouldStop: polled once an iteration.
  ///   - progress: receives the iteration and the largest residual among the wanted pairs.
  /// - Throws: ``LinearAlgebraError`` for parameters that cannot be.
  public func lowest(
    _ count: Int, of matrix: some LinearOperator,
    preconditioner: some Preconditioner = IdentityPreconditioner(), start: [[Double]] = [],
    shouldStop: () -> Bool = { false }, progress: (Int, Double) -> Void = { _, _ in }
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    try checkStart(start, matrix.dimension)
    return try lowest(
      count, of: matrix, preconditioner: preconditioner, starts: start.count,
      fill: { j, column in
        for i in column.indices { column[i] = start[j][i] }
      }, shouldStop: shouldStop, progress: progress)
  }

  /// The lowest `count` eigenpairs, from `starts` vectors that `fill` writes in place.
  ///
  /// `fill` receives the number of the vector and its memory, from several threads at once if
  /// ``threads`` are several; a start that is interpolated is so never held twice.
  public func lowest(
    _ count: Int, of matrix: some LinearOperator,
    preconditioner: some Preconditioner = IdentityPreconditioner(), starts: Int,
    fill: (Int, UnsafeMutableBufferPointer<Double>) -> Void,
    shouldStop: () -> Bool = { false }, progress: (Int, Double) -> Void = { _, _ in }
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    try validate(count, matrix.dimension)
    var iteration = try DavidsonIteration(self, count, matrix, preconditioner)
    let alongside = probe == .alongside && probeSteps > 0 && iteration.canProbe
    try iteration.begin(alongside ? min(starts, count) : starts, fill)
    var (steps, probing) = (0, 0)
    var probesLeft = probeSteps > 0 ? 3 : 0
    var probed: [Double]?
    while true {
      let residual = try iteration.rayleighRitz()
      // What rounding leaves is as far as it goes, whatever was asked for.
      let tolerance = max(tolerance, iteration.rounding)
      progress(steps, residual)
      if iteration.isExact || steps >= maxIterations || Task.isCancelled || shouldStop() { break }
      if probing > 0 { probing -= 1 }
      if alongside, residual <= tolerance {
        if steps >= probeSteps { break }
        if try !iteration.expand(guardsOnly: true) { break }
      } else if probing == 0, residual <= tolerance {
        let unchanged = probed.map { iteration.agrees(with: $0, within: 10 * tolerance) }
        if unchanged == true || probesLeft == 0 || !iteration.canProbe { break }
        probed = iteration.values
        probesLeft -= 1
        probing = probeSteps + 1
        try iteration.probe()
      } else if try !iteration.expand(guardsOnly: probing > 0) {
        break
      }
      steps += 1
    }
    let aside = alongside && steps >= probeSteps
    let least = max(tolerance, iteration.rounding)
    let found = probed.map { iteration.agrees(with: $0, within: 10 * least) } ?? false
    let completeness: Completeness =
      iteration.isExact
      ? .direct
      : aside || found && probing == 0
        ? .probed(steps: aside ? steps : probeSteps)
        : .unverified(because: "no probe was completed")
    return iteration.result(steps: steps, completeness: completeness)
  }

  private func validate(_ count: Int, _ dimension: Int) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    try require((1...dimension).contains(count), "count", count, accepted: "1...\(dimension)")
    try require(
      tolerance.isFinite && tolerance > 0, "tolerance", tolerance, accepted: "a positive number")
    try require(maxIterations >= 0, "maxIterations", maxIterations, accepted: "0 or more")
    try require(guardVectors >= 0, "guardVectors", guardVectors, accepted: "0 or more")
    try require(basisBlocks >= 3, "basisBlocks", basisBlocks, accepted: "3 or more")
    try require(probeSteps >= 0, "probeSteps", probeSteps, accepted: "0 or more")
  }
}

/// Throws unless every start vector has the operator's length and finite components.
func checkStart(_ start: [[Double]], _ dimension: Int) throws(LinearAlgebraError) {
  for (j, vector) in start.enumerated() {
    try require(
      vector.count == dimension, "start[\(j)].count", vector.count, accepted: "\(dimension)")
    try requireFinite(vector, "start[\(j)]")
  }
}
