/// The lowest levels of a system, each between two bounds, with a statement of completeness.
///
/// Its `Codable` form is the JSON of the command line, schema `few-body/spectrum/1`: always in
/// Hartree atomic units. States are not encoded.
public struct Spectrum: Answer {
  /// The name and version of the JSON.
  public static let schema = "few-body/spectrum/1"
  /// Energies in hartree, lengths in bohr.
  public static let units: Parameters = ["energy": "hartree", "length": "bohr"]

  /// The system's name, dimension and parameters, in atomic units.
  public var system: Parameters
  /// The discretization's name and what was chosen.
  public var method: Parameters
  /// The levels found, ascending in energy.
  public var levels: [Level]
  /// True only where a count proved that no level below the last one listed is missing.
  public var isComplete: Bool
  /// Bound levels lie below it; nil between hard walls, where every level counts.
  public var threshold: Energy?
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// The levels at every flux of a sweep; nil where there was none.
  public var sweep: [RingSweep.Point]?
  /// Of electrons that fill the levels at the one flux of ``levels``; nil without any.
  public var totalEnergy: Energy?
  /// What the bounds of the levels leave of it.
  public var totalEnergyInterval: ClosedRange<Energy>?
  /// Of the same electrons, in e E_h/hbar.
  public var totalCurrent: Double?
  /// I_p of the total current I(f) = sum_p I_p sin(2 pi p f), p = 1, 2, ..., in e E_h/hbar; empty but for
  /// a sweep over whole flux quanta.
  public var currentHarmonics: [Double] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// A spectrum of given levels, without sweep, filling or notes.
  public init(
    system: Parameters, method: Parameters, levels: [Level], isComplete: Bool, threshold: Energy?
  ) {
    self.system = system
    self.method = method
    self.levels = levels
    self.isComplete = isComplete
    self.threshold = threshold
  }
}

extension Spectrum: RandomAccessCollection {
  /// The position of the lowest level.
  public var startIndex: Int { levels.startIndex }
  /// One past the position of the highest level.
  public var endIndex: Int { levels.endIndex }
  /// The level at a position, 0 for the lowest.
  public subscript(position: Int) -> Level { levels[position] }
}

extension Spectrum {
  /// The matrix element of a function of position between two levels, nil without states.
  public func matrixElement(_ i: Int, _ j: Int, of f: (Double) -> Double) -> Double? {
    guard let bra = levels[i].state, let ket = levels[j].state else { return nil }
    return bra.matrixElement(with: ket, of: f)
  }
}

extension Spectrum: Codable {
  private enum CodingKeys: String, CodingKey {
    case threshold
    case levels
    case totalEnergy
    case totalEnergyLower
    case totalEnergyUpper
    case totalCurrent
    case sweep
    case currentHarmonics
  }

  /// The spectrum as the command line's JSON, energies in hartree.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeMembers(to: encoder)
  }

  /// A spectrum read back from the command line's JSON, without states.
  ///
  /// - Throws: `DecodingError` for another schema, a missing key or reversed bounds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      system: [:], method: [:], levels: try container.decode([Level].self, forKey: .levels),
      isComplete: false,
      threshold: try container.decode(Double?.self, forKey: .threshold).map(Energy.init(hartree:)))
    sweep = try container.decodeIfPresent([RingSweep.Point].self, forKey: .sweep)
    totalEnergy = try container.decodeIfPresent(Double.self, forKey: .totalEnergy)
      .map(Energy.init(hartree:))
    totalEnergyInterval = try container.interval(
      lower: .totalEnergyLower, upper: .totalEnergyUpper)
    totalCurrent = try container.decodeIfPresent(Double.self, forKey: .totalCurrent)
    currentHarmonics =
      try container.decodeIfPresent([Double].self, forKey: .currentHarmonics) ?? []
    try decodeFrame(from: decoder)
  }
}

extension Spectrum: JSONObject {
  func members<Members: JSONMembers>(into members: inout Members) throws {
    try frame(into: &members) { members in
      if let threshold {
        try members.set("threshold", threshold.hartree)
      } else {
        try members.setNull("threshold")
      }
      try members.set("levels", levels)
      try members.setIfPresent("totalEnergy", totalEnergy?.hartree)
      try members.setIfPresent(
        totalEnergyInterval, lower: "totalEnergyLower", upper: "totalEnergyUpper")
      try members.setIfPresent("totalCurrent", totalCurrent)
      if let sweep { try members.set("sweep", sweep) }
      if !currentHarmonics.isEmpty {
        try members.set("currentHarmonics", currentHarmonics)
      }
    }
  }
}
