/// What `solve interaction` found: the integrals of one pair of orbitals, or of all pairs, or a metal's estimates.
///
/// Its `Codable` form is the JSON of the command, schema `few-body/interaction/1`, in hartree.
public struct InteractionResult: Answer {
  /// The name and version of the JSON.
  public static let schema = "few-body/interaction/1"
  /// Energies in hartree, lengths in bohr.
  public static let units: Parameters = ["energy": "hartree", "length": "bohr"]

  /// The numbers that were asked for.
  public enum Content: Sendable {
    /// Nil after an interruption.
    case pair(InteractionPair?)
    /// All pairs of a set of orbitals.
    case table(HubbardHeisenberg)
    /// Named numbers, in the units that their names state.
    case estimates(Parameters)
  }

  /// The orbitals or the metal, with the interaction's parameters, in atomic units.
  public var system: Parameters
  /// The method's name and what was chosen.
  public var method: Parameters
  /// What was found.
  public var content: Content
  /// False after an interruption.
  public var isComplete: Bool
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// A result without notes, complete unless its content was interrupted.
  public init(system: Parameters, method: Parameters, content: Content) {
    self.system = system
    self.method = method
    self.content = content
    isComplete =
      switch content {
      case .pair(let pair): pair != nil
      case .table(let table): table.isComplete
      case .estimates: true
      }
  }
}

extension InteractionResult {
  private enum CodingKeys: String, CodingKey {
    case direct, directError, exchange, exchangeError, parameters, estimates
  }

  /// The numbers within the frame of every answer, integrals in hartree.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch content {
      case .pair(let pair):
        try container.encode(pair?.direct.value, forKey: .direct)
        try container.encode(pair?.direct.error, forKey: .directError)
        try container.encode(pair?.exchange.value, forKey: .exchange)
        try container.encode(pair?.exchange.error, forKey: .exchangeError)
      case .table(let table):
        try container.encode(table.entries.map(InteractionRow.init), forKey: .parameters)
      case .estimates(let estimates): try container.encode(estimates, forKey: .estimates)
      }
    }
  }

  /// A result read back from JSON.
  ///
  /// - Throws: `DecodingError` for another schema or a missing key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    (system, method, isComplete) = ([:], [:], false)
    if let estimates = try container.decodeIfPresent(Parameters.self, forKey: .estimates) {
      content = .estimates(estimates)
    } else if let rows = try container.decodeIfPresent([InteractionRow].self, forKey: .parameters) {
      content = .table(HubbardHeisenberg(entries: rows.map(\.entry)))
    } else {
      func integral(_ value: CodingKeys, _ error: CodingKeys) throws -> InteractionIntegral {
        InteractionIntegral(
          value: try container.decode(Double.self, forKey: value),
          error: try container.decode(Double.self, forKey: error))
      }
      let isMissing = try container.decodeNil(forKey: .direct)
      content = .pair(
        isMissing
          ? nil
          : InteractionPair(
            direct: try integral(.direct, .directError),
            exchange: try integral(.exchange, .exchangeError)))
    }
    try decodeFrame(from: decoder)
    if case .table(var table) = content {
      table.restore(from: system, isComplete: isComplete)
      content = .table(table)
    }
  }
}
