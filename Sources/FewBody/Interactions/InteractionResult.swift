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
  /// The keys in their order; what is nil is left out.
  private struct Document: Encodable {
    var schema = InteractionResult.schema
    var version = FewBodyVersion.number
    var system: Parameters
    var method: Parameters
    var units: Parameters = ["energy": "hartree", "length": "bohr"]
    var constants = Constants.edition
    var complete = true
    var direct: Double?
    var directError: Double?
    var exchange: Double?
    var exchangeError: Double?
    var parameters: [Row]?
    var estimates: Parameters?
    var solveSeconds: [Double]?
  }

  /// One pair of a table; one orbital has neither an exchange with itself nor a triplet.
  private struct Row: Encodable {
    var first: String
    var second: String
    var coulombDirect: Double
    var coulombDirectError: Double
    var coulombExchange: Double?
    var coulombExchangeError: Double?
    var ampereDirect: Double
    var ampereDirectError: Double
    var ampereExchange: Double?
    var ampereExchangeError: Double?
    var singletTriplet: Double?
    var singletTripletError: Double?

    init(_ entry: HubbardHeisenberg.Entry) {
      first = entry.first
      second = entry.second
      (coulombDirect, coulombDirectError) = (
        entry.coulomb.direct.value, entry.coulomb.direct.error
      )
      (ampereDirect, ampereDirectError) = (entry.ampere.direct.value, entry.ampere.direct.error)
      guard !entry.isOnSite else { return }
      let splitting = entry.singletTripletSplitting
      (coulombExchange, coulombExchangeError) = (
        entry.coulomb.exchange.value, entry.coulomb.exchange.error
      )
      (ampereExchange, ampereExchangeError) = (
        entry.ampere.exchange.value, entry.ampere.exchange.error
      )
      (singletTriplet, singletTripletError) = (splitting.value, splitting.error)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var document = Document(system: system, method: method)
    switch content {
    case .pair(let pair):
      (document.direct, document.directError) = (pair.direct.value, pair.direct.error)
      (document.exchange, document.exchangeError) = (pair.exchange.value, pair.exchange.error)
    case .table(let table): document.parameters = table.entries.map(Row.init)
    case .estimates(let estimates): document.estimates = estimates
    }
    if !solveSeconds.isEmpty { document.solveSeconds = solveSeconds }
    try document.encode(to: encoder)
  }
}
