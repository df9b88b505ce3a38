/// A bound radial state u(r) = r R(r), integral u^2 dr = 1, sampled on its own quadrature.
struct RadialSamples: Sendable {
  /// l.
  var angularMomentum: Int
  /// r > 0 in bohr, with weights that integrate products of two such states.
  var points: [Double]
  var weights: [Double]
  /// u and du/dr at the points.
  var values: [Double]
  var derivatives: [Double]
  /// lim u/r^(l + 1) for r -> 0.
  var originCoefficient: Double

  init(_ wave: RadialFunction) {
    let quadrature = wave.quadrature()
    angularMomentum = wave.angularMomentum
    points = quadrature.points
    weights = quadrature.weights
    values = quadrature.values
    derivatives = quadrature.derivatives
    originCoefficient = wave.originCoefficient
  }

  /// An integral over r, and the same of magnitudes, by which rounding is measured.
  func integral(
    _ integrand: (_ r: Double, _ u: Double, _ slope: Double) -> Double
  ) -> (value: Double, magnitude: Double) {
    var (value, magnitude) = (0.0, 0.0)
    for i in points.indices {
      let part = weights[i] * integrand(points[i], values[i], derivatives[i])
      value += part
      magnitude += part.magnitude
    }
    return (value, magnitude)
  }
}
