import FewBody
import RealModule

/// Essen, section III: rotating superconductors.
enum EssenLondon {
  static let claims = [
    PaperClaim("essen-london", "Larmor's Omega = eB/2m, read the other way.", londonField),
    PaperClaim(
      "essen-shell", "The rings of the shell, summed, in the middle and half way to a pole.", shell),
    PaperClaim("essen-three", "Where the shell's field is London's.", sphere),
    PaperClaim(
      "essen-cylinder", "mu0 N e Omega/2 pi l = 2m Omega/e: a third of the sphere's.", cylinder),
  ]

  static func londonField(_ p: PublishedClaim) throws -> [Finding] {
    // From the ring's Larmor current I = -e Omega/2 pi in the field B = 2f/R^2.
    let flux = 0.125
    let current = try Ring(flux: flux).spectrum(lowest: 1).levels.first?.current ?? .nan
    let perVelocity = 2 * flux / (2 * .pi * current.magnitude)
    return [
      .both(
        "B/Omega", printed: LondonMoment.fieldPerAngularVelocity,
        ours: perVelocity * Constants.fieldInTesla * Constants.timeInSeconds, within: 1e-9, "T s")
    ]
  }

  private static let permeability =
    4 * Double.pi * Constants.fineStructure * Constants.fineStructure

  static func shell(_ p: PublishedClaim) throws -> [Finding] {
    let radius = 3.0
    // (2/3) Q/cR in Gaussian units is mu0 Q/6 pi R.
    let printed = permeability / (6 * .pi * radius)
    return [0.0, 0.5].map { place in
      .both(
        "B/Q Omega at z = \(place) R", printed: printed,
        ours: RotatingShell.sphere(radius: radius, at: place), within: 1e-10, "a.u.")
    }
  }

  static func sphere(_ p: PublishedClaim) throws -> [Finding] {
    let radius = Length.metres(0.01)
    let electrons = 2 / RotatingShell.sphere(radius: radius.bohr)
    return [
      try p.number(0, "N r_e/R", electrons * Constants.classicalElectronRadius / radius.bohr),
      .value("N of a sphere of 1 cm", electrons),
    ]
  }

  static func cylinder(_ p: PublishedClaim) throws -> [Finding] {
    let (radius, length) = (1.0, 1e6)
    let electrons = 2 / RotatingShell.cylinder(radius: radius, length: length)
    return [try p.number(0, "N r_e/l", electrons * Constants.classicalElectronRadius / length)]
  }
}
