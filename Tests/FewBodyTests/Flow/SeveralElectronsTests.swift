import ComplexModule
import FewBody
import RealModule
import Testing

/// Two fermions in l = 0 and 1: a velocity with vorticity, which is no gradient.
@Suite struct SeveralElectronsTests {
  static func field(points: Int = 128) throws -> FlowField {
    let grid = try PeriodicGrid.box(dimension: 2, extent: 8.5, points: points)
    let electron = try MovingElectron { r in 0.5 * (r.x * r.x + r.y * r.y) }
    let waves = try [(1.0, 0.0), (0.0, 1.0)].map { amplitudes in
      let one = try OscillatorVortex(frequency: 1, amplitudes: amplitudes)
      return try GridWave(on: grid) { one.wavefunction(at: $0, time: 0) }
    }
    return try FlowField(of: waves, moving: electron)
  }

  @Test func velocityAndVorticityInClosedForm() throws {
    let field = try Self.field()
    for point in [SIMD3(1, 0, 0), SIMD3(0.3, 0.4, 0), SIMD3(-0.6, 1.1, 0)] {
      let flow = try field.flow(at: point)
      let square = point.x * point.x + point.y * point.y
      let speed = (flow.velocity.x * flow.velocity.x + flow.velocity.y * flow.velocity.y)
        .squareRoot()
      #expect((speed - square.squareRoot() / (1 + square)).magnitude < 1e-10)
      #expect((flow.vorticity.z - 2 / ((1 + square) * (1 + square))).magnitude < 1e-9)
    }
  }

  /// The stress tensor's divergence and grad U make the same acceleration.
  @Test func momentumBalances() throws {
    let balance = try Self.field().balance()
    #expect(balance.error < 1e-6, "\(balance.error)")
    #expect(balance.largestForce > 0.1)
  }

  @Test func severalOrbitalsHaveNoWinding() throws {
    let field = try Self.field(points: 32)
    #expect(PropagationErrorTests.name { _ = try field.vortices() } == "orbitals")
    #expect(
      PropagationErrorTests.name {
        _ = try FlowField(of: [], moving: field.electron)
      } == "orbitals")
  }
}
