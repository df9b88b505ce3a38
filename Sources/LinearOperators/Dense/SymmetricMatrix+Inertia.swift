internal import CLAPACK

extension SymmetricMatrix {
  /// The number of eigenvalues of A x = λ B x below `shift`, by the inertia of A − σB.
  ///
  /// Sylvester: A − σB = L D Lᵀ has as many negative eigenvalues as the block diagonal D, and for
  /// a positive definite B that is the number of λ < σ. `dsytrf` pivots (Bunch and Kaufman, Math.
  /// Comp. 31 (1977) 163), so the count is exact for a matrix within rounding of A − σB.
  public func count(
    below shift: Double, overlap: SymmetricMatrix? = nil
  ) throws(LinearAlgebraError) -> Int {
    try require(shift.isFinite, "shift", shift, accepted: "a finite number")
    var a = elements
    if let overlap {
      try require(
        overlap.dimension == dimension, "overlap.dimension", overlap.dimension,
        accepted: "\(dimension)")
      for i in a.indices { a[i] -= shift * overlap.elements[i] }
    } else {
      for i in 0..<dimension { a[i * (dimension + 1)] -= shift }
    }
    let n = Int32(dimension)
    var pivots = [Int32](repeating: 0, count: dimension)
    let info = LAPACKE_dsytrf(LAPACK_COL_MAJOR, .init(ascii: "L"), n, &a, n, &pivots)
    // info > 0 is an exactly zero pivot: an eigenvalue equal to the shift, which is not below it.
    if info < 0 { try checkInfo(info, "dsytrf") { _ in "" } }
    return negativeCount(
      pivots: pivots, diagonal: { a[$0 * (dimension + 1)] },
      offDiagonalSquared: {
        let entry = a[$0 * (dimension + 1) + 1]
        return entry * entry
      })
  }
}

/// Negative eigenvalues of Bunch–Kaufman's D (lower variant: `pivots[j] < 0` twice marks a
/// 2 × 2 block).
func negativeCount(
  pivots: [Int32], diagonal: (Int) -> Double, offDiagonalSquared: (Int) -> Double
) -> Int {
  var negative = 0
  var j = 0
  while j < pivots.count {
    if pivots[j] > 0 || j + 1 == pivots.count {
      if diagonal(j) < 0 { negative += 1 }
      j += 1
    } else {
      let (first, second) = (diagonal(j), diagonal(j + 1))
      let determinant = first * second - offDiagonalSquared(j)
      negative += determinant < 0 ? 1 : (first + second < 0 ? 2 : 0)
      j += 2
    }
  }
  return negative
}
