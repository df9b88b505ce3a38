import FewBody
import Testing

private struct Yukawa: Potential {
  let strength, range: Double
  func value<T: Scalar>(at x: T) -> T { -T(strength) * .exp(-.abs(x) / T(range)) / (.abs(x) + 0.1) }
}
private struct SoftCoulomb: Potential {
  func value<T: Scalar>(at x: T) -> T { -1 / .sqrt(x * x + 1) }
}
private struct CoffeyEvans: Potential {
  let beta: Double
  func value<T: Scalar>(at x: T) -> T {
    let s: T = .sin(2 * x)
    return -2 * T(beta) * .cos(2 * x) + T(beta * beta) * s * s
  }
}
private struct PoeschlTeller: Potential {
  func value<T: Scalar>(at x: T) -> T { -6 / .pow(.cosh(x), 2) }
}
private struct Tilted: Potential {
  func value<T: Scalar>(at x: T) -> T { .atan(x) - .tanh(x * x) + .log(2 + .sin(x)) }
}
private struct Kink: Potential {
  let place: Double
  func value<T: Scalar>(at x: T) -> T { .abs(x - T(place)) }
}

@Suite struct EnclosureTests {
  private let potentials: [any Potential] = [
    Yukawa(strength: 1, range: 5), SoftCoulomb(), CoffeyEvans(beta: 20), PoeschlTeller(), Tilted(),
  ]

  /// The polynomial of degree n at the Chebyshev points of [l, r], by the barycentric formula.
  private func interpolationError(
    _ potential: any Potential, _ l: Double, _ r: Double, degree n: Int
  ) -> Double {
    let angles = (0...n).map { (2 * Double($0) + 1) / (2 * Double(n) + 2) * Double.pi }
    let nodes = angles.map { Double.cos($0) }
    let values = nodes.map { potential.value(at: l + (r - l) * (1 + $0) / 2) }
    let weights = angles.enumerated().map { ($0.isMultiple(of: 2) ? 1 : -1) * Double.sin($1) }
    var worst = 0.0
    for i in 0...400 {
      let t = -1 + Double(i) / 200
      if nodes.contains(t) { continue }
      var (top, bottom) = (0.0, 0.0)
      for j in 0...n {
        top += weights[j] / (t - nodes[j]) * values[j]
        bottom += weights[j] / (t - nodes[j])
      }
      let difference = top / bottom - potential.value(at: l + (r - l) * (1 + t) / 2)
      worst = max(worst, difference.magnitude)
    }
    return worst
  }

  @Test func samplesAndInterpolantsLieWithinWhatIsProved() {
    var generator = SeededGenerator(seed: 6)
    var teeth = 0
    for potential in potentials {
      for _ in 0..<60 {
        let l = Double.random(in: 0...3, using: &generator)
        let r = l + Double.random(in: 0.02...1.5, using: &generator)
        let proof = potential.enclosure(from: l, to: r)
        #expect(proof.lower.isFinite && proof.upper.isFinite && proof.slope.isFinite)
        for i in 0...50 {
          let x = min(r, l + (r - l) * Double(i) / 50)
          let value = potential.value(at: x)
          #expect(proof.lower <= value && value <= proof.upper)
          let step = 1e-6 * (r - l)
          let rise = (potential.value(at: x + step) - value) / step
          #expect(i == 50 || rise.magnitude <= proof.slope * (1 + 1e-6) + 1e-6)
        }
        let rounding = 2e-14 * max(proof.lower.magnitude, proof.upper.magnitude)
        let error15 = interpolationError(potential, l, r, degree: 15)
        #expect(error15 <= proof.tail15 + rounding)
        #expect(interpolationError(potential, l, r, degree: 31) <= proof.tail31 + rounding)
        if error15 > 100 * rounding { teeth += 1 }
      }
    }
    // Elements on which the interpolation error is far above rounding, so that the tail is tested.
    #expect(teeth > 20)
  }

  @Test func tailsAreSharpEnoughToBeUsed() {
    let proof = Yukawa(strength: 1, range: 5).enclosure(from: 0, to: 0.05)
    #expect(proof.tail15 < 1e-12)
    #expect(proof.tail31 < 1e-25)
    let soft = SoftCoulomb().enclosure(from: 0, to: 0.5)
    #expect(soft.tail15 < 1e-12)
    #expect(soft.lower > -1.0001 && soft.upper < -0.89)
  }

  @Test func aPolynomialHasNoTail() {
    struct DoubleWell: Potential {
      func value<T: Scalar>(at x: T) -> T { .pow(.pow(x, 2) - 1, 2) }
    }
    let proof = DoubleWell().enclosure(from: -3, to: 5)
    #expect(proof.tail15 == 0 && proof.tail31 == 0 && proof.upper >= 576)
  }

  @Test func aKinkInsideProvesNothingAndAtAnEndDoesNoHarm() {
    // -1 + 2/4, -1 + 2/2: also where the kink falls on an end of an inner piece.
    for place in [-0.5, 0, 0.123, 0.5] {
      let inside = Kink(place: place).enclosure(from: -1, to: 1)
      #expect(inside.tail31 >= 0.25, "kink at \(place)")
      #expect(inside.lower >= 0 && inside.upper < 1.6)
    }
    for place in [0.1, 0.3, 1e-3] {
      #expect(Kink(place: place).enclosure(from: place, to: 1).tail15 == 0)
      #expect(Kink(place: place).enclosure(from: -1, to: place).tail15 == 0)
    }
  }

  @Test func impossibleElementsProveNothing() {
    let unbounded = SoftCoulomb().enclosure(from: 1, to: .infinity)
    #expect(unbounded.upper <= 1e-300 && unbounded.lower > -0.7072)
    #expect(SoftCoulomb().enclosure(from: .nan, to: 1).tail31 >= 0.5)
    struct Singular: Potential { func value<T: Scalar>(at x: T) -> T { -1 / .abs(x) } }
    let singular = Singular().enclosure(from: 0, to: 1)
    #expect(singular.lower == -.infinity && singular.tail31 == .infinity)
    #expect(Singular().sample(at: 0).error == .infinity)
  }

  @Test func displacedSamplesAreCovered() {
    var generator = SeededGenerator(seed: 7)
    for potential in potentials {
      for _ in 0..<500 {
        let x = Double.random(in: -4...4, using: &generator)
        let sample = potential.sample(at: x, displacedBy: 1e-6)
        let other = potential.value(at: x + Double.random(in: -1e-6...1e-6, using: &generator))
        #expect((sample.value - other).magnitude <= sample.error)
        #expect(potential.sample(at: x).error <= 1e-12 * max(1, sample.value.magnitude))
      }
    }
  }

  @Test func symmetryAndLimitsAreReadOffTheFormula() {
    #expect(Yukawa(strength: 1, range: 5).isProvenEven)
    #expect(SoftCoulomb().isProvenEven)
    #expect(CoffeyEvans(beta: 20).isProvenEven)
    #expect(PoeschlTeller().isProvenEven)
    #expect(!Tilted().isProvenEven)
    #expect(!Kink(place: 1).isProvenEven)
    let beyond = Yukawa(strength: 1, range: 5).enclosureBeyond(20)
    #expect(beyond.upper >= 0 && beyond.upper < 1e-300)
    #expect(beyond.contains(-Double.exp(-4) / 20.1) && beyond.lower > -1e-3)
    #expect(Kink(place: 1).enclosureRight(of: 3) == Interval(2.nextDown, .infinity))
    #expect(PoeschlTeller().breakpoints == [0])
  }
}
