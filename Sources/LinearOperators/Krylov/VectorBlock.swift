internal import CLAPACK

/// Memory for a fixed number of vectors, allocated once and released with its owner.
///
/// Large arrays inside an iteration cost more in page faults than in arithmetic.
struct VectorBlock: ~Copyable {
  let dimension: Int
  let capacity: Int
  let base: UnsafeMutablePointer<Double>

  init(dimension: Int, capacity: Int) {
    self.dimension = dimension
    self.capacity = capacity
    base = .allocate(capacity: max(1, dimension * capacity))
    base.initialize(repeating: 0, count: max(1, dimension * capacity))
  }

  deinit { base.deallocate() }

  func column(_ j: Int) -> UnsafeMutablePointer<Double> { base + j * dimension }

  func columns(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: column(range.lowerBound), count: range.count * dimension)
  }
}

/// Products of tall blocks, in chunks of rows that stay in the cache.
enum TallBlocks {
  static let chunk = 4096

  /// C ← XᵀY, p × q by columns.
  static func gram(
    _ n: Int, _ x: UnsafePointer<Double>, _ p: Int, _ y: UnsafePointer<Double>, _ q: Int
  ) -> [Double] {
    var c = [Double](repeating: 0, count: p * q)
    guard p > 0, q > 0 else { return c }
    for start in stride(from: 0, to: n, by: chunk) {
      cblas_dgemm(
        CblasColMajor, CblasTrans, CblasNoTrans, Int32(p), Int32(q), Int32(min(chunk, n - start)),
        1, x + start, Int32(n), y + start, Int32(n), 1, &c, Int32(p))
    }
    return c
  }

  /// Y ← βY + αXC with C of p × q by columns.
  static func combine(
    _ n: Int, _ alpha: Double, _ x: UnsafePointer<Double>, _ p: Int, _ c: [Double], _ q: Int,
    _ beta: Double, _ y: UnsafeMutablePointer<Double>
  ) {
    guard q > 0 else { return }
    for start in stride(from: 0, to: n, by: chunk) {
      cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(min(chunk, n - start)), Int32(q),
        Int32(p), alpha, x + start, Int32(n), c, Int32(max(1, p)), beta, y + start, Int32(n))
    }
  }

  /// X ← XC with C of p × q, q ≤ p, in place: a chunk of rows at a time through `scratch`, which
  /// holds `chunk` · q numbers.
  static func rotate(
    _ n: Int, _ x: UnsafeMutablePointer<Double>, _ p: Int, _ c: [Double], _ q: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    guard q > 0 else { return }
    for start in stride(from: 0, to: n, by: chunk) {
      let rows = min(chunk, n - start)
      cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(q), Int32(p), 1, x + start,
        Int32(n), c, Int32(p), 0, scratch, Int32(rows))
      for j in 0..<q {
        (x + start + j * n).update(from: scratch + j * rows, count: rows)
      }
    }
  }
}

/// Eigenpairs of a small symmetric matrix held by columns; vectors replace the matrix.
func smallEigenpairs(_ matrix: inout [Double], order: Int) throws(LinearAlgebraError) -> [Double] {
  var values = [Double](repeating: 0, count: order)
  let info = LAPACKE_dsyevd(
    LAPACK_COL_MAJOR, CChar(ascii: "V"), CChar(ascii: "L"), Int32(order), &matrix, Int32(order),
    &values)
  try checkInfo(info, "dsyevd") { _ in "the projected problem did not converge" }
  return values
}
