import FewBody
import RealModule

/// The well between singular walls: V = (alpha^2/2m) lambda (lambda - 1)/cos^2(alpha x).
///
/// |x| < pi/2 alpha, E_n = (alpha^2/2m) (lambda + n)^2; lambda = 1 is the infinite square well.
/// Source: G. Poschl and E. Teller, Z. Phys. 83, 143 (1933); S. Flugge, Practical Quantum
/// Mechanics (1971), problem 38.
public struct TrigonometricPoschlTeller: ExactModel {
  /// lambda >= 1.
  public let strength: Double
  /// alpha, in 1/bohr.
  public let inverseRange: Double
  /// m, in electron masses.
  public let mass: Double

  /// Throws unless 1 <= lambda <= 1e4 and the others are positive.
  public init(
    strength: Double, inverseRange: Double = 1, mass: Double = 1
  ) throws(FewBodyError) {
    guard strength >= 1, strength <= 1e4 else {
      throw .invalid("strength", strength, accepted: "1 <= lambda <= 10000")
    }
    try requirePositive("inverseRange", inverseRange)
    try requirePositive("mass", mass)
    self.strength = strength
    self.inverseRange = inverseRange
    self.mass = mass
  }

  /// From wall to wall, |x| <= pi/(2 alpha), in bohr.
  public var domain: ClosedRange<Double> {
    let wall = Double.pi / (2 * inverseRange)
    return -wall...wall
  }

  /// V(x) = (alpha^2/2m) lambda (lambda - 1)/cos^2(alpha x), in hartree.
  public func potential(at x: Double) -> Double {
    let cosine = Double.cos(inverseRange * x)
    return inverseRange * inverseRange * strength * (strength - 1) / (2 * mass * cosine * cosine)
  }

  /// E_k = (alpha^2/2m) (lambda + k)^2, in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for k < 0.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let alpha = Ball(midpoint: inverseRange)
    let root = Ball(midpoint: strength) + Ball(midpoint: Double(k))
    return alpha * alpha * root * root / Ball(midpoint: 2 * mass)
  }

  /// A cos^lambda(alpha x) C_n^(lambda)(sin alpha x).
  ///
  /// A^2 = alpha n! (n + lambda) Gamma(lambda)^2/[pi 2^(1 - 2 lambda) Gamma(n + 2 lambda)], the
  /// norm of DLMF Table 18.3.1.
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let n = Double(k)
    let logarithm =
      Double.log(inverseRange) + .logGamma(n + 1) + .log(n + strength) + 2 * .logGamma(strength)
      - .log(.pi) - (1 - 2 * strength) * .log(2) - .logGamma(n + 2 * strength)
    let (alpha, strength, wall) = (inverseRange, strength, domain.upperBound)
    return { x in
      let cosine = Double.cos(alpha * x)
      guard x.magnitude < wall, cosine > 0 else { return 0 }
      return .exp(logarithm / 2 + strength * .log(cosine))
        * gegenbauer(k, order: strength, at: .sin(alpha * x))
    }
  }
}
