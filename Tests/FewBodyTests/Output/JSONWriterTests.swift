import FewBody
import Testing

/// The bytes that a spectrum writes itself are those of its `Codable` form.
@Suite struct JSONWriterTests {
  /// Of no type that writes itself: its text comes from the encoder's tree.
  private struct Opaque<Value: Encodable>: Encodable {
    let value: Value
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }

  private func expectOneText(_ value: some Encodable) throws {
    let encoder = OrderedJSONEncoder()
    #expect(try encoder.encode(value) == encoder.encode(Opaque(value: value)))
  }

  @Test func ofAPairAndOfNothing() throws {
    try expectOneText(OutputSamples.pair)
    var spectrum = OutputSamples.pair
    spectrum.levels[0].certainty = .estimate(because: "\"quoted\" \\ and\na line")
    spectrum.levels[1].exact = Energy(hartree: -0.25)
    spectrum.levels[1].labels = [:]
    spectrum.method["numbers"] = .numbers([1, -0.0, 1e-300])
    spectrum.method["none"] = .numbers([])
    spectrum.notes = ["first", "second \u{1}"]
    spectrum.solveSeconds = [1e-3]
    spectrum.totalEnergy = Energy(hartree: 3)
    spectrum.totalEnergyInterval = Energy(hartree: 2)...Energy(hartree: 4)
    spectrum.currentHarmonics = [0.5, 0.25]
    try expectOneText(spectrum)
    spectrum.levels = []
    spectrum.threshold = nil
    try expectOneText(spectrum)
  }

  @Test func ofARingAtSeveralFluxes() throws {
    let ring = Ring(radius: 1.5)
    let sweep = try ring.sweep(fluxes: [0, 0.25, 0.5], lowest: 3)
    var spectrum = sweep.spectrum
    spectrum.sweep = sweep.points
    try expectOneText(spectrum)
    spectrum.sweep?[1].levels = []
    spectrum.sweep?[2].totalCurrent = 0.125
    try expectOneText(spectrum)
    spectrum.sweep = []
    try expectOneText(spectrum)
  }

  @Test func ofElectrons() throws {
    try expectOneText(try ElectronRing(count: 2, radius: 2).spectrum(lowest: 2))
  }
}
