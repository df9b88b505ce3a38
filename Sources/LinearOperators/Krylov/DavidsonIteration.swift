/// The state of a ``Davidson`` run; all large memory is allocated here, once.
struct DavidsonIteration<Matrix: LinearOperator, Inverse: Preconditioner>: ~Copyable {
  private let matrix: Matrix
  private let preconditioner: Inverse
  private let tolerance: Double
  private let wanted: Int
  private let block: Int
  private let limit: Int
  private var random: SplitMix64
  private var space: SearchSpace
  private let image: VectorBlock
  private let residual: VectorBlock
  /// VᵀAV, `stride` numbers a column.
  private var projected: [Double]
  private let stride: Int
  /// Ritz values and coefficients (count × count) in the present basis.
  private var ritz: [Double] = []
  private var coefficients: [Double] = []
  private var norms: [Double] = []
  /// Coefficients of the previous Ritz vectors, `previousRows` numbers a column.
  private var previous: [Double] = []
  private var previousRows = 0

  init(
    _ options: Davidson, _ count: Int, _ matrix: Matrix, _ preconditioner: Inverse
  ) throws(LinearAlgebraError) {
    let n = matrix.dimension
    let block = min(count + options.guardVectors, n)
    let limit = min(n, options.basisBlocks * block)
    let stride = limit + block
    try requireMemory(
      "The Davidson basis for \(count) vectors of length \(n)",
      numbers: Double(n) * Double(2 * stride + block))
    self.matrix = matrix
    self.preconditioner = preconditioner
    tolerance = options.tolerance
    wanted = count
    self.block = block
    self.limit = limit
    self.stride = stride
    random = SplitMix64(seed: options.seed)
    space = SearchSpace(dimension: n, capacity: stride)
    image = VectorBlock(dimension: n, capacity: stride)
    residual = VectorBlock(dimension: n, capacity: block)
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
    applyMatrix(from: 0)
  }

  var isExact: Bool { space.count == matrix.dimension }
  var canProbe: Bool { block > wanted }
  var values: [Double] { Array(ritz.prefix(wanted)) }

  func agrees(with reference: [Double], within distance: Double) -> Bool {
    zip(reference, ritz).allSatisfy { $0 - $1 <= distance }
  }

  /// Ritz pairs of the present basis and their residuals; returns the largest wanted one.
  mutating func rayleighRitz() throws(LinearAlgebraError) -> Double {
    let (n, q) = (matrix.dimension, space.count)
    previous = coefficients
    previousRows = ritz.count
    coefficients = []
    for j in 0..<q { coefficients += projected[j * stride..<j * stride + q] }
    ritz = try smallEigenpairs(&coefficients, order: q)
    let columns = min(block, q)
    let leading = Array(coefficients.prefix(q * columns))
    var scaled = leading
    for j in 0..<columns {
      for i in 0..<q { scaled[i + j * q] *= ritz[j] }
    }
    TallBlocks.combine(n, 1, image.base, q, leading, columns, 0, residual.base)
    TallBlocks.combine(n, -1, space.basis.base, q, scaled, columns, 1, residual.base)
    norms = (0..<columns).map { j in
      let r = residual.column(j)
      var sum = 0.0
      for i in 0..<n { sum += r[i] * r[i] }
      return sum.squareRoot()
    }
    return norms.prefix(wanted).reduce(0, max)
  }

  /// Adds the preconditioned residuals of the unconverged vectors; false if nothing was left.
  mutating func expand(guardsOnly: Bool) throws(LinearAlgebraError) -> Bool {
    let n = matrix.dimension
    var active = norms.indices.filter { norms[$0] > tolerance && (!guardsOnly || $0 >= wanted) }
    if active.isEmpty { active = [norms.count - 1] }
    if space.count + min(active.count, n - space.count) > limit { restart(active) }
    active = Array(active.prefix(n - space.count))
    let old = space.count
    for (j, i) in active.enumerated() {
      preconditioner.correct(
        UnsafeBufferPointer(residual.columns(i..<i + 1)), level: ritz[i],
        into: space.basis.columns(old + j..<old + j + 1))
    }
    var added = try space.append(fresh: active.count)
    if added == 0 { added = try space.appendRandom(1, &random) }
    guard added > 0 else { return false }
    applyMatrix(from: old)
    return true
  }

  /// Keeps the wanted vectors and puts random ones in the place of the guards.
  mutating func probe() throws(LinearAlgebraError) {
    compress(Array(coefficients.prefix(space.count * wanted)), kept: wanted)
    let old = space.count
    if try space.appendRandom(block - wanted, &random) > 0 { applyMatrix(from: old) }
    ritz = []
    coefficients = []
  }

