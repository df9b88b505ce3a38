/// The lowest fine-structure levels of a species, ascending in energy: by n, then by the total.
///
/// Its `Codable` form is the JSON of `solve fine-structure`, schema `few-body/fine-structure/1`:
/// terms, totals and bounds in alpha^2 hartree, the gross energies in hartree, and the
/// terms and totals once more in electronvolts.
public struct FineStructureSpectrum: Answer {
  public static let schema = "few-body/fine-structure/1"
  public static let units: Parameters = [
    "gross": "hartree", "terms": "alpha^2 hartree", "total": "alpha^2 hartree", "length": "bohr",
  ]

  /// The species with its charge and masses, in atomic units.
  public var system: Parameters
  /// How the radial states were found.
  public var method: Parameters
  public var levels: [FineStructureLevel]
  /// True only where counts proved that no radial state is missing and every level is listed.
  public var isComplete: Bool
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

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
  public var startIndex: Int { levels.startIndex }
  public var endIndex: Int { levels.endIndex }
  public subscript(position: Int) -> FineStructureLevel { levels[position] }
}

extension FineStructureSpectrum: Codable {
  private enum CodingKeys: String, CodingKey {
    case levels
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(levels, forKey: .levels)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    levels = try container.decode([FineStructureLevel].self, forKey: .levels)
    (system, method, isComplete) = ([:], [:], false)
    try decodeFrame(from: decoder)
  }
}
