/// The state of a ``Davidson`` run; all large memory is allocated here, once.
///
/// Residuals live in the unused columns of the image block: 2 · basisBlocks blocks are everything.
struct DavidsonIteration<Matrix: LinearOperator, Inverse: Preconditioner>: ~Copyable {
  private let matrix: Matrix
  private let preconditioner: Inverse
  private let threads: Threads
  private let tolerance: Double
  private let wanted: Int
  private let block: Int
  private let capacity: Int
  private var random: SplitMix64
  private var space: SearchSpace
  private let image: VectorBlock
  /// VᵀAV, `capacity` numbers a column.
  private var projected: [Double]
  /// Ritz values and coefficients in the present basis, `rows` numbers a column.
  private var ritz: [Double] = []
  private var coefficients: [Double] = []
  private var rows = 0
  private var norms: [Double] = []
  /// The largest Ritz value in size: what rounding is measured against.
  private var size = 0.0
  /// Coefficients of the previous Ritz vectors, `previousRows` numbers a column.
  private var previous: [Double] = []
  private var previousRows = 0

  init(
    _ options: Davidson, _ count: Int, _ matrix: Matrix, _ preconditioner: Inverse
  ) throws(LinearAlgebraError) {
    let n = matrix.dimension
    let block = min(count + options.guardVectors, n)
    // A space so small that the basis can fill it gets room for the residuals besides.
    let capacity = n <= (options.basisBlocks + 1) * block ? n + block : options.basisBlocks * block
    try requireMemory(
      "The Davidson basis for \(count) vectors of length \(n)",
      numbers: options.memory(count, dimension: n))
    self.matrix = matrix
    self.preconditioner = preconditioner
    threads = options.threads
    tolerance = options.tolerance
    wanted = count
    self.block = block
    self.capacity = capacity
    random = SplitMix64(seed: options.seed)
    space = SearchSpace(dimension: n, capacity: capacity, threads: options.threads)
    image = VectorBlock(dimension: n, capacity: capacity)
    projected = [Double](repeating: 0, count: capacity * capacity)
  }

  /// The first block: `given` vectors from `fill`, and random ones after them.
  mutating func begin(
    _ given: Int, _ fill: (Int, UnsafeMutableBufferPointer<Double>) -> Void
  ) throws(LinearAlgebraError) {
    let given = min(given, block)
    let base = space.basis.base
    let n = matrix.dimension
    threads.forEach(given) { j in
      fill(j, UnsafeMutableBufferPointer(start: base + j * n, count: n))
    }
    _ = try space.append(fresh: given)
    for _ in 0..<3 where space.count < block {
      _ = try space.appendRandom(block - space.count, &random)
    }
    applyMatrix(from: 0)
  }

  var isExact: Bool { space.count == matrix.dimension }
  var canProbe: Bool { block > wanted }
  var values: [Double] { Array(ritz.prefix(wanted)) }

  /// Residuals below are noise: expanding the basis by them would only spoil its orthogonality.
  var rounding: Double { 32 * 0x1p-53 * size }

  func agrees(with reference: [Double], within distance: Double) -> Bool {
    zip(reference, ritz).allSatisfy { $0 - $1 <= distance }
  }

  /// Ritz pairs of the present basis and their residuals; returns the largest wanted one.
  mutating func rayleighRitz() throws(LinearAlgebraError) -> Double {
    let n = matrix.dimension
    (previous, previousRows) = (coefficients, rows)
    rows = space.count
    coefficients = []
    for j in 0..<rows { coefficients += projected[j * capacity..<j * capacity + rows] }
    ritz = try smallEigenpairs(&coefficients, order: rows)
    size = ritz.reduce(size) { max($0, $1.magnitude) }
    let columns = min(block, rows)
    coefficients.removeLast(coefficients.count - rows * columns)
    ritz.removeLast(ritz.count - columns)
    if rows + columns > capacity {
      restart()
      norms = space.products.residuals(
        n, image.base, space.basis.base, ritz, image.column(rows))
    } else {
      var scaled = coefficients
      for j in 0..<columns {
        for i in 0..<rows { scaled[i + j * rows] *= -ritz[j] }
      }
      let residual = image.column(rows)
      space.products.combine(n, 1, image.base, rows, coefficients, columns, 0, residual)
      space.products.combine(n, 1, space.basis.base, rows, scaled, columns, 1, residual)
      norms = space.products.norms(n, residual, columns)
    }
    return norms.prefix(wanted).reduce(0, max)
  }

