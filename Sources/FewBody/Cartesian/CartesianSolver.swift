import LinearOperators

/// The lowest levels of a Hamiltonian on a tensor grid, without a matrix.
///
/// Block Davidson with a preconditioner that inverts the kinetic energy at each level's own shift,
/// started from the levels of a grid with half the points. Where the potential has reflections, each
/// parity is a block of its own on the positive half of its axes; blocks that differ by an exchange
/// of axes are solved once.
public struct CartesianSolver: Sendable {
  /// Whether symmetries of the potential reduce the work.
  public enum Symmetry: Sendable {
    /// Reflections and exchanges of axes are looked for at every node, and used.
    case detected
    /// One block; nothing is taken for granted about the potential.
    case none
  }

  /// A level has converged when ‖Hψ − Eψ‖ ≤ tolerance, in hartree.
  public var tolerance: Double
  /// Iterations on each grid before the solver returns what it has.
  public var maxIterations: Int
  /// Vectors iterated beyond the wanted ones.
  public var guardVectors: Int
  /// Steps of a random vector in the complement of the levels found, in search of others.
  public var probeSteps: Int
  /// Which symmetries are used.
  public var symmetry: Symmetry
  /// How many threads share the work.
  public var threads: Threads
  /// Seeds the random vectors; the same seed and number of threads give the same run.
  public var seed: UInt64

  /// A solver with these choices; ``lowest(_:of:points:shouldStop:progress:)`` checks them.
  public init(
    tolerance: Double = 1e-8, maxIterations: Int = 200, guardVectors: Int = 1,
    probeSteps: Int = 6, symmetry: Symmetry = .detected, threads: Threads = .available,
    seed: UInt64 = 1
  ) {
    self.tolerance = tolerance
    self.maxIterations = maxIterations
    self.guardVectors = guardVectors
    self.probeSteps = probeSteps
    self.symmetry = symmetry
    self.threads = threads
    self.seed = seed
  }

  /// The bytes a solve of `count` levels holds at its largest without symmetry: the basis, its
  /// image, the potential, the levels, and the coarse levels they start from.
  public func memory(_ count: Int, points: Int) -> Double {
    let nodes = Double(points) * Double(points) * Double(points)
    let vectors = Double(2 * 3 * (count + guardVectors) + count + 1)
    return 8 * nodes * (vectors + Double(count + 2) / 8)
  }

  /// The lowest `count` levels of `model` with `points` nodes an axis.
  ///
  /// A solve that is stopped, or does not converge, returns its levels marked; see
  /// ``CartesianSpectrum/isComplete``.
  ///
  /// - Parameters:
  ///   - count: 1 or more.
  ///   - model: the Hamiltonian.
  ///   - points: even, 8 or more.
  ///   - shouldStop: polled once an iteration, on any thread, one call at a time.
  ///   - progress: told of each iteration, in the same way.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a parameter or a potential that cannot be,
  ///   ``FewBodyError/tooLarge(what:bytes:limit:)`` for a grid that does not fit.
  public func lowest(
    _ count: Int, of model: some CartesianModel, points: Int,
    shouldStop: () -> Bool = { false }, progress: (CartesianProgress) -> Void = { _ in }
  ) throws(FewBodyError) -> CartesianSpectrum {
    try validate(count, points)
    let bytes = try memoryWithSymmetry(count, of: model, points: points)
    guard bytes <= Memory.available else {
      throw .tooLarge(
        what: "points \(points) an axis, with \(count) levels,", bytes: bytes,
        limit: Memory.available)
    }
    let found =
      symmetry == .none
      ? CartesianSymmetry.none
      : try CartesianSymmetry(of: model, points: points, threads: threads)
    let result: Result<CartesianSpectrum, FewBodyError> = withoutActuallyEscaping(shouldStop) {
      stop in
      withoutActuallyEscaping(progress) { progress in
        withUnsafeCurrentTask { task in
          let watch = Watch(
            shouldStop: { stop() || task?.isCancelled ?? false }, progress: progress)
          let cascade = GridCascade(
            solver: self, model: model, symmetry: found, count: count, watch: watch)
          return Result { () throws(FewBodyError) in try cascade.solve(points: points) }
        }
      }
    }
    return try result.get()
  }

  /// As ``memory(_:points:)``; each reflection halves the vectors, and finding it takes V whole.
  ///
  /// The reflections are looked for on 16 points: on the whole grid that would itself need memory.
  private func memoryWithSymmetry(
    _ count: Int, of model: some CartesianModel, points: Int
  ) throws(FewBodyError) -> Double {
    let whole = memory(count, points: points)
    guard symmetry == .detected, whole > Memory.available else { return whole }
    let reflections = try CartesianSymmetry(of: model, points: 16, threads: .single)
      .parity.filter { $0 }.count
    let table = 8 * Double(points) * Double(points) * Double(points)
    // Sectors are solved side by side, one a thread.
    let sectors = min(threads.count, 1 << reflections)
    return table + whole * Double(sectors) / Double(1 << reflections)
  }

  private func validate(_ count: Int, _ points: Int) throws(FewBodyError) {
    try require("tolerance", tolerance, accepted: "a positive number") { $0 > 0 }
    guard points >= 8, points % 2 == 0, points <= 100_000 else {
      throw .invalid("points", points, accepted: "an even number from 8 to 100000")
    }
    // Half of the smallest block: beyond it a dense solver is the tool.
    let most = points * points * points / 16
    guard (1...most).contains(count) else {
      throw .invalid("levels", count, accepted: "1...\(most) on this grid")
    }
    guard maxIterations >= 0, guardVectors >= 1, probeSteps >= 0 else {
      throw .invalid(
        "maxIterations, guardVectors, probeSteps",
        "\(maxIterations), \(guardVectors), \(probeSteps)", accepted: "0, 1, 0 or more")
    }
  }
}
