/// A symmetric banded matrix, its factorisation L D L^T without pivoting, and a bound of what
/// rounding did to it.
///
/// Row i holds the columns i - width ... i.
final class NodalBand {
  let capacity: Int
  let width: Int
  private(set) var rows = 0
  /// Entry (i, j) at [i * (width + 1) + j - i + width], j <= i.
  let entries: UnsafeMutablePointer<Double>
  /// L below the diagonal, D on it.
  let factor: UnsafeMutablePointer<Double>
  /// Row sums of |A| + |L||D||L^T|, times the roundings of an entry.
  let errors: UnsafeMutablePointer<Double>
  private let magnitudes: UnsafeMutablePointer<Double>
  private let storage: UnsafeMutablePointer<Double>

  init(rows capacity: Int, width: Int) {
    self.capacity = capacity
    self.width = width
    let band = capacity * (width + 1)
    storage = .allocate(capacity: 2 * band + capacity + width + 1)
    storage.initialize(repeating: 0, count: 2 * band + capacity + width + 1)
    entries = storage
    factor = storage + band
    errors = storage + 2 * band
    magnitudes = errors + capacity
  }

  deinit { storage.deallocate() }

  /// An empty matrix of the given size.
  func clear(rows: Int) {
    self.rows = min(rows, capacity)
    entries.update(repeating: 0, count: self.rows * (width + 1))
  }

  @inline(__always)
  func add(_ x: Double, _ i: Int, _ j: Int) { entries[i * (width + 1) + j - i + width] += x }

  /// The number of negative pivots, by Sylvester that of negative eigenvalues; nil where a number
  /// is not finite.
  ///
  /// With `tracking`, the exact inertia is that of a matrix A + dA with sum_j |dA_ij| <= errors[i]:
  /// each entry is a sum of at most width + 1 products l_ik d_k l_jk, so |A - L D L^T|_ij <=
  /// (width + 4) u (|A| + |L||D||L^T|)_ij (N. J. Higham, *Accuracy and Stability of Numerical
  /// Algorithms*, 2nd ed., Theorem 9.3). There is no pivoting and no bound of the growth beforehand:
  /// it is measured.
  func factorize(tracking: Bool = false) -> Int? {
    let (w, stride) = (width, width + 1)
    let relative = Double(w + 4) * ChannelMatrices.unit * 1.01
    var negative = 0
    var isFinite = true
    if tracking { errors.update(repeating: 0, count: rows) }
    for i in 0..<rows {
      let row = factor + (i * stride + w - i)
      let source = entries + (i * stride + w - i)
      let first = max(0, i - w)
      for j in first..<i {
        let other = factor + (j * stride + w - j)
        var u = source[j]
        for k in max(first, j - w)..<max(j, first) { u -= row[k] * other[k] }
        row[j] = u
      }
      var pivot = source[i]
      for k in first..<i {
        let u = row[k]
        let l = u / factor[k * stride + w]
        row[k] = l
        pivot -= u * l
      }
      if pivot == 0 { pivot = -0x1p-1000 - 0x1p-60 * Swift.abs(source[i]) }
      row[i] = pivot
      if pivot < 0 { negative += 1 }
      if !pivot.isFinite { isFinite = false }
      if tracking {
        for k in first..<i { magnitudes[k - first] = Swift.abs(row[k] * factor[k * stride + w]) }
        for j in first..<i {
          let other = factor + (j * stride + w - j)
          var sum = Swift.abs(source[j]) + magnitudes[j - first]
          for k in max(first, j - w)..<max(j, first) {
            sum += magnitudes[k - first] * Swift.abs(other[k])
          }
          errors[i] += relative * sum
          errors[j] += relative * sum
        }
        var sum = Swift.abs(source[i]) + Swift.abs(pivot)
        for k in first..<i { sum += magnitudes[k - first] * Swift.abs(row[k]) }
        errors[i] += relative * sum
      }
    }
    return isFinite ? negative : nil
  }

  /// Solves A x = b in place, by the factors.
  func solve(_ x: UnsafeMutablePointer<Double>) {
    let (w, stride) = (width, width + 1)
    for i in 0..<rows {
      let row = factor + (i * stride + w - i)
      var sum = x[i]
      for k in max(0, i - w)..<i { sum -= row[k] * x[k] }
      x[i] = sum
    }
    for i in 0..<rows { x[i] /= factor[i * stride + w] }
    for i in (0..<rows).reversed() {
      let row = factor + (i * stride + w - i)
      let value = x[i]
      for k in max(0, i - w)..<i { x[k] -= row[k] * value }
    }
  }
}
