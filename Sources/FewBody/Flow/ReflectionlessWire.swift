import RealModule

/// A steady current over a well that reflects nothing: U = -sech^2 x, psi = (k + i tanh x) e^{ikx}, m = 1.
///
/// rho = k^2 + tanh^2 x, v = k (k^2 + 1)/rho (G. Poeschl, E. Teller, Z. Phys. 83, 143 (1933)): an electron that is
/// pushed by the well and by nothing else. All derivatives are those of Taylor jets.
public struct ReflectionlessWire: Sendable {
  /// k.
  public let waveNumber: Double

  /// The current with wave number k, in 1/bohr.
  public init(waveNumber: Double) { self.waveNumber = waveNumber }

  /// v from the phase of psi: k + d/dx arg(k + i tanh x).
  public func velocity(at x: Double) -> Double {
    let phase = TaylorJet<Double>.atan(
      .tanh(TaylorJet(variable: x, order: 1)) / TaylorJet(waveNumber))
    return waveNumber + phase[1]
  }

  /// rho v, the same everywhere in a steady current.
  public func current(at x: Double) -> Double {
    let t = Double.tanh(x)
    return (waveNumber * waveNumber + t * t) * velocity(at: x)
  }

  /// v^2/2 + U + Q with Madelung's Q = -(sqrt rho)''/2 sqrt rho: its gradient is the balance of forces.
  public func energy(at x: Double) -> Double { jet(at: x).energy }

  /// v v' and -(U + Q)': the acceleration and the force.
  public func forces(at x: Double) -> (acceleration: Double, force: Double) {
    let found = jet(at: x)
    return (found.acceleration, found.force)
  }

  private func jet(at x: Double) -> (energy: Double, acceleration: Double, force: Double) {
    let t: TaylorJet<Double> = .tanh(TaylorJet(variable: x, order: 4))
    let k = TaylorJet<Double>(waveNumber)
    let amplitude: TaylorJet<Double> = .sqrt(k * k + t * t)
    let well = t * t - 1
    // (sqrt rho)'' and its slope from the coefficients c_k = f^(k)/k!.
    let (a, slope) = (amplitude[0], amplitude[1])
    let (second, third) = (2 * amplitude[2], 6 * amplitude[3])
    let quantum = -second / (2 * a)
    let quantumSlope = -(third / a - second * slope / (a * a)) / 2
    let v = k * (k * k + 1) / (k * k + t * t)
    return (
      v[0] * v[0] / 2 + well[0] + quantum, v[0] * v[1], -(well[1] + quantumSlope)
    )
  }
}
