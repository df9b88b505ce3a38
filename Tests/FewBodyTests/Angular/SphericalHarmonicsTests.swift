import RealModule
import Testing

@testable import FewBody

/// Y_lM against quadrature, explicit polynomials and the recurrence's own matrix elements.
@Suite struct SphericalHarmonicsTests {
  /// Gauss-Legendre points of [-1, 1] with weights, from the roots of P_n.
  private func legendre(_ n: Int) -> [(x: Double, w: Double)] {
    (0..<n).map { i in
      var x = Double.cos(.pi * (Double(i) + 0.75) / (Double(n) + 0.5))
      var slope = 0.0
      for _ in 0..<50 {
        var (p, q) = (1.0, x)
        for k in 2...n { (p, q) = (q, (Double(2 * k - 1) * x * q - Double(k - 1) * p) / Double(k)) }
        slope = Double(n) * (x * q - p) / (x * x - 1)
        x -= q / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }

  @Test(arguments: [0, 1, -1, 2, 5, -7])
  func areOrthonormal(magnetic: Int) {
    let points = legendre(40)
    let first = Int(magnetic.magnitude)
    for l in first...first + 12 {
      for other in first...l {
        var sum = 0.0
        for (x, w) in points {
          let values = SphericalHarmonics.theta(
            through: l, magnetic: magnetic, cosine: x)
          sum += 2 * .pi * w * values[l - first] * values[other - first]
        }
        #expect((sum - (l == other ? 1 : 0)).magnitude < 2e-14)
      }
    }
  }

  @Test func theFirstOnesAreTheTextbooks() {
    let (c, s) = (0.6, 0.8)
    let zero = SphericalHarmonics.theta(through: 2, magnetic: 0, cosine: c)
    let one = SphericalHarmonics.theta(through: 2, magnetic: 1, cosine: c)
    let minus = SphericalHarmonics.theta(through: 2, magnetic: -1, cosine: c)
    #expect((zero[0] - (1 / (4 * Double.pi)).squareRoot()).magnitude < 1e-15)
    #expect((zero[1] - (3 / (4 * Double.pi)).squareRoot() * c).magnitude < 1e-15)
    #expect((zero[2] - (5 / (16 * Double.pi)).squareRoot() * (3 * c * c - 1)).magnitude < 1e-15)
    #expect((one[0] + (3 / (8 * Double.pi)).squareRoot() * s).magnitude < 1e-15)
    #expect((one[1] + (15 / (8 * Double.pi)).squareRoot() * s * c).magnitude < 1e-15)
    #expect((minus[0] + one[0]).magnitude < 1e-15 && (minus[1] + one[1]).magnitude < 1e-15)
  }

  @Test(arguments: [0, 1, 3, -4])
  func theSquaredCosineIsItsIntegral(magnetic: Int) {
    let points = legendre(40)
    let first = Int(magnetic.magnitude)
    for l in first...first + 8 {
      for other in first...first + 8 {
        var sum = 0.0
        for (x, w) in points {
          let values = SphericalHarmonics.theta(
            through: max(l, other), magnetic: magnetic, cosine: x)
          sum += 2 * .pi * w * x * x * values[l - first] * values[other - first]
        }
        let closed = SphericalHarmonics.squaredCosine(l, other, magnetic: magnetic)
        #expect((sum - closed).magnitude < 2e-14, "l = \(l), \(other)")
      }
    }
  }
}
