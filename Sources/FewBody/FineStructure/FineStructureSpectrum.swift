/// The lowest fine-structure levels of a species, ascending in energy: by n, then by the total.
///
/// Its `Codable` form is the JSON of `solve fine-structure`, schema `few-body/fine-structure/1`:
/// terms, totals and bounds in alpha^2 hartree, the gross energies in hartree, and the
/// terms and totals once more in electronvolts.
public struct FineStructureSpectrum: Answer {
  /// The name and version of the JSON.
  public static let schema = "few-body/fine-structure/1"
  /// Gross energies in hartree, terms and totals in alpha^2 hartree, lengths in bohr.
  public static let units: Parameters = [
    "gross": "hartree", "terms": "alpha^2 hartree", "total": "alpha^2 hartree", "length": "bohr",
  ]

  /// The species with its charge and masses, in atomic units.
  public var system: Parameters
  /// How the radial states were found.
  public var method: Parameters
  /// The levels, ascending in energy.
  public var levels: [FineStructureLevel]
  /// True only where counts proved that no radial state is missing and every level is listed.
  public var isComplete: Bool
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// A spectrum of given levels, without notes.
  public init(
    system: Parameters, method: Parameters, levels: [FineStructureLevel], isComplete: Bool
  ) {
    self.system = system
    self.method = method
    self.levels = levels
    self.isComplete = isComplete
  }
}

extension FineStructureSpectrum: RandomAccessCollection {
  /// The position of the lowest level.
  public var startIndex: Int { levels.startIndex }
  /// One past the position of the highest level.
  public var endIndex: Int { levels.endIndex }
  /// The level at a position, 0 for the lowest.
  public subscript(position: Int) -> FineStructureLevel { levels[position] }
}

extension FineStructureSpectrum: Codable {
  private enum CodingKeys: String, CodingKey {
    case levels
  }

  /// The levels within the frame of every answer.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(levels, forKey: .levels)
    }
  }

  /// A spectrum read back from JSON, without states.
  ///
  /// - Throws: `DecodingError` for another schema, or a level that cannot be read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    levels = try container.decode([FineStructureLevel].self, forKey: .levels)
    (system, method, isComplete) = ([:], [:], false)
    try decodeFrame(from: decoder)
  }
}
