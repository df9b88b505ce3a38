/// An isotropic chiral medium of one resonance (Cho, Eq 29, isotropic average; Gaussian, hbar = 1).
///
/// S = R w^2/(w_nu^2 - w^2), kappa = 8 pi N S/(3 w), n_+- = +-kappa + sqrt(eps + kappa^2), n_+ of x + iy.
public struct ChiralMedium: Sendable {
  /// N.
  public var density: Double
  /// R.
  public var rotationalStrength: Double
  /// w_nu.
  public var resonance: Double
  /// eps, its k^0 part.
  public var permittivity: Double

  /// A medium of density N, rotational strength R, resonance w_nu and permittivity eps (Gaussian, hbar = 1).
  public init(
    density: Double, rotationalStrength: Double, resonance: Double, permittivity: Double
  ) {
    self.density = density
    self.rotationalStrength = rotationalStrength
    self.resonance = resonance
    self.permittivity = permittivity
  }

  /// c phi = 8 pi N S/3, the rotation for a length times c (Rosenfeld).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a frequency that is not positive, and at the pole.
  public func rotation(at frequency: Double) throws(FewBodyError) -> Double {
    try require("frequency", frequency, accepted: "a frequency above 0, other than the resonance's")
    { $0 > 0 && $0 != resonance }
    let square = frequency * frequency
    return 8 * .pi / 3 * density * rotationalStrength * square / (resonance * resonance - square)
  }

  /// n_+ and n_-.
  public func indices(
    at frequency: Double
  ) throws(FewBodyError) -> (plus: Double, minus: Double) {
    let kappa = try rotation(at: frequency) / frequency
    let square = permittivity + kappa * kappa
    guard square >= 0 else {
      throw .invalid("permittivity", permittivity, accepted: "one that lets a wave propagate")
    }
    let mean = square.squareRoot()
    return (kappa + mean, mean - kappa)
  }
}
