import RealModule

/// The electrons that carry the London moment of a rotating superconductor, H. Essen (2013), §III.
///
/// London's field of a body that turns with Omega is B = (2mc/|e|) Omega, Eq. (27). A charged sphere's
/// shell has B = (2/3) N e Omega/cR, Eq. (29), hence N = 3R/r_e, Eq. (30); a long cylinder with n
/// electrons per length has B = 2 n e Omega/c, hence n = 1/r_e: the paper's "similar value".
public struct LondonMoment: Sendable {
  /// R, of the sphere, or the length of the cylinder.
  public let radius: Length

  /// - Throws: ``FewBodyError/invalid(_:)`` for a radius that is not a finite length above 0.
  public init(radius: Length) throws(FewBodyError) {
    try require("radius", radius.bohr, accepted: "a finite length above 0") { $0 > 0 }
    self.radius = radius
  }

  /// N = 3R/r_e on a sphere.
  public var sphereElectrons: Double { 3 * radius.bohr / Constants.classicalElectronRadius }

  /// N = l/r_e on a cylinder of length l = R.
  public var cylinderElectrons: Double { radius.bohr / Constants.classicalElectronRadius }

  /// N r_e/R that makes the field of the sphere London's, from the two formulas: Eq. (29) in SI is
  /// B = mu0 N e Omega/6 pi R, and mu0 e^2/4 pi m = r_e.
  public var sphereRatio: Double {
    sphereElectrons * Constants.classicalElectronRadius / radius.bohr
  }

  /// N r_e/l on the cylinder.
  public var cylinderRatio: Double {
    cylinderElectrons * Constants.classicalElectronRadius / radius.bohr
  }

  /// B/Omega = 2m/e in tesla seconds.
  public static var fieldPerAngularVelocity: Double {
    // hbar/e a0^2 is the atomic unit of field, E_h/hbar that of frequency: 2 of one for 1 of the other.
    2 * Constants.fieldInTesla * timeInSeconds
  }

  /// hbar/E_h: the charge e over the atomic unit of current.
  private static var timeInSeconds: Double { 1.602_176_634e-19 / Constants.currentInAmperes }

  /// The smallest size of a body of d dimensions with one correlated electron an atom,
  /// R^(d-1) = a0^d/r_e: Eqs. (52)-(55).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for d <= 1, where Eq. (53) has no solution.
  public static func smallestSize(dimension d: Double) throws(FewBodyError) -> Length {
    try require(
      "dimension", d, accepted: "a number above 1: in one dimension no size will do, Eq. (53)"
    ) { $0 > 1 && $0 <= 100 }
    return Length(bohr: .pow(1 / Constants.classicalElectronRadius, 1 / (d - 1)))
  }
}
