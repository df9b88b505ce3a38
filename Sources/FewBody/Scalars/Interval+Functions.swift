import RealModule

// Hypothesis: the C library's exp, log, sin, cos, tan, atan, sinh, cosh, tanh and pow are wrong by
// at most 4 ulp. The GNU C Library manual ("Errors in Math Functions", x86_64 and aarch64, double)
// states at most 2 ulp for each of them.
extension Interval {
  /// The exponential, widened by the error of the C library.
  @inlinable
  public static func exp(_ x: Interval) -> Interval {
    Interval(
      unchecked: Swift.max(0, Double.exp(x.lower).widenedDown), Double.exp(x.upper).widenedUp)
  }

  /// The logarithm; ``whole`` where x may be negative.
  @inlinable
  public static func log(_ x: Interval) -> Interval {
    guard x.lower >= 0, x.upper > 0 else { return .whole }
    return Interval(unchecked: Double.log(x.lower).widenedDown, Double.log(x.upper).widenedUp)
  }

  /// The sine, within [-1, 1].
  @inlinable
  public static func sin(_ x: Interval) -> Interval {
    extremes(Double.sin(x.lower), Double.sin(x.upper), turns(x), crest: 0.25, trough: 0.75)
  }

  /// The cosine, within [-1, 1].
  @inlinable
  public static func cos(_ x: Interval) -> Interval {
    extremes(Double.cos(x.lower), Double.cos(x.upper), turns(x), crest: 0, trough: 0.5)
  }

  /// The tangent; ``whole`` where x may meet a pole.
  @inlinable
  public static func tan(_ x: Interval) -> Interval {
    let turns = turns(x)
    if turns.meets(integerPlus: 0.25) || turns.meets(integerPlus: 0.75) { return .whole }
    return monotone(Double.tan(x.lower), Double.tan(x.upper))
  }

  /// The arctangent, widened by the error of the C library.
  @inlinable
  public static func atan(_ x: Interval) -> Interval {
    monotone(Double.atan(x.lower), Double.atan(x.upper))
  }

  /// The hyperbolic sine, widened by the error of the C library.
  @inlinable
  public static func sinh(_ x: Interval) -> Interval {
    monotone(Double.sinh(x.lower), Double.sinh(x.upper))
  }

  /// The hyperbolic cosine, at least 1.
  @inlinable
  public static func cosh(_ x: Interval) -> Interval {
    let size = abs(x)
    let range = monotone(Double.cosh(size.lower), Double.cosh(size.upper))
    return Interval(unchecked: Swift.max(1, range.lower), range.upper)
  }

  /// The hyperbolic tangent, within [-1, 1].
  @inlinable
  public static func tanh(_ x: Interval) -> Interval {
    let range = monotone(Double.tanh(x.lower), Double.tanh(x.upper))
    return Interval(unchecked: Swift.max(-1, range.lower), Swift.min(1, range.upper))
  }

  /// x^y for x >= 0 (and x > 0 where y < 0); ``whole`` elsewhere.
  @inlinable
  public static func pow(_ x: Interval, _ y: Double) -> Interval {
    guard x.lower > 0 || (x.lower == 0 && y > 0), y.isFinite else { return .whole }
    if y == 0 { return 1 }
    let low = Double.pow(x.lower, y)
    let high = Double.pow(x.upper, y)
    return Interval(
      unchecked: Swift.max(0, Swift.min(low, high).widenedDown), Swift.max(low, high).widenedUp)
  }

  /// The image under a rising odd function, whose computed values at the ends vanish at zero only.
  @inlinable @inline(__always)
  static func monotone(_ low: Double, _ high: Double) -> Interval {
    Interval(unchecked: low == 0 ? 0 : low.widenedDown, high == 0 ? 0 : high.widenedUp)
  }

  /// x / 2 pi, outward rounded.
  @inlinable
  static func turns(_ x: Interval) -> Interval {
    x / (Interval.pi * 2)
  }

  /// Whether n + offset lies in the interval for an integer n; also true where that is unclear,
  /// which costs width and never truth.
  @inlinable
  func meets(integerPlus offset: Double) -> Bool {
    let shifted = self - Interval(offset)
    return !(shifted.upper - shifted.lower < 1) || shifted.upper.rounded(.down) >= shifted.lower
  }

  // No reduction of the argument is needed: libm reduces a double exactly, and between two ends the
  // range is that of the end values unless a crest or a trough lies between them.
  @inlinable
  static func extremes(
    _ left: Double, _ right: Double, _ turns: Interval, crest: Double, trough: Double
  ) -> Interval {
    // An unbounded end gives NaN above, and turns wider than one here, so both tests are true.
    let upper =
      turns.meets(integerPlus: crest) ? 1 : Swift.min(1, Swift.max(left, right).widenedUp)
    let lower =
      turns.meets(integerPlus: trough) ? -1 : Swift.max(-1, Swift.min(left, right).widenedDown)
    return Interval(unchecked: lower, upper)
  }
}
