import ArgumentParser
import FewBody

/// Numbers as a person types them, with the units that the command line accepts.
enum Quantity {
  static func number(_ text: String) throws -> Double {
    guard let value = Double(text), value.isFinite else {
      throw ValidationError("a finite number is accepted, such as -0.5 or 1e-3")
    }
    return value
  }

  static func whole(_ text: String) throws -> Int {
    guard let value = Int(text) else {
      throw ValidationError("a whole number is accepted, such as 6")
    }
    return value
  }

  static func length(_ text: String) throws -> Length {
    let units: [(String, (Double) -> Length)] = [
      ("nm", Length.nanometers), ("um", Length.micrometers), ("mm", { .metres($0 * 1e-3) }),
      ("A", Length.angstroms), ("a0", Length.bohr), ("m", Length.metres), ("", Length.bohr),
    ]
    return try quantity(
      text, units, accepted: "a finite length in bohr, or with nm, um, A or a0, such as 80nm,")
  }

  /// An energy, or a temperature as k_B T.
  static func energy(_ text: String) throws -> Energy {
    let units: [(String, (Double) -> Energy)] = [
      ("meV", { .electronvolts($0 * 1e-3) }), ("eV", Energy.electronvolts),
      ("mK", Energy.millikelvin), ("K", Energy.kelvin), ("hartree", Energy.hartree),
      ("", Energy.hartree),
    ]
    return try quantity(
      text, units,
      accepted: "a finite energy in hartree, or with eV, meV, K or mK, such as 2mK,")
  }

  private static func quantity<T>(
    _ text: String, _ units: [(String, (Double) -> T)], accepted: String
  ) throws -> T {
    for (suffix, make) in units where text.hasSuffix(suffix) {
      let digits = text.dropLast(suffix.count)
      if let value = Double(digits), value.isFinite { return make(value) }
    }
    throw ValidationError("\(accepted) is accepted")
  }
}

extension EnergyUnit: ExpressibleByArgument {}
extension SpaceMethod.Grid: ExpressibleByArgument {}
extension SpaceMethod.SymmetryUse: ExpressibleByArgument {}
extension Coupling: ExpressibleByArgument {}
