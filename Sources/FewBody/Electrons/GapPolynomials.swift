import RealModule

/// Polynomials p_0, p_1, ... orthonormal on [0, 1] with the weight u^b (1 - u)^a, whole a and b.
///
/// Jacobi's P_n^(a, b)(2u - 1) by the three-term recurrence of the orthonormal family (NIST DLMF 18.9).
struct GapPolynomials {
  private let diagonal: [Double]
  private let offDiagonal: [Double]
  private let first: Double

  init(rise b: Int, fall a: Int, degree: Int) {
    let (a, b) = (Double(a), Double(b))
    var (diagonal, offDiagonal) = ([Double](), [Double]())
    for n in 0...degree + 1 {
      let s = 2 * Double(n) + a + b
      diagonal.append(n == 0 ? (b - a) / (a + b + 2) : (b * b - a * a) / (s * (s + 2)))
      let (k, product) = (Double(n), Double(n) * (Double(n) + a))
      offDiagonal.append(
        n == 0
          ? 0
          : (4 * product * (k + b) * (k + a + b) / (s * s * (s + 1) * (s - 1))).squareRoot())
    }
    (self.diagonal, self.offDiagonal) = (diagonal, offDiagonal)
    // B(a + 1, b + 1), the integral of the weight.
    var beta = 1 / (a + b + 1)
    for i in stride(from: 1, through: a, by: 1) { beta *= i / (b + i) }
    first = 1 / beta.squareRoot()
  }

  /// p_0 ... p_degree at u, and their derivatives by u, written to memory of degree + 1 numbers each.
  func evaluate(
    at u: Double, degree: Int, values: UnsafeMutablePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    values[0] = first
    slopes[0] = 0
    let x = 2 * u - 1
    for n in 0..<degree {
      var value = (x - diagonal[n]) * values[n]
      var slope = (x - diagonal[n]) * slopes[n] + 2 * values[n]
      if n > 0 {
        value -= offDiagonal[n] * values[n - 1]
        slope -= offDiagonal[n] * slopes[n - 1]
      }
      values[n + 1] = value / offDiagonal[n + 1]
      slopes[n + 1] = slope / offDiagonal[n + 1]
    }
  }
}

/// Gauss-Legendre quadrature on [0, 1] with an even number of points.
struct GapQuadrature {
  let points: [Double]
  let weights: [Double]

  init(count: Int) {
    let half = GaussLegendre.positiveHalf(points: count + count % 2)
    let pairs = zip(half.nodes, half.weights).map { (0.5 * $0.hi, 0.5 * $1.hi) }
    // Ascending: point i and point count - 1 - i are mirror images.
    points = pairs.map { 0.5 - $0.0 } + pairs.reversed().map { 0.5 + $0.0 }
    weights = pairs.map(\.1) + pairs.reversed().map(\.1)
  }
}
