/// A real symmetric matrix with entries only for |i − j| ≤ `halfBandwidth`.
public struct BandedMatrix: Sendable, Equatable {
  /// The number of rows.
  public let dimension: Int
  /// The number of subdiagonals.
  public let halfBandwidth: Int
  /// LAPACK's lower band storage by columns: entry (i, j), i ≥ j, is at
  /// `i - j + j * (halfBandwidth + 1)`; places below the last row are zero.
  public let elements: [Double]

  /// Takes entries from `entry(row, column)` for 0 ≤ row − column ≤ `halfBandwidth`.
  ///
  /// - Throws: ``LinearAlgebraError`` for a dimension below 1, a half bandwidth outside
  ///   `0..<dimension`, an entry that is not finite, or a matrix too large for this machine.
  public init(
    dimension: Int, halfBandwidth: Int, entry: (Int, Int) -> Double
  ) throws(LinearAlgebraError) {
    try require(dimension >= 1, "dimension", dimension, accepted: "1 or more")
    try require(
      (0..<dimension).contains(halfBandwidth), "halfBandwidth", halfBandwidth,
      accepted: "0..<\(dimension)")
    try requireMemory(
      "A banded matrix", numbers: Double(dimension) * Double(halfBandwidth + 1))
    let height = halfBandwidth + 1
    var elements = [Double](repeating: 0, count: dimension * height)
    for j in 0..<dimension {
      for i in j..<min(j + height, dimension) { elements[i - j + j * height] = entry(i, j) }
    }
    try requireFinite(elements, "entry")
    self.dimension = dimension
    self.halfBandwidth = halfBandwidth
    self.elements = elements
  }

  /// A tridiagonal matrix as a band.
  public init(_ matrix: TridiagonalMatrix) throws(LinearAlgebraError) {
    try self.init(dimension: matrix.dimension, halfBandwidth: min(1, matrix.dimension - 1)) {
      $0 == $1 ? matrix.diagonal[$0] : matrix.offDiagonal[$1]
    }
  }

  /// Entry (row, column); 0 outside the band.
  public subscript(row: Int, column: Int) -> Double {
    let (i, j) = (max(row, column), min(row, column))
    return i - j <= halfBandwidth ? elements[i - j + j * (halfBandwidth + 1)] : 0
  }

  /// y ← A x for `x` of length ``dimension``.
  public func multiply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    let height = halfBandwidth + 1
    y.update(repeating: 0)
    elements.withUnsafeBufferPointer { a in
      for j in 0..<dimension {
        let column = j * height
        var sum = a[column] * x[j]
        for d in 1..<max(1, min(height, dimension - j)) {
          sum += a[column + d] * x[j + d]
          y[j + d] += a[column + d] * x[j]
        }
        y[j] += sum
      }
    }
  }

  func checkOverlap(_ overlap: BandedMatrix?) throws(LinearAlgebraError) {
    guard let overlap else { return }
    try require(
      overlap.dimension == dimension, "overlap.dimension", overlap.dimension,
      accepted: "\(dimension)")
  }
}

extension BandedMatrix: LinearOperator {
  /// y ← A x, as ``multiply(_:_:)``.
  public func apply(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) { multiply(x, y) }
}
