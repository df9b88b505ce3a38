import FewBody
import RealModule

/// The sech^2 well: V = -(alpha^2/2m) lambda (lambda + 1)/cosh^2(alpha x).
///
/// E_n = -(alpha^2/2m) (lambda - n)^2, n < lambda; at whole lambda it reflects nothing.
/// Source: L. D. Landau and E. M. Lifshitz, Quantum Mechanics (3rd ed., 1977), section 23,
/// problem 5; G. Poschl and E. Teller, Z. Phys. 83, 143 (1933).
public struct PoschlTeller: ExactModel {
  /// lambda, not necessarily whole.
  public let strength: Double
  /// alpha, in 1/bohr.
  public let inverseRange: Double
  /// m, in electron masses.
  public let mass: Double

  /// Throws unless all are positive and lambda <= 1e4.
  public init(
    strength: Double, inverseRange: Double = 1, mass: Double = 1
  ) throws(FewBodyError) {
    guard strength > 0, strength <= 1e4 else {
      throw .invalid("strength", strength, accepted: "0 < lambda <= 10000")
    }
    try requirePositive("inverseRange", inverseRange)
    try requirePositive("mass", mass)
    self.strength = strength
    self.inverseRange = inverseRange
    self.mass = mass
  }

  /// The number of n with 0 <= n < lambda.
  public var levelCount: Int? { Int(strength.rounded(.up)) }

  /// V(x) = -(alpha^2/2m) lambda (lambda + 1)/cosh^2(alpha x), in hartree.
  public func potential(at x: Double) -> Double {
    let sech = 1 / Double.cosh(inverseRange * x)
    return -inverseRange * inverseRange / (2 * mass) * strength * (strength + 1) * sech * sech
  }

  /// E_k = -(alpha^2/2m) (lambda - k)^2, in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for a level that is not bound.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let alpha = Ball(midpoint: inverseRange)
    let root = Ball(midpoint: strength) - Ball(midpoint: Double(k))
    return -(alpha * alpha * root * root / Ball(midpoint: 2 * mass))
  }

  /// A sech^s(alpha x) C_n^(s+1/2)(tanh alpha x), s = lambda - n.
  ///
  /// With v = s + 1/2, A^2 = alpha n! Gamma(v) Gamma(2v)/[sqrt(pi) Gamma(v - 1/2) Gamma(2v + n)]:
  /// Gradshteyn and Ryzhik 7.314.1.
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let power = strength - Double(k)
    let order = power + 0.5
    let logarithm =
      Double.log(inverseRange) + .logGamma(Double(k) + 1) + .logGamma(order) + .logGamma(2 * order)
      - .log(.pi) / 2 - .logGamma(power) - .logGamma(2 * order + Double(k))
    let alpha = inverseRange
    return { x in
      let y = alpha * x
      let envelope = Double.exp(logarithm / 2 - power * logCosh(y))
      return envelope * gegenbauer(k, order: order, at: .tanh(y))
    }
  }
}

/// ln cosh y without overflow.
func logCosh(_ y: Double) -> Double {
  y.magnitude + .log(onePlus: .exp(-2 * y.magnitude)) - .log(2)
}
