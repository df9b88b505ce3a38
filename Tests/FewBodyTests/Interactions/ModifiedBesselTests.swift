import RealModule
import Testing

@testable import FewBody

/// The radial factors of the screened kernel against sums of exponentials and against their Wronskian.
@Suite struct ModifiedBesselTests {
  @Test(arguments: [0, 1e-200, 1e-8, 0.1, 1, 7, 39, 41, 500, 1e5])
  func lowOrdersAreElementary(x: Double) {
    let (inner, outer) = (
      ModifiedBessel.growing(through: 1, at: x), ModifiedBessel.decaying(through: 1, at: x)
    )
    #expect(outer == [1, 1 + x])
    let sinh = x > 0 ? -Double.expMinusOne(-2 * x) / (2 * x) : 1
    #expect((inner[0] - sinh).magnitude <= 4e-16 * sinh)
    // 3 (cosh x - sinh x/x)/x^2 e^(-x), where that keeps its digits.
    if x > 3 {
      let cosh = (1 + Double.exp(-2 * x)) / 2
      #expect((inner[1] * x * x / (3 * (cosh - sinh)) - 1).magnitude < 1e-14)
    }
  }

  /// i_L k_(L+1) + i_(L+1) k_L = 1/x^2 (DLMF 10.50.3, with k_L = e^(-x)/x ...): inner and outer factors hold
  /// h_L t_(L+1) + x^2 h_(L+1) t_L/((2L+1)(2L+3)) = 1 at every order.
  @Test(arguments: [1e-3, 0.5, 5, 39.9, 40.1, 300, 2000])
  func wronskian(x: Double) {
    let largest = 40
    let (inner, outer) = (
      ModifiedBessel.growing(through: largest, at: x),
      ModifiedBessel.decaying(through: largest, at: x)
    )
    for order in 0..<largest {
      let product = Double((2 * order + 1) * (2 * order + 3))
      let sum =
        inner[order] * outer[order + 1] + x * x * inner[order + 1] * outer[order] / product
      #expect((sum - 1).magnitude < 1e-12, "L = \(order)")
    }
  }
}
