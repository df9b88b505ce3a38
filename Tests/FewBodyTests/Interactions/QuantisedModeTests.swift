import Testing

@testable import FewBody

/// One quantised mode: its levels against the static kernel.
@Suite struct QuantisedModeTests {
  static func mode(plasma: Double, q: Double) throws -> QuantisedMode {
    try QuantisedMode(
      kernel: AmpereKernel(plasmaEnergy: .hartree(plasma)), waveNumber: q, volume: 1000)
  }

  /// The A^2 term turns c q into Omega_q.
  @Test(arguments: [(0.4, 0.002), (0.1, 0.01), (0, 0.005)])
  func spacingIsTheMassiveFrequency(parameters: (Double, Double)) throws {
    let mode = try QuantisedModeTests.mode(plasma: parameters.0, q: parameters.1)
    let levels = try mode.levels(current: 0, quanta: 120)
    let omega = mode.kernel.frequency(parameters.1)
    #expect((levels[0] - omega / 2).magnitude < 1e-12 * omega)
    #expect((levels[1] - levels[0] - omega).magnitude < 1e-12 * omega)
  }

  /// Every level falls by V_J(q, 0) j^2/V, to second order and to all orders alike.
  @Test(arguments: [0.1, 0.7, 2.0])
  func currentLowersAllLevelsByTheStaticKernel(current: Double) throws {
    let mode = try QuantisedModeTests.mode(plasma: 0.4, q: 0.002)
    let (bare, moved) = (
      try mode.levels(current: 0, quanta: 200), try mode.levels(current: current, quanta: 200)
    )
    let shift =
      try mode.kernel.value(mode.waveNumber, frequency: 0) * current * current / mode.volume
    #expect(shift < 0)
    for k in 0..<4 { #expect((moved[k] - bare[k] - shift).magnitude < 1e-11) }
    #expect((mode.secondOrder(current: current) - shift).magnitude < 1e-15)
  }

  @Test func refusals() throws {
    let mode = try QuantisedModeTests.mode(plasma: 0.4, q: 0.002)
    #expect(throws: FewBodyError.self) { try mode.levels(current: 1, quanta: 1) }
    #expect(throws: FewBodyError.self) { try QuantisedModeTests.mode(plasma: 0.4, q: 0) }
  }
}
