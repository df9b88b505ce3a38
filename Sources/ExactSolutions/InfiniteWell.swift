import FewBody
import RealModule

/// V = 0 on 0 < x < w between hard walls; E_k = pi^2 (k + 1)^2/(2 m w^2).
///
/// Source: L. D. Landau and E. M. Lifshitz, Quantum Mechanics (3rd ed., 1977), Eqs (22.7)-(22.8).
public struct InfiniteWell: ExactModel {
  /// w, in bohr.
  public let width: Double
  /// m, in electron masses.
  public let mass: Double

  /// Throws unless both are positive.
  public init(width: Double = 1, mass: Double = 1) throws(FewBodyError) {
    try requirePositive("width", width)
    try requirePositive("mass", mass)
    self.width = width
    self.mass = mass
  }

  /// From wall to wall, 0 <= x <= w, in bohr.
  public var domain: ClosedRange<Double> { 0...width }
  /// V(x) = 0, in hartree; the walls are the ends of ``domain``.
  public func potential(at x: Double) -> Double { 0 }

  /// E_k = pi^2 (k + 1)^2/(2 m w^2), in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for k < 0.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    let wavenumber = Ball.pi * Ball(midpoint: Double(k) + 1) / Ball(midpoint: width)
    return wavenumber * wavenumber / Ball(midpoint: 2 * mass)
  }

  /// sqrt(2/w) sin(pi (k + 1) x/w).
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let (width, amplitude) = (width, (2 / width).squareRoot())
    return { x in
      guard x > 0, x < width else { return 0 }
      return amplitude * .sin(.pi * (Double(k) + 1) * x / width)
    }
  }
}
