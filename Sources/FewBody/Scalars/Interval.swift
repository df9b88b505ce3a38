/// A closed interval [lower, upper] of real numbers that contains the exact result of whatever
/// was computed with it.
///
/// Moore's fundamental theorem: a formula evaluated on intervals encloses its range (R. E. Moore,
/// R. B. Kearfott, M. J. Cloud, *Introduction to Interval Analysis*, SIAM 2009, Theorem 5.1). Every
/// end is rounded outward. An end may be infinite, which means unbounded on that side; no end is
/// ever NaN, and an operation outside its domain gives ``whole``: nothing is known.
@frozen
public struct Interval: Sendable, Equatable {
  /// The lower end; -infinity where unbounded below.
  public let lower: Double
  /// The upper end; infinity where unbounded above.
  public let upper: Double

  @inlinable @inline(__always)
  init(unchecked lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of all reals between two ends, taken in either order; a NaN end gives ``whole``.
  @inlinable
  public init(_ lower: Double, _ upper: Double) {
    if lower <= upper, lower < .infinity, upper > -.infinity {
      self.init(unchecked: lower, upper)
    } else if upper < lower {
      self.init(unchecked: upper, lower)
    } else {
      self = .whole
    }
  }

  /// The degenerate interval of one double; an infinite or NaN value gives ``whole``.
  @inlinable
  public init(_ value: Double) {
    self = value.isFinite ? Interval(unchecked: value, value) : .whole
  }

  /// The interval between the two ends of a range.
  @inlinable public init(_ range: ClosedRange<Double>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The degenerate interval of a literal as it is rounded to a double.
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
  /// The degenerate interval of a whole number, rounded to a double beyond 2^53.
  @inlinable public init(integerLiteral value: Int64) { self.init(Double(value)) }

  /// All real numbers.
  @inlinable public static var whole: Interval { Interval(unchecked: -.infinity, .infinity) }

  /// An enclosure of pi: the double nearest to it is below it.
  @inlinable public static var pi: Interval { Interval(unchecked: .pi, Double.pi.nextUp) }

  /// max |x|, infinite where unbounded.
  @inlinable public var magnitude: Double { Swift.max(-lower, upper) }

  /// A finite point of the interval, its midpoint if it is bounded.
  @inlinable
  public var midpoint: Double {
    if lower > -.infinity, upper < .infinity {
      return Swift.min(Swift.max(0.5 * lower + 0.5 * upper, lower), upper)
    }
    return lower > -.infinity ? lower : (upper < .infinity ? upper : 0)
  }

  /// A bound of |x - midpoint| for every x inside.
  @inlinable
  public var radius: Double {
    let centre = midpoint
    return Swift.max((upper - centre).roundedUp, (centre - lower).roundedUp)
  }

  /// Whether a number lies in the interval, its ends included.
  @inlinable
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether all of another interval lies in this one.
  @inlinable public func encloses(_ other: Interval) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// The common part of two enclosures of the same set.
  ///
  /// Two true enclosures always meet; where they do not, the first is returned.
  @inlinable
  public func intersection(_ other: Interval) -> Interval {
    let low = Swift.max(lower, other.lower)
    let high = Swift.min(upper, other.upper)
    return low <= high ? Interval(unchecked: low, high) : self
  }

  /// The smallest interval around two.
  @inlinable
  public func hull(_ other: Interval) -> Interval {
    Interval(unchecked: Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }
}

extension Interval: SignedScalar {
  /// Whether every number in it is >= 0.
  @inlinable public var isNonnegative: Bool { lower >= 0 }
  /// Whether every number in it is <= 0.
  @inlinable public var isNonpositive: Bool { upper <= 0 }
  /// All real numbers: ``whole``.
  @inlinable public static var unknown: Interval { .whole }
}

extension Interval: CustomStringConvertible {
  /// The two ends in brackets.
  public var description: String { "[\(lower), \(upper)]" }
}
