/// Two spin-1/2 particles of charges -1 and +Z that differ, by convention, in mass alone.
///
/// Both have g = 2: anomalous magnetic moments are of the next order in alpha. A nucleus of infinite
/// mass stands still and has no magnetic moment, so that only the electron's spin is left.
public struct Species: Sendable, Hashable {
  /// The word of the command line, or any other name.
  public let name: String
  /// Z, in units of e.
  public let charge: Double
  /// The mass of the particle of charge -1, in electron masses.
  public let electronMass: Double
  /// The mass of the particle of charge +Z, in electron masses; it may be infinite.
  public let nuclearMass: Double
  /// Whether the two are each other's antiparticles and annihilate into one virtual photon.
  public let annihilates: Bool

  /// Charges -1 and +Z with their masses in electron masses; a solve checks the values.
  public init(
    name: String, charge: Double = 1, electronMass: Double = 1, nuclearMass: Double,
    annihilates: Bool = false
  ) {
    self.name = name
    self.charge = charge
    self.electronMass = electronMass
    self.nuclearMass = nuclearMass
    self.annihilates = annihilates
  }

  /// An electron about a point charge at rest: its totals are Dirac's, to order alpha^2.
  public static let hydrogen = Species(name: "hydrogen", nuclearMass: .infinity)
  /// An electron and an antimuon.
  public static let muonium = Species(name: "muonium", nuclearMass: Constants.muonMass)
  /// An electron and a positron.
  public static let positronium = Species(
    name: "positronium", nuclearMass: 1, annihilates: true)

  /// The species that are known by name.
  public static let all = [hydrogen, muonium, positronium]

  /// mu = m M/(m + M), in electron masses.
  public var reducedMass: Double {
    isNucleusAtRest ? electronMass : electronMass / (1 + electronMass / nuclearMass)
  }

  /// Whether the nucleus is infinitely heavy.
  public var isNucleusAtRest: Bool { nuclearMass.isInfinite }

  /// What a reader of the numbers should know, in sentences.
  var notes: [String] {
    var notes: [String] = []
    if isNucleusAtRest {
      notes.append(
        "the nucleus is infinitely heavy: no recoil and no hyperfine structure, and the orbit-orbit, "
          + "spin-spin and tensor terms are zero; 2j + 1 counts the electron's states alone")
    } else {
      notes.append("g = 2 for both particles: anomalous magnetic moments are of the next order")
    }
    if annihilates {
      notes.append("the annihilation term is that of one virtual photon, which only S = 1 has")
    }
    return notes
  }

  func validate() throws(FewBodyError) {
    try require("charge", charge, accepted: "a finite charge above 0") { $0 > 0 }
    try require("electron-mass", electronMass, accepted: "a finite mass above 0") { $0 > 0 }
    guard nuclearMass > 0 else {
      throw .invalid("nuclear-mass", nuclearMass, accepted: "a mass above 0; it may be infinite")
    }
    // Masses enter to the third and mu Z to the fourth power: all products stay far from overflow.
    for (name, mass) in [("electron-mass", electronMass), ("nuclear-mass", nuclearMass)] {
      guard mass.isInfinite || (1e-9...1e9).contains(mass) else {
        throw .invalid(name, mass, accepted: "a mass from 1e-9 to 1e9 electron masses")
      }
    }
    guard (1e-9...1e9).contains(charge) else {
      throw .invalid("charge", charge, accepted: "a charge from 1e-9 to 1e9")
    }
    guard !annihilates || (electronMass == nuclearMass && charge == 1) else {
      throw .invalid(
        "annihilates", annihilates,
        accepted: "false, but for a particle and its antiparticle: equal masses and Z = 1")
    }
  }
}
