import ExactSolutions
import Foundation
import Testing

@Suite struct SquareWellTests {
  static let trials: [Trial] = {
    do {
      return [
        Trial(
          name: "square well", model: try SquareWell(depth: 12, halfWidth: 1.3, mass: 0.9),
          levels: [0, 1, 2, 3],
          edges: Trial.panels(-14 ... -1.3, 60) + Trial.panels(-1.3...1.3, 20).dropFirst()
            + Trial.panels(1.3...14, 60).dropFirst(),
          probes: [-1.9, -0.4, 0.3, 2.1], spacing: 0.02),
        Trial(
          name: "infinite well", model: try InfiniteWell(width: 2.2, mass: 1.4),
          levels: [0, 1, 2, 7], edges: Trial.panels(0...2.2, 30), probes: [0.4, 1.1, 1.7],
          spacing: 0.02),
      ]
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: trials) func solvesItsEquation(trial: Trial) throws {
    try trial.checkEquation()
  }
  @Test(arguments: trials) func isOrthonormalWithTheRightNodes(trial: Trial) throws {
    try trial.checkOrthonormality()
  }

  /// x V' = V0 L [delta(x - L) + delta(x + L)].
  @Test func virialTheoremAtTheSteps() throws {
    try Self.trials[0].checkVirial(jumps: { psi in 12 * 1.3 * 2 * psi(1.3) * psi(1.3) })
  }

  /// The textbook equations z tan z = sqrt(z0^2 - z^2), -z cot z = sqrt(z0^2 - z^2).
  @Test func satisfiesTheTextbookEquations() throws {
    for (depth, width, mass) in [(12.0, 1.3, 0.9), (0.02, 1, 1), (400, 2, 0.5), (1e-6, 1, 1)] {
      let well = try SquareWell(depth: depth, halfWidth: width, mass: mass)
      let reach = width * (2 * mass * depth).squareRoot()
      let count = try #require(well.levelCount)
      #expect(count == Int((2 * reach / .pi).rounded(.up)))
      var last = -depth
      for k in 0..<count {
        let ball = try well.energy(level: k)
        #expect(ball.radius < 1e-12 * abs(ball.midpoint))
        #expect(ball.midpoint > last && ball.midpoint < 0)
        last = ball.midpoint
        let z = width * (2 * mass * (ball.midpoint + depth)).squareRoot()
        let kappa = width * (-2 * mass * ball.midpoint).squareRoot()
        let mismatch = k % 2 == 0 ? z * sin(z) - kappa * cos(z) : z * cos(z) + kappa * sin(z)
        #expect(abs(mismatch) < 1e-12 * (1 + reach), "level \(k) of \(count), depth \(depth)")
      }
      #expect(throws: (any Error).self) { try well.energy(level: count) }
    }
  }
}
