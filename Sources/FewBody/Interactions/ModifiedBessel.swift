import RealModule

/// Modified spherical Bessel functions without their powers and exponentials.
enum ModifiedBessel {
  /// (2L+1)!! i_L(x) e^(-x)/x^L for L = 0 ... largest, x >= 0; 1 at x = 0.
  ///
  /// h_(L-1) = h_L + x^2 h_(L+1)/((2L+1)(2L+3)) downwards from an L that does not matter, all terms
  /// positive, with h_0 = (1 - e^(-2x))/2x (Miller's algorithm, DLMF 3.6(iii)). i_N/i_L falls like
  /// exp(-(N^2 - L^2)/2x), so that N^2 = L^2 + 80 x leaves less than e^(-40).
  static func growing(through largest: Int, at x: Double) -> [Double] {
    guard x > 0 else { return [Double](repeating: 1, count: largest + 1) }
    let first = x < 1e-150 ? 1 : -Double.expMinusOne(-2 * x) / (2 * x)
    guard largest > 0 else { return [first] }
    let square = x * x
    // Far out the finite sum serves: (2L+1)!!/x^L (1/2x) sum (-1)^k (L+k)!/(k!(L-k)! (2x)^k). Its terms
    // cancel by e at most where x > L(L+1).
    if x > 40, x > Double(largest * (largest + 1)) { return asymptotic(through: largest, at: x) }
    let start = largest + 20 + Int((Double(largest * largest) + 80 * x).squareRoot())
    var values = [Double](repeating: 0, count: largest + 1)
    var (above, current) = (1.0, 1.0)
    for order in stride(from: start, through: 1, by: -1) {
      if order <= largest { values[order] = current }
      let next = current + square / Double((2 * order + 1) * (2 * order + 3)) * above
      (above, current) = (current, next)
      if current > 1e200 {
        above *= 1e-200
        current *= 1e-200
        for k in stride(from: order, through: largest, by: 1) { values[k] *= 1e-200 }
      }
    }
    values[0] = current
    return values.map { $0 / current * first }
  }

  /// x^(L+1) k_L(x) e^x/(2L-1)!!, the reverse Bessel polynomials over (2L-1)!!; 1 at x = 0.
  ///
  /// t_L = t_(L-1) + x^2 t_(L-2)/((2L-1)(2L-3)), all terms positive.
  static func decaying(through largest: Int, at x: Double) -> [Double] {
    var values = [1, 1 + x]
    for order in stride(from: 2, through: largest, by: 1) {
      values.append(
        values[order - 1] + x * x / Double((2 * order - 1) * (2 * order - 3)) * values[order - 2])
    }
    return Array(values.prefix(largest + 1))
  }

  private static func asymptotic(through largest: Int, at x: Double) -> [Double] {
    // e^(-2x) is below rounding here.
    var prefactor = 1 / (2 * x)
    return (0...largest).map { order in
      if order > 0 { prefactor *= Double(2 * order + 1) / x }
      var (term, sum) = (1.0, 1.0)
      for k in stride(from: 1, through: order, by: 1) {
        term *= -Double((order + k) * (order - k + 1)) / (Double(k) * 2 * x)
        sum += term
      }
      return prefactor * sum
    }
  }
}
