/// A real symmetric matrix, stored in full by columns.
public struct SymmetricMatrix: Sendable, Equatable {
  /// The number of rows.
  public let dimension: Int
  /// Entry (i, j) is at `i + j * dimension`.
  public let elements: [Double]

  /// Takes the lower triangle from `entry(row, column)`, `row ≥ column`, and mirrors it.
  ///
  /// - Throws: ``LinearAlgebraError`` for a dimension below 1, an entry that is not finite, or a
  ///   matrix that would not fit in memory.
  public init(dimension: Int, entry: (Int, Int) -> Double) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    try requireMemory(
      "A dense matrix of dimension \(dimension)", numbers: Double(dimension) * Double(dimension))
    var elements = [Double](repeating: 0, count: dimension * dimension)
    for j in 0..<dimension {
      for i in j..<dimension {
        let value = entry(i, j)
        elements[i + j * dimension] = value
        elements[j + i * dimension] = value
      }
    }
    try requireFinite(elements, "entry")
    self.dimension = dimension
    self.elements = elements
  }

  /// Takes `dimension`² numbers; only the lower triangle (row ≥ column) is read.
  public init(dimension: Int, lowerTriangleOf columnMajor: [Double]) throws(LinearAlgebraError) {
    try require(
      dimension >= 1 && columnMajor.count == dimension * dimension, "elements.count",
      columnMajor.count, accepted: "dimension² = \(dimension * dimension)")
    try self.init(dimension: dimension) { columnMajor[$0 + $1 * dimension] }
  }

  /// Entry (row, column), of either triangle.
  public subscript(row: Int, column: Int) -> Double { elements[row + column * dimension] }
}
