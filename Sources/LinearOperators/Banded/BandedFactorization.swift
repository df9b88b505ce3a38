/// A − σB = L D Lᵀ of banded A and B without pivoting: O(n m²) once, O(n m) per solve.
///
/// The computed factors are exact for a matrix whose entries differ from A − σB by at most
/// 2(m + 2)u √(g_i g_j), g_i = (|L||D||Lᵀ|)_ii (Higham, *Accuracy and Stability*, 2nd ed.,
/// theorem 9.3, and Cauchy's inequality). As long as g_i stays near |a_ii| + |σ b_ii| the error
/// follows the grading of the matrix row by row, which a norm-based reduction does not.
/// ``growth`` is the largest g_i / (|a_ii| + |σ b_ii|).
///
/// Pivoting that keeps symmetry (Bunch–Kaufman) widens a band without limit, so it is not used.
/// Where the growth exceeds 10⁴ the count comes from `pivotedCount(below:overlap:)`
/// instead; moving σ by a few ulp would not do, since growth is as 1/|σ − μ| for the nearest
/// eigenvalue μ of a leading block.
public struct BandedFactorization: Sendable {
  /// n, the number of rows.
  public let dimension: Int
  /// m, the number of subdiagonals: the larger of A's and B's.
  public let halfBandwidth: Int
  /// σ.
  public private(set) var shift: Double
  /// How many eigenvalues of A x = λ B x lie below σ, for a positive definite B.
  public private(set) var negativeCount: Int
  /// max g_i / (|a_ii| + |σ b_ii|); solves lose about log₁₀ of it in digits.
  public private(set) var growth: Double

  /// D in the first row of each column, L below it.
  private var factors: [Double]
  private var scale: [Double]
  private var accumulated: [Double]

  static let trustedGrowth = 1e4

  /// - Throws: ``LinearAlgebraError/invalid(name:value:accepted:)`` for a shift that is not finite
  ///   or an overlap of another dimension.
  public init(
    _ matrix: BandedMatrix, overlap: BandedMatrix? = nil, shift: Double = 0
  ) throws(LinearAlgebraError) {
    try matrix.checkOverlap(overlap)
    dimension = matrix.dimension
    halfBandwidth = max(matrix.halfBandwidth, overlap?.halfBandwidth ?? 0)
    self.shift = shift
    negativeCount = 0
    growth = 1
    factors = [Double](repeating: 0, count: dimension * (halfBandwidth + 1))
    scale = [Double](repeating: 0, count: dimension)
    accumulated = scale
    try factor(matrix, overlap: overlap, shift: shift)
  }

  /// Factors anew at another shift, in the same memory.
  mutating func factor(
    _ matrix: BandedMatrix, overlap: BandedMatrix?, shift: Double
  ) throws(LinearAlgebraError) {
    try require(shift.isFinite, "shift", shift, accepted: "a finite number")
    self.shift = shift
    load(matrix, overlap)
    eliminate()
    if !(growth <= Self.trustedGrowth) {
      negativeCount = matrix.pivotedCount(below: shift, overlap: overlap)
    }
  }

  private mutating func load(_ matrix: BandedMatrix, _ overlap: BandedMatrix?) {
    let (height, narrow) = (halfBandwidth + 1, matrix.halfBandwidth + 1)
    let (n, shift) = (dimension, shift)
    factors.withUnsafeMutableBufferPointer { f in
      matrix.elements.withUnsafeBufferPointer { a in
        if narrow < height { f.update(repeating: 0) }
        for j in 0..<n {
          for d in 0..<narrow { f[d + j * height] = a[d + j * narrow] }
        }
      }
      scale.withUnsafeMutableBufferPointer { s in
        for j in 0..<n { s[j] = abs(f[j * height]) }
        guard let overlap else {
          for j in 0..<n {
            f[j * height] -= shift
            s[j] += abs(shift)
          }
          return
        }
        let thin = overlap.halfBandwidth + 1
        overlap.elements.withUnsafeBufferPointer { b in
          for j in 0..<n {
            s[j] += abs(shift * b[j * thin])
            for d in 0..<thin { f[d + j * height] -= shift * b[d + j * thin] }
          }
        }
      }
    }
  }

  private mutating func eliminate() {
    let (n, height) = (dimension, halfBandwidth + 1)
    var negative = 0
    var worst = 0.0
    factors.withUnsafeMutableBufferPointer { f in
      accumulated.withUnsafeMutableBufferPointer { g in
        scale.withUnsafeBufferPointer { s in
          g.update(repeating: 0)
          for j in 0..<n {
            let column = j * height
            let reach = min(height, n - j)
            var pivot = f[column]
            if abs(pivot) <= 0x1p-53 * s[j] {
              pivot = Self.replacement(for: pivot, scale: s[j], f, column, reach)
              f[column] = pivot
            }
            if pivot < 0 { negative += 1 }
            worst = max(worst, (g[j] + abs(pivot)) / max(s[j], .leastNormalMagnitude))
            let inverse = 1 / pivot
            for d in 1..<max(1, reach) {
              let below = f[column + d]
              let multiplier = below * inverse
              g[j + d] += abs(multiplier * below)
              // Row j + d of the Schur complement; entry (j + e, j + d), e ≥ d.
              let target = (j + d) * height - d
              for e in d..<reach { f[target + e] -= multiplier * f[column + e] }
            }
            for d in 1..<max(1, reach) { f[column + d] *= inverse }
          }
        }
      }
    }
    negativeCount = negative
    growth = worst
  }

  /// A pivot within rounding of zero: any sign is right for a matrix within rounding, and a size
  /// that keeps the multipliers finite lets the growth tell.
  private static func replacement(
    for pivot: Double, scale: Double, _ f: UnsafeMutableBufferPointer<Double>, _ column: Int,
    _ reach: Int
  ) -> Double {
    var size = scale
    for d in 1..<max(1, reach) { size = max(size, abs(f[column + d])) }
    let tiny = max(0x1p-53 * size, 0x1p-500)
    return pivot < 0 ? -tiny : tiny
  }

  /// x ← (A − σB)⁻¹ x.
  ///
  /// - Throws: ``LinearAlgebraError/invalid(name:value:accepted:)`` if `x` has another length.
  public func solve(_ x: inout [Double]) throws(LinearAlgebraError) {
    try require(x.count == dimension, "x.count", x.count, accepted: "\(dimension)")
    x.withUnsafeMutableBufferPointer { solve($0) }
  }

  /// x ← (A − σB)⁻¹ x for `x` of length ``dimension``.
  public func solve(_ x: UnsafeMutableBufferPointer<Double>) {
    let (n, height) = (dimension, halfBandwidth + 1)
    factors.withUnsafeBufferPointer { f in
      for j in 0..<n {
        let value = x[j]
        for d in 1..<max(1, min(height, n - j)) { x[j + d] -= f[d + j * height] * value }
      }
      for j in stride(from: n - 1, through: 0, by: -1) {
        var sum = x[j] / f[j * height]
        for d in 1..<max(1, min(height, n - j)) { sum -= f[d + j * height] * x[j + d] }
        x[j] = sum
      }
    }
  }
}
