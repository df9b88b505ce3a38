import RealModule

/// The magnetic field on the axis of a charged surface that turns about it, by summing its rings' fields.
///
/// A ring of radius s that carries dI has dB = (mu0/2) s^2 dI/(s^2 + z^2)^(3/2) at a distance z on its axis; mu0 =
/// 4 pi alpha^2. Held against H. Essen (2013), Eqs. (28)-(30).
public enum RotatingShell {
  /// B/Omega inside a uniformly charged sphere of charge 1, in atomic units: closed form mu0/6 pi R.
  ///
  /// - Parameters:
  ///   - radius: R, in bohr.
  ///   - place: on the axis, in radii from the centre, below 1 in size.
  ///   - panels: of the quadrature over the polar angle.
  public static func sphere(radius: Double, at place: Double = 0, panels: Int = 4000) -> Double {
    // dI/Omega = s dq/2 pi s = sin theta dtheta/4 pi at the polar angle theta.
    sum(from: 0, to: .pi, panels) { angle in
      let (c, s) = (Double.cos(angle), Double.sin(angle))
      let distance = (s * s + (c - place) * (c - place)).squareRoot()
      return s * s * s / (4 * .pi * distance * distance * distance)
    } * (permeability / (2 * radius))
  }

  /// B/Omega in the middle of a cylinder of charge 1, in atomic units: mu0/2 pi l for l far above R.
  public static func cylinder(radius: Double, length: Double, panels: Int = 4000) -> Double {
    // z = R tan u: even steps in u where the rings matter.
    let end = Double.atan(length / (2 * radius))
    return sum(from: -end, to: end, panels) { Double.cos($0) }
      * (permeability / (4 * .pi * length))
  }

  /// mu0 in atomic units.
  private static let permeability =
    4 * Double.pi * Constants.fineStructure * Constants.fineStructure

  /// Simpson's rule.
  private static func sum(
    from a: Double, to b: Double, _ panels: Int, _ f: (Double) -> Double
  ) -> Double {
    let h = (b - a) / Double(2 * panels)
    var sum = f(a) + f(b)
    for i in 1..<(2 * panels) { sum += (i.isMultiple(of: 2) ? 2 : 4) * f(a + h * Double(i)) }
    return sum * h / 3
  }
}
