import RealModule

extension RingExperiment {
  /// H. Essen (2013), Eqs. (13)-(16), with the data of L. P. Levy et al. (1990).
  func levyClaims() throws(FewBodyError) -> [Claim] {
    let length = Length.micrometers(try number("circumference")).bohr
    let velocity = try Metal.named(try entry("material").text).fermiVelocity
    let nanoamperes = Constants.currentInAmperes * 1e9
    let (square, circle) = (length * length / 16, length * length / (4 * .pi))
    let current = try number("current")
    let field = try number("field")
    let factor = try number("current-factor")
    let rings = try number("rings")
    let moment = try number("moment")
    // The current of the state n = 0 of a ring, by the engine: per electron and field of the circle.
    let flux = 0.125
    let ring = Ring(radius: Length(bohr: length / (2 * .pi)), flux: flux)
    let larmor = try ring.spectrum(lowest: 1)[0].current ?? 0
    let slopeAtomic = larmor / (2 * .pi * flux / circle)
    let slope = slopeAtomic * nanoamperes / Constants.fieldInTesla
    let perQuantum = larmor / flux * nanoamperes
    let squareMetres = Constants.bohrInMetres * Constants.bohrInMetres
    return [
      try claim(
        "field of one flux quantum, square loop", "field",
        2 * .pi / square * Constants.fieldInTesla,
        "T", because: "h/e over (L/4)^2"),
      try claim(
        "field of one flux quantum, circle", "field", 2 * .pi / circle * Constants.fieldInTesla,
        "T", because: "h/e over L^2/4 pi: the rings were square, a circle holds more flux"),
      try claim(
        "Larmor current per electron and field, circle", "larmor-slope", slope, "nA/T",
        because: "-e^2/4 pi m, from the level n = 0; Eq. (14) lost the minus of Eq. (13)"),
      try claim(
        "Larmor current per electron and field, square loop", nil, slope * square / circle,
        "nA/T", because: "-e^2/16 m: the same flux law on a smaller area"),
      try claim(
        "average current from its factor", "current",
        factor * velocity / length * nanoamperes, "nA",
        because: "3e-3 e v_F/L with v_F = 1.919158/r_s of the metal"),
      try claim(
        "average current from the moment", "current",
        moment / rings / (square * squareMetres) * 1e9, "nA",
        because: "the moment of all rings over their number and the area (L/4)^2"),
      try claim(
        "electrons of a Larmor current, N = I/(slope B)", "electrons",
        current / (slope.magnitude * field), "1",
        because: "0.36 nA over 2.242 nA/T and 0.013 T is 12, not 100"),
      try claim(
        "electrons of a Larmor current at one flux quantum, Eq. (13)", "electrons",
        current / perQuantum.magnitude, "1",
        because: "I = N e^2 Phi/m L^2 holds for a loop of any shape"),
    ]
  }

  /// The data of V. Chandrasekhar et al. (1991) and what Essen concluded.
  func chandrasekharClaims() throws(FewBodyError) -> [Claim] {
    let metal = try Metal.named(try entry("material").text)
    let velocity = metal.fermiVelocity
    let micrometre = Length.micrometers(1).bohr
    let product = velocity / micrometre * Constants.currentInAmperes * 1e9
    let thickness = Length.nanometers(try number("thickness"))
    let charge = Coupling.average.charge(of: metal)
    let pair = LinePair(coupling: charge, thickness: thickness)
    let energy = try pair.spectrum(lowest: 1)[0].energy.millikelvin
    var claims: [Claim] = []
    for end in ["lowest", "highest"] {
      let factor = try number("\(end)-factor")
      claims.append(
        try claim(
          "\(end) current times circumference", nil, factor * product, "nA um",
          because: "\(factor) e v_F with v_F = 1.919158/r_s of gold"))
      claims.append(
        try claim(
          "electrons a micrometre if the \(end) were a Larmor current at one flux quantum", nil,
          factor * velocity * micrometre / (2 * .pi), "1/um",
          because: "N = \(factor) m v_F L/h, against \(factor) electrons at v_F: ballistic"))
    }
    claims.append(
      try claim(
        "radius of the pair over the thickness, a_m/a", "size-ratio",
        1 / (0.5 * charge * thickness.bohr), "1",
        because: "a_m = 2/Z with the average coupling, Z = (2/3) v_F^2/c^2"))
    claims.append(
      try claim(
        "binding of the pair", "pair-temperature", -energy, "mK",
        because: "the ground level of Eq. (45), solved between bounds; Eq. (46) keeps the leading "
          + "logarithm alone and is about four times too deep"))
    return claims
  }
}
