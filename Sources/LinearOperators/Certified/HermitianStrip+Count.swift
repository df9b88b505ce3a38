extension HermitianStrip {
  /// A number s below which H, the infinite matrix, has at most as many eigenvalues as `x` has
  /// vectors; nil where that could not be proved at `shift`.
  ///
  /// For c < ``floor`` Haynsworth's inertia additivity gives #{E < c} <= n_-(A - c - B*B/(floor - c)).
  /// If that matrix, raised by X D X* with D >= 0 of rank m, has a Cholesky factor, it has at most m
  /// negative eigenvalues. Cholesky run in floating point to its end proves lambda_min >= -gamma
  /// trace/(1 - gamma), gamma = gamma_(4n+8) for complex numbers (S. M. Rump, BIT 46 (2006) 433); that
  /// and the rounding of the matrix itself are taken off c.
  ///
  /// - Parameters:
  ///   - x: m vectors, close to the lowest eigenvectors.
  ///   - values: approximate eigenvalues of the vectors.
  ///   - shift: c, between the last of `values` and the next eigenvalue.
  ///   - next: about the next eigenvalue.
  public func countedFloor(
    beyond x: ComplexColumns, values: [Double], shift: Double, next: Double
  ) -> Double? {
    guard floor > shift else { return nil }
    let n = dimension
    var re = [Double](repeating: 0, count: n * n)
    var im = re
    var (trace, largest) = (0.0, 0.0)
    for i in 0..<n {
      var sum = 0.0
      for j in 0..<n {
        let (a, b) = (real[i * n + j], imaginary[i * n + j])
        sum += a.magnitude + b.magnitude
        if j <= i { (re[i * n + j], im[i * n + j]) = (a, b) }
      }
      largest = max(largest, sum)
      re[i * n + i] -= shift
      im[i * n + i] = 0
    }
    // B touches the edges only: its rows are short.
    let denominator = floor - shift
    var tail = 0.0
    for row in n..<rows {
      let entries = (0..<n).filter { real[row * n + $0] != 0 || imaginary[row * n + $0] != 0 }
      for i in entries {
        let (a, b) = (real[row * n + i], imaginary[row * n + i])
        tail += (a * a + b * b) / denominator
        for j in entries where j <= i {
          let (c, d) = (real[row * n + j], imaginary[row * n + j])
          re[i * n + j] -= (a * c + b * d) / denominator
          im[i * n + j] -= (a * d - b * c) / denominator
        }
      }
    }
    var raised = 0.0
    for k in 0..<x.count {
      let weight = next - values[k]
      raised += weight
      for i in 0..<n {
        let (a, b) = (weight * x.real[i + k * n], weight * x.imaginary[i + k * n])
        for j in 0...i {
          let (c, d) = (x.real[j + k * n], x.imaginary[j + k * n])
          re[i * n + j] += a * c + b * d
          im[i * n + j] += b * c - a * d
        }
      }
    }
    for i in 0..<n { trace += re[i * n + i] }
    guard Self.hasCholeskyFactor(&re, &im, n) else { return nil }
    let unit = 0x1p-53
    let growth = Double(4 * n + 8) * unit
    let formed =
      (entryError + 8 * unit) * (largest + shift.magnitude) + (diagonalError.max() ?? 0)
      + Double(4 * (rows - n) + 16) * unit * 1.01 * tail
      + Double(4 * x.count + 16) * unit * 1.01 * raised
    return shift - 1.01 * (growth * trace / (1 - growth) + formed)
  }

  /// Row-oriented Cholesky factorisation of the lower triangle, in place.
  private static func hasCholeskyFactor(
    _ re: inout [Double], _ im: inout [Double], _ n: Int
  ) -> Bool {
    re.withUnsafeMutableBufferPointer { re in
      im.withUnsafeMutableBufferPointer { im in
        guard let p = re.baseAddress, let q = im.baseAddress else { return false }
        for i in 0..<n {
          for j in 0..<i {
            // sum_k l_ik conj(l_jk), k < j.
            let sum = ComplexSum.product(
              p + j * n, q + j * n, p + i * n, q + i * n, j, conjugate: true)
            let pivot = p[j * n + j]
            p[i * n + j] = (p[i * n + j] - sum.real) / pivot
            q[i * n + j] = (q[i * n + j] - sum.imaginary) / pivot
          }
          let norm = ComplexSum.product(
            p + i * n, q + i * n, p + i * n, q + i * n, i, conjugate: true)
          let pivot = p[i * n + i] - norm.real
          // The comparison also refuses NaN.
          guard pivot > 0 else { return false }
          p[i * n + i] = pivot.squareRoot()
        }
        return true
      }
    }
  }
}
