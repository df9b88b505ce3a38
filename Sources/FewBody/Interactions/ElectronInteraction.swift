import RealModule

/// The static interaction of two electrons: its channel, its gauge and how far it reaches.
///
/// Coulomb: 1/r between densities; Ampere: alpha^2 K_ab(r) between currents, of which
/// H = -(1/2) sum U^a n n, so that U^a > 0 attracts (Y. Su et al., seed 000, Eqs (42)-(50)).
/// Either decays like exp(-lambda r).
public struct ElectronInteraction: Sendable, Hashable {
  /// Which densities of the two electrons interact.
  public enum Channel: String, Sendable, CaseIterable {
    /// Between charge densities.
    case coulomb
    /// Between current densities.
    case ampere
  }

  /// Which part of the currents interacts.
  public enum Gauge: String, Sendable, CaseIterable {
    /// The transverse part: K_ab = delta_ab exp(-lambda r)/r + d_a d_b [(1 - exp(-lambda r))/lambda^2 r],
    /// (delta_ab + n_a n_b)/2r for lambda = 0.
    case transverse
    /// All of it, as Eqs (22), (48) and (50) are printed: K_ab = delta_ab exp(-lambda r)/r. Transition
    /// currents have a divergence, so that it differs.
    case literal
  }

  /// Between charge densities or between current densities.
  public let channel: Channel
  /// Of no effect between densities.
  public let gauge: Gauge
  /// lambda >= 0, in bohr^(-1).
  public let screening: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` for a negative lambda.
  public init(
    _ channel: Channel, gauge: Gauge = .transverse, screening: Double = 0
  ) throws(FewBodyError) {
    try require("screening", screening, accepted: "a finite number from 0, in bohr^-1") { $0 >= 0 }
    self.channel = channel
    self.gauge = gauge
    self.screening = screening
  }

  /// q_F = omega_p/c in bohr^(-1): the inverse London length of the <n> A^2 term, which is what
  /// screens the Ampere interaction in Su's Eq. (18).
  public static func londonScreening(plasmaEnergy: Energy) -> Double {
    plasmaEnergy.hartree * Constants.fineStructure
  }

  /// 1, or alpha^2 between currents.
  var strength: Double {
    channel == .coulomb ? 1 : Constants.fineStructure * Constants.fineStructure
  }
}
