public import ComplexModule
public import RealModule

/// A small complex linear system A x = b by Gauss's elimination with partial pivoting.
public struct ComplexLinearSystem: Sendable {
  /// The number of equations.
  public let dimension: Int
  /// Entry (i, j) is at `i * dimension + j`.
  private let elements: [Complex<Double>]

  /// - Throws: ``LinearAlgebraError/invalid(name:value:accepted:)`` for a dimension below 1 or an entry that is not
  ///   finite.
  public init(
    dimension: Int, entry: (Int, Int) -> Complex<Double>
  ) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    var elements: [Complex<Double>] = []
    for i in 0..<dimension {
      for j in 0..<dimension {
        let value = entry(i, j)
        try require(value.isFinite, "entry(\(i), \(j))", value, accepted: "finite numbers")
        elements.append(value)
      }
    }
    self.dimension = dimension
    self.elements = elements
  }

  /// x of A x = b.
  ///
  /// - Throws: ``LinearAlgebraError/invalid(name:value:accepted:)`` for another length of b, or a singular matrix.
  public func solution(
    of right: [Complex<Double>]
  ) throws(LinearAlgebraError) -> [Complex<Double>] {
    let n = dimension
    try require(right.count == n, "right.count", right.count, accepted: "\(n)")
    var (a, x) = (elements, right)
    for column in 0..<n {
      let rows = column..<n
      let pivot = rows.max { a[$0 * n + column].length < a[$1 * n + column].length } ?? column
      let lead = a[pivot * n + column]
      try require(lead != .zero, "pivot", column, accepted: "a matrix that is not singular")
      if pivot != column {
        for j in column..<n { a.swapAt(pivot * n + j, column * n + j) }
        x.swapAt(pivot, column)
      }
      for row in column + 1..<max(n, column + 1) {
        let factor = a[row * n + column] / lead
        guard factor != .zero else { continue }
        for j in column..<n { a[row * n + j] -= factor * a[column * n + j] }
        x[row] -= factor * x[column]
      }
    }
    for row in (0..<n).reversed() {
      for j in row + 1..<max(n, row + 1) { x[row] -= a[row * n + j] * x[j] }
      x[row] /= a[row * n + row]
    }
    return x
  }
}
