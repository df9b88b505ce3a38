/// Eigenvalues of an infinite Hermitian matrix between two bounds.
public struct EigenvalueEnclosure: Sendable, Equatable {
  /// Rayleigh quotients of the trial vectors.
  public let values: [Double]
  /// lower_k <= E_k <= upper_k, k counted from 0 over the whole spectrum.
  public let lower: [Double]
  /// The upper bounds, in the order of ``lower``.
  public let upper: [Double]
  /// |H x - value x| of each vector, its rows outside A included.
  public let residuals: [Double]

  /// An enclosure of bounds that are known already, one number a level in each array.
  public init(values: [Double], lower: [Double], upper: [Double], residuals: [Double]) {
    self.values = values
    self.lower = lower
    self.upper = upper
    self.residuals = residuals
  }
}

extension HermitianStrip {
  /// Bounds of the lowest eigenvalues E_0 <= E_1 <= ... of H from trial vectors x_0, x_1, ... .
  ///
  /// **Theorem.** Let #{E < s} <= p, X the span of x_0 ... x_(p-1), Theta the Ritz matrix of X, R =
  /// (1 - P_X) H X and Theta < s. Then for k < p, with s' = s - |R|^2/(s - max Theta),
  ///
  ///     lambda_k(Theta) - |R|^2/(s' - lambda_k(Theta)) <= E_k <= lambda_k(Theta).
  ///
  /// *Proof.* The upper bound is Rayleigh and Ritz's. By Haynsworth, n_-(H - s) = n_-(Theta - s) +
  /// n_-(S) with the Schur complement S = C - s + R (s - Theta)^-1 R* on the complement of X. The left
  /// side is at most p and the first term is p, so S >= 0 and C >= s'. Hence, for t < s', #{E < t} <=
  /// n_-(Theta - t - R*R/(s' - t)), and at t = the left-hand side of the claim the matrix in the
  /// bracket has at most k negative eigenvalues by Weyl. QED
  ///
  /// It is used from the top down: the lower bounds of one cluster of levels are the s of the cluster
  /// beneath. The x need not be orthonormal: with G = X*X = 1 + O(eta), Lambda = diag(values) and F =
  /// Theta - (Lambda G + G Lambda)/2 the pencil (Theta, G) has its eigenvalues within |F|/(1 - eta) +
  /// 2.1 eta^2 |Lambda| of the values. Rounding enters through sums of |x||H||x|, so that a graded
  /// matrix does not spoil its lowest levels.
  ///
  /// - Parameters:
  ///   - x: trial vectors with rising Rayleigh quotients.
  ///   - counted: s, from ``countedFloor(beyond:values:shift:next:)``.
  /// - Returns: nil where the vectors are not good enough for a proof.
  public func enclosure(of x: ComplexColumns, above counted: Double) -> EigenvalueEnclosure? {
    let (n, m) = (dimension, x.count)
    let y = applied(to: x)
    let values = (0..<m).map { x.inner($0, y, $0).real / x.inner($0, x, $0).real }
    let bounds = RoundingBounds(strip: self, x: x, values: values)
    // f[p] = |F| and g[p] = |G - 1| of the first p vectors, both Frobenius, squared.
    var f = [Double](repeating: 0, count: m + 1)
    var g = f
    for j in 0..<m {
      var (sumF, sumG) = (0.0, 0.0)
      for i in 0...j {
        let overlap = x.inner(i, x, j)
        let element = x.inner(i, y, j)
        let mean = 0.5 * (values[i] + values[j])
        let real = element.real - mean * overlap.real
        let imaginary = element.imaginary - mean * overlap.imaginary
        let rounding = bounds.element(i, j)
        let size = (real * real + imaginary * imaginary).squareRoot() + rounding
        let gap = i == j ? overlap.real - 1 : overlap.real
        let deviation =
          (gap * gap + overlap.imaginary * overlap.imaginary).squareRoot() + bounds.overlap
        sumF += (i == j ? 1 : 2) * size * size
        sumG += (i == j ? 1 : 2) * deviation * deviation
      }
      f[j + 1] = f[j] + sumF
      g[j + 1] = g[j] + sumG
    }
    var residuals = [Double](repeating: 0, count: m)
    var r = [Double](repeating: 0, count: m + 1)
    for j in 0..<m {
      var sum = 0.0
      for i in 0..<rows {
        var (a, b) = (y.real[i + j * rows], y.imaginary[i + j * rows])
        if i < n {
          a -= values[j] * x.real[i + j * n]
          b -= values[j] * x.imaginary[i + j * n]
        }
        sum += a * a + b * b
      }
      residuals[j] = sum.squareRoot()
      let bound = residuals[j] + bounds.residual(j)
      r[j + 1] = r[j] + bound * bound
    }
    return enclose(values, f, g, r, residuals, counted)
  }

