/// An interaction integral in hartree, and by how much its number may be off.
public struct InteractionIntegral: Sendable, Hashable {
  /// The integral, in hartree.
  public let value: Double
  /// Quadrature or sampling, the states, and rounding: an estimate.
  public let error: Double

  /// An integral and its error, both in hartree.
  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  static func * (factor: Double, integral: InteractionIntegral) -> InteractionIntegral {
    InteractionIntegral(
      value: factor * integral.value, error: factor.magnitude * integral.error)
  }

  static func - (a: InteractionIntegral, b: InteractionIntegral) -> InteractionIntegral {
    InteractionIntegral(value: a.value - b.value, error: a.error + b.error)
  }
}

/// The two integrals of a pair of orbitals.
public struct InteractionPair: Sendable, Hashable {
  /// U_12: of the densities or currents of either orbital, Eqs (42) and (48).
  public let direct: InteractionIntegral
  /// J_12: of the transition density or current with its conjugate, Eqs (44) and (50).
  public let exchange: InteractionIntegral

  /// U_12 and J_12 of one pair.
  public init(direct: InteractionIntegral, exchange: InteractionIntegral) {
    self.direct = direct
    self.exchange = exchange
  }
}
