/// What was measured on metal rings beside what the formulas give, as an answer that can be printed.
public struct RingComparison: Answer {
  /// The name and version of the JSON.
  public static let schema = "few-body/experiment/1"
  /// Each claim states its own unit.
  public static let units: Parameters = [:]

  /// The name of the experiment.
  public var system: Parameters
  /// The name `formulas`.
  public var method: Parameters = ["name": "formulas"]
  /// Published numbers beside computed ones.
  public var claims: [RingExperiment.Claim]
  /// Whether every claim of the experiment is listed.
  public var isComplete = true
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated evaluations; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// The claims of an experiment.
  ///
  /// - Throws: ``FewBodyError/badData(file:line:problem:)`` for a published number that the table lacks.
  public init(of experiment: RingExperiment) throws(FewBodyError) {
    system = ["name": "experiment", "experiment": .word(experiment.name)]
    claims = try experiment.claims()
  }
}

extension RingComparison: Codable {
  private enum CodingKeys: String, CodingKey {
    case claims
  }

  /// The claims within the frame of every answer.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(claims, forKey: .claims)
    }
  }

  /// A comparison read back from JSON.
  ///
  /// - Throws: `DecodingError` for another schema or a missing key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    claims = try container.decode([RingExperiment.Claim].self, forKey: .claims)
    system = [:]
    try decodeFrame(from: decoder)
  }
}