  private func enclose(
    _ values: [Double], _ f: [Double], _ g: [Double], _ r: [Double], _ residuals: [Double],
    _ counted: Double
  ) -> EigenvalueEnclosure? {
    let m = values.count
    var (lower, upper) = (values, values)
    /// |F|/(1 - eta) + 2.1 eta^2 |Lambda| for the first p vectors.
    func width(_ p: Int) -> Double {
      let eta = g[p].squareRoot()
      let size = values[..<p].reduce(0) { max($0, $1.magnitude) }
      return 1.001 * (f[p].squareRoot() / (1 - eta) + 2.1 * eta * eta * size)
        + 4 * size * 0x1p-53
    }
    guard g[m] < 0.01 else { return nil }
    var s = counted
    var p = m
    while p > 0 {
      // A cluster ends where the gap below exceeds the residuals a thousand times.
      let spread = 1000 * (r[p].squareRoot() + width(p))
      var first = p - 1
      // Equal values of exact eigenvectors, of which the spread is 0, are one cluster too.
      while first > 0, values[first] - values[first - 1] <= spread { first -= 1 }
      let (delta, top) = (width(p), values[p - 1] + width(p))
      let coupling = 1.01 * r[p] / (1 - g[p].squareRoot())
      guard s > top, s - coupling / (s - top) > top else { return nil }
      let beyond = s - coupling / (s - top)
      // An eigenvector among the basis vectors is exact: the lowest level of a free ring is 0.
      for k in first..<p where delta > 0 || coupling > 0 {
        lower[k] = (values[k] - delta - coupling / (beyond - values[k] - delta)).nextDown
        upper[k] = (values[k] + delta).nextUp
      }
      s = lower[first..<p].min() ?? s
      p = first
    }
    return EigenvalueEnclosure(values: values, lower: lower, upper: upper, residuals: residuals)
  }
}

/// A-priori bounds of the rounding errors in products with a strip.
private struct RoundingBounds {
  /// |x_j|, componentwise.
  private let size: [Double]
  /// How far each component of the computed H x_j may be off.
  private let error: [Double]
  private let values: [Double]
  private let dimension: Int
  private let rows: Int
  let overlap: Double

  init(strip: HermitianStrip, x: ComplexColumns, values: [Double]) {
    let (n, rows) = (strip.dimension, strip.rows)
    let size = zip(x.real, x.imaginary).map { ($0 * $0 + $1 * $1).squareRoot() * 1.000001 }
    let growth = 2 * ComplexSum.growth(n) + strip.entryError + 8 * 0x1p-53
    var error = [Double](repeating: 0, count: rows * x.count)
    strip.moduli.withUnsafeBufferPointer { h in
      size.withUnsafeBufferPointer { x in
        guard let h = h.baseAddress, let base = x.baseAddress else { return }
        for j in 0..<values.count {
          for i in 0..<rows {
            let support = strip.supports[i]
            let first = support.lowerBound
            let image = ComplexSum.sum(h + i * n + first, base + j * n + first, support.count)
            let diagonal = i < n ? strip.diagonalError[i] * base[i + j * n] : 0
            error[i + j * rows] = growth * image + diagonal
          }
        }
      }
    }
    self.size = size
    self.error = error
    self.values = values
    (dimension, self.rows) = (n, rows)
    overlap = ComplexSum.growth(n) * 1.01
  }

  /// The error of the computed F_ij.
  func element(_ i: Int, _ j: Int) -> Double {
    let sum = size.withUnsafeBufferPointer { size in
      error.withUnsafeBufferPointer { error in
        guard let a = size.baseAddress, let b = error.baseAddress else { return 0.0 }
        return ComplexSum.sum(a + i * dimension, b + j * rows, dimension)
      }
    }
    return 1.01 * (sum + values[j].magnitude * (overlap + 4 * 0x1p-53))
  }

  /// The error of the computed |H x_j - value x_j|.
  func residual(_ j: Int) -> Double {
    var sum = 0.0
    for i in 0..<rows {
      var component = error[i + j * rows]
      if i < dimension { component += 4 * 0x1p-53 * values[j].magnitude * size[i + j * dimension] }
      sum += component * component
    }
    return 1.01 * sum.squareRoot()
  }
}
