import Testing

@testable import FewBody

/// The Darwin-Breit pair's anisotropic attraction on mapped grids.
@Suite struct MappedBreitTests {
  /// E/mu Z^2 of the ground state and of the second even level with M = 0, by radial elements and
  /// partial waves (reference_values.json).
  private let exact = (ground: -0.229148759659336, second: -0.063734561523072)

  @Test(
    "64 points: the ground state to 1e-8 by sines, 1e-7 by differences",
    arguments: [(CartesianProblem.Method.fourier, 1e-8), (.differences(order: 8), 1e-7)],
    [(1.0, 1.0), (0.5, 2.0)])
  func levels(
    method: (kind: CartesianProblem.Method, accuracy: Double), pair: (mass: Double, charge: Double)
  ) throws {
    let unit = pair.mass * pair.charge * pair.charge
    let outcome = try CartesianProblem(mass: pair.mass, charge: pair.charge, kernel: .breit)
      .levels(3, CartesianProblem.Request(method: method.kind, points: 64))
    #expect(outcome.isComplete && outcome.levels.count == 3)
    for (level, energy) in [(0, exact.ground), (2, exact.second)] {
      let found = outcome.levels[level]
      #expect((found.energy / (unit * energy) - 1).magnitude <= method.accuracy)
      #expect(found.lower <= unit * energy && unit * energy <= found.upper)
    }
    // Between them 2p0, odd along the axis, and alone: the two 2p of M = 1 and -1 lie higher.
    #expect(outcome.levels[1].sector.z == .odd)
  }
}
