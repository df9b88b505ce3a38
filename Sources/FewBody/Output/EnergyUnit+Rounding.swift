extension EnergyUnit {
  /// The unit as it stands in a heading.
  public var symbol: String { rawValue }

  /// An energy in this unit, to nearest.
  public func value(of energy: Energy) -> Double { energy.hartree * perHartree }

  /// A number in this unit that is not above the exact one.
  ///
  /// The factor of two multiplications and the product are each rounded, at most 3/2 units in the
  /// last place together; two are given away. CODATA's own uncertainty (1e-12 for eV) is not
  /// part of the interval: the bounds hold for the recommended value of the constant.
  public func lowerBound(_ energy: Energy) -> Double {
    perHartree == 1 ? energy.hartree : value(of: energy).nextDown.nextDown
  }

  /// A number in this unit that is not below the exact one.
  public func upperBound(_ energy: Energy) -> Double {
    perHartree == 1 ? energy.hartree : value(of: energy).nextUp.nextUp
  }
}
