import FewBody
import Testing

/// Larmor's theorem for the levels of two interacting electrons in a parabolic dot.
@Suite struct PlanarPairTests {
  /// Taut (1994): W = 1/(2|m| + 1) has a state with e = W (|m| + 2); g = 1 + r/(2|m| + 1).
  @Test(arguments: [0, 1, 2, 5]) func closedForm(m: Int) throws {
    let frequency = 1 / Double(2 * m + 1)
    let level = try PlanarPair(frequency: frequency).levels(lowest: 1, relative: m)[0]
    let exact = frequency * Double(m + 3)
    #expect((level.energy.hartree - exact).magnitude < 1e-12)
    #expect(level.interval.contains(Energy(hartree: exact)))
  }

  @Test func withoutRepulsion() throws {
    let levels = try PlanarPair(frequency: 0.7, charge: 0, field: 0.4)
      .levels(lowest: 3, relative: -2, center: (1, 1))
    let total = (0.49 + 0.04).squareRoot()
    for (k, level) in levels.enumerated() {
      let exact = total * Double(2 * k + 2 + 1 + 2 + 1 + 1) - 0.2
      #expect((level.energy.hartree - exact).magnitude < 1e-12)
    }
  }

  /// A weak field moves a level by B L/2; what is left is B^2 <sum rho^2>/8, whatever the repulsion.
  @Test(arguments: [(0, 0), (1, 0), (-1, 0), (2, -1), (-3, 1)]) func larmor(m: Int, center: Int)
    throws
  {
    func level(_ field: Double) throws -> PlanarPair.Level {
      try PlanarPair(frequency: 0.3, field: field)
        .levels(lowest: 1, relative: m, center: (0, center))[0]
    }
    let free = try level(0)
    for field in [0.02, 0.01] {
      let shift = try level(field).energy.hartree - free.energy.hartree
      let left = shift - 0.5 * field * Double(m + center)
      let diamagnetic = field * field * free.square / 8
      // The next order is B^4/w0^3.
      #expect((left - diamagnetic).magnitude < field * field * field * field / 0.027)
      #expect(left > 0.9 * diamagnetic)
    }
  }

  /// The moment is the derivative of the energy: Hellmann and Feynman against a difference.
  @Test func moment() throws {
    func level(_ field: Double) throws -> PlanarPair.Level {
      try PlanarPair(frequency: 0.5, field: field).levels(lowest: 2, relative: 1)[1]
    }
    let step = 1e-3
    let slope =
      try (level(0.6 + step).energy.hartree - level(0.6 - step).energy.hartree) / (2 * step)
    #expect((try level(0.6).moment + slope).magnitude < 1e-6)
  }

  /// Singlet and triplet of the ground state change places in a field: the repulsion of m = 0 costs
  /// more than the Larmor energy of m = -1.
  @Test func singletGivesWayToTriplet() throws {
    func splitting(_ field: Double) throws -> Double {
      let pair = PlanarPair(frequency: 0.3, field: field)
      return try pair.levels(lowest: 1, relative: -1)[0].energy.hartree
        - pair.levels(lowest: 1, relative: 0)[0].energy.hartree
    }
    #expect(try splitting(0) > 0)
    #expect(try splitting(1) < 0)
  }

  @Test func refusals() {
    #expect(throws: FewBodyError.self) {
      try PlanarPair(frequency: 0).levels(lowest: 1, relative: 0)
    }
    #expect(throws: FewBodyError.self) {
      try PlanarPair(field: .nan).levels(lowest: 1, relative: 0)
    }
    #expect(throws: FewBodyError.self) { try PlanarPair(charge: -1).levels(lowest: 1, relative: 0) }
    #expect(throws: FewBodyError.self) { try PlanarPair().levels(lowest: 0, relative: 0) }
  }
}
