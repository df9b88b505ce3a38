/// A length, held in bohr and converted at the boundary.
public struct Length: Sendable, Hashable, Comparable {
  public let bohr: Double

  public init(bohr: Double) { self.bohr = bohr }

  public static func bohr(_ value: Double) -> Length { Length(bohr: value) }
  public static func metres(_ value: Double) -> Length {
    Length(bohr: value / Constants.bohrInMetres)
  }
  public static func micrometers(_ value: Double) -> Length { metres(value * 1e-6) }
  public static func nanometers(_ value: Double) -> Length { metres(value * 1e-9) }
  public static func angstroms(_ value: Double) -> Length { metres(value * 1e-10) }

  public var metres: Double { bohr * Constants.bohrInMetres }
  public var nanometers: Double { metres * 1e9 }

  public static func < (a: Length, b: Length) -> Bool { a.bohr < b.bohr }
}

extension Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A bare number is in bohr.
  public init(floatLiteral value: Double) { self.init(bohr: value) }
  public init(integerLiteral value: Int) { self.init(bohr: Double(value)) }
}

extension Length: CustomStringConvertible {
  public var description: String { "\(bohr) bohr" }
}
