import FewBody
import Testing

@Suite struct TaylorJetTests {
  typealias Jet = TaylorJet<Double>
  typealias Formula = @Sendable (Jet) -> Jet

  /// Both sides enclose the same c_k, in intervals narrow enough to tell coefficients apart: how
  /// far rounding spreads need not be guessed.
  func expectEqual(_ a: TaylorJet<Interval>, _ b: TaylorJet<Interval>, _ name: String) {
    for k in 0...12 {
      #expect((a[k] - b[k]).contains(0), "\(name), c_\(k): \(a[k]), \(b[k])")
      for side in [a[k], b[k]] {
        #expect(side.radius < 1e-6 * max(1, side.magnitude), "\(name), c_\(k): \(side)")
      }
    }
  }

  @Test func coefficientsMeetClosedForms() {
    let x = 0.7
    let jet = Jet(variable: x, order: 32)
    let reciprocal = 1 / (jet + 0.1)
    let exponential = Jet.exp(-3 * jet)
    let logarithm = Jet.log(jet)
    let root = Jet.pow(jet, 1.5)
    let (sine, cosine) = (Jet.sin(jet), Jet.cos(jet))
    var (factorial, binomial) = (1.0, 1.0)
    for k in 0...32 {
      if k > 0 {
        factorial *= Double(k)
        binomial *= (1.5 - Double(k - 1)) / Double(k)
      }
      let sign: Double = k.isMultiple(of: 2) ? 1 : -1
      func near(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-13 * b.magnitude }
      #expect(near(reciprocal[k], sign / Double.pow(x + 0.1, k + 1)))
      #expect(near(exponential[k], Double.exp(-3 * x) * Double.pow(-3, k) / factorial))
      #expect(k == 0 || near(logarithm[k], -sign / (Double(k) * Double.pow(x, k))))
      #expect(near(root[k], binomial * Double.pow(x, 1.5 - Double(k))))
      let quarter = [Double.sin(x), Double.cos(x), -Double.sin(x), -Double.cos(x)]
      #expect(near(sine[k], quarter[k % 4] / factorial))
      #expect(near(cosine[k], quarter[(k + 1) % 4] / factorial))
    }
  }

  @Test func identitiesHoldToAllOrders() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let place = Interval(Double.random(in: 0.5...1, using: &generator))
      let x = TaylorJet(variable: place, order: 12)
      let f = 0.5 * x * x + .sin(x)
      expectEqual(.tan(f), .sin(f) / .cos(f), "tan")
      expectEqual(.tanh(f), .sinh(f) / .cosh(f), "tanh")
      expectEqual(.log(.exp(f)), f, "log exp")
      expectEqual(.sqrt(f * f), f, "sqrt")
      expectEqual(.pow(f, 0.5), .sqrt(f), "pow 1/2")
      expectEqual(.pow(f, -3), 1 / (f * f * f), "pow -3")
      expectEqual(.pow(f, 5), f * f * f * f * f, "pow 5")
      expectEqual(.atan(.tan(f * 0.4)), f * 0.4, "atan tan")
      expectEqual(.cosh(f) + .sinh(f), .exp(f), "exp")
      expectEqual(f - f + 1, 1 + 0 * x, "zero")
    }
  }

  @Test func polynomialsStopAtTheirDegree() {
    let x = TaylorJet<Interval>(variable: Interval(-1, 2), order: 32)
    let quartic = TaylorJet.pow(TaylorJet.pow(x, 2) - 1, 2)
    #expect(quartic[4].contains(1))
    for k in 5...32 { #expect(quartic[k] == 0) }
    #expect(quartic[33] == .whole)
    #expect(x[-1] == .whole)
    let short = TaylorJet<Double>(variable: 3, order: 2)
    #expect((short * short * short)[2] == 9)
    #expect((short * short * short)[3].isNaN)
  }

  @Test func thickJetsEncloseThoseOfEveryPoint() {
    let formulas: [(String, @Sendable (TaylorJet<Interval>) -> TaylorJet<Interval>, Formula)] = [
      ("soft", { -1 / .sqrt($0 * $0 + 1) }, { -1 / .sqrt($0 * $0 + 1) }),
      ("yukawa", { -.exp(-.abs($0)) / (.abs($0) + 0.1) }, { -.exp(-.abs($0)) / (.abs($0) + 0.1) }),
      ("sech", { .pow(.cosh($0), -2) }, { .pow(.cosh($0), -2) }),
      ("tan", { .tan($0 / 2) + .tanh($0) }, { .tan($0 / 2) + .tanh($0) }),
      ("atan", { .atan($0 * $0) }, { .atan($0 * $0) }),
      ("log", { .log(1 + .exp($0)) }, { .log(1 + .exp($0)) }),
      ("power", { .pow(2 + .sin($0), -1.5) }, { .pow(2 + .sin($0), -1.5) }),
    ]
    var generator = SeededGenerator(seed: 5)
    for (name, thick, thin) in formulas {
      for _ in 0..<200 {
        let x = Double.random(in: 0.2...1.5, using: &generator)
        let jet = thick(TaylorJet(variable: Interval(x - 0.01, x + 0.01), order: 20))
        let point = thin(Jet(variable: x, order: 20))
        for k in 0...20 { #expect(jet[k].contains(point[k]), "\(name), c_\(k) at \(x)") }
      }
    }
  }

  @Test func absoluteValueChoosesABranchOnlyWhereTheSignIsProved() {
    func kink(_ l: Double, _ r: Double) -> TaylorJet<Interval> {
      .abs(TaylorJet(variable: Interval(l, r), order: 4))
    }
    #expect(kink(0, 1)[1] == 1)
    #expect(kink(-1, 0)[1] == -1)
    #expect(kink(0, 1)[2] == 0)
    #expect(kink(-1, 1)[0] == Interval(0, 1))
    #expect(kink(-1, 1)[1] == .whole)
    #expect(kink(-1, 1)[4] == .whole)
    #expect(TaylorJet<Interval>.sqrt(TaylorJet(variable: Interval(0, 1), order: 3))[1] == .whole)
    #expect(TaylorJet<Interval>.log(TaylorJet(variable: Interval(0, 1), order: 3))[1] == .whole)
  }
}
