/// The claims of one or several papers, each beside what was computed for it.
public struct Reproduction: Answer {
  /// The name and version of its JSON.
  public static let schema = "few-body/reproduction/1"
  /// Each quantity states its own unit.
  public static let units: Parameters = [:]

  /// The papers, by their first authors.
  public var system: Parameters
  /// The method's name.
  public var method: Parameters = [
    "name": "the library's own solvers and closed forms, at run time"
  ]
  /// Each with its verdict.
  public var claims: [Claim]
  /// Whether every claim that was asked for is there.
  public var isComplete: Bool
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// - Parameters:
  ///   - seeds: the papers that were asked for.
  ///   - claims: those that were computed.
  ///   - isComplete: whether every claim that was asked for is there.
  public init(of seeds: [String], claims: [Claim], isComplete: Bool) {
    system = ["name": "papers", "papers": .word(seeds.joined(separator: " "))]
    self.claims = claims
    self.isComplete = isComplete
  }

  /// How many claims have a verdict.
  public func count(of verdict: Verdict) -> Int { claims.count { $0.verdict == verdict } }
}

extension Reproduction: Codable {
  private enum CodingKeys: String, CodingKey { case claims }

  /// Writes the frame and the claims.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(claims, forKey: .claims)
    }
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for another schema, or a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    claims = try container.decode([Claim].self, forKey: .claims)
    (system, isComplete) = ([:], false)
    try decodeFrame(from: decoder)
  }
}
