/// A real symmetric tridiagonal matrix.
public struct TridiagonalMatrix: Sendable, Equatable {
  /// a₀ … a_{n−1}.
  public let diagonal: [Double]
  /// b₀ … b_{n−2}, b_i between rows i and i + 1.
  public let offDiagonal: [Double]

  /// n, the number of rows.
  public var dimension: Int { diagonal.count }

  /// - Throws: ``LinearAlgebraError/invalid(name:value:accepted:)`` for an empty diagonal, an
  ///   off-diagonal of another length than one less, or a number that is not finite.
  public init(diagonal: [Double], offDiagonal: [Double]) throws(LinearAlgebraError) {
    try require(!diagonal.isEmpty, "diagonal.count", 0, accepted: "1 or more")
    try require(
      offDiagonal.count == diagonal.count - 1, "offDiagonal.count", offDiagonal.count,
      accepted: "\(diagonal.count - 1), one less than the diagonal")
    try requireFinite(diagonal, "diagonal")
    try requireFinite(offDiagonal, "offDiagonal")
    self.diagonal = diagonal
    self.offDiagonal = offDiagonal
  }

  /// The number of eigenvalues below `shift`: the negative terms of the Sturm sequence
  /// q_i = a_i − σ − b²_{i−1}/q_{i−1}.
  ///
  /// No pivoting is needed: each rounding error can be moved into a relative change of b_i and
  /// a_i − σ (Demmel, Dhillon and Ren, ETNA 3 (1995) 116), also where q is tiny.
  public func count(below shift: Double) -> Int {
    var negative = 0
    var largest = 0.0
    for b in offDiagonal { largest = max(largest, b * b) }
    // The smallest q for which b²/q stays finite.
    let smallest = Double.leastNormalMagnitude * max(1, largest)
    var q = 1.0
    for i in diagonal.indices {
      let coupling = i == 0 ? 0 : offDiagonal[i - 1]
      q = diagonal[i] - shift - coupling * coupling / q
      if abs(q) < smallest { q = q < 0 ? -smallest : smallest }
      if q < 0 { negative += 1 }
    }
    return negative
  }
}
