/// A length, held in bohr and converted at the boundary.
public struct Length: Sendable, Hashable, Comparable {
  /// The length in bohr.
  public let bohr: Double

  /// The length of a number of bohr.
  public init(bohr: Double) { self.bohr = bohr }

  /// The length of a number of bohr.
  public static func bohr(_ value: Double) -> Length { Length(bohr: value) }
  /// The length of a number of metres.
  public static func metres(_ value: Double) -> Length {
    Length(bohr: value / Constants.bohrInMetres)
  }
  /// The length of a number of micrometres.
  public static func micrometers(_ value: Double) -> Length { metres(value * 1e-6) }
  /// The length of a number of nanometres.
  public static func nanometers(_ value: Double) -> Length { metres(value * 1e-9) }
  /// The length of a number of angstroms, 1e-10 m.
  public static func angstroms(_ value: Double) -> Length { metres(value * 1e-10) }

  /// The length in metres.
  public var metres: Double { bohr * Constants.bohrInMetres }
  /// The length in nanometres.
  public var nanometers: Double { metres * 1e9 }

  /// Whether a is the shorter length.
  public static func < (a: Length, b: Length) -> Bool { a.bohr < b.bohr }
}

extension Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A bare number is in bohr.
  public init(floatLiteral value: Double) { self.init(bohr: value) }
  /// A bare whole number is in bohr.
  public init(integerLiteral value: Int) { self.init(bohr: Double(value)) }
}

extension Length: CustomStringConvertible {
  /// The number of bohr with its unit.
  public var description: String { "\(bohr) bohr" }
}
