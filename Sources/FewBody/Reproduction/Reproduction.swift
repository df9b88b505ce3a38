/// The claims of one or several papers, each beside what was computed for it.
public struct Reproduction: Answer {
  public static let schema = "few-body/reproduction/1"
  /// Each quantity states its own unit.
  public static let units: Parameters = [:]

  public var system: Parameters
  public var method: Parameters = [
    "name": "the library's own solvers and closed forms, at run time"
  ]
  public var claims: [Claim]
  public var isComplete: Bool
  public var notes: [String] = []
  public var solveSeconds: [Double] = []

  /// - Parameter isComplete: whether every claim that was asked for is there.
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

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(claims, forKey: .claims)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    claims = try container.decode([Claim].self, forKey: .claims)
    (system, isComplete) = ([:], false)
    try decodeFrame(from: decoder)
  }
}
