/// The state of a ``Lanczos`` run; all large memory is allocated here, once.
struct LanczosIteration<Matrix: LinearOperator>: ~Copyable {
  private let matrix: Matrix
  private let tolerance: Double
  private let wanted: Int
  private let kept: Int
  private let block: Int
  private let limit: Int
  private let stride: Int
  private var random: SplitMix64
  private var space: SearchSpace
  private let work: VectorBlock
  /// VᵀAV of the columns whose image is known, `stride` numbers a column.
  private var projected: [Double]
  /// Columns whose image is known; the block after them is the next to be multiplied.
  private var expanded = 0
  /// (AV − VVᵀAV)ᵀ(same) for the last block multiplied, and that block's width.
  private var protrusion: [Double] = []
  private var lastWidth = 0
  private var ritz: [Double] = []
  private var coefficients: [Double] = []

  init(
    _ options: Lanczos, _ count: Int, _ matrix: Matrix
  ) throws(LinearAlgebraError) {
    let n = matrix.dimension
    let block = min(options.blockSize, n)
    let kept = min(count + options.guardVectors, n)
    let limit = min(n, options.basisSize ?? max(2 * kept, kept + 12 * block))
    let stride = limit + 2 * block
    try requireMemory(
      "The Lanczos basis of \(stride) vectors of length \(n)",
      numbers: Double(n) * Double(stride + count))
    self.matrix = matrix
    tolerance = options.tolerance
    wanted = count
    self.block = block
    self.kept = kept
    self.limit = limit
    self.stride = stride
    random = SplitMix64(seed: options.seed)
    space = SearchSpace(dimension: n, capacity: stride)
    work = VectorBlock(dimension: n, capacity: max(count, block))
    projected = [Double](repeating: 0, count: stride * stride)
  }

  /// The first block: the start vectors, filled up with random ones.
  mutating func begin(_ start: [[Double]]) throws(LinearAlgebraError) {
    let given = start.prefix(block)
    for (j, vector) in given.enumerated() {
      for i in 0..<matrix.dimension { space.basis.column(j)[i] = vector[i] }
    }
    _ = try space.append(fresh: given.count)
    for _ in 0..<3 where space.count < block {
      _ = try space.appendRandom(block - space.count, &random)
    }
  }

  var isExact: Bool { expanded == matrix.dimension }
  var canReport: Bool { expanded >= wanted }
  var isFull: Bool { expanded >= limit || expanded == space.count }
  var values: [Double] { Array(ritz.prefix(wanted)) }
  var stepsPerCycle: Int { (limit - wanted) / block }

  func agrees(with reference: [Double], within distance: Double) -> Bool {
    zip(reference, ritz).allSatisfy { $0 - $1 <= distance }
  }

  /// Multiplies the newest block, records its projection and orthogonalises the image.
  mutating func step() throws(LinearAlgebraError) {
    let (n, old, count) = (matrix.dimension, expanded, space.count)
    let width = count - old
    matrix.apply(
      count: width, UnsafeBufferPointer(space.basis.columns(old..<count)),
      work.columns(0..<width))
    let products = space.products.gram(n, space.basis.base, count, work.base, width)
    for j in 0..<width {
      for i in 0..<count {
        projected[i + (old + j) * stride] = products[i + j * count]
        projected[old + j + i * stride] = products[i + j * count]
      }
    }
    expanded = count
    lastWidth = width
    space.basis.columns(count..<count + width).baseAddress?
      .update(from: work.base, count: width * n)
    let added = try space.append(fresh: width)
    protrusion = space.protrusion
    // An invariant subspace was found: go on in its complement.
    if added < min(block, n - count) {
      _ = try space.appendRandom(min(block, n - count) - added, &random)
    }
  }

  /// Ritz pairs and the residuals of the wanted ones; returns the largest.
  mutating func rayleighRitz() throws(LinearAlgebraError) -> Double {
    let q = expanded
    guard q > 0 else { return .infinity }
    coefficients = []
    for j in 0..<q { coefficients += projected[j * stride..<j * stride + q] }
    ritz = try smallEigenpairs(&coefficients, order: q)
    var worst = q < wanted ? Double.infinity : 0
    for column in 0..<min(wanted, q) {
      // ‖AVs − θVs‖ is the length of the protruding block times the last rows of s.
      var square = 0.0
      let tail = (column + 1) * q - lastWidth
      for j in 0..<lastWidth {
        for i in 0..<lastWidth {
          square +=
            coefficients[tail + i] * protrusion[i + j * lastWidth] * coefficients[tail + j]
        }
      }
      worst = max(worst, max(square, 0).squareRoot())
    }
    return worst
  }

  /// V ← [best Ritz vectors, next block].
  mutating func restart() throws(LinearAlgebraError) { try compress(kept: kept, next: true) }

  /// V ← [wanted Ritz vectors, random block].
  mutating func probe() throws(LinearAlgebraError) {
    try compress(kept: wanted, next: false)
  }

  private mutating func compress(kept: Int, next: Bool) throws(LinearAlgebraError) {
    let (q, count) = (expanded, space.count)
    let columns = min(kept, q)
    let tail = next ? count - q : 0
    var c = [Double](repeating: 0, count: count * (columns + tail))
    for j in 0..<columns {
      for i in 0..<q { c[i + j * count] = coefficients[i + j * q] }
    }
    for j in 0..<tail { c[q + j + (columns + j) * count] = 1 }
    space.compress(c, kept: columns + tail)
    for j in 0..<columns {
      for i in 0..<columns { projected[i + j * stride] = i == j ? ritz[j] : 0 }
    }
    expanded = columns
    // Without a next block (a probe, or an invariant subspace) a random one takes its place.
    if space.count == columns {
      _ = try space.appendRandom(min(block, matrix.dimension - columns), &random)
    }
  }

  /// The wanted pairs, with residuals from a fresh application of the operator.
  consuming func result(steps: Int, completeness: Completeness) -> Eigenpairs<Double> {
    let found = min(wanted, expanded)
    return ritzResult(
      matrix, space.products, space.basis.base, expanded,
      Array(coefficients.prefix(expanded * found)), Array(ritz.prefix(found)), work, tolerance,
      steps, completeness)
  }
}
