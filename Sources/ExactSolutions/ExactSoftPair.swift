import FewBody
import RealModule

/// The soft-Coulomb pair H = p^2/2mu - Z/sqrt(x^2 + a^2) at the two thicknesses with a closed form.
///
/// With s = sqrt(x^2 + a^2):
/// a = sqrt(2)/(mu Z): E_0 = -mu Z^2/2, psi = (1 + mu Z s) e^(-mu Z s);
/// a = 1/(4 mu Z): E_0 = -2 mu Z^2, psi = sqrt(s + a) e^(-2 mu Z s).
/// Both follow by inserting psi and s' = x/s; both are nodeless, hence ground states.
public struct ExactSoftPair: ExactModel {
  /// Z, in units of e^2.
  public let charge: Double
  /// a, in bohr.
  public let thickness: Double
  /// mu, in electron masses.
  public let reducedMass: Double
  /// mu, the mass of the relative motion, in electron masses.
  public var mass: Double { reducedMass }
  private let wide: Bool

  /// Throws unless a is, to 1e-12, one of the two thicknesses.
  public init(
    charge: Double, thickness: Double, reducedMass: Double = 0.5
  ) throws(FewBodyError) {
    try requirePositive("charge", charge)
    try requirePositive("thickness", thickness)
    try requirePositive("reducedMass", reducedMass)
    let product = reducedMass * charge
    let product2 = product * thickness
    wide = product2 > 0.5
    guard (product2 / (wide ? 2.0.squareRoot() : 0.25) - 1).magnitude < 1e-12 else {
      throw .invalid(
        "thickness", thickness,
        accepted: "\(2.0.squareRoot() / product) or \(0.25 / product): sqrt(2)/(mu Z), 1/(4 mu Z)")
    }
    self.charge = charge
    self.thickness = thickness
    self.reducedMass = reducedMass
  }

  /// Only the ground state has a closed form; there are infinitely many levels above it.
  public var levelCount: Int? { 1 }

  /// V(x) = -Z/sqrt(x^2 + a^2), in hartree.
  public func potential(at x: Double) -> Double {
    -charge / (x * x + thickness * thickness).squareRoot()
  }

  /// The closed form, with a radius that covers the rounding of a itself: dE/da is
  /// <Z a/s^3> <= Z/a^2 (Hellmann and Feynman), so |E(a) - E(a0)| <= 1.01 (Z/a^2) |a - a0|.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let mu = Ball(midpoint: reducedMass)
    let charge = Ball(midpoint: charge)
    let thickness = Ball(midpoint: thickness)
    let closed = wide ? Ball.sqrt(2) / (mu * charge) : 1 / (4 * mu * charge)
    let miss = thickness - closed
    let slope = charge / (thickness * thickness)
    let value = -(mu * charge * charge * (wide ? 0.5 : 2))
    let spread = 1.01 * (miss.midpoint.magnitude + miss.radius) * slope.upper
    return Ball(midpoint: value.midpoint, radius: (value.radius + spread).nextUp)
  }

  /// The closed form of psi_0(x), normalised by quadrature, in bohr^(-1/2).
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for any level but 0.
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let (a, kappa, wide) = (thickness, reducedMass * charge, wide)
    // Relative to x = 0; s - a = x^2/(s + a) without cancellation.
    @Sendable func bare(_ x: Double) -> Double {
      let s = (x * x + a * a).squareRoot()
      let rise = x * x / (s + a)
      return wide
        ? (1 + kappa * s) * .exp(-kappa * rise) : (s + a).squareRoot() * .exp(-2 * kappa * rise)
    }
    // x = a sinh t makes the integrand fall doubly exponentially, where equidistant points
    // converge exponentially (Trefethen and Weideman, SIAM Rev. 56, 385 (2014)).
    let step = 1.0 / 64
    var sum = 0.0
    for i in -640...640 {
      let t = Double(i) * step
      let value = bare(a * .sinh(t))
      sum += value * value * a * .cosh(t) * step
    }
    let amplitude = 1 / sum.squareRoot()
    return { x in amplitude * bare(x) }
  }
}
