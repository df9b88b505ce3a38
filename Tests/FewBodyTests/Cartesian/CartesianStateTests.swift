import RealModule
import Testing

@testable import FewBody

/// Wavefunctions on mapped grids: orthonormal, reproducible, and those of hydrogen.
@Suite struct CartesianStateTests {
  private func outcome(_ symmetry: Bool) throws -> CartesianOutcome {
    var request = CartesianProblem.Request(method: .fourier, points: 48)
    request.usesSymmetry = symmetry
    return try CartesianProblem(mass: 1, charge: 1).levels(5, request)
  }

  @Test("1s and 2p at points between the nodes, and zero outside the box")
  func values() throws {
    let levels = try outcome(true).levels
    let ground = levels[0].state
    for (x, y, z) in [(0.0, 0.0, 0.0), (0.3, -0.4, 0.5), (-2, 1, 0.1), (1e-3, 0, 0)] {
      let r = (x * x + y * y + z * z).squareRoot()
      let exact = Double.exp(-r) / Double.pi.squareRoot()
      #expect((ground.value(at: x, y, z) - exact).magnitude <= 1e-5)
    }
    #expect(ground.value(at: 1e3, 0, 0) == 0)
    let odd = try #require(levels.first { $0.sector.y == .odd })
    for (x, y, z) in [(0.5, 0.7, -0.2), (1.0, -3, 2)] {
      let r = (x * x + y * y + z * z).squareRoot()
      let exact = y * Double.exp(-r / 2) / (32 * Double.pi).squareRoot()
      #expect((odd.state.value(at: x, y, z) - exact).magnitude <= 1e-5)
    }
  }

  @Test("orthonormal on the grid, the same in every run", arguments: [true, false])
  func orthonormal(symmetry: Bool) throws {
    let (first, second) = (try outcome(symmetry), try outcome(symmetry))
    for (i, a) in first.levels.enumerated() {
      #expect(a.state.amplitudes == second.levels[i].state.amplitudes)
      for (j, b) in first.levels.enumerated() where a.sector == b.sector {
        let product = zip(a.state.amplitudes, b.state.amplitudes).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (i == j ? 1 : 0)).magnitude <= 1e-10)
      }
    }
  }
}
