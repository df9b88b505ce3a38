import ExactSolutions
import FewBody
import Testing

@Suite struct SoftPairTests {
  static let trials: [Trial] = {
    do {
      return [
        Trial(
          name: "a = sqrt 2",
          model: try ExactSoftPair(charge: 1, thickness: 2.0.squareRoot(), reducedMass: 1),
          levels: [0], edges: Trial.panels(-40...40, 200), probes: [-3, 0, 0.4, 2.5], spacing: 0.04),
        Trial(
          name: "a = 1/4 mu Z", model: try ExactSoftPair(charge: 1.5, thickness: 0.25 / 0.75),
          levels: [0], edges: Trial.panels(-24...24, 400), probes: [-3, 0, 0.4, 2.5], spacing: 0.01),
      ]
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: trials) func solvesItsEquation(trial: Trial) throws {
    try trial.checkEquation()
  }
  @Test(arguments: trials) func isNormalisedAndNodeless(trial: Trial) throws {
    try trial.checkOrthonormality()
  }
  @Test(arguments: trials) func obeysTheVirialTheorem(trial: Trial) throws {
    try trial.checkVirial()
  }

  @Test func agreesWithTheReferenceValues() throws {
    var compared = 0
    for row in try ReferencePair.all() where row.kernel == "soft" && row.level == 0 {
      guard
        let pair = try? ExactSoftPair(
          charge: row.charge, thickness: row.thickness, reducedMass: row.reducedMass)
      else { continue }
      let ball = try pair.energy(level: 0)
      #expect(ball.contains(try row.value))
      #expect(ball.radius < 1e-14)
      compared += 1
    }
    #expect(compared == 2)
  }

  @Test func otherThicknessesAndLevelsAreRefused() throws {
    #expect(throws: FewBodyError.self) {
      try ExactSoftPair(charge: 1, thickness: 1, reducedMass: 1)
    }
    let pair = try ExactSoftPair(charge: 1, thickness: 0.25, reducedMass: 1)
    #expect(throws: FewBodyError.self) { try pair.energy(level: 1) }
  }
}
