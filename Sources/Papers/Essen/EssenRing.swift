import FewBody
import RealModule

/// Essen, sections I and II.A-C: orders of magnitude, particles on a circle, Larmor's current.
enum EssenRing {
  static let claims = [
    PaperClaim(
      "essen-relativistic", "v = alpha c in hydrogen: (v/c)^2 = alpha^2, of which the order holds.",
      relativistic),
    PaperClaim(
      "essen-kernel",
      "v_i.v_j = cos phi, (v.e)(v.e) = (1 + cos phi)/2 and the chord is 2R sin(phi/2).", kernel),
    PaperClaim("essen-velocity", "Hamilton's equation of Eq. (5), for a charge -e.", velocity),
    PaperClaim(
      "essen-current", "Hellmann and Feynman's current equals the one of the density.", current),
    PaperClaim(
      "essen-sign", "Eq. (14) lost the minus of Eq. (13), which (16) and (18) have.", sign),
    PaperClaim(
      "essen-moment",
      "The form of mu_B is the SI one, e hbar/2m; a Gaussian formula would divide by c.", moment),
    PaperClaim(
      "essen-slope",
      "e^2/4 pi m of a circle, whatever its radius; a square loop has e^2/16m, since its area is smaller.",
      larmorSlope),
    PaperClaim("essen-fermi", "v_F = (9 pi/4)^(1/3)/r_s.", fermi),
    PaperClaim(
      "essen-drift", "The flux moves every electron by n_phi/R only.", drift),
    PaperClaim(
      "essen-levy-current",
      "v_F = (9 pi/4)^(1/3)/r_s of copper is 1.572e6 m/s; 0.36 nA takes 1.648e6 m/s.", levyCurrent),
    PaperClaim(
      "essen-levy-field",
      "h/e over the area of a square of this circumference; the shape is not stated, a circle holds more flux.",
      levyField),
    PaperClaim(
      "essen-levy-electrons",
      "I = N e^2 Phi/m l^2 holds for a loop of any shape: N is a dozen, not a hundred.",
      levyElectrons
    ),
    PaperClaim(
      "essen-larmor",
      "Omega = eB/2m of electrons; on the ring it is exact for any forces between them, because J is conserved.",
      larmor),
  ]

