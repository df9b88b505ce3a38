import ComplexModule
import FewBody
import RealModule
import Testing

/// Winding numbers are whole for any wave, in any gauge.
@Suite struct LatticeWindingTests {
  static func noise(_ grid: PeriodicGrid, seed: UInt64) throws -> GridWave {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53 - 0.5
    }
    return try GridWave(on: grid) { r in
      let inside = max(r.x.magnitude, r.y.magnitude) < 3.5
      return inside ? Complex(next(), next()) : Complex(0, 0)
    }
  }

  @Test(arguments: [0.0, 1.3, -4.1]) func wholeForNoise(magnetic: Double) throws {
    let grid = try PeriodicGrid.box(dimension: 2, extent: 4, points: 32)
    let wave = try Self.noise(grid, seed: 11)
    let fields = UniformFields(magnetic: SIMD3(0, 0, magnetic))
    let lattice = try LatticeWinding(of: wave, in: fields)
    var (total, vortices) = (0, 0)
    for i in 3..<28 {
      for j in 3..<28 {
        let loop = try lattice.circulation(x: i...(i + 1), y: j...(j + 1))
        let whole = (loop.circulation - magnetic * 0.0625) / (2 * .pi)
        #expect((whole - Double(loop.winding)).magnitude < 1e-12)
        total += loop.winding
        vortices += loop.winding.magnitude > 0 ? 1 : 0
      }
    }
    #expect(vortices > 50)
    // Stokes: the plaquettes' sum is the winding of the loop round them all.
    #expect(try lattice.circulation(x: 3...28, y: 3...28).winding == total)
  }

  /// psi e^{-i lambda} with A + grad lambda, lambda = a.r, has the same windings.
  @Test func gaugeInvariant() throws {
    let grid = try PeriodicGrid.box(dimension: 2, extent: 4, points: 32)
    let wave = try Self.noise(grid, seed: 5)
    let gauge = SIMD3(3.7, -8.1, 0)
    var turned = wave
    for i in turned.values.indices {
      let r = grid.position(i)
      let angle = gauge.x * r.x + gauge.y * r.y
      turned.values[i] *= Complex(Double.cos(angle), -Double.sin(angle))
    }
    let magnetic = SIMD3(0, 0, 0.9)
    let plain = try LatticeWinding(of: wave, in: UniformFields(magnetic: magnetic))
    let other = try LatticeWinding(
      of: turned, in: UniformFields(magnetic: magnetic, background: gauge))
    for i in 3..<28 {
      for j in 3..<28 {
        let a = try plain.circulation(x: i...(i + 1), y: j...(j + 1))
        let b = try other.circulation(x: i...(i + 1), y: j...(j + 1))
        #expect(a.winding == b.winding)
        #expect((a.circulation - b.circulation).magnitude < 1e-11)
      }
    }
  }

  /// A zero exactly on a node: the vortex is in one of the plaquettes that meet there.
  @Test func aZeroOnANode() throws {
    let grid = try PeriodicGrid.box(dimension: 2, extent: 8, points: 32)
    let vortex = try OscillatorVortex(frequency: 1, amplitudes: (0, 1))
    let wave = try GridWave(on: grid) { vortex.wavefunction(at: $0, time: 0) }
    #expect(wave.values[16 * 32 + 16].length == 0)
    let lattice = try LatticeWinding(of: wave, in: UniformFields())
    #expect(try lattice.circulation(x: 14...18, y: 14...18).winding == 1)
    var sum = 0
    for i in 14..<18 {
      for j in 14..<18 { sum += try lattice.circulation(x: i...(i + 1), y: j...(j + 1)).winding }
    }
    #expect(sum == 1)
  }

  @Test func loopsThatCannotBe() throws {
    let line = try PeriodicGrid.box(dimension: 1, extent: 9, points: 64)
    let packet = try GaussianPacket(dimension: 1, width: 1)
    let wave = try GridWave(on: line) { packet.wavefunction(at: $0, time: 0) }
    #expect(
      PropagationErrorTests.name { _ = try LatticeWinding(of: wave, in: UniformFields()) } == "dim")
    let grid = try PeriodicGrid.box(dimension: 2, extent: 4, points: 32)
    let lattice = try LatticeWinding(of: try Self.noise(grid, seed: 1), in: UniformFields())
    #expect(
      PropagationErrorTests.name { _ = try lattice.circulation(x: 3...3, y: 0...40) } == "loop")
  }
}
