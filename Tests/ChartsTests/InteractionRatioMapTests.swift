import FewBody
import Testing

@testable import Charts

/// The map of ratios: its scaling law against integrals made for the place itself.
@Suite struct InteractionRatioMapTests {
  @Test func samplesAreTheIntegralsOfTheirPlace() throws {
    let (first, second) = (
      try HydrogenicOrbital(named: "1s"), try HydrogenicOrbital(named: "2p0")
    )
    let map = InteractionRatioMap(first: first, second: second, points: 20)
    let samples = try map.logarithms()
    for (i, j) in [(0, 0), (3, 17), (19, 1), (10, 10), (19, 19)] {
      let charge = decimalPower(2 * (Double(i) + 0.5) / 20)
      let lambda = decimalPower(-2 + 4 * (Double(j) + 0.5) / 20)
      let (a, b) = (
        CentralOrbital(try HydrogenicOrbital(named: "1s", charge: charge)),
        CentralOrbital(try HydrogenicOrbital(named: "2p0", charge: charge))
      )
      let ampere = try a.interaction(ElectronInteraction(.ampere, screening: lambda), with: b)
      let coulomb = try a.interaction(ElectronInteraction(.coulomb), with: b)
      let expected = decimalLogarithm(ampere.exchange.value / coulomb.exchange.value)
      #expect((samples[i, j] - expected).magnitude < 1e-10)
    }
  }

  @Test func vanishingIntegralsAreNotDrawn() throws {
    let s = try HydrogenicOrbital(named: "1s")
    let map = InteractionRatioMap(first: s, second: s, points: 4)
    #expect(throws: ChartError.self) { try map.script(for: .svg) }
  }

  @Test func axesAreNamed() throws {
    let p = try HydrogenicOrbital(named: "2p+1")
    let script = try InteractionRatioMap(first: p, second: p, points: 8).script(for: .svg)
    for words in ["'Z'", "U(2p+1, 2p+1)", "'100'", "'ratio'"] {
      #expect(script.contains(words), "\(words)")
    }
  }
}