  static func relativistic(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "alpha^2", Constants.fineStructure * Constants.fineStructure)]
  }

  /// Eq. (1) of two particles on a unit circle with unit angular velocities.
  static func kernel(_ p: PublishedClaim) throws -> [Finding] {
    func direct(_ phi: Double) -> Double {
      let (c, s) = (Double.cos(phi), Double.sin(phi))
      let apart = SIMD2(c - 1, s)
      let distance = (apart * apart).sum().squareRoot()
      let e = apart / distance
      let (first, second) = (SIMD2(0.0, 1.0), SIMD2(-s, c))
      let product = (first * second).sum() + (first * e).sum() * (second * e).sum()
      return product / (2 * distance)
    }
    let zero = border(from: 1, to: 3) { direct($0) > 0 }
    let places: [(String, Double)] = [("1", 1), ("2", 2), ("pi", .pi)]
    var findings: [Finding] = []
    for (name, phi) in places {
      findings.append(
        .both(
          "V(\(name))", printed: VelocityMatrix.kernel(phi), ours: direct(phi), within: 1e-14))
    }
    findings.append(
      .both("zero of V", printed: .acos(-1.0 / 3), ours: zero, within: 1e-14, "rad"))
    return findings
  }

  static func velocity(_ p: PublishedClaim) throws -> [Finding] {
    let (n, flux) = (-1, 0.3)
    let flow = try FlowProblem.ring(winding: n, flux: flux).answer()
    return [
      .both(
        "v(n = -1, f = 0.3)", printed: Double(n) + flux, ours: flow.sample.velocity[0],
        within: 1e-12, "hbar/mR")
    ]
  }

  static func current(_ p: PublishedClaim) throws -> [Finding] {
    let ring = Ring(flux: 0.25).adding(cosine: 1, amplitude: 2)
    return try ring.spectrum(lowest: 3).levels.map { level in
      .both(
        "current of level \(level.index)", printed: level.current ?? .nan,
        ours: level.currentFromDensity ?? .nan, within: 1e-12, "e E_h/hbar")
    }
  }

  /// The current of the level n = 0 of a free ring of radius 1, by the ring's solver.
  private static func levelCurrent(flux: Double, radius: Double = 1) throws -> Double {
    let ring = Ring(radius: Length(bohr: radius), flux: flux)
    guard let current = try ring.spectrum(lowest: 1).levels.first?.current else {
      throw FewBodyError.invalid("levels", "none", accepted: "a level with a current")
    }
    return current
  }

  static func sign(_ p: PublishedClaim) throws -> [Finding] {
    let flux = 0.125
    let phi = 2 * Double.pi * flux
    return [
      .both(
        "I of one electron, f = 1/8, R = 1", printed: phi / (4 * .pi * .pi),
        ours: try levelCurrent(flux: flux), within: 1e-12, "e E_h/hbar")
    ]
  }

  static func moment(_ p: PublishedClaim) throws -> [Finding] {
    let (flux, bohrMagneton) = (0.125, 0.5)
    let moment = try levelCurrent(flux: flux) * .pi
    return [
      .both(
        "I pi R^2/(N n_phi mu_B)", printed: -1, ours: moment / (flux * bohrMagneton), within: 1e-12)
    ]
  }

  private static let perTesla = Constants.currentInAmperes * 1e9 / Constants.fieldInTesla

  /// |I|/B of one electron on a circle, in nA/T; the flux of B is 2 pi f = B pi R^2.
  private static func slope(radius: Double) throws -> Double {
    let flux = 0.125
    let field = 2 * flux / (radius * radius)
    return try levelCurrent(flux: flux, radius: radius).magnitude / field * perTesla
  }

  static func larmorSlope(_ p: PublishedClaim) throws -> [Finding] {
    let (small, large) = (try slope(radius: 1), try slope(radius: 6600))
    return [
      try p.number(0, "R = 1 bohr", small, "nA/T"), try p.number(0, "R = 6600 bohr", large, "nA/T"),
      // The current is that of the flux: e^2 Phi/m l^2, with the area l^2/16 in place of l^2/4 pi.
      .value("a square loop", small * .pi / 4, "nA/T"),
    ]
  }

  static func fermi(_ p: PublishedClaim) throws -> [Finding] {
    let copper = try Metal.named("Cu")
    return [try p.number(0, "v_F r_s", copper.fermiVelocity * copper.densityRadius)]
  }

  static func drift(_ p: PublishedClaim) throws -> [Finding] {
    let radius = Length.micrometers(try p.given(1)).bohr / (2 * .pi)
    let ratio = 1 / radius / (try Metal.named("Cu").fermiVelocity)
    return [try p.number(0, "v_Phi/v_F of the Levy ring at n_phi = 1", ratio)]
  }

  static func levyCurrent(_ p: PublishedClaim) throws -> [Finding] {
    let velocity = try Metal.named("Cu").fermiVelocity
    let length = Length.micrometers(try p.given(2)).bohr
    let current = try p.given(1) * velocity / length * Constants.currentInAmperes * 1e9
    return [
      try p.number(0, "3e-3 e v_F/l", current, "nA"),
      .value("v_F", velocity * Constants.velocityInMetresPerSecond, "m/s"),
    ]
  }

  static func levyField(_ p: PublishedClaim) throws -> [Finding] {
    let length = Length.micrometers(try p.given(1)).bohr
    let quantum = 2 * Double.pi * Constants.fieldInTesla
    return [
      try p.number(0, "square loop", quantum / (length * length / 16), "T"),
      .value("circle", quantum / (length * length / (4 * .pi)), "T"),
    ]
  }

  static func levyElectrons(_ p: PublishedClaim) throws -> [Finding] {
    let (current, field) = (try p.given(1), try p.given(2))
    let radius = Length.micrometers(try p.given(3)).bohr / (2 * .pi)
    // Eq. (13) at one flux quantum, where the level's current is that of f = 1/8 times 8.
    let quantum =
      try 8 * levelCurrent(flux: 0.125, radius: radius).magnitude * Constants.currentInAmperes * 1e9
    return [
      try p.number(0, "0.36 nA/(2.242 nA/T x 0.013 T)", current / (slope(radius: radius) * field)),
      try p.number(0, "0.36 nA at one flux quantum in (13)", current / quantum),
    ]
  }

  static func larmor(_ p: PublishedClaim) throws -> [Finding] {
    let flux = 0.1
    let field = 2 * flux
    func electrons(_ interaction: ElectronRing.Interaction) throws -> Double {
      let ring = ElectronRing(
        count: 2, radius: 1, interaction: interaction, spin: ElectronSpin(twice: 0), flux: flux)
      return try ring.spectrum(lowest: 1).levels.first?.current ?? .nan
    }
    let printed = -2 * field / (4 * .pi)
    // A turn by Omega moves levels m and -m by 2 m Omega apart; the dot's two electrons repel.
    let dot = PlanarPair(frequency: 1, charge: 1, field: 0.01)
    let (up, down) = (
      try dot.levels(lowest: 1, relative: 1)[0], try dot.levels(lowest: 1, relative: -1)[0]
    )
    return [
      .both(
        "I, two free electrons", printed: printed, ours: try electrons(.none), within: 1e-10,
        "e E_h/hbar"),
      .both(
        "I, two that repel", printed: printed, ours: try electrons(.coulomb), within: 1e-9,
        "e E_h/hbar"),
      .both(
        "Omega/B of two that repel in a dot", printed: 0.5,
        ours: (up.energy.hartree - down.energy.hartree) / (2 * dot.field), within: 1e-9, "e/m"),
      .value("I/B for each electron", -(try slope(radius: 1)), "nA/T"),
    ]
  }
}
