import FewBody
import Testing

@Suite struct IntervalTests {
  /// A double of any sign and of a magnitude spread over the exponents.
  func wide(_ generator: inout SeededGenerator, _ exponents: ClosedRange<Int> = -300...300)
    -> Double
  {
    let significand = Double.random(in: 1..<2, using: &generator)
    let sign: FloatingPointSign = Bool.random(using: &generator) ? .plus : .minus
    return Double(
      sign: sign, exponent: Int.random(in: exponents, using: &generator),
      significand: significand)
  }

  @Test func arithmeticEnclosesTheExactResultAndNoMoreThanThreeUlp() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let (a, b) = (wide(&generator), wide(&generator))
      // The sign of a fused remainder is exact, so these compare with the exact result.
      let product = Interval(a) * Interval(b)
      #expect((-product.lower).addingProduct(a, b) >= 0)
      #expect((-product.upper).addingProduct(a, b) <= 0)
      let quotient = Interval(a) / Interval(b.magnitude)
      #expect(a.addingProduct(-quotient.lower, b.magnitude) >= 0)
      #expect(a.addingProduct(-quotient.upper, b.magnitude) <= 0)
      let root = Interval.sqrt(Interval(a.magnitude))
      #expect(a.magnitude.addingProduct(-root.lower, root.lower) >= 0)
      #expect(a.magnitude.addingProduct(-root.upper, root.upper) <= 0)
      let (s, t) = (a + b, b)
      let rest = (a - (s - (s - a))) + (t - (s - a))
      let sum = Interval(a) + Interval(b)
      #expect(sum.lower - s <= rest && rest <= sum.upper - s)
      for (wide, value) in [(product, a * b), (quotient, a / b.magnitude), (sum, s)] {
        #expect(wide.upper - wide.lower <= 4 * value.ulp)
      }
    }
  }

  @Test func endsNearTheLimitsOfDoubleStayOutward() {
    let tiny = Double.leastNonzeroMagnitude
    let huge = Double.greatestFiniteMagnitude
    let samples = [tiny, 0x1p-1022, 0x1p-1021, 1, 1.nextDown, 1.nextUp, huge]
    for x in samples {
      let once = Interval(x) * 1
      #expect(once.lower <= x.nextDown || once.lower == 0 && x == tiny)
      #expect(once.upper >= x.nextUp)
    }
    #expect((Interval(huge) * 2).lower == huge)
    #expect((Interval(huge) * 2).upper == .infinity)
    #expect(Interval(tiny) * Interval(0.25) == Interval(0, tiny))
    #expect((Interval(-tiny) * Interval(0.25)).lower < 0)
    #expect(Interval(tiny) / Interval(8) == Interval(0, tiny))
  }

  @Test func unboundedEndsGiveLimitsNotNaN() {
    let beyond = Interval(2, .infinity)
    #expect(Interval(0) * beyond == 0)
    #expect((1 / beyond).contains(0.5))
    #expect((1 / beyond).lower == 0)
    #expect(1 / Interval(-1, 2) == .whole)
    #expect(1 / Interval(0, 2) == .whole)
    #expect(Interval.exp(-beyond).lower == 0)
    #expect(Interval.tanh(beyond).upper == 1)
    #expect(Interval.atan(beyond).contains(1.5))
    #expect(Interval.sin(beyond) == Interval(-1, 1))
    #expect(Interval.cos(.whole) == Interval(-1, 1))
    #expect((beyond - beyond) == .whole)
    #expect((beyond / beyond).contains(1e300))
  }

  @Test func outsideTheDomainNothingIsKnown() {
    #expect(Interval.sqrt(Interval(-1, 4)) == .whole)
    #expect(Interval.log(Interval(-1, 4)) == .whole)
    #expect(Interval.log(0) == .whole)
    #expect(Interval.pow(Interval(-1, 4), 0.5) == .whole)
    #expect(Interval.tan(Interval(1, 2)) == .whole)
    #expect(Interval(.nan) == .whole)
    #expect(Interval(.infinity) == .whole)
    #expect(Interval(.nan, 1) == .whole)
  }

  @Test func powersAreTight() {
    #expect(Interval.pow(Interval(-2, 1), 2).lower == 0)
    #expect(Interval.pow(Interval(-2, 1), 2).upper <= 4.nextUp)
    let cube = Interval.pow(Interval(-2, 1), 3)
    #expect(cube.encloses(Interval(-8, 1)) && cube.lower > -8.001 && cube.upper < 1.001)
    #expect(Interval.pow(Interval(-2, 1), 0) == 1)
    #expect(Interval.pow(Interval(2, 4), -1).encloses(Interval(0.25, 0.5)))
    #expect(Interval.pow(Interval(-2, 1), -2) == .whole)
    #expect(Interval.pow(Interval(1e-200), 2.0).upper > 0)
    #expect(!Interval.pow(Interval(2), Int.min).lower.isNaN)
  }

  @Test func theRangeOfEveryFunctionIsEnclosed() {
    typealias Case = (
      name: String, domain: ClosedRange<Double>, interval: (Interval) -> Interval,
      double: (Double) -> Double
    )
    let cases: [Case] = [
      ("exp", -700...700, Interval.exp, Double.exp),
      ("log", 1e-9...1e9, Interval.log, { Double.log($0) }),
      ("sin", -50...50, Interval.sin, Double.sin), ("cos", -50...50, Interval.cos, Double.cos),
      ("tan", -50...50, Interval.tan, Double.tan), ("atan", -50...50, Interval.atan, Double.atan),
      ("sinh", -20...20, Interval.sinh, Double.sinh),
      ("cosh", -20...20, Interval.cosh, Double.cosh),
      ("tanh", -20...20, Interval.tanh, Double.tanh),
      ("sqrt", 0...1e6, Interval.sqrt, Double.sqrt), ("abs", -5...5, Interval.abs, Double.abs),
      ("pow 5", -5...5, { .pow($0, 5) }, { .pow($0, 5) }),
      ("pow -1.5", 0.01...9, { .pow($0, -1.5) }, { .pow($0, -1.5) }),
    ]
    var generator = SeededGenerator(seed: 2)
    for test in cases {
      for _ in 0..<2_000 {
        let a = Double.random(in: test.domain, using: &generator)
        let width = Double.random(in: 0...4, using: &generator)
        let b = min(test.domain.upperBound, a + width * width * width / 16)
        let range = test.interval(Interval(a, b))
        for _ in 0..<4 {
          let x = Double.random(in: a...b, using: &generator)
          #expect(range.contains(test.double(x)), "\(test.name) at \(x) in \(a)...\(b)")
        }
      }
    }
  }

  @Test func identitiesHoldBetweenFunctions() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let x = Interval(Double.random(in: -15...15, using: &generator))
      let (s, c) = (Interval.sin(x), Interval.cos(x))
      #expect((s * s + c * c).contains(1))
      let (sh, ch) = (Interval.sinh(x), Interval.cosh(x))
      #expect((ch * ch - sh * sh).contains(1))
      #expect((Interval.exp(x) * .exp(-x)).contains(1))
      #expect(Interval.log(.exp(x)).contains(x.lower))
      #expect(Interval.tan(.atan(x)).contains(x.lower))
      #expect((Interval.tanh(x) * ch - sh).contains(0))
      #expect((Interval.tan(x) * c - s).contains(0))
      #expect((s * s + c * c).upper < 1.0000001)
    }
    #expect(Interval.sin(.pi).contains(0))
    #expect(Interval.cos(Interval(3, 4)).lower == -1)
    #expect(Interval.sin(Interval(1, 2)).upper == 1)
    #expect(Interval.sin(Interval(-2, -1)).lower == -1)
    #expect(Interval.cos(Interval(0.5, 1)).upper < 0.8776)
  }
}
