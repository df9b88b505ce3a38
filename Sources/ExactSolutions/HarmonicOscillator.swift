import FewBody

/// V = m omega^2 x^2/2; E_n = omega (n + 1/2).
///
/// Source: L. D. Landau and E. M. Lifshitz, Quantum Mechanics (3rd ed., 1977), section 23,
/// Eqs (23.5) and (23.12). Energies in hartree, lengths in bohr.
public struct HarmonicOscillator: ExactModel {
  /// m, in electron masses.
  public let mass: Double
  /// omega, in hartree/hbar.
  public let frequency: Double

  /// Throws unless both are positive.
  public init(mass: Double = 1, frequency: Double = 1) throws(FewBodyError) {
    try requirePositive("mass", mass)
    try requirePositive("frequency", frequency)
    self.mass = mass
    self.frequency = frequency
  }

  /// V(x) = m omega^2 x^2/2, in hartree.
  public func potential(at x: Double) -> Double { mass * frequency * frequency * x * x / 2 }

  /// E_k = omega (k + 1/2), in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for k < 0.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    return Ball(midpoint: frequency) * Ball(midpoint: Double(k) + 0.5)
  }

  /// (m omega)^(1/4) times the normalised Hermite function of sqrt(m omega) x.
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    try requireLevel(k)
    let scale = (mass * frequency).squareRoot()
    let amplitude = scale.squareRoot()
    return { x in amplitude * hermiteFunction(k, at: scale * x) }
  }
}
