import FewBody

/// A real number known to lie within `radius` of `midpoint`.
///
/// x in [midpoint - radius, midpoint + radius]. Arithmetic rounds outward: every operation of
/// IEEE 754 is within half an ulp of the exact result, and each adds that much to the radius.
public struct Ball: Sendable, Hashable {
  /// The centre of the ball.
  public let midpoint: Double
  /// Non-negative.
  public let radius: Double

  /// The ball about `midpoint`; a negative radius counts by its magnitude.
  public init(midpoint: Double, radius: Double = 0) {
    self.midpoint = midpoint
    self.radius = radius.magnitude
  }

  /// The smallest machine interval around the ball.
  public var interval: ClosedRange<Double> {
    if radius == 0 { return midpoint...midpoint }
    return (midpoint - radius).nextDown...(midpoint + radius).nextUp
  }

  /// Whether x lies in the ball's ``interval``.
  public func contains(_ x: Double) -> Bool { interval.contains(x) }
  /// True unless the ball and the range are certainly disjoint.
  public func overlaps(_ range: ClosedRange<Double>) -> Bool { interval.overlaps(range) }
  /// The same for an interval of energies, in hartree.
  public func overlaps(_ range: ClosedRange<Energy>) -> Bool {
    overlaps(range.lowerBound.hartree...range.upperBound.hartree)
  }
}

extension Ball: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The double nearest to the literal, taken as exact.
  public init(floatLiteral value: Double) { self.init(midpoint: value) }
  /// The double nearest to the literal, taken as exact.
  public init(integerLiteral value: Int) { self.init(midpoint: Double(value)) }
}

extension Ball: CustomStringConvertible {
  /// The midpoint and the radius, as `midpoint +/- radius`.
  public var description: String { "\(midpoint) +/- \(radius)" }
}

extension Ball {
  /// pi, whose nearest double is off by 1.2246e-16.
  static let pi = Ball(midpoint: 3.141_592_653_589_793, radius: 1.3e-16)

  /// The least element, rounded down.
  var lower: Double { interval.lowerBound }
  /// The greatest element, rounded up.
  var upper: Double { interval.upperBound }

  static prefix func - (a: Ball) -> Ball { Ball(midpoint: -a.midpoint, radius: a.radius) }

  static func + (a: Ball, b: Ball) -> Ball {
    rounded(a.midpoint + b.midpoint, propagated: a.radius + b.radius)
  }

  static func - (a: Ball, b: Ball) -> Ball { a + -b }

  static func * (a: Ball, b: Ball) -> Ball {
    rounded(
      a.midpoint * b.midpoint,
      propagated: a.midpoint.magnitude * b.radius + b.midpoint.magnitude * a.radius
        + a.radius * b.radius)
  }

  /// The divisor must be certainly nonzero; otherwise the radius is infinite.
  static func / (a: Ball, b: Ball) -> Ball {
    let least = b.midpoint.magnitude - b.radius
    guard least > 0 else { return Ball(midpoint: 0, radius: .infinity) }
    // |a/b - a0/b0| <= (ra + |a0/b0| rb) / (|b0| - rb)
    let quotient = a.midpoint / b.midpoint
    return rounded(
      quotient, propagated: (a.radius + quotient.magnitude * b.radius) / least)
  }

  /// The square root of a non-negative number; |sqrt x - sqrt x0| <= |x - x0| / sqrt x0.
  static func sqrt(_ a: Ball) -> Ball {
    guard a.midpoint > 0 else { return Ball(midpoint: 0, radius: a.upper.squareRoot().nextUp) }
    let root = a.midpoint.squareRoot()
    return rounded(root, propagated: a.radius / root)
  }

  /// A result rounded to nearest whose operands spread by `propagated`, itself a sum of at most
  /// four rounded operations: 1 + 8u covers their rounding.
  private static func rounded(_ value: Double, propagated: Double) -> Ball {
    let exact = propagated == 0 ? 0 : propagated * (1 + 0x1p-49) + .leastNonzeroMagnitude
    return Ball(midpoint: value, radius: (exact + value.ulp / 2).nextUp)
  }
}
