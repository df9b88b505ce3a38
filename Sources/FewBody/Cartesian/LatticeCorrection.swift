import RealModule

/// Corrections of the midpoint rule at the eight nodes (four faces) nearest the origin, for
/// integrands that are smooth times r^0 P_4, r or r P_4 there.
///
/// On nodes h(Z + 1/2)^3 the rule errs by h^(3+k) S, S the regularised lattice sum of the
/// homogeneous part of degree k (I. Navot, J. Math. Phys. 40, 271 (1961), in three dimensions:
/// an Epstein zeta function). With F phi = psi the integrands are F^2 phi^2, F^2 V_eff phi^2 and
/// F^2 |grad phi|^2 with known parts of degree 0 and 1, so weights at the nearest nodes take out
/// the h^3 and h^4 terms of every state at once and leave order 6 for l = 0 and 1 of an isotropic
/// charge, between 4 and 5 for the Breit kernel. Largest error of 1s, 2s and 2p by sines at 64
/// points (L = 30, A = 0.2 bohr), in parts of E: 1.4e-7 with the cusp factor alone, 3.4e-9 with
/// this. The ground state of the Breit pair (A = 0.3): 2.7e-6 without the sums over P_4, 2.9e-8.
struct LatticeCorrection: Sendable, Equatable {
  /// Sum of |n| over (Z + 1/2)^3, over Z x (Z + 1/2)^2, and of P_4(n_z/|n|) |n|^k, k = 0 and 1,
  /// over (Z + 1/2)^3, by Ewald's splitting in 25 digits.
  static let radius = 0.0622964802744535
  static let radiusOnFaces = 0.0347814624899515
  static let hexadecapole = -2.07134775938762
  static let radialHexadecapole = -1.37311072729621

  /// The factor on the volume of each of the eight nodes.
  let growth: Double
  /// Added to F^2 V_eff, over F^2, at each of the eight nodes, in hartree.
  private let shift: Double
  /// The factors on F^2 at the four faces of x, y and z.
  private let slopes: [Double]

  /// - Parameter background: W, the rest of the potential.
  init(_ factor: CuspFactor, axis: LineGrid, background: MappedModel.Background?) {
    let (kappa, gamma, a, mass) = (factor.kappa, factor.gamma, factor.range, factor.mass)
    let origin = background?(0, 0, 0) ?? 0
    let square = gamma * gamma / mass
    // V_eff = v0 + v1 r with angular parts P_0, P_2, P_4; F^2 = 1 - 2 (kappa - gamma P_2) r.
    let v00 =
      (origin.isFinite ? origin : 0) - 1.5 * factor.isotropic / a - kappa * kappa / (2 * mass)
      - 0.7 * square
    let v02 = kappa * gamma / mass - 4 * square / 7
    let v04 = 27 * square / 35
    let v10 = factor.isotropic / (a * a) + kappa * kappa / (mass * a) + 1.6 * square / a
    let v14 = -36 * square / (35 * a)
    // P_2^2 = 1/5 + 2/7 P_2 + 18/35 P_4; P_2 P_4 = 2/7 P_2 + 20/77 P_4 + 5/11 P_6. P_2 sums to zero
    // on a cubic lattice.
    let spherical = v10 - 2 * kappa * v00 + 0.4 * gamma * v02
    let cubic = v14 - 2 * kappa * v04 + 36 * gamma * v02 / 35 + 40 * gamma * v04 / 77

    let h = axis.step
    let (node, face) = (axis.centers[axis.centers.count - 1], axis.middle)
    let (atNode, atFace) = (axis.stretch[node], axis.faceStretch[face])
    let x = axis.nodes[node]
    let local = atFace * h
    let cube = local * local * local
    let density = Double.exp(2 * factor.logarithm(x, x, x))
    let volume = 8 * density * atNode * atNode * atNode * h * h * h
    growth = 1 + 2 * kappa * Self.radius * cube * local / volume
    shift =
      -(Self.hexadecapole * v04 * cube
      + (Self.radius * spherical + Self.radialHexadecapole * cubic) * cube * local) / volume
    slopes = [(0, x, x), (x, 0, x), (x, x, 0)].map { (place: (Double, Double, Double)) in
      let density = Double.exp(2 * factor.logarithm(place.0, place.1, place.2))
      let volume = 4 * density * atFace * atNode * atNode * h * h * h
      return 1 + 2 * kappa * Self.radiusOnFaces * cube * local / volume
    }
  }

  func corrected(potential: Double) -> Double { (potential + shift) / growth }

  func slopeGrowth(along axis: Int) -> Double { slopes[axis] }
}
