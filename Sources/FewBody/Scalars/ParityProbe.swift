/// A proof of symmetry: a formula evaluated on ``odd`` is even, odd, or not decided.
///
/// An abstract interpretation: constants are even, the coordinate is odd, a sum keeps a common
/// parity, a product multiplies parities, and every function of an even argument is even. V(-x) =
/// V(x) holds for the formula itself wherever the verdict is ``even``; no sample is taken.
@frozen
public enum ParityProbe: Sendable, Equatable {
  /// f(-x) = f(x).
  case even
  /// f(-x) = -f(x).
  case odd
  /// Nothing is proved.
  case neither

  /// Even: a constant.
  @inlinable public init(_ value: Double) { self = .even }
  /// Even: a constant.
  @inlinable public init(floatLiteral value: Double) { self = .even }
  /// Even: a constant.
  @inlinable public init(integerLiteral value: Int64) { self = .even }

  @inlinable
  static func sum(_ a: ParityProbe, _ b: ParityProbe) -> ParityProbe { a == b ? a : .neither }

  @inlinable
  static func product(_ a: ParityProbe, _ b: ParityProbe) -> ParityProbe {
    if a == .neither || b == .neither { return .neither }
    return a == b ? .even : .odd
  }

  /// What a function makes of this argument if it turns odd ones into `result`.
  @inlinable
  func ofOdd(_ result: ParityProbe) -> ParityProbe { self == .odd ? result : self }
}

extension ParityProbe: Scalar {
  /// The common parity, or neither.
  @inlinable public static func + (a: ParityProbe, b: ParityProbe) -> ParityProbe { sum(a, b) }
  /// The common parity, or neither.
  @inlinable public static func - (a: ParityProbe, b: ParityProbe) -> ParityProbe { sum(a, b) }
  /// The same parity.
  @inlinable public static prefix func - (a: ParityProbe) -> ParityProbe { a }
  /// Even for equal parities, odd for different ones.
  @inlinable public static func * (a: ParityProbe, b: ParityProbe) -> ParityProbe { product(a, b) }
  /// Even for equal parities, odd for different ones.
  @inlinable public static func / (a: ParityProbe, b: ParityProbe) -> ParityProbe { product(a, b) }
  /// Even, unless the argument is neither.
  @inlinable public static func abs(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.even) }
  /// Even, unless the argument is neither.
  @inlinable public static func cos(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.even) }
  /// Even, unless the argument is neither.
  @inlinable public static func cosh(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.even) }
  /// The parity of the argument.
  @inlinable public static func sin(_ x: ParityProbe) -> ParityProbe { x }
  /// The parity of the argument.
  @inlinable public static func tan(_ x: ParityProbe) -> ParityProbe { x }
  /// The parity of the argument.
  @inlinable public static func atan(_ x: ParityProbe) -> ParityProbe { x }
  /// The parity of the argument.
  @inlinable public static func sinh(_ x: ParityProbe) -> ParityProbe { x }
  /// The parity of the argument.
  @inlinable public static func tanh(_ x: ParityProbe) -> ParityProbe { x }
  /// Even for an even argument, else neither.
  @inlinable public static func sqrt(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.neither) }
  /// Even for an even argument, else neither.
  @inlinable public static func exp(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.neither) }
  /// Even for an even argument, else neither.
  @inlinable public static func log(_ x: ParityProbe) -> ParityProbe { x.ofOdd(.neither) }
  /// Even for an even argument, else neither.
  @inlinable public static func pow(_ x: ParityProbe, _ y: Double) -> ParityProbe {
    x.ofOdd(.neither)
  }
  /// Even for an even power of an even or odd argument, else the parity of the argument.
  @inlinable public static func pow(_ x: ParityProbe, _ n: Int) -> ParityProbe {
    n.isMultiple(of: 2) ? x.ofOdd(.even) : x
  }
}
