import Testing

@testable import FewBody

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The JSON of a ring: the contract's keys in the contract's order.
@Suite struct RingCodingTests {
  @Test("a sweep goes to JSON and comes back")
  func roundTrip() throws {
    let sweep = try Ring(radius: 1, boundary: .spinor).adding(cosine: 1, amplitude: 0.3)
      .sweep(
        fluxes: FluxRange("0:1:3").values, lowest: 2, filling: RingFilling(electrons: 3))
    let text = try OrderedJSONEncoder().encode(sweep.spectrum)
    let order = [
      "\"levels\"", "\"labels\"", "\"current\"", "\"currentFromDensity\"", "\"branch\"",
      "\"sweep\"", "\"flux\"", "\"totalEnergy\"", "\"totalCurrent\"",
    ]
    var rest = text[...]
    for key in order {
      let range = try #require(rest.firstRange(of: key), "\(key) in its place")
      rest = rest[range.upperBound...]
    }
    let back = try JSONDecoder().decode(Spectrum.self, from: Data(text.utf8))
    let points = try #require(back.sweep)
    #expect(points.count == 3)
    for (a, b) in zip(points, sweep.points) {
      #expect(a.flux == b.flux && a.totalEnergy == b.totalEnergy)
      #expect(a.totalCurrent == b.totalCurrent)
      #expect(a.levels.map(\.energy) == b.levels.map(\.energy))
      #expect(a.levels.map(\.branch) == b.levels.map(\.branch))
      #expect(a.levels.map(\.currentFromDensity) == b.levels.map(\.currentFromDensity))
    }
    #expect(back.system == sweep.spectrum.system)
  }

  @Test("a line's levels have no ring's keys")
  func others() throws {
    let text = try OrderedJSONEncoder().encode(
      try LinePair(coupling: 1, thickness: 1).spectrum(lowest: 1))
    #expect(!text.contains("current") && !text.contains("branch") && !text.contains("sweep"))
  }
}
