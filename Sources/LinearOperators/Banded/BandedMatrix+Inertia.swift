extension BandedMatrix {
  /// The number of eigenvalues of A x = λ B x below `shift`, by the inertia of A − σB.
  ///
  /// An LDLᵀ without pivoting while its element growth is harmless, the pivoted elimination of
  /// `pivotedCount(below:overlap:)` where it is not: see ``BandedFactorization``.
  public func count(
    below shift: Double, overlap: BandedMatrix? = nil
  ) throws(LinearAlgebraError) -> Int {
    try BandedFactorization(self, overlap: overlap, shift: shift).negativeCount
  }

  /// The same number by Gaussian elimination with row interchanges, O(3 n m²).
  ///
  /// Row k is eliminated against the pivot rows before it, exchanged wherever its entry is the
  /// larger, so that multipliers stay below 1; the signs of the leading principal minors, known
  /// after each row, make a Sturm sequence (Martin and Wilkinson, Numer. Math. 9 (1967) 279,
  /// *Handbook* I/6). Interchanges widen the band to 2m and no further. The matrix is first
  /// scaled to S(A − σB)S, S of powers of two with entries of at most about 1, which leaves the
  /// inertia alone and makes the row test blind to grading.
  ///
  /// `overlap` must have this matrix's dimension and `shift` be finite; otherwise 0 comes back.
  func pivotedCount(below shift: Double, overlap: BandedMatrix?) -> Int {
    guard shift.isFinite, overlap?.dimension ?? dimension == dimension else { return 0 }
    let m = max(halfBandwidth, overlap?.halfBandwidth ?? 0)
    let scale = congruence(m, shift, overlap)
    func entry(_ i: Int, _ j: Int) -> Double {
      let b = overlap.map { $0[i, j] } ?? (i == j ? 1 : 0)
      return (self[i, j] - shift * b) * scale[i] * scale[j]
    }
    // Pivot row j occupies columns j...j + 2m of a ring of m + 1 rows; the new row has columns
    // k - m...k + 2m.
    let width = 2 * m + 1
    var ring = [Double](repeating: 0, count: (m + 1) * width)
    var row = [Double](repeating: 0, count: 3 * m + 1)
    var minorIsNegative = false
    var negative = 0
    for k in 0..<dimension {
      for d in 0..<row.count {
        let j = k - m + d
        row[d] = d <= 2 * m && j >= 0 && j < dimension ? entry(k, j) : 0
      }
      let previous = minorIsNegative
      for j in max(0, k - m)..<k {
        let base = (j % (m + 1)) * width
        let offset = j - k + m
        if abs(row[offset]) > abs(ring[base]) {
          // The interchange flips the determinant; so does a pivot of the other sign.
          if (row[offset] < 0) == (ring[base] < 0) { minorIsNegative.toggle() }
          for e in 0..<width {
            (row[offset + e], ring[base + e]) = (ring[base + e], row[offset + e])
          }
        }
        guard ring[base] != 0 else { continue }
        let multiplier = row[offset] / ring[base]
        for e in 0..<width { row[offset + e] -= multiplier * ring[base + e] }
      }
      // A zero minor takes its predecessor's sign: an eigenvalue equal to σ is not below it.
      if row[m] == 0 { row[m] = minorIsNegative == previous ? 0x1p-200 : -0x1p-200 }
      if row[m] < 0 { minorIsNegative.toggle() }
      if minorIsNegative != previous { negative += 1 }
      let base = (k % (m + 1)) * width
      for e in 0..<width { ring[base + e] = row[m + e] }
    }
    return negative
  }

  /// Powers of two t_i with |A − σB|_ij t_i t_j ≤ about 1.
  private func congruence(_ m: Int, _ shift: Double, _ overlap: BandedMatrix?) -> [Double] {
    var size = (0..<dimension).map { i in
      abs(self[i, i]) + abs(shift * (overlap.map { $0[i, i] } ?? 1))
    }
    for j in 0..<dimension {
      for i in j + 1..<max(j + 1, min(j + m + 1, dimension)) {
        let entry = abs(self[i, j] - shift * (overlap.map { $0[i, j] } ?? 0))
        let (large, small) = size[i] > size[j] ? (i, j) : (j, i)
        if size[large] == 0 {
          size[i] = entry
          size[j] = entry
        } else if size[small] / entry < entry / size[large] {
          size[small] = entry / size[large] * entry
        }
      }
    }
    return size.map { value in
      guard value > 0 else { return 1 }
      return Double(
        sign: .plus, exponent: -Int((Double(value.exponent) / 2).rounded()), significand: 1)
    }
  }
}
