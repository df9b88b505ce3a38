/// Corrections of the midpoint rule at the eight nodes (four faces) nearest the origin, for
/// integrands that are smooth times r^0 P_4, r or r P_4 there.
///
/// On nodes h(Z + 1/2)^3 the rule errs by h^(3+k) S, S the regularised lattice sum of the
/// homogeneous part of degree k (I. Navot, J. Math. Phys. 40, 271 (1961), in three dimensions:
/// an Epstein zeta function). With F phi = psi the integrands are F^2 phi^2, F^2 (V_eff) phi^2 and
/// F^2 |grad phi|^2 with known parts of degree 0 and 1, so weights at the nearest nodes take out
/// the h^3 and h^4 terms of every state at once and leave order 5 (6 for l = 0 and 1 of an
/// isotropic charge). Error of 1s, 2s, 2p in parts of E at 64 points, L = 30, A = 0.3:
/// 4e-7, 3e-7, 2e-8 without, 1.1e-8, 7e-9, 3e-10 with (sines). Rejected treatments: nodes alone,
/// without a cusp factor, order 2 and 2e-4; corrected potential there, order 3 and 2.4e-6.
struct LatticeCorrection: Sendable, Equatable {
  /// Sum of |n| over (Z + 1/2)^3, over Z x (Z + 1/2)^2, and of P_4(n_z/|n|) |n|^k, k = 0 and 1,
  /// over (Z + 1/2)^3, by theta functions (P. Ewald's splitting) in 25 digits.
  static let radius = 0.0622964802744535
  static let radiusOnFaces = 0.0347814624899515
  static let hexadecapole = -2.07134775938762
  static let radialHexadecapole = -1.37311072729621

  /// Added to the integral of F^2 phi^2 near the origin, per phi(0)^2, in bohr^3.
  let norm: Double
  /// Added to the integral of F^2 V_eff phi^2, per phi(0)^2.
  let potential: Double
  /// Added to each integral of F^2 (d_x phi)^2, per (d_x phi(0))^2.
  let slope: Double

  /// - Parameters:
  ///   - step: the distance of the nodes at the origin, in bohr.
  ///   - background: W(0), the rest of the potential at the origin.
  init(_ factor: CuspFactor, step: Double, background: Double) {
    let (kappa, gamma, a, mass) = (factor.kappa, factor.gamma, factor.range, factor.mass)
    let square = gamma * gamma / mass
    // V_eff = v0 + v1 r with angular parts P_0, P_2, P_4; F^2 = 1 - 2 (kappa - gamma P_2) r.
    let v00 =
      background - 1.5 * factor.isotropic / a - kappa * kappa / (2 * mass) - 0.7 * square
    let v02 = kappa * gamma / mass - 4 * square / 7
    let v04 = 27 * square / 35
    let v10 = factor.isotropic / (a * a) + kappa * kappa / (mass * a) + 1.6 * square / a
    let v14 = -36 * square / (35 * a)
    // P_2^2 = 1/5 + 2/7 P_2 + 18/35 P_4; P_2 P_4 = 2/7 P_2 + 20/77 P_4 + 5/11 P_6. P_2 sums to zero
    // on a cubic lattice.
    let spherical = v10 - 2 * kappa * v00 + 0.4 * gamma * v02
    let cubic =
      v14 - 2 * kappa * v04 + 36 * gamma * v02 / 35 + 40 * gamma * v04 / 77
    let cube = step * step * step
    let fourth = cube * step
    norm = 2 * kappa * Self.radius * fourth
    potential =
      -Self.hexadecapole * v04 * cube
      - (Self.radius * spherical + Self.radialHexadecapole * cubic) * fourth
    slope = 2 * kappa * Self.radiusOnFaces * fourth
  }
}
