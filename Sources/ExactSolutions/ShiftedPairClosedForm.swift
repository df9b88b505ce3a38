import FewBody
import RealModule

/// A thickness at which a level of -Z/(|x| + a) is elementary, with that level.
///
/// Where nu is whole, W_(nu,1/2) is a polynomial times an exponential. With y = mu Z (|x| + a):
/// nu = 1: psi = y e^(-y), psi' = 0 at y = 1;
/// nu = 2: psi = y (1 - y/2) e^(-y/2), psi = 0 at y = 2, psi' = 0 at y = 3 -+ sqrt 5.
/// The index is the number of zeros of psi on the whole line.
public struct ShiftedPairClosedForm: Sendable {
  /// mu Z a.
  public let product: Ball
  /// nu in E = -mu Z^2/(2 nu^2).
  public let quantumNumber: Int
  /// The level's index, even and odd levels counted together from 0.
  public let level: Int

  /// mu Z a = 1, 2, 3 - sqrt 5 and 3 + sqrt 5.
  public static let all = [
    ShiftedPairClosedForm(product: 1, quantumNumber: 1, level: 0),
    ShiftedPairClosedForm(product: 2, quantumNumber: 2, level: 1),
    ShiftedPairClosedForm(product: 3 - .sqrt(5), quantumNumber: 2, level: 2),
    ShiftedPairClosedForm(product: 3 + .sqrt(5), quantumNumber: 2, level: 0),
  ]

  /// a in bohr, for given Z and mu.
  public func thickness(charge: Double, reducedMass: Double) -> Double {
    product.midpoint / (reducedMass * charge)
  }

  /// E in hartree, for given Z and mu.
  public func energy(charge: Double, reducedMass: Double) -> Ball {
    let (z, n) = (Ball(midpoint: charge), Ball(midpoint: Double(quantumNumber)))
    return -(Ball(midpoint: reducedMass) * z * z / (2 * n * n))
  }

  /// The normalised psi(x); integral_b^inf psi^2 dy is elementary as well.
  public func wavefunction(charge: Double, reducedMass: Double) -> @Sendable (Double) -> Double {
    let scale = reducedMass * charge
    let b = product.midpoint
    let first = quantumNumber == 1
    let odd = level % 2 == 1
    let norm =
      first
      ? Double.exp(-2 * b) * (b * b / 2 + b / 2 + 0.25)
      : .exp(-b) * (b * b * b * b / 4 + b * b + 2 * b + 2)
    let amplitude = (scale / (2 * norm)).squareRoot()
    return { x in
      let y = scale * x.magnitude + b
      let value = first ? y * .exp(-y) : y * (1 - y / 2) * .exp(-y / 2)
      return odd && x < 0 ? -amplitude * value : amplitude * value
    }
  }
}
