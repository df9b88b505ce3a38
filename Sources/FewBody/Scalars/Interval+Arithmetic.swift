extension Interval {
  // A sum that rounds to zero is exact (gradual underflow), so that x - c keeps its sign where an
  // element ends at the kink c.
  @inlinable @inline(__always)
  static func sumDown(_ a: Double, _ b: Double) -> Double {
    let s = a + b
    return s == 0 ? 0 : s.roundedDown
  }

  // Zero times an unbounded end is zero: the end stands for arbitrarily large reals, not for
  // infinity. A product that underflows keeps the sign of the exact one.
  @inlinable @inline(__always)
  static func productDown(_ a: Double, _ b: Double) -> Double {
    let p = a * b
    if p != 0, p == p { return p.roundedDown }
    return a == 0 || b == 0 || (a < 0) == (b < 0) ? 0 : -.leastNonzeroMagnitude
  }

  @inlinable @inline(__always)
  static func productUp(_ a: Double, _ b: Double) -> Double { -productDown(-a, b) }

  @inlinable @inline(__always)
  static func quotientDown(_ a: Double, _ b: Double) -> Double {
    let q = a / b
    if q != 0 { return q.roundedDown }
    return a == 0 || (a < 0) == (b < 0) ? 0 : -.leastNonzeroMagnitude
  }

  @inlinable @inline(__always)
  static func quotientUp(_ a: Double, _ b: Double) -> Double { -quotientDown(-a, b) }

  /// The sum, rounded outward.
  @inlinable @inline(__always)
  public static func + (a: Interval, b: Interval) -> Interval {
    Interval(unchecked: sumDown(a.lower, b.lower), -sumDown(-a.upper, -b.upper))
  }

  /// The difference, rounded outward; the two are taken to be independent.
  @inlinable @inline(__always)
  public static func - (a: Interval, b: Interval) -> Interval {
    Interval(unchecked: sumDown(a.lower, -b.upper), -sumDown(-a.upper, b.lower))
  }

  /// The negative, exact.
  @inlinable @inline(__always)
  public static prefix func - (a: Interval) -> Interval {
    Interval(unchecked: -a.upper, -a.lower)
  }

  /// The product, rounded outward; zero times an unbounded end is zero.
  @inlinable
  public static func * (a: Interval, b: Interval) -> Interval {
    if a.lower >= 0 {
      return Interval(
        unchecked: productDown(b.lower >= 0 ? a.lower : a.upper, b.lower),
        productUp(b.upper >= 0 ? a.upper : a.lower, b.upper))
    }
    if a.upper <= 0 {
      return Interval(
        unchecked: productDown(b.upper >= 0 ? a.lower : a.upper, b.upper),
        productUp(b.lower >= 0 ? a.upper : a.lower, b.lower))
    }
    if b.lower >= 0 {
      return Interval(unchecked: productDown(a.lower, b.upper), productUp(a.upper, b.upper))
    }
    if b.upper <= 0 {
      return Interval(unchecked: productDown(a.upper, b.lower), productUp(a.lower, b.lower))
    }
    return Interval(
      unchecked: Swift.min(productDown(a.lower, b.upper), productDown(a.upper, b.lower)),
      Swift.max(productUp(a.lower, b.lower), productUp(a.upper, b.upper)))
  }

  /// The quotient; ``whole`` where the divisor contains zero.
  @inlinable
  public static func / (a: Interval, b: Interval) -> Interval {
    if b.lower > 0 {
      return Interval(
        unchecked: quotientDown(a.lower, a.lower >= 0 ? b.upper : b.lower),
        quotientUp(a.upper, a.upper >= 0 ? b.lower : b.upper))
    }
    if b.upper < 0 {
      return Interval(
        unchecked: quotientDown(a.upper, a.upper >= 0 ? b.upper : b.lower),
        quotientUp(a.lower, a.lower >= 0 ? b.lower : b.upper))
    }
    return .whole
  }

  /// The range of |x|, exact.
  @inlinable
  public static func abs(_ x: Interval) -> Interval {
    if x.lower >= 0 { return x }
    if x.upper <= 0 { return -x }
    return Interval(unchecked: 0, x.magnitude)
  }

  /// The square root, which IEEE 754 rounds correctly; ``whole`` where x may be negative.
  @inlinable
  public static func sqrt(_ x: Interval) -> Interval {
    guard x.lower >= 0 else { return .whole }
    return Interval(
      unchecked: x.lower == 0 ? 0 : x.lower.squareRoot().roundedDown,
      x.upper == 0 ? 0 : x.upper.squareRoot().roundedUp)
  }

  /// An integer power, tight for a single factor: even powers of [-2, 1] are [0, 2^n].
  @inlinable
  public static func pow(_ x: Interval, _ n: Int) -> Interval {
    let power = naturalPower(x, n.magnitude)
    return n < 0 ? 1 / power : power
  }

  @inlinable
  static func naturalPower(_ x: Interval, _ n: UInt) -> Interval {
    // Non-negative bases multiply without dependency: [l, u]^n = [l^n, u^n].
    if x.lower >= 0 { return nonnegativePower(x, n) }
    if n.isMultiple(of: 2) { return nonnegativePower(abs(x), n) }
    if x.upper <= 0 { return -nonnegativePower(-x, n) }
    return Interval(
      unchecked: -nonnegativePower(Interval(unchecked: 0, -x.lower), n).upper,
      nonnegativePower(Interval(unchecked: 0, x.upper), n).upper)
  }

  @inlinable
  static func nonnegativePower(_ x: Interval, _ n: UInt) -> Interval {
    if n == 0 { return 1 }
    var square = x
    var rest = n
    while rest.isMultiple(of: 2) {
      square = square * square
      rest >>= 1
    }
    // The first factor is taken as it is: a product with one would widen it.
    var result = square
    while rest > 1 {
      square = square * square
      rest >>= 1
      if rest & 1 == 1 { result = result * square }
    }
    return result
  }
}
