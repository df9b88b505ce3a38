/// The lowest levels of a system, each between two bounds, with a statement of completeness.
///
/// Its `Codable` form is the JSON of the command line, schema `few-body/spectrum/1`: always in
/// Hartree atomic units. States are not encoded.
public struct Spectrum: Answer {
  public static let schema = "few-body/spectrum/1"
  public static let units: Parameters = ["energy": "hartree", "length": "bohr"]

  /// The system's name, dimension and parameters, in atomic units.
  public var system: Parameters
  /// The discretization's name and what was chosen.
  public var method: Parameters
  public var levels: [Level]
  /// True only where a count proved that no level below the last one listed is missing.
  public var isComplete: Bool
  /// Bound levels lie below it; nil between hard walls, where every level counts.
  public var threshold: Energy?
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

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
  public var startIndex: Int { levels.startIndex }
  public var endIndex: Int { levels.endIndex }
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
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(threshold?.hartree, forKey: .threshold)
      try container.encode(levels, forKey: .levels)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      system: [:], method: [:], levels: try container.decode([Level].self, forKey: .levels),
      isComplete: false,
      threshold: try container.decode(Double?.self, forKey: .threshold).map(Energy.init(hartree:)))
    try decodeFrame(from: decoder)
  }
}
