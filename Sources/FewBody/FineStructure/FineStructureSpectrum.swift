/// The lowest fine-structure levels of a species, ascending in energy: by n, then by the total.
///
/// Its `Codable` form is the JSON of `solve fine-structure`, schema `few-body/fine-structure/1`:
/// terms, totals and bounds in alpha^2 hartree, the gross energies in hartree, and the
/// terms and totals once more in electronvolts.
public struct FineStructureSpectrum: Sendable {
  public static let schema = "few-body/fine-structure/1"

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
    case schema
    case version
    case system
    case method
    case units
    case constants
    case complete
    case levels
    case notes
    case solveSeconds
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let units: Parameters = [
      "gross": "hartree", "terms": "alpha^2 hartree", "total": "alpha^2 hartree", "length": "bohr",
    ]
    try container.encode(FineStructureSpectrum.schema, forKey: .schema)
    try container.encode(FewBodyVersion.number, forKey: .version)
    try container.encode(system, forKey: .system)
    try container.encode(method, forKey: .method)
    try container.encode(units, forKey: .units)
    try container.encode(Constants.edition, forKey: .constants)
    try container.encode(isComplete, forKey: .complete)
    try container.encode(levels, forKey: .levels)
    if !notes.isEmpty { try container.encode(notes, forKey: .notes) }
    if !solveSeconds.isEmpty { try container.encode(solveSeconds, forKey: .solveSeconds) }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == FineStructureSpectrum.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "schema \(schema)")
    }
    self.init(
      system: try container.decode(Parameters.self, forKey: .system),
      method: try container.decode(Parameters.self, forKey: .method),
      levels: try container.decode([FineStructureLevel].self, forKey: .levels),
      isComplete: try container.decode(Bool.self, forKey: .complete))
    notes = try container.decodeIfPresent([String].self, forKey: .notes) ?? []
    solveSeconds = try container.decodeIfPresent([Double].self, forKey: .solveSeconds) ?? []
  }
}
