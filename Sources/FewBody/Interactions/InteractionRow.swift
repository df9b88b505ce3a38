/// One pair of a table in JSON; one orbital has neither an exchange with itself nor a triplet.
struct InteractionRow: Codable {
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

  /// The entry it was made of; on one site J = U.
  var entry: HubbardHeisenberg.Entry {
    let coulomb = InteractionIntegral(value: coulombDirect, error: coulombDirectError)
    let ampere = InteractionIntegral(value: ampereDirect, error: ampereDirectError)
    func exchange(
      _ value: Double?, _ error: Double?, else direct: InteractionIntegral
    ) -> InteractionIntegral {
      value.map { InteractionIntegral(value: $0, error: error ?? 0) } ?? direct
    }
    return HubbardHeisenberg.Entry(
      first: first, second: second,
      coulomb: InteractionPair(
        direct: coulomb,
        exchange: exchange(coulombExchange, coulombExchangeError, else: coulomb)),
      ampere: InteractionPair(
        direct: ampere, exchange: exchange(ampereExchange, ampereExchangeError, else: ampere)))
  }
}