  /// V ← [X, P]: the Ritz vectors and the parts of their predecessors orthogonal to them.
  private mutating func restart(_ active: [Int]) {
    let q = space.count
    let columns = min(block, q)
    var kept = Array(coefficients.prefix(q * columns))
    var count = columns
    let room = limit - active.count
    for i in active
    where count < room && previousRows > 0 && (i + 1) * previousRows <= previous.count {
      var direction = [Double](repeating: 0, count: q)
      for row in 0..<min(previousRows, q) { direction[row] = previous[row + i * previousRows] }
      for _ in 0..<2 {
        for j in 0..<count {
          var overlap = 0.0
          for row in 0..<q { overlap += kept[row + j * q] * direction[row] }
          for row in 0..<q { direction[row] -= overlap * kept[row + j * q] }
        }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-10 else { continue }
      // Once more after the division: a short remainder is orthogonal only to its own size.
      for row in 0..<q { direction[row] /= length }
      for j in 0..<count {
        var overlap = 0.0
        for row in 0..<q { overlap += kept[row + j * q] * direction[row] }
        for row in 0..<q { direction[row] -= overlap * kept[row + j * q] }
      }
      kept += direction
      count += 1
    }
    compress(kept, kept: count)
    // In the new basis the Ritz vectors are the first unit vectors.
    ritz = Array(ritz.prefix(columns))
    coefficients = [Double](repeating: 0, count: count * columns)
    for j in 0..<columns { coefficients[j + j * count] = 1 }
    ritz += [Double](repeating: .infinity, count: count - columns)
  }

  private mutating func compress(_ c: [Double], kept: Int) {
    let q = space.count
    var h: [Double] = []
    for j in 0..<q { h += projected[j * stride..<j * stride + q] }
    let hc = TallBlocks.gram(q, h, q, c, kept)
    let reduced = TallBlocks.gram(q, c, kept, hc, kept)
    for j in 0..<kept {
      for i in 0..<kept {
        projected[i + j * stride] = 0.5 * (reduced[i + j * kept] + reduced[j + i * kept])
      }
    }
    space.compress(c, kept: kept, image)
  }

  /// AV for the columns from `old` on, and their rows and columns of VᵀAV.
  private mutating func applyMatrix(from old: Int) {
    let (n, q) = (matrix.dimension, space.count)
    let fresh = q - old
    matrix.apply(
      count: fresh, UnsafeBufferPointer(space.basis.columns(old..<q)), image.columns(old..<q))
    let products = TallBlocks.gram(n, space.basis.base, q, image.column(old), fresh)
    for j in 0..<fresh {
      for i in 0..<q {
        projected[i + (old + j) * stride] = products[i + j * q]
        projected[old + j + i * stride] = products[i + j * q]
      }
    }
  }

  /// The wanted pairs, with residuals from a fresh application of the operator.
  consuming func result(steps: Int, completeness: Completeness) -> Eigenpairs<Double> {
    ritzResult(
      matrix, space.basis.base, space.count, Array(coefficients.prefix(space.count * wanted)),
      values, image, tolerance, steps, completeness)
  }
}

/// X = VC as eigenpairs with residuals ‖Ax − λx‖₂ computed anew; `work` is overwritten.
func ritzResult(
  _ matrix: some LinearOperator, _ basis: UnsafePointer<Double>, _ basisCount: Int,
  _ coefficients: [Double], _ values: [Double], _ work: borrowing VectorBlock,
  _ tolerance: Double, _ steps: Int, _ completeness: Completeness
) -> Eigenpairs<Double> {
  let (n, count) = (matrix.dimension, values.count)
  var vectors = [Double](repeating: 0, count: n * count)
  var residuals: [Double] = []
  vectors.withUnsafeMutableBufferPointer { x in
    guard let base = x.baseAddress else { return }
    TallBlocks.combine(n, 1, basis, basisCount, coefficients, count, 0, base)
    matrix.apply(count: count, UnsafeBufferPointer(x), work.columns(0..<count))
    for j in 0..<count {
      let image = work.column(j)
      var sum = 0.0
      for i in 0..<n {
        let r = image[i] - values[j] * x[i + j * n]
        sum += r * r
      }
      residuals.append(sum.squareRoot())
    }
  }
  Eigenvectors.fixSigns(&vectors, dimension: n)
  // The recomputed residual differs from the recurrence's by rounding.
  let converged = residuals.prefix { $0 <= 1.01 * tolerance }.count
  return Eigenpairs(
    values: values, vectors: Eigenvectors(dimension: n, count: count, elements: vectors),
    residuals: residuals, iterations: steps, convergedCount: converged,
    completeness: converged == count
      ? completeness : .unverified(because: "\(count - converged) pairs did not converge"))
}
