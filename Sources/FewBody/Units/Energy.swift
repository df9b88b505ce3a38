/// An energy, held in hartree and converted at the boundary.
public struct Energy: Sendable, Hashable, Comparable {
  /// E in hartree.
  public let hartree: Double

  /// The energy of a number of hartree.
  public init(hartree: Double) { self.hartree = hartree }

  /// The energy of a number of hartree.
  public static func hartree(_ value: Double) -> Energy { Energy(hartree: value) }
  /// The energy of a number of electronvolts.
  public static func electronvolts(_ value: Double) -> Energy {
    Energy(hartree: value / Constants.hartreeInElectronvolts)
  }
  /// The energy k_B T of a temperature in kelvin.
  public static func kelvin(_ value: Double) -> Energy {
    Energy(hartree: value / Constants.hartreeInKelvin)
  }
  /// The energy k_B T of a temperature in millikelvin.
  public static func millikelvin(_ value: Double) -> Energy { kelvin(value * 1e-3) }

  /// E in electronvolts.
  public var electronvolts: Double { hartree * Constants.hartreeInElectronvolts }
  /// E in millielectronvolts.
  public var millielectronvolts: Double { electronvolts * 1e3 }
  /// E/k_B in kelvin.
  public var kelvin: Double { hartree * Constants.hartreeInKelvin }
  /// E/k_B in millikelvin.
  public var millikelvin: Double { kelvin * 1e3 }

  /// Whether a is the lower energy.
  public static func < (a: Energy, b: Energy) -> Bool { a.hartree < b.hartree }
}

extension Energy: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A bare number is in hartree.
  public init(floatLiteral value: Double) { self.init(hartree: value) }
  /// A bare whole number is in hartree.
  public init(integerLiteral value: Int) { self.init(hartree: Double(value)) }
}

extension Energy: CustomStringConvertible {
  /// The number of hartree with its unit.
  public var description: String { "\(hartree) hartree" }
}

/// The units in which a person may ask for energies.
public enum EnergyUnit: String, Sendable, CaseIterable {
  /// E_h.
  case hartree
  /// eV.
  case electronvolt = "eV"
  /// 1e-3 eV.
  case millielectronvolt = "meV"
  /// k_B times one kelvin.
  case kelvin = "K"
  /// k_B times one millikelvin.
  case millikelvin = "mK"

  /// The size of one hartree in this unit.
  public var perHartree: Double {
    switch self {
    case .hartree: 1
    case .electronvolt: Constants.hartreeInElectronvolts
    case .millielectronvolt: Constants.hartreeInElectronvolts * 1e3
    case .kelvin: Constants.hartreeInKelvin
    case .millikelvin: Constants.hartreeInKelvin * 1e3
    }
  }
}
