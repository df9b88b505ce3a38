import RealModule

/// The outermost d factors of the basis functions, sampled for quadrature.
///
/// With s = sigma_(N - d) held fixed, what depends on s and on the last d gaps alone leaves the inner
/// factors as they are: its matrix is diagonal in n_2 ... n_(N-d) and depends on them only through
/// their sum. The last d gaps are (1 - s) times a point of a simplex, cut like a stick.
struct GapOuterFunctions {
  /// The outer labels n_(N-d+1) ... n_N.
  let labels: [[Int]]
  /// Weight and s of each point; the points of one s are next to each other.
  private(set) var weights: [Double] = []
  private(set) var sums: [Double] = []
  /// One column a point, one row a label: the functions, or their derivative along g_N -> g_(N-1).
  private(set) var values: [Double] = []
  private let electrons: Int
  private let exponent: Int
  private let inner: Int
  private let top: Int
  /// The polynomials of level N - d + 1 + j above outer labels that sum to m, at j and m.
  private let families: [[GapPolynomials]]

  /// - Parameters:
  ///   - d: 1 or more; 2 or more for the derivative.
  ///   - inner: n_2 + ... + n_(N-d).
  ///   - top: the largest sum of outer labels.
  init(
    electrons n: Int, exponent: Int, gaps d: Int, inner: Int, top: Int, sumCount: Int,
    pointCount: Int, isDerivative: Bool = false
  ) {
    (electrons, self.exponent, self.inner, self.top) = (n, exponent, inner, top)
    var labels: [[Int]] = [[]]
    for _ in 0..<d {
      labels = labels.flatMap { label in
        (0...top - label.reduce(0, +)).map { label + [$0] }
      }
    }
    self.labels = labels
    // The weight of u_k is u^b (1 - u)^(2 alpha), b = (2 alpha + 1)(k - 1) - 1 + 2 (inner degree).
    families = (0..<d).map { j in
      (0...(j == 0 ? 0 : top)).map { m in
        GapPolynomials(
          rise: (2 * exponent + 1) * (n - d + j) - 1 + 2 * (inner + m), fall: 2 * exponent,
          degree: top - m)
      }
    }
    sample(
      along: GapQuadrature(count: sumCount), across: GapQuadrature(count: pointCount), gaps: d,
      isDerivative: isDerivative)
  }

  private mutating func sample(
    along: GapQuadrature, across: GapQuadrature, gaps d: Int, isDerivative: Bool
  ) {
    let cuts = (1..<d).reduce(1) { count, _ in count * across.points.count }
    let rows = labels.count
    let points = along.points.count * cuts
    var values = [Double](repeating: 0, count: rows * points)
    let tables = Tables(levels: d, top: top)
    let flat = labels.flatMap { $0 }
    values.withUnsafeMutableBufferPointer { values in
      var place = 0
      var gaps = [Double](repeating: 0, count: d)
      for (s, weight) in zip(along.points, along.weights) {
        let low = Double.pow(s, electrons - d - 1)
        for cut in 0..<cuts {
          var (rest, left, volume) = (cut, 1 - s, weight * low)
          for j in 0..<d - 1 {
            let i = rest % across.points.count
            rest /= across.points.count
            gaps[j] = left * across.points[i]
            volume *= left * across.weights[i]
            left *= 1 - across.points[i]
          }
          gaps[d - 1] = left
          weights.append(volume)
          sums.append(s)
          fill(tables, s, gaps)
          let column = UnsafeMutableBufferPointer(rebasing: values[place..<place + rows])
          combine(tables, flat, s, gaps, isDerivative, into: column)
          place += rows
        }
      }
    }
    self.values = values
  }

  /// sigma^n p_n(u) of every level above every inner sum, and its derivative, at one point.
  private final class Tables {
    let values: UnsafeMutablePointer<Double>
    let slopes: UnsafeMutablePointer<Double>
    let width: Int

    init(levels: Int, top: Int) {
      width = top + 1
      let count = levels * width * width
      values = .allocate(capacity: count)
      slopes = .allocate(capacity: count)
      values.initialize(repeating: 0, count: count)
      slopes.initialize(repeating: 0, count: count)
    }

    deinit {
      values.deallocate()
      slopes.deallocate()
    }

    func place(_ level: Int, _ inner: Int) -> Int { (level * width + inner) * width }
  }

  private func fill(_ tables: Tables, _ s: Double, _ gaps: [Double]) {
    let d = gaps.count
    var sigma = s
    for j in 0..<d {
      let outer = sigma + gaps[j]
      let u = sigma / outer
      for (m, family) in families[j].enumerated() {
        let place = tables.place(j, m)
        let (p, dp) = (tables.values + place, tables.slopes + place)
        family.evaluate(at: u, degree: top - m, values: p, slopes: dp)
        var size = 1.0
        for n in 0...top - m {
          // g_(N-1) grows at the cost of g_N: sigma_(N-1) with it; sigma_N and the others stay.
          if j == d - 2 {
            dp[n] = size / outer * (Double(n) * p[n] - u * dp[n])
          } else if j < d - 2 {
            dp[n] = 0
          }
          p[n] *= size
          size *= outer
        }
      }
      sigma = outer
    }
  }

  /// The functions of all labels at one point, or their derivatives.
  private func combine(
    _ tables: Tables, _ labels: [Int], _ s: Double, _ gaps: [Double], _ isDerivative: Bool,
    into column: UnsafeMutableBufferPointer<Double>
  ) {
    let (d, alpha) = (gaps.count, exponent)
    var bubble = Double.pow(s, inner + alpha * (electrons - d))
    for gap in gaps.dropLast(2) { bubble *= Double.pow(gap, alpha) }
    let last = gaps[d - 1]
    let next = d > 1 ? gaps[d - 2] : 1
    bubble *= Double.pow(last * next, alpha - 1)
    for row in column.indices {
      var (value, slope, degree) = (1.0, 0.0, 0)
      for j in 0..<d {
        let n = labels[row * d + j]
        let place = tables.place(j, j == 0 ? 0 : degree) + n
        slope = slope * tables.values[place] + value * tables.slopes[place]
        value *= tables.values[place]
        degree += n
      }
      column[row] =
        isDerivative
        ? bubble * (Double(alpha) * (last - next) * value + last * next * slope)
        : bubble * last * next * value
    }
  }
}
