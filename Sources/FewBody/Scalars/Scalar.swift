/// A number on which a potential can be evaluated: `Double`, an ``Interval``, a ``TaylorJet``
/// or a ``ParityProbe``.
///
/// One generic formula `value(at:)` then yields the sample, a rigorous enclosure over an element,
/// all derivatives, and a proof of symmetry, so that a user's potential keeps its rigour.
///
/// A scalar can be neither compared nor converted back to `Double`: a formula that branched on its
/// argument would be proved on one branch only. (`SignedNumeric` is not refined for that reason:
/// it asks for equality and for a comparable magnitude, which intervals and jets do not have.)
public protocol Scalar: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
where FloatLiteralType == Double {
  /// A constant.
  init(_ value: Double)
  /// The sum.
  static func + (a: Self, b: Self) -> Self
  /// The difference.
  static func - (a: Self, b: Self) -> Self
  /// The product.
  static func * (a: Self, b: Self) -> Self
  /// The quotient.
  static func / (a: Self, b: Self) -> Self
  /// The negative.
  static prefix func - (a: Self) -> Self
  /// |x|.
  static func abs(_ x: Self) -> Self
  /// The square root, for x >= 0.
  static func sqrt(_ x: Self) -> Self
  /// The exponential.
  static func exp(_ x: Self) -> Self
  /// The natural logarithm, for x > 0.
  static func log(_ x: Self) -> Self
  /// The sine of an angle in radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of an angle in radians.
  static func cos(_ x: Self) -> Self
  /// The tangent of an angle in radians.
  static func tan(_ x: Self) -> Self
  /// The arctangent, in radians.
  static func atan(_ x: Self) -> Self
  /// The hyperbolic sine.
  static func sinh(_ x: Self) -> Self
  /// The hyperbolic cosine.
  static func cosh(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// An integer power; negative exponents divide.
  static func pow(_ x: Self, _ n: Int) -> Self
  /// A real power, for x > 0.
  static func pow(_ x: Self, _ y: Double) -> Self
}

extension Scalar {
  /// Replaces a by a + b.
  @inlinable public static func += (a: inout Self, b: Self) { a = a + b }
  /// Replaces a by a - b.
  @inlinable public static func -= (a: inout Self, b: Self) { a = a - b }
  /// Replaces a by a b.
  @inlinable public static func *= (a: inout Self, b: Self) { a = a * b }
  /// Replaces a by a/b.
  @inlinable public static func /= (a: inout Self, b: Self) { a = a / b }
  /// The operand itself.
  @inlinable public static prefix func + (a: Self) -> Self { a }
}

/// A scalar whose sign may be decidable: what the coefficients of a ``TaylorJet`` must be, so that
/// |f| can choose the branch f or -f.
public protocol SignedScalar: Scalar {
  /// Proved to be >= 0; an interval [0, h] counts.
  var isNonnegative: Bool { get }
  /// Proved to be <= 0; an interval [-h, 0] counts.
  var isNonpositive: Bool { get }
  /// The value of which nothing is known.
  static var unknown: Self { get }
}
