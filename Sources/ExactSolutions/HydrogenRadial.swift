import FewBody
import RealModule

/// V = -Z/r + l(l + 1)/(2 mu r^2) for u(r) = r R(r); E = -mu Z^2/2n^2, n = k + l + 1.
///
/// Source: L. D. Landau and E. M. Lifshitz, Quantum Mechanics (3rd ed., 1977), Eqs (36.10) and
/// (36.13). Energies in hartree, lengths in bohr.
public struct HydrogenRadial: ExactModel {
  /// Z, in units of e.
  public let charge: Double
  /// l, the quantum number of the angular momentum.
  public let angularMomentum: Int
  /// mu, in electron masses.
  public let mass: Double

  /// Throws unless Z and mu are positive and 0 <= l <= 1000.
  public init(
    charge: Double = 1, angularMomentum: Int = 0, mass: Double = 1
  ) throws(FewBodyError) {
    try requirePositive("charge", charge)
    try requirePositive("mass", mass)
    guard angularMomentum >= 0, angularMomentum <= 1000 else {
      throw .invalid("angularMomentum", angularMomentum, accepted: "0...1000")
    }
    self.charge = charge
    self.angularMomentum = angularMomentum
    self.mass = mass
  }

  /// r >= 0, in bohr.
  public var domain: ClosedRange<Double> { 0...Double.infinity }

  /// V(r) = -Z/r + l(l + 1)/(2 mu r^2), in hartree.
  public func potential(at r: Double) -> Double {
    let l = Double(angularMomentum)
    return -charge / r + l * (l + 1) / (2 * mass * r * r)
  }

  /// E_k = -mu Z^2/2n^2 with n = k + l + 1, in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for k < 0.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let n = Ball(midpoint: Double(k) + Double(angularMomentum) + 1)
    let charge = Ball(midpoint: charge)
    return -(Ball(midpoint: mass) * charge * charge / (2 * n * n))
  }

  /// u = A rho^(l+1) e^(-rho/2) L_k^(2l+1)(rho), rho = 2 mu Z r/n,
  /// A^2 = mu Z k!/[n^2 (n + l)!].
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let l = Double(angularMomentum)
    let n = Double(k) + l + 1
    let scale = 2 * mass * charge / n
    let logarithm =
      Double.log(mass * charge / (n * n)) + .logGamma(Double(k) + 1) - .logGamma(n + l + 1)
    return { r in
      guard r > 0 else { return 0 }
      let rho = scale * r
      guard rho < 3000 + 8 * n else { return 0 }
      return .exp(logarithm / 2 + (l + 1) * .log(rho) - rho / 2)
        * laguerre(k, order: 2 * l + 1, at: rho)
    }
  }
}
