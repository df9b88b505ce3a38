import ComplexModule
import RealModule

/// Moments of one transition between two states of a system: the matrix elements <from|...|to>.
public struct TransitionMoments: Sendable {
  /// The state on the left of the matrix elements, from 0.
  public var from: Int
  /// The state on their right, from 0.
  public var to: Int
  /// E_to - E_from.
  public var energy: Energy
  /// mu = sum q r.
  public var electric: [Complex<Double>]
  /// m = (alpha/2) sum q r x v, symmetrised.
  public var magnetic: [Complex<Double>]
  /// Q_ab = sum q r_a r_b, entry at `3 a + b`.
  public var quadrupole: [Complex<Double>]
  /// The current density's series in the wave vector.
  public var current: CurrentMoments

  /// Moments with 3, 3 and 9 components, in atomic units (Gaussian: alpha is inside m).
  public init(
    from: Int, to: Int, energy: Energy, electric: [Complex<Double>], magnetic: [Complex<Double>],
    quadrupole: [Complex<Double>], current: CurrentMoments
  ) {
    (self.from, self.to, self.energy) = (from, to, energy)
    (self.electric, self.magnetic, self.quadrupole) = (electric, magnetic, quadrupole)
    self.current = current
  }
}
