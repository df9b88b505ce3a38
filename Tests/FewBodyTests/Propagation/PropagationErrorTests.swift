import ComplexModule
import FewBody
import Testing

/// What a propagation refuses, with the remedy, and how it is interrupted.
@Suite struct PropagationErrorTests {
  static func name(_ body: () throws -> Void) -> String? {
    do { try body() } catch FewBodyError.invalid(let parameter) { return parameter.name } catch {}
    return nil
  }

  static func start(points: Int = 64, extent: Double = 9) throws -> (SplitOperator, GridWave) {
    let packet = try GaussianPacket(dimension: 1, width: 1, velocity: SIMD3(0.5, 0, 0))
    return try PacketPropagationTests.operatorFor(
      packet, points: points, extent: extent, order: .second)
  }

  @Test func stepsBeyondTheGridsReach() throws {
    let grid = try PeriodicGrid.box(dimension: 1, extent: 9, points: 64)
    let electron = try MovingElectron { r in 2 * r.x * r.x }
    let wave = try GridWave(on: grid) { r in Complex(1 / (1 + 1e4 * r.x * r.x * r.x * r.x), 0) }
    let propagator = try SplitOperator(electron, on: grid, order: .second)
    let limit = propagator.longestStep()
    #expect(limit > 0 && limit < 1)
    #expect(
      Self.name { _ = try propagator.propagate(wave, for: 3 * limit, steps: 1, tolerance: 1) }
        == "steps")
  }

  @Test func stepsBeyondTheTolerance() throws {
    let grid = try PeriodicGrid.box(dimension: 1, extent: 9, points: 64)
    let electron = try MovingElectron { r in 0.5 * r.x * r.x }
    let packet = try GaussianPacket(dimension: 1, width: 1, velocity: SIMD3(0.5, 0, 0))
    let wave = try GridWave(on: grid) { packet.wavefunction(at: $0, time: 0) }
    let propagator = try SplitOperator(electron, on: grid, order: .second)
    #expect(
      Self.name { _ = try propagator.propagate(wave, for: 1, steps: 20, tolerance: 1e-9) }
        == "steps")
    #expect(try propagator.propagate(wave, for: 1, tolerance: 1e-6).stepError <= 1e-6)
  }

  @Test func impossibleGridsAndWaves() throws {
    #expect(Self.name { _ = try Self.start(extent: 2) } == "extent")
    #expect(Self.name { _ = try Self.start(points: 7) } == "points")
    #expect(Self.name { _ = try PeriodicGrid.box(dimension: 4, extent: 1, points: 8) } == "dim")
    #expect(throws: FewBodyError.self) {
      _ = try PeriodicGrid.box(dimension: 3, extent: 1, points: 1 << 20)
    }
    let grid = try PeriodicGrid.box(dimension: 1, extent: 9, points: 64)
    #expect(Self.name { _ = try GridWave(on: grid) { _ in Complex(0, 0) } } == "wave")
    #expect(Self.name { _ = try GridWave(on: grid) { _ in Complex(.nan, 0) } } == "wave")
    let field = try MovingElectron(fields: UniformFields(magnetic: SIMD3(0, 0, 1)))
    #expect(Self.name { _ = try SplitOperator(field, on: grid) } == "magnetic")
    #expect(Self.name { _ = try MovingElectron(mass: 0) } == "mass")
  }

  @Test func interruptionReturnsWhatThereIs() throws {
    let (propagator, start) = try Self.start()
    var asked = 0
    let end = try propagator.propagate(
      start, for: 1, steps: 100, tolerance: 1,
      shouldStop: {
        asked += 1
        return asked >= 10
      })
    #expect(!end.isComplete && end.steps == 10)
    #expect((end.wave.time - 0.1).magnitude < 1e-15)
  }

  @Test func aWaveAtItsBorderIsSaid() throws {
    let packet = try GaussianPacket(dimension: 1, width: 0.7, velocity: SIMD3(2, 0, 0))
    let (propagator, start) = try PacketPropagationTests.operatorFor(
      packet, points: 128, extent: 6, order: .second)
    let end = try propagator.propagate(start, for: 3, steps: 40)
    #expect(!end.isComplete)
    #expect(end.notes.contains { $0.contains("border") })
  }
}
