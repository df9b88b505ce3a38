public import ComplexModule
public import RealModule

/// A complex Hermitian matrix, stored in full by columns.
public struct HermitianMatrix: Sendable, Equatable {
  /// The number of rows.
  public let dimension: Int
  /// Entry (i, j) is at `i + j * dimension`.
  public let elements: [Complex<Double>]

  /// Takes the lower triangle from `entry(row, column)`, `row ≥ column`, and mirrors its
  /// conjugate.
  ///
  /// - Throws: ``LinearAlgebraError`` for a dimension below 1, an entry that is not finite, a
  ///   diagonal entry that is not real, or a matrix that would not fit in memory.
  public init(
    dimension: Int, entry: (Int, Int) -> Complex<Double>
  ) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    try requireMemory(
      "A dense complex matrix of dimension \(dimension)",
      numbers: 2 * Double(dimension) * Double(dimension))
    var elements = [Complex<Double>](repeating: .zero, count: dimension * dimension)
    for j in 0..<dimension {
      for i in j..<dimension {
        let value = entry(i, j)
        // A name built for every entry would cost more than LAPACK.
        guard value.isFinite else {
          throw .invalid(name: "entry(\(i), \(j))", value: "\(value)", accepted: "finite numbers")
        }
        elements[i + j * dimension] = value
        elements[j + i * dimension] = value.conjugate
      }
      let corner = elements[j + j * dimension]
      guard corner.imaginary == 0 else {
        throw .invalid(name: "entry(\(j), \(j))", value: "\(corner)", accepted: "a real number")
      }
    }
    self.dimension = dimension
    self.elements = elements
  }

  /// Entry (row, column), of either triangle.
  public subscript(row: Int, column: Int) -> Complex<Double> {
    elements[row + column * dimension]
  }
}

extension Eigenvectors<Complex<Double>> {
  /// Turns the phase of each column so that its first component above half of the largest is
  /// real and positive.
  static func fixPhases(_ elements: inout [Complex<Double>], dimension: Int) {
    guard dimension > 0 else { return }
    for start in stride(from: 0, to: elements.count, by: dimension) {
      let column = start..<start + dimension
      let largest = elements[column].reduce(0) { Swift.max($0, $1.length) }
      guard let lead = column.first(where: { elements[$0].length > 0.5 * largest }) else {
        continue
      }
      let size = elements[lead].length
      let turn = elements[lead].conjugate / Complex(size)
      for i in column { elements[i] *= turn }
      elements[lead] = Complex(size)
    }
  }
}
