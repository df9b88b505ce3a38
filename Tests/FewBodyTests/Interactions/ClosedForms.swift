import FewBody
import Testing

/// An integral with its closed form at Z = 1; Coulomb integrals scale like Z, Ampere integrals like Z^3.
struct ClosedForm: Sendable, CustomTestStringConvertible {
  let first: String
  let second: String
  let channel: ElectronInteraction.Channel
  var gauge = ElectronInteraction.Gauge.transverse
  let isExchange: Bool
  let value: Double

  var testDescription: String {
    "\(channel) \(isExchange ? "J" : "U")(\(first), \(second)) \(gauge)"
  }

  func scaled(_ charge: Double) -> Double {
    let alpha = Constants.fineStructure
    return channel == .coulomb
      ? charge * value : alpha * alpha * charge * charge * charge * value
  }

  /// The value of a function of lambda at Z = 1, for another Z: lengths scale like 1/Z.
  static func scaled(_ form: (Double) -> Double, charge: Double, screening: Double) -> Double {
    charge * form(screening / charge)
  }

  func pick(_ pair: InteractionPair) -> InteractionIntegral {
    isExchange ? pair.exchange : pair.direct
  }

  /// From the Slater integrals F0, F2 and G1 of PHYSICS 4: U(2p0,2p0) = F0 + 4F2/25, U(2p+-,2p+-) = F0 + F2/25,
  /// J(2p0,2p+-) = 3F2/25, J(2p+,2p-) = 6F2/25.
  static let coulomb: [ClosedForm] = [
    .init(first: "1s", second: "1s", channel: .coulomb, isExchange: false, value: 5 / 8),
    .init(first: "1s", second: "2s", channel: .coulomb, isExchange: false, value: 17 / 81),
    .init(first: "1s", second: "2s", channel: .coulomb, isExchange: true, value: 16 / 729),
    .init(first: "1s", second: "2p0", channel: .coulomb, isExchange: false, value: 59 / 243),
    .init(first: "1s", second: "2p-1", channel: .coulomb, isExchange: true, value: 112 / 6561),
    .init(first: "2s", second: "2s", channel: .coulomb, isExchange: false, value: 77 / 512),
    .init(first: "2s", second: "2p+1", channel: .coulomb, isExchange: false, value: 83 / 512),
    .init(first: "2s", second: "2p+1", channel: .coulomb, isExchange: true, value: 15 / 512),
    .init(
      first: "2p0", second: "2p0", channel: .coulomb, isExchange: false,
      value: 93 / 512 + 4 * 45 / 12800),
    .init(
      first: "2p+1", second: "2p-1", channel: .coulomb, isExchange: false,
      value: 93 / 512 + 45 / 12800),
    .init(
      first: "2p+1", second: "2p-1", channel: .coulomb, isExchange: true, value: 6 * 45 / 12800),
    .init(
      first: "2p0", second: "2p+1", channel: .coulomb, isExchange: true, value: 3 * 45 / 12800),
  ]

  static let ampere: [ClosedForm] = [
    .init(first: "2p+1", second: "2p+1", channel: .ampere, isExchange: false, value: 7 / 1536),
    .init(first: "2p+1", second: "2p-1", channel: .ampere, isExchange: false, value: -7 / 1536),
    .init(first: "1s", second: "2p0", channel: .ampere, isExchange: true, value: 160 / 6561),
    .init(first: "1s", second: "2p+1", channel: .ampere, isExchange: true, value: 160 / 6561),
    .init(
      first: "1s", second: "2p0", channel: .ampere, gauge: .literal, isExchange: true,
      value: 223 / 6561),
    .init(
      first: "2p-1", second: "1s", channel: .ampere, gauge: .literal, isExchange: true,
      value: 223 / 6561),
    .init(
      first: "1s", second: "2s", channel: .ampere, gauge: .literal, isExchange: true,
      value: 7 / 2187),
  ]

  /// Yukawa interaction of 1s with itself.
  static func screened1s(_ x: Double) -> Double {
    let base = 2 + x
    return (20 + 8 * x + x * x) / (2 * base * base * base * base)
  }

  /// U^a(2p+, 2p+)/alpha^2.
  static func screenedCurrent(_ x: Double) -> Double {
    let polynomial = (((3 * x + 18) * x + 42) * x + 42) * x + 7
    let cube = (1 + x) * (1 + x) * (1 + x)
    return polynomial / (1536 * cube * cube)
  }

  /// The transverse J^a(1s, 2p)/alpha^2.
  static func screenedTransition(_ x: Double) -> Double {
    let square = (2 * x + 3) * (2 * x + 3)
    return 32 * (4 * x * x + 24 * x + 45) / (729 * square * square)
  }

  static func orbital(_ name: String, charge: Double = 1) throws -> CentralOrbital {
    CentralOrbital(try HydrogenicOrbital(named: name, charge: charge))
  }
}
