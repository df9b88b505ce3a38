import RealModule

// The elementary functions are RealModule's own, so that a file that imports both modules finds one
// `Double.exp`, not two.
extension Double: SignedScalar {
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }
  @inlinable public var isNonnegative: Bool { self >= 0 }
  @inlinable public var isNonpositive: Bool { self <= 0 }
  @inlinable public static var unknown: Double { .nan }
}
