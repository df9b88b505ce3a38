/// What `solve interaction` found: the integrals of one pair of orbitals, or of all pairs, or a metal's estimates.
///
/// Its encoding is the JSON of the command, schema `few-body/interaction/1`, in hartree.
public struct InteractionResult: Sendable {
  public static let schema = "few-body/interaction/1"

  public enum Content: Sendable {
    case pair(InteractionPair)
    case table(HubbardHeisenberg)
    /// Named numbers, in the units that their names state.
    case estimates(Parameters)
  }

  public var system: Parameters
  public var method: Parameters
  public var content: Content
  /// Wall-clock seconds of repeated runs; empty unless asked for.
  public var solveSeconds: [Double] = []

  public init(system: Parameters, method: Parameters, content: Content) {
    self.system = system
    self.method = method
    self.content = content
  }
}

extension InteractionResult: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schema
    case version
    case system
    case method
    case units
    case constants
    case complete
    case direct
    case directError
    case exchange
    case exchangeError
    case parameters
    case estimates
    case solveSeconds
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let units: Parameters = ["energy": "hartree", "length": "bohr"]
    try container.encode(InteractionResult.schema, forKey: .schema)
    try container.encode(FewBodyVersion.number, forKey: .version)
    try container.encode(system, forKey: .system)
    try container.encode(method, forKey: .method)
    try container.encode(units, forKey: .units)
    try container.encode(Constants.edition, forKey: .constants)
    try container.encode(true, forKey: .complete)
    switch content {
    case .pair(let pair):
      try container.encode(pair.direct.value, forKey: .direct)
      try container.encode(pair.direct.error, forKey: .directError)
      try container.encode(pair.exchange.value, forKey: .exchange)
      try container.encode(pair.exchange.error, forKey: .exchangeError)
    case .table(let table): try container.encode(table.entries, forKey: .parameters)
    case .estimates(let estimates): try container.encode(estimates, forKey: .estimates)
    }
    if !solveSeconds.isEmpty { try container.encode(solveSeconds, forKey: .solveSeconds) }
  }
}

extension HubbardHeisenberg.Entry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case first
    case second
    case coulombDirect
    case coulombDirectError
    case coulombExchange
    case coulombExchangeError
    case ampereDirect
    case ampereDirectError
    case ampereExchange
    case ampereExchangeError
    case singletTriplet
    case singletTripletError
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(first, forKey: .first)
    try container.encode(second, forKey: .second)
    let parts: [(InteractionIntegral, CodingKeys, CodingKeys)] = [
      (coulomb.direct, .coulombDirect, .coulombDirectError),
      (coulomb.exchange, .coulombExchange, .coulombExchangeError),
      (ampere.direct, .ampereDirect, .ampereDirectError),
      (ampere.exchange, .ampereExchange, .ampereExchangeError),
      (singletTripletSplitting, .singletTriplet, .singletTripletError),
    ]
    for (integral, value, error) in parts {
      // One orbital has neither an exchange with itself nor a triplet.
      if isOnSite, value != .coulombDirect, value != .ampereDirect { continue }
      try container.encode(integral.value, forKey: value)
      try container.encode(integral.error, forKey: error)
    }
  }
}
