import FewBody
import RealModule

/// V = D [(1 - e^(-alpha (x - x0)))^2 - 1]; E_n = -(alpha^2/2m) (lambda - n - 1/2)^2.
///
/// lambda = sqrt(2 m D)/alpha, n < lambda - 1/2. Source: P. M. Morse, Phys. Rev. 34, 57 (1929),
/// on the whole line; J. P. Dahl and M. Springborg, J. Chem. Phys. 88, 4535 (1988), Eqs (10)-(14).
public struct Morse: ExactModel {
  /// D, in hartree.
  public let depth: Double
  /// alpha, in 1/bohr.
  public let inverseRange: Double
  /// x0, in bohr.
  public let minimum: Double
  /// m, in electron masses.
  public let mass: Double

  /// Throws unless D, alpha and m are positive, x0 finite, and lambda <= 1e4.
  public init(
    depth: Double, inverseRange: Double = 1, minimum: Double = 0, mass: Double = 1
  ) throws(FewBodyError) {
    try requirePositive("depth", depth)
    try requirePositive("inverseRange", inverseRange)
    try requirePositive("mass", mass)
    guard minimum.isFinite else {
      throw .invalid("minimum", minimum, accepted: "a finite position")
    }
    let lambda = (2 * mass * depth).squareRoot() / inverseRange
    guard lambda <= 1e4 else {
      throw .invalid("depth", depth, accepted: "sqrt(2mD)/alpha <= 10000 (here \(lambda))")
    }
    self.depth = depth
    self.inverseRange = inverseRange
    self.minimum = minimum
    self.mass = mass
  }

  /// lambda - 1/2.
  private var reach: Ball {
    let lambda =
      Ball.sqrt(Ball(midpoint: 2 * mass) * Ball(midpoint: depth)) / Ball(midpoint: inverseRange)
    return lambda - 0.5
  }

  /// A level within rounding of the threshold is not counted.
  public var levelCount: Int? { max(0, Int(reach.lower.rounded(.up))) }

  /// V(x) = D [(1 - e^(-alpha (x - x0)))^2 - 1], in hartree.
  public func potential(at x: Double) -> Double {
    let decay = Double.exp(-inverseRange * (x - minimum))
    return depth * decay * (decay - 2)
  }

  /// E_k = -(alpha^2/2m) (lambda - k - 1/2)^2, in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for a level that is not bound.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let alpha = Ball(midpoint: inverseRange)
    let root = reach - Ball(midpoint: Double(k))
    return -(alpha * alpha * root * root / Ball(midpoint: 2 * mass))
  }

  /// A xi^s e^(-xi/2) L_n^(2s)(xi), xi = 2 lambda e^(-alpha (x - x0)), s = lambda - n - 1/2,
  /// A^2 = 2 s alpha n!/Gamma(2 lambda - n).
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let lambda = reach.midpoint + 0.5
    let power = lambda - Double(k) - 0.5
    let logarithm =
      Double.log(2 * power * inverseRange) + .logGamma(Double(k) + 1)
      - .logGamma(2 * lambda - Double(k))
    let (alpha, origin) = (inverseRange, minimum)
    return { x in
      let logXi = Double.log(2 * lambda) - alpha * (x - origin)
      let xi = Double.exp(logXi)
      // Here e^(-xi/2) is below the least double, while the polynomial may overflow.
      guard xi < 3000 + 8 * lambda else { return 0 }
      return .exp(logarithm / 2 + power * logXi - xi / 2) * laguerre(k, order: 2 * power, at: xi)
    }
  }
}
