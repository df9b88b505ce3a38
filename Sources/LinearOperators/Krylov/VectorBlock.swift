internal import CLAPACK

/// Memory for a fixed number of vectors, allocated once and released with its owner.
///
/// Large arrays inside an iteration cost more in page faults than in arithmetic. The numbers are
/// not set: pages are first touched by the thread that uses them.
struct VectorBlock: ~Copyable {
  let dimension: Int
  let capacity: Int
  let base: UnsafeMutablePointer<Double>

  init(dimension: Int, capacity: Int) {
    self.dimension = dimension
    self.capacity = capacity
    base = .allocate(capacity: max(1, dimension * capacity))
  }

  deinit { base.deallocate() }

  func column(_ j: Int) -> UnsafeMutablePointer<Double> { base + j * dimension }

  func columns(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: column(range.lowerBound), count: range.count * dimension)
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
