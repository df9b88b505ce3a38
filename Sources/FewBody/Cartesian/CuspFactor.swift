import RealModule

/// The factor F = e^g that takes the cusp of -(Z_0 + Z_2 P_2(cos theta))/r out of a wavefunction,
/// psi = F phi.
///
/// g = -kappa a (1 - e^(-r/a)) + gamma r e^(-r/a) P_2, kappa = mu Z_0, gamma = mu Z_2/2: then
/// nabla^2 g cancels the singular part of 2 mu V (nabla^2 r = 2/r, nabla^2 r P_2 = -4 P_2/r), and
/// in int |nabla psi|^2 = int F^2 |nabla phi|^2 - (nabla^2 F/F) psi^2 the potential that is left,
/// V - (nabla^2 g + |nabla g|^2)/2 mu, is bounded (T. Kato, Commun. Pure Appl. Math. 10, 151
/// (1957); for products F phi see S. Fournais et al., Commun. Math. Phys. 255, 183 (2005)).
/// a = 2/|kappa|: F tends to e^-2, and psi is phi but for a constant outside.
///
/// Rejected (errors of 1s by sines at 64 points, L = 30 bohr): V sampled at the nodes, second
/// order, 2.0e-4 at A = 0.1; V at the eight nearest nodes corrected so that e^(-2Zr) has its energy,
/// third order, 2.4e-6 at A = 0.1 and 3.7e-8 at best (A = 0.02, where 2s by differences of order 8
/// is off by 1e-6); for the Breit pair a factor of second order, with r^2 ln r P_2 and r^2 P_4 in g,
/// 2.1e-7 at A = 0.3 where this one with the ``LatticeCorrection`` is at 2.9e-8.
struct CuspFactor: Sendable, Equatable {
  let mass: Double
  /// Z_0: -Z_0/r is the spherical average.
  let isotropic: Double
  /// Z_2: the coefficient of -P_2(cos theta)/r.
  let quadrupole: Double
  let range: Double
  let kappa: Double
  let gamma: Double

  /// Nil without a charge.
  init?(mass: Double, isotropic: Double, quadrupole: Double) {
    let scale = max(mass * isotropic.magnitude, mass * quadrupole.magnitude)
    guard scale > 0 else { return nil }
    self.mass = mass
    self.isotropic = isotropic
    self.quadrupole = quadrupole
    kappa = mass * isotropic
    gamma = mass * quadrupole / 2
    range = 2 / scale
  }

  /// g at a point.
  func logarithm(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let square = x * x + y * y + z * z
    let r = square.squareRoot()
    let e = Double.exp(-r / range)
    let radial = -kappa * range * (1 - e)
    guard gamma != 0, r > 0 else { return radial }
    return radial + gamma * r * e * (1.5 * z * z / square - 0.5)
  }

  /// V - (nabla^2 g + |nabla g|^2)/2 mu at a point other than the origin.
  func remainder(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let square = x * x + y * y + z * z
    let r = square.squareRoot()
    let (a, e) = (range, Double.exp(-r / range))
    let slope = -kappa * e
    // -(Z/r)(1 - e^(-r/a)) - (Z/2a) e^(-r/a): nothing cancels near the origin.
    let spherical = isotropic * (Double.expMinusOne(-r / a) / r - e / (2 * a))
    guard gamma != 0 else { return spherical - slope * slope / (2 * mass) }
    let cosine = z * z / square
    let p2 = 1.5 * cosine - 0.5
    let q = gamma * e
    let qSlope = q * (1 - r / a)
    // q'' + 2q'/r - 6q/r^2 for r e^(-r/a) is e^(-r/a)(-4/r - 4/a + r/a^2); -Z_2/r takes the pole.
    let laplacian = q * (r / (a * a) - 4 / a)
    let pole = quadrupole * Double.expMinusOne(-r / a) / r
    let along = slope + qSlope * p2
    // (1/r) dP_2/d theta squared, times r^2 q^2.
    let across = 9 * cosine * (1 - cosine) * q * q
    return spherical + pole * p2 - (laplacian * p2 + along * along + across) / (2 * mass)
  }
}
