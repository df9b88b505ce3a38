/// Thick-restart block Lanczos for the lowest levels of a matrix-free operator.
///
/// A Krylov basis of blocks, orthogonalised in full, whose projection is diagonalised when the
/// basis is full; the restart keeps the best Ritz vectors and the last block (Wu and Simon, SIAM
/// J. Matrix Anal. 22 (2000) 602). One basis is stored, against two in ``Davidson``, but there is
/// no place for a preconditioner: for operators whose spectrum is not spread far above the wanted
/// levels, or that are themselves an inverse.
public struct Lanczos: Sendable {
  /// A pair has converged when ‖Ax − λx‖₂ ≤ tolerance, in the operator's units (‖x‖ = 1).
  public var tolerance: Double
  /// Restarts before the solver returns what it has.
  public var maxIterations: Int
  /// Ritz vectors kept at a restart beyond those wanted.
  public var guardVectors: Int
  /// Vectors a block. A level whose multiplicity exceeds it is found only by way of rounding and
  /// of the probe.
  public var blockSize: Int
  /// Vectors in the basis; nil means max(2(wanted + guard), wanted + guard + 12 blockSize).
  public var basisSize: Int?
  /// Whether to run one more cycle from random vectors in the complement of the converged pairs,
  /// in search of levels that the start could not see.
  public var probes: Bool
  /// Seeds the random vectors; the same seed gives the same run.
  public var seed: UInt64

  /// A solver with these settings, which are checked when it runs.
  public init(
    tolerance: Double = 1e-8, maxIterations: Int = 300, guardVectors: Int = 4, blockSize: Int = 4,
    basisSize: Int? = nil, probes: Bool = true, seed: UInt64 = 1
  ) {
    self.tolerance = tolerance
    self.maxIterations = maxIterations
    self.guardVectors = guardVectors
    self.blockSize = blockSize
    self.basisSize = basisSize
    self.probes = probes
    self.seed = seed
  }

  /// The lowest `count` eigenpairs of `matrix`; parameters and result as
  /// ``Davidson/lowest(_:of:preconditioner:start:shouldStop:progress:)``, an iteration being one
  /// restart cycle.
  public func lowest(
    _ count: Int, of matrix: some LinearOperator, start: [[Double]] = [],
    shouldStop: () -> Bool = { false }, progress: (Int, Double) -> Void = { _, _ in }
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    try validate(count, matrix.dimension, start)
    var iteration = try LanczosIteration(self, count, matrix)
    try iteration.begin(start)
    var cycles = 0
    var probesLeft = probes ? 3 : 0
    var probed: [Double]?
    var completeness = Completeness.unverified(because: "no probe was completed")
    while true {
      var stopped = false
      while !iteration.isFull {
        // Even a run stopped at once returns as many pairs as were wanted.
        stopped = (Task.isCancelled || shouldStop()) && iteration.canReport
        if stopped { break }
        try iteration.step()
      }
      let residual = try iteration.rayleighRitz()
      progress(cycles, residual)
      if iteration.isExact {
        completeness = .direct
        break
      }
      if stopped || cycles >= maxIterations { break }
      cycles += 1
      if residual <= tolerance {
        if let known = probed, iteration.agrees(with: known, within: 10 * tolerance) {
          completeness = .probed(steps: iteration.stepsPerCycle)
          break
        }
        if probesLeft == 0 { break }
        probesLeft -= 1
        probed = iteration.values
        try iteration.probe()
      } else {
        try iteration.restart()
      }
    }
    return iteration.result(steps: cycles, completeness: completeness)
  }

  private func validate(
    _ count: Int, _ dimension: Int, _ start: [[Double]]
  ) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    try require((1...dimension).contains(count), "count", count, accepted: "1...\(dimension)")
    try require(
      tolerance.isFinite && tolerance > 0, "tolerance", tolerance, accepted: "a positive number")
    try require(maxIterations >= 0, "maxIterations", maxIterations, accepted: "0 or more")
    try require(guardVectors >= 0, "guardVectors", guardVectors, accepted: "0 or more")
    try require(blockSize >= 1, "blockSize", blockSize, accepted: "1 or more")
    let least = count + guardVectors + 2 * blockSize
    try require(
      basisSize ?? least >= least, "basisSize", basisSize ?? 0, accepted: "\(least) or more")
    try checkStart(start, dimension)
  }
}
