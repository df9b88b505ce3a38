import RealModule
import Testing

@testable import FewBody

/// -Z/r in one partial wave: E = -mu Z^2/2 n^2, n = k + l + 1.
@Suite("Hydrogen, one partial wave")
struct HydrogenChannelTests {
  private func check(mass: Double, charge: Double, angularMomentum l: Int, count: Int) throws {
    let problem = ChannelProblem(mass: mass, angularMomentum: l, charge: charge)
    let outcome = try ChannelSolver(problem).lowest(count)
    #expect(outcome.isComplete)
    #expect(outcome.levels.count == count)
    for (k, level) in outcome.levels.enumerated() {
      let n = Double(k + l + 1)
      let exact = -0.5 * mass * charge * charge / (n * n)
      #expect(level.isCertified)
      #expect(level.lower <= exact && exact <= level.upper, "l \(l), k \(k): \(level.energy)")
      #expect((level.energy - exact).magnitude <= 1e-14 * exact.magnitude)
      #expect(level.upper - level.lower <= 2e-12 * exact.magnitude)
    }
  }

  @Test("200 random masses, charges and angular momenta: exact, inside bounds of 2e-12")
  func random() throws {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<200 {
      try check(
        mass: Double.exp(Double.random(in: -13.8...13.8, using: &generator)),
        charge: Double.exp(Double.random(in: -13.8...13.8, using: &generator)),
        angularMomentum: Int.random(in: 0...30, using: &generator),
        count: Int.random(in: 1...6, using: &generator))
    }
  }

  @Test("fourteen levels of one wave", arguments: [0, 1, 5])
  func many(l: Int) throws { try check(mass: 0.5, charge: 1, angularMomentum: l, count: 14) }

  @Test("the extreme masses and charges", arguments: [1e-6, 1e6], [1e-6, 1e6])
  func extremes(mass: Double, charge: Double) throws {
    try check(mass: mass, charge: charge, angularMomentum: 0, count: 3)
  }

  @Test("an attraction lowers every level, a repulsion binds none")
  func sign() throws {
    let outcome = try ChannelSolver(ChannelProblem(mass: 1, angularMomentum: 0, charge: -1))
      .lowest(2)
    #expect(outcome.levels.isEmpty && outcome.isExhausted && outcome.isComplete)
  }
}
