/// What was measured on metal rings beside what the formulas give, as an answer that can be printed.
public struct RingComparison: Answer {
  public static let schema = "few-body/experiment/1"
  /// Each claim states its own unit.
  public static let units: Parameters = [:]

  public var system: Parameters
  public var method: Parameters = ["name": "formulas"]
  public var claims: [RingExperiment.Claim]
  public var isComplete = true
  public var notes: [String] = []
  public var solveSeconds: [Double] = []

  public init(of experiment: RingExperiment) throws(FewBodyError) {
    system = ["name": "experiment", "experiment": .word(experiment.name)]
    claims = try experiment.claims()
  }
}

extension RingComparison: Codable {
  private enum CodingKeys: String, CodingKey {
    case claims
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(claims, forKey: .claims)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    claims = try container.decode([RingExperiment.Claim].self, forKey: .claims)
    system = [:]
    try decodeFrame(from: decoder)
  }
}
