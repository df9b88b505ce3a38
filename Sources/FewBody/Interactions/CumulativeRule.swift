/// Gauss-Legendre points on [0, 1] with the integrals from 0 up to each of them.
///
/// The integral of f over [0, t_i] is sum_j S_ij f(t_j), exact for polynomials of degree below the
/// number of points.
struct CumulativeRule: Sendable {
  let points: [Double]
  let weights: [Double]
  /// S by rows.
  let matrix: [Double]

  /// The rule whose values are given out, and the one that tells their error.
  static let fine = CumulativeRule(points: 28)
  static let coarse = CumulativeRule(points: 22)

  var count: Int { points.count }

  /// `points` is even.
  init(points count: Int) {
    let half = GaussLegendre.positiveHalf(points: count)
    let nodes = half.nodes.map { -$0.rounded } + half.nodes.map(\.rounded).reversed()
    let sizes = half.weights.map(\.rounded) + half.weights.map(\.rounded).reversed()
    points = nodes.map { 0.5 * (1 + $0) }
    weights = sizes.map { 0.5 * $0 }
    // P_k at the nodes, k = 0 ... count; the integral of P_k from -1 is (P_(k+1) - P_(k-1))/(2k + 1).
    let polynomials = nodes.map { x in
      var values = [1, x]
      for k in 1..<count {
        values.append(
          (Double(2 * k + 1) * x * values[k] - Double(k) * values[k - 1]) / Double(k + 1))
      }
      return values
    }
    var matrix: [Double] = []
    for i in 0..<count {
      for j in 0..<count {
        var sum = weights[j] * points[i]
        for k in 1..<count {
          let upTo = 0.5 * (polynomials[i][k + 1] - polynomials[i][k - 1])
          sum += weights[j] * polynomials[j][k] * upTo
        }
        matrix.append(sum)
      }
    }
    self.matrix = matrix
  }
}
