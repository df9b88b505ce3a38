import FewBody
import Testing

@testable import ExactSolutions

@Suite struct BallTests {
  /// 1/3 is not a double: the ball of 1/3 times 3 must contain 1 and not only its midpoint.
  @Test func arithmeticContainsTheExactResult() {
    let third: Ball = 1 / Ball(midpoint: 3)
    #expect(third.radius > 0)
    #expect((third * 3).contains(1))
    #expect((third + third + third - 1).contains(0))
    let root = Ball.sqrt(2)
    #expect((root * root).contains(2))
    #expect((root * root).radius < 1e-15)
    #expect(!(root * root).contains(2.000_000_000_000_01))
    #expect((0.1 + 0.2 as Ball).contains(0.3))
  }

  /// (1 + d)^2 - 1 - 2d = d^2 exactly, for d far below and above an ulp of 1.
  @Test(arguments: [1e-3, 1e-8, 1e-12, 7.3])
  func cancellationIsCovered(d: Double) {
    let delta = Ball(midpoint: d)
    let square = (1 + delta) * (1 + delta) - 1 - 2 * delta
    #expect(square.contains(d * d))
  }

  @Test func piIsInside() {
    // Machin: pi = 16 atan(1/5) - 4 atan(1/239), summed in balls.
    func arctangent(_ n: Double) -> Ball {
      var sum: Ball = 0
      var power: Ball = 1 / Ball(midpoint: n)
      for k in 0..<40 {
        let term = power / Ball(midpoint: Double(2 * k + 1))
        sum = k % 2 == 0 ? sum + term : sum - term
        power = power / Ball(midpoint: n * n)
      }
      return sum
    }
    let machin = 16 * arctangent(5) - 4 * arctangent(239)
    #expect(machin.overlaps(Ball.pi.interval))
    #expect(Ball.pi.contains(Double.pi) && Ball.pi.contains(Double.pi.nextUp))
    #expect(!Ball.pi.contains(Double.pi.nextUp.nextUp))
  }

  @Test func overlapsRanges() {
    let ball = Ball(midpoint: 1, radius: 0.5)
    #expect(ball.overlaps(1.4...9.0))
    #expect(!ball.overlaps(1.6...9.0))
    #expect(ball.overlaps(Energy(hartree: 0)...Energy(hartree: 0.6)))
    #expect(!ball.overlaps(Energy(hartree: 0)...Energy(hartree: 0.4)))
  }

  @Test func divisionByABallAroundZeroIsUnbounded() {
    #expect((1 / Ball(midpoint: 0.1, radius: 0.2)).radius == .infinity)
  }

  /// Known values: digamma(1) = -gamma, digamma(1/2) = -gamma - 2 ln 2, digamma(x+1) = digamma(x) + 1/x.
  @Test func digammaAtKnownPoints() {
    #expect((digamma(1) + 0.577_215_664_901_532_9).magnitude < 1e-14)
    #expect((digamma(0.5) + 1.963_510_026_021_423_5).magnitude < 2e-14)
    for x in [1e-6, 0.3, 4.7, 30] {
      #expect((digamma(x + 1) - digamma(x) - 1 / x).magnitude < 1e-13 * (1 + 1 / x))
    }
  }
}
