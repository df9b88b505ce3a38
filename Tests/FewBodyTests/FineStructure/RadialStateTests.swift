import ExactSolutions
import Testing

@testable import FewBody

/// The states behind the moments are hydrogen's own radial functions.
@Suite struct RadialStateTests {
  @Test func levelsCarryTheExactRadialFunctions() throws {
    for level in try FineStructure(of: .positronium).spectrum(lowest: 18) {
      let state = try #require(level.state)
      let exact = try HydrogenRadial(charge: 1, angularMomentum: level.l, mass: 0.5)
        .wavefunction(level: level.n - level.l - 1)
      let scale = Double(level.n * level.n) / 0.5
      for i in 1...40 {
        let r = Double(i) * scale / 10
        // A polynomial of degree 12 on each element follows u to about the root of its energy.
        #expect(abs(state.value(at: r) - exact(r)) < 1e-7 / scale.squareRoot(), "\(level.symbol)")
      }
    }
  }

  @Test func theArchiveNeedsStates() throws {
    var spectrum = try FineStructure(of: .hydrogen).spectrum(lowest: 4)
    #expect(try spectrum.archive(points: 101).bytes.count > 4 * 101 * 8)
    #expect(throws: FewBodyError.self) { try spectrum.archive(points: 1) }
    spectrum.levels = []
    #expect(try spectrum.archive(points: 2).bytes.isEmpty == false)
  }
}
