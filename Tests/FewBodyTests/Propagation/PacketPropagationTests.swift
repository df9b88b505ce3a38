import ComplexModule
import FewBody
import RealModule
import Testing

/// The split operator against a Gaussian packet's closed form.
@Suite struct PacketPropagationTests {
  static func distance(_ wave: GridWave, _ packet: GaussianPacket) -> Double {
    var sum = 0.0
    for (i, value) in wave.values.enumerated() {
      let difference =
        value - packet.wavefunction(at: wave.grid.position(i), time: wave.time)
      sum += difference.lengthSquared
    }
    return (sum * wave.grid.cell).squareRoot()
  }

  static func operatorFor(
    _ packet: GaussianPacket, points: Int, extent: Double, order: SplittingOrder
  ) throws -> (SplitOperator, GridWave) {
    let grid = try PeriodicGrid.box(dimension: packet.dimension, extent: extent, points: points)
    let electron = try MovingElectron(mass: packet.mass, fields: packet.fields)
    let wave = try GridWave(on: grid) { packet.wavefunction(at: $0, time: 0) }
    return (try SplitOperator(electron, on: grid, order: order), wave)
  }

  @Test func packetInUniformElectricAndMagneticFields() throws {
    let packet = try GaussianPacket(
      dimension: 2, width: 0.8, center: SIMD3(-1, 0.5, 0), velocity: SIMD3(0.7, 0.3, 0),
      electric: SIMD3(0.3, -0.2, 0), magnetic: 0.9)
    let (propagator, start) = try Self.operatorFor(packet, points: 108, extent: 14, order: .sixth)
    let end = try propagator.propagate(start, for: 2, tolerance: 1e-9)
    #expect(end.isComplete)
    #expect(Self.distance(end.wave, packet) < 1e-8)
    #expect(end.normDrift < 1e-12)
    #expect(end.energyDrift < 1e-8)
  }

  @Test(arguments: [1, 3]) func onALineAndInSpace(dimension: Int) throws {
    let packet = try GaussianPacket(
      dimension: dimension, width: 1.1, velocity: SIMD3(0.4, 0, 0),
      electric: SIMD3(-0.3, 0, dimension == 3 ? 0.2 : 0), magnetic: dimension == 3 ? 0.5 : 0,
      mass: 1.3)
    let points = dimension == 3 ? 48 : 128
    let (propagator, start) = try Self.operatorFor(
      packet, points: points, extent: 11.5, order: .fourth)
    let end = try propagator.propagate(start, for: 1, tolerance: 1e-8)
    #expect(Self.distance(end.wave, packet) < 2e-8)
    #expect(end.normDrift < 1e-12)
  }

  /// Halving the step divides the error by 2^order.
  @Test(arguments: SplittingOrder.allCases) func convergesWithItsOrder(order: SplittingOrder) throws
  {
    let packet = try GaussianPacket(
      dimension: 2, width: 0.9, velocity: SIMD3(0.5, -0.2, 0), electric: SIMD3(0.4, 0.1, 0),
      magnetic: 1.1)
    let (propagator, start) = try Self.operatorFor(packet, points: 96, extent: 13, order: order)
    let counts = order == .sixth ? [12, 24] : [24, 48]
    let errors = try counts.map {
      Self.distance(
        try propagator.propagate(start, for: 1.5, steps: $0, tolerance: 1).wave, packet)
    }
    let observed = Double.log2(errors[0] / errors[1])
    #expect((observed - Double(order.rawValue)).magnitude < 0.3, "observed \(observed)")
  }

  /// What is stated covers what is there, and is not far above it: a field that stands still makes every step's error alike.
  @Test(arguments: SplittingOrder.allCases, [1e-3, 1e-5])
  func statedErrorsHold(order: SplittingOrder, tolerance: Double) throws {
    let packet = try GaussianPacket(
      dimension: 2, width: 0.8, electric: SIMD3(0.3, -0.2, 0), magnetic: 0.9)
    let (propagator, start) = try Self.operatorFor(packet, points: 96, extent: 12, order: order)
    let end = try propagator.propagate(start, for: 2, tolerance: tolerance)
    #expect(end.stepError <= tolerance)
    let distance = Self.distance(end.wave, packet)
    #expect(distance <= end.stepError && distance > end.stepError / 3)
  }

  /// On a line a constant force leaves commutators of second order alone: 4/3 of the plain difference is the error.
  @Test func statedErrorOfASecondOrderStep() throws {
    let packet = try GaussianPacket(dimension: 1, width: 0.7, electric: SIMD3(1, 0, 0))
    let (propagator, start) = try Self.operatorFor(packet, points: 128, extent: 14, order: .second)
    let end = try propagator.propagate(start, for: 2, tolerance: 1e-5)
    let distance = Self.distance(end.wave, packet)
    #expect((distance / end.stepError - 1).magnitude < 0.02, "\(distance / end.stepError)")
  }

  @Test func backwardInTimeReturns() throws {
    let packet = try GaussianPacket(
      dimension: 2, width: 0.9, velocity: SIMD3(0.5, -0.2, 0), magnetic: 0.8)
    let (propagator, start) = try Self.operatorFor(packet, points: 96, extent: 13, order: .fourth)
    let there = try propagator.propagate(start, for: 1, steps: 40, tolerance: 1e-3)
    let back = try propagator.propagate(there.wave, for: -1, steps: 40, tolerance: 1e-3)
    #expect(Self.distance(back.wave, packet) < 1e-12)
  }
}
