#if Arb
  import FewBody

  /// The levels of the shifted Coulomb pair as roots nu_0 < nu_1 < ... , each with its index proved.
  ///
  /// On s >= b, even levels n_0, n_1, ... make psi'(b) = 0 and odd levels d_0, d_1, ... make
  /// psi(b) = 0. How the index is established:
  ///
  /// 1. *Interlacing.* n_0 < d_0 < n_1 < d_1 < ..., since psi'(b)/psi(b) is monotone in E between
  ///    its poles. A level needs E > min V = -1/b, so nu > sqrt(b/2); below, psi psi' < 0.
  ///    As nu passes n_c the product psi psi' turns positive, as it passes d_c negative again:
  ///    with c odd levels below nu, the number of all levels below nu is
  ///    2c if psi psi' < 0 and 2c + 1 if psi psi' > 0.
  /// 2. *At most one d in (nu, nu + 1].* The number of d below nu is the number of zeros of psi in
  ///    (b, inf) = (zeros in (0, inf)) - (zeros in (0, b]). The first term is ceil(nu - 1)
  ///    (DLMF 13.9(ii)), so it grows by exactly one. The second does not fall: near s = 0,
  ///    psi ~ 1 - 2s [ln 2s + c(nu) + 2 gamma - 1], c = digamma(1 - nu) - ln nu + 1/(2 nu), and
  ///    c(nu + 1) - c(nu) = [1/nu + 1/(nu + 1)]/2 - ln(1 + 1/nu) > 0, the excess of the trapezoid
  ///    rule over the integral of the convex 1/t. So at nu + 1 the logarithmic derivative starts
  ///    lower and -2(E - V) is lower everywhere: by Sturm's comparison every zero comes earlier.
  ///    (Whole nu: c is infinite, psi vanishes at 0 for both, and the comparison stands.)
  ///    Hence equal signs of psi(b) at nu and nu' <= nu + 1 mean no d between, unequal ones one d.
  /// 3. No d lies below max(1, sqrt(b/2)): psi has no zero at nu = 1, W = z e^(-z/2).
  struct ShiftedPairLevels: ~Copyable {
    private let solution: DecayingSolution

    /// `start` is b = mu Z a.
    init(start: consuming RealBall) { solution = DecayingSolution(start: start) }

    /// What is known at one nu.
    private struct Mark {
      var nu: Double
      var sign: Int
      var oddBelow: Int
      var below: Int
    }

    /// Bits after which a mark is moved instead of decided: it may sit on a root, as nu = 2 at b = 2.
    private static let markPrecision = 1024

    /// An enclosure of nu_k to 2^-71 relative, or nil if no precision up to the limit sufficed.
    func root(level k: Int) -> RealBall? {
      guard let (low, high) = isolate(level: k) else { return nil }
      return refine(odd: k % 2 == 1, low: low, high: high)
    }

    /// Two marks with level k, and no other level, between them.
    private func isolate(level k: Int) -> (Double, Double)? {
      let edge = (solution.start.nearest / 2).squareRoot() * (1 - 0x1p-30)
      // One step from the edge to 1 is allowed whatever its length, by (3).
      var left = Mark(nu: edge, sign: 1, oddBelow: 0, below: 0)
      var reach = max(1, edge + 1)
      while true {
        guard let right = mark(after: left, reach: reach) else { return nil }
        if right.below > k { return bisect(level: k, left, right) }
        left = right
        reach = left.nu + 1
      }
    }

    private func bisect(level k: Int, _ left: Mark, _ right: Mark) -> (Double, Double)? {
      var (left, right) = (left, right)
      while left.below < k || right.below > k + 1 {
        guard let middle = mark(after: left, reach: (left.nu + right.nu) / 2) else { return nil }
        if middle.below > k { right = middle } else { left = middle }
      }
      return (left.nu, right.nu)
    }

    /// A mark in (left, reach], as near to `reach` as its signs can be decided.
    private func mark(after left: Mark, reach: Double) -> Mark? {
      for retreat in [0.0, 0.031, 0.1, 0.23, 0.37, 0.53] {
        let point = reach - retreat * (reach - left.nu)
        guard point > left.nu else { return nil }
        let nu = RealBall(point, precision: 64)
        let value = solution.sign(odd: true, nu, limit: Self.markPrecision)
        let slope = solution.sign(odd: false, nu, limit: Self.markPrecision)
        guard value != 0, slope != 0 else { continue }
        let odd = left.oddBelow + (value == left.sign ? 0 : 1)
        return Mark(
          nu: point, sign: value, oddBelow: odd, below: 2 * odd + (value == slope ? 1 : 0))
      }
      return nil
    }

    /// Secant steps inside the bracket, a bisection where they leave it or stall, until two points
    /// 2^-72 either side have certain and opposite signs.
    private func refine(odd: Bool, low: Double, high: Double) -> RealBall? {
      // psi' loses log2(1/z) bits to cancellation where z = 2b/nu is small.
      let lost = max(0, -(2 * solution.start.nearest / high).exponent)
      let precision = 192 + Int(lost)
      var low = RealBall(low, precision: precision)
      var high = RealBall(high, precision: precision)
      var previous = low.with(precision: precision)
      var current = high.with(precision: precision)
      var atPrevious = solution.function(odd: odd, previous, precision: precision).center
      var atCurrent = solution.function(odd: odd, current, precision: precision).center
      let lowSign = atPrevious.sign
      guard lowSign * atCurrent.sign < 0 else { return nil }
      var width = Double.infinity
      for _ in 0..<500 {
        var next = (current - atCurrent * (current - previous) / (atCurrent - atPrevious)).center
        let step = (next - current).nearest.magnitude
        let inside = next.isFinite && (next - low).sign > 0 && (high - next).sign > 0
        if inside, step <= 0x1p-90 * next.nearest {
          if let root = certify(odd: odd, next, sign: lowSign, precision: precision) { return root }
        }
        // Demand that steps shrink threefold in two, or bisect.
        let span = (high - low).nearest
        if !inside || step > width / 1.7 {
          next = (low + high).scaled(byTwoTo: -1).center
          width = span
        } else {
          width = step
        }
        let value = solution.function(odd: odd, next, precision: precision).center
        if value.sign == 0 {
          return certify(odd: odd, next, sign: lowSign, precision: precision)
        }
        if value.sign == lowSign {
          low = next.with(precision: precision)
        } else {
          high = next.with(precision: precision)
        }
        previous = current.with(precision: precision)
        atPrevious = atCurrent.with(precision: precision)
        current = next.with(precision: precision)
        atCurrent = value.with(precision: precision)
      }
      return nil
    }

    private func certify(
      odd: Bool, _ nu: borrowing RealBall, sign: Int, precision: Int
    ) -> RealBall? {
      let spread = RealBall(0x1p-72, precision: precision) * nu
      let below = (nu - spread).center
      let above = (nu + spread).center
      let limit = DecayingSolution.highestPrecision
      guard solution.sign(odd: odd, below, from: precision, limit: limit) == sign,
        solution.sign(odd: odd, above, from: precision, limit: limit) == -sign
      else { return nil }
      return RealBall.hull(below, above)
    }

    /// The integral of (e^(z_0/2) psi)^2 over s >= b, z_0 = 2b/nu, at the level nu.
    ///
    /// From (H - E) d_E psi = psi: integral psi^2 = (psi d_E psi' - psi' d_E psi)/2 at b, with
    /// d_E = nu^3 d_nu; d_nu is a central difference over 2^-59, off by about 2^-118.
    func norm(odd: Bool, _ nu: borrowing RealBall) -> Double {
      let precision = 320 + max(0, -Int((2 * solution.start.nearest / nu.nearest).exponent))
      let exact = nu.center.with(precision: precision)
      let step = RealBall(0x1p-60, precision: precision) * exact
      let above = (exact + step).center
      let below = (exact - step).center
      let derivative =
        (solution.function(odd: odd, above, precision: precision)
          - solution.function(odd: odd, below, precision: precision)) / step.scaled(byTwoTo: 1)
      let partner = solution.function(odd: !odd, exact, precision: precision)
      let cube = exact * exact * exact
      return (cube * derivative * partner).scaled(byTwoTo: -1).nearest.magnitude
    }
  }
#endif
