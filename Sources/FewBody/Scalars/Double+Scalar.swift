import RealModule

// The elementary functions are RealModule's own, so that a file that imports both modules finds one
// `Double.exp`, not two.
extension Double: SignedScalar {
  /// The magnitude.
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }
  /// Whether it is >= 0.
  @inlinable public var isNonnegative: Bool { self >= 0 }
  /// Whether it is <= 0.
  @inlinable public var isNonpositive: Bool { self <= 0 }
  /// NaN.
  @inlinable public static var unknown: Double { .nan }
}
