import ExactSolutions
import FewBody
import RealModule

/// Essen, section IV.B: how strongly the pair is bound.
enum EssenBinding {
  static let claims = [
    PaperClaim(
      "essen-charge",
      "J_F^2/mR^2 = m v_F^2 = 2 E_F: the middle member is v_F^2/c^2, the last half of it.",
      charge),
    PaperClaim(
      "essen-radius",
      "A length is r_s^2 times a0, and only the average (2/3) v_F^2/c^2 of the attraction in space gives 1.52e4.",
      radius),
    PaperClaim(
      "essen-space-temperature",
      "E_3d = -Z^2/4 goes like r_s^-4: the printed order is that of beryllium.",
      spaceTemperature),
    PaperClaim(
      "essen-isotropic",
      "The attraction is -Z'(1 + cos^2 theta)/2r at a given velocity of the pair: its ground level lies below that of its "
        + "average, by mu Z'^2 (pi^2/45 - 61/270) in second order.", isotropic),
    PaperClaim(
      "essen-logarithm",
      "(46) is a leading logarithm; the level of (45) itself, solved between bounds, is four times shallower.",
      logarithm),
    PaperClaim("essen-size-ratio", "With Z = (2/3) v_F^2/c^2.", sizeRatio),
    PaperClaim(
      "essen-pair-temperature",
      "The range is that of (46), the leading logarithm; (45) itself binds a quarter of it.",
      pairTemperature),
    PaperClaim(
      "essen-pair-experiment",
      "By (45) the pair's temperature is more than ten times below the experiment's.",
      pairExperiment),
  ]

  static func charge(_ p: PublishedClaim) throws -> [Finding] {
    let copper = try Metal.named("Cu")
    let ours = Coupling.ring.charge(of: copper)
    return [
      .both(
        "Z_F of Cu", printed: Coupling.fermi.charge(of: copper), ours: ours, within: 1e-12),
      .value("Z_F r_s^2", ours * copper.densityRadius * copper.densityRadius),
    ]
  }

  static func radius(_ p: PublishedClaim) throws -> [Finding] {
    let copper = try Metal.named("Cu")
    func scaled(_ coupling: Coupling) -> Double {
      2 / coupling.charge(of: copper) / (copper.densityRadius * copper.densityRadius)
    }
    return [
      try p.number(0, "E_F/mc^2, as (43) reads", scaled(.fermi), "r_s^2 a0"),
      .value("v_F^2/c^2, the ring", scaled(.ring), "r_s^2 a0"),
      .value("(2/3) v_F^2/c^2, the average", scaled(.average), "r_s^2 a0"),
    ]
  }

  static func spaceTemperature(_ p: PublishedClaim) throws -> [Finding] {
    try ["Au", "Cu", "Al", "Be"].map { symbol in
      let pair = SpacePair(metal: try Metal.named(symbol))
      let energy = try lowest(try pair.spectrum(lowest: 1), 1)[0]
      return try p.number(0, symbol, -energy.millikelvin, "mK")
    }
  }

  static func isotropic(_ p: PublishedClaim) throws -> [Finding] {
    func energy(_ pair: SpacePair) throws -> Double {
      try lowest(try pair.spectrum(lowest: 1), 1)[0].hartree
    }
    let average = try energy(SpacePair(charge: 2.0 / 3, reducedMass: 1))
    let breit = try energy(SpacePair(charge: 1, reducedMass: 1, kernel: .breit))
    return [
      .both("E in mu Z'^2", printed: average, ours: breit, within: 1e-9),
      .value("second order", .pi * .pi / 45 - 61.0 / 270),
    ]
  }

  static func logarithm(_ p: PublishedClaim) throws -> [Finding] {
    let charge = 1.0
    let thickness = 2 / charge / (try p.given(0))
    let thin = try ThinPair(charge: charge, thickness: thickness)
    let exact = try ground(LinePair(coupling: charge, thickness: Length(bohr: thickness)))
    let space = thin.spaceEnergy.hartree
    return [
      .both(
        "E_1d/E_3d", printed: thin.leadingLogarithm.hartree / space, ours: exact.hartree / space,
        within: 1e-9),
      .value("all logarithms kept", thin.resummedLogarithm.hartree / space),
    ]
  }

  private static let metals = ["Au", "Cu"]

  static func sizeRatio(_ p: PublishedClaim) throws -> [Finding] {
    let thickness = Length.nanometers(try p.given(1))
    return try metals.map { symbol in
      let charge = Coupling.average.charge(of: try Metal.named(symbol))
      return try p.number(0, symbol, 2 / charge / thickness.bohr)
    }
  }

  private static func temperature(
    _ symbol: String, _ coupling: Coupling, _ thickness: Length
  ) throws -> Double {
    let pair = LinePair(
      metal: try Metal.named(symbol), thickness: thickness, coupling: coupling)
    return try -ground(pair).millikelvin
  }

  static func pairTemperature(_ p: PublishedClaim) throws -> [Finding] {
    let thickness = Length.nanometers(try p.given(1))
    var findings: [Finding] = []
    for symbol in metals {
      findings.append(
        try p.number(0, "(45), \(symbol)", try temperature(symbol, .average, thickness), "mK"))
    }
    for symbol in metals {
      let charge = Coupling.average.charge(of: try Metal.named(symbol))
      let thin = try ThinPair(charge: charge, thickness: thickness.bohr)
      findings.append(.value("(46), \(symbol)", -thin.leadingLogarithm.millikelvin, "mK"))
      for (coupling, name) in [(Coupling.ring, "v_F^2/c^2"), (.fermi, "E_F/mc^2")] {
        findings.append(
          .value(
            "(45) with Z = \(name), \(symbol)", try temperature(symbol, coupling, thickness), "mK"))
      }
    }
    return findings
  }

  static func pairExperiment(_ p: PublishedClaim) throws -> [Finding] {
    let thickness = Length.nanometers(try p.given(1))
    return try metals.map { symbol in
      try p.number(0, "(45), \(symbol)", try temperature(symbol, .average, thickness), "mK")
    }
  }
}