  /// Adds the preconditioned residuals of the unconverged vectors; false if nothing was left.
  mutating func expand(guardsOnly: Bool) throws(LinearAlgebraError) -> Bool {
    let n = matrix.dimension
    let old = space.count
    let least = max(tolerance, rounding)
    var active = norms.indices.filter { norms[$0] > least && (!guardsOnly || $0 >= wanted) }
    if active.isEmpty { active = [norms.count - 1] }
    active = Array(active.prefix(n - old))
    let (residual, target) = (image.column(old), space.basis.column(old))
    let (levels, preconditioner) = (ritz, preconditioner)
    threads.forEach(active.count) { j in
      preconditioner.correct(
        UnsafeBufferPointer(start: residual + active[j] * n, count: n), level: levels[active[j]],
        into: UnsafeMutableBufferPointer(start: target + j * n, count: n))
    }
    var added = try space.appendOnce(fresh: active.count)
    if added == 0 { added = try space.appendRandom(1, &random) }
    guard added > 0 else { return false }
    applyMatrix(from: old)
    return true
  }

  /// Keeps the wanted vectors and puts random ones in the place of the guards.
  mutating func probe() throws(LinearAlgebraError) {
    compress(Array(coefficients.prefix(rows * wanted)), kept: wanted)
    let old = space.count
    if try space.appendRandom(block - wanted, &random) > 0 { applyMatrix(from: old) }
    (ritz, coefficients, rows) = ([], [], 0)
  }

  /// V ← [X, P]: the Ritz vectors and the parts of their predecessors orthogonal to them.
  private mutating func restart() {
    let (q, columns) = (rows, ritz.count)
    var kept = coefficients
    var count = columns
    let room = capacity - columns
    for i in norms.indices
    where count < room && norms[i] > tolerance && (i + 1) * previousRows <= previous.count {
      var direction = [Double](repeating: 0, count: q)
      for row in 0..<min(previousRows, q) { direction[row] = previous[row + i * previousRows] }
      // Two passes, and once more after the division: a short remainder is orthogonal only to its
      // own size.
      Self.orthogonalize(&direction, kept, count)
      Self.orthogonalize(&direction, kept, count)
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-10 else { continue }
      for row in 0..<q { direction[row] /= length }
      Self.orthogonalize(&direction, kept, count)
      kept += direction
      count += 1
    }
    compress(kept, kept: count)
    // In the new basis the Ritz vectors are the first unit vectors.
    rows = count
    coefficients = [Double](repeating: 0, count: count * columns)
    for j in 0..<columns { coefficients[j + j * count] = 1 }
  }

  private static func orthogonalize(_ vector: inout [Double], _ kept: [Double], _ count: Int) {
    let q = vector.count
    for j in 0..<count {
      var overlap = 0.0
      for row in 0..<q { overlap += kept[row + j * q] * vector[row] }
      for row in 0..<q { vector[row] -= overlap * kept[row + j * q] }
    }
  }

  private mutating func compress(_ c: [Double], kept: Int) {
    let q = space.count
    var h: [Double] = []
    for j in 0..<q { h += projected[j * capacity..<j * capacity + q] }
    let small = TallBlocks()
    let hc = small.gram(q, h, q, c, kept)
    let reduced = small.gram(q, c, kept, hc, kept)
    for j in 0..<kept {
      for i in 0..<kept {
        projected[i + j * capacity] = 0.5 * (reduced[i + j * kept] + reduced[j + i * kept])
      }
    }
    space.compress(c, kept: kept, image)
  }

  /// AV for the columns from `old` on, and their rows and columns of VᵀAV.
  private mutating func applyMatrix(from old: Int) {
    let (n, q) = (matrix.dimension, space.count)
    let fresh = q - old
    let (source, target, matrix) = (space.basis.column(old), image.column(old), matrix)
    threads.split(fresh) { share in
      let columns = share.range
      matrix.apply(
        count: columns.count,
        UnsafeBufferPointer(start: source + columns.lowerBound * n, count: columns.count * n),
        UnsafeMutableBufferPointer(
          start: target + columns.lowerBound * n, count: columns.count * n))
    }
    let products = space.products.gram(n, space.basis.base, q, target, fresh)
    for j in 0..<fresh {
      for i in 0..<q {
        projected[i + (old + j) * capacity] = products[i + j * q]
        projected[old + j + i * capacity] = products[i + j * q]
      }
    }
  }

  /// The wanted pairs, with residuals from a fresh application of the operator.
  consuming func result(steps: Int, completeness: Completeness) -> Eigenpairs<Double> {
    ritzResult(
      matrix, space.products, space.basis.base, rows,
      Array(coefficients.prefix(rows * wanted)), values, image, tolerance, steps, completeness)
  }
}
