import RealModule

/// Electrons of a band, by the velocity of their wave numbers.
public struct ConductionBand: Sendable {
  /// v_k = grad_k eps_k/hbar, in atomic units.
  public let velocity: @Sendable (SIMD3<Double>) -> SIMD3<Double>

  /// A band with v_k as a function of k (bohr^(-1)), in atomic units of velocity.
  public init(velocity: @escaping @Sendable (SIMD3<Double>) -> SIMD3<Double>) {
    self.velocity = velocity
  }

  /// Plane waves, v = k/m.
  public static func free(mass: Double = 1) -> ConductionBand {
    ConductionBand { $0 / mass }
  }

  /// eps = -2t (cos k_x a + cos k_y a + cos k_z a).
  public static func tightBinding(hopping: Energy, spacing: Length) -> ConductionBand {
    let (a, factor) = (spacing.bohr, 2 * hopping.hartree * spacing.bohr)
    return ConductionBand { k in
      SIMD3(factor * .sin(k.x * a), factor * .sin(k.y * a), factor * .sin(k.z * a))
    }
  }
}
