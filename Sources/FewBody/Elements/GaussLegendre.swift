/// Gauss-Legendre quadrature on [-1, 1].
enum GaussLegendre {
  /// The positive nodes and their weights of the rule with an even number of points, by Newton's
  /// method in two doubles, so that each is correct after rounding.
  ///
  /// Starting values: cos(pi (i - 1/4)/(n + 1/2)), Abramowitz and Stegun 22.16.6; weights
  /// 2/((1 - x^2) P_n'(x)^2), ibid. 25.4.29.
  static func positiveHalf(points n: Int) -> (nodes: [Twofold], weights: [Twofold]) {
    var nodes: [Twofold] = []
    var weights: [Twofold] = []
    for i in 1...(n / 2) {
      var x = Twofold(Double.cos(.pi * (Double(i) - 0.25) / (Double(n) + 0.5)))
      for _ in 0..<6 {
        let (p, dp) = legendre(n, at: x)
        x = x - p / dp
      }
      let (_, dp) = legendre(n, at: x)
      nodes.append(x)
      weights.append(Twofold(2) / ((Twofold(1) - x * x) * dp * dp))
    }
    return (nodes, weights)
  }

  private static func legendre(_ n: Int, at x: Twofold) -> (Twofold, Twofold) {
    var (previous, current) = (Twofold(1), x)
    for k in 2...n {
      let next =
        (Twofold(Double(2 * k - 1)) * x * current - Twofold(Double(k - 1)) * previous)
        / Twofold(Double(k))
      (previous, current) = (current, next)
    }
    let slope = Twofold(Double(n)) * (previous - x * current) / (Twofold(1) - x * x)
    return (current, slope)
  }
}
