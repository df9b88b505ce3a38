import ExactSolutions
import FewBody
import Foundation
import Testing

@Suite struct StandardModelTests {
  static let smooth: [Trial] = {
    do {
      return [
        Trial(
          name: "harmonic", model: try HarmonicOscillator(mass: 1.7, frequency: 0.8),
          levels: [0, 1, 2, 5, 12], edges: Trial.panels(-9...9, 60), probes: [-2.1, 0.3, 1.4],
          spacing: 0.03),
        Trial(
          name: "sech^2, lambda 3.7",
          model: try PoschlTeller(strength: 3.7, inverseRange: 0.9, mass: 1.3),
          levels: [0, 1, 2, 3], edges: Trial.panels(-28...28, 120), probes: [-1.3, 0.2, 2.2],
          spacing: 0.03),
        Trial(
          name: "Morse", model: try Morse(depth: 6, inverseRange: 0.7, minimum: 1.5, mass: 1.2),
          levels: [0, 1, 2, 4], edges: Trial.panels(-2...32, 120), probes: [0.9, 2, 4.5],
          spacing: 0.02),
        Trial(
          name: "Poschl-Teller between walls",
          model: try TrigonometricPoschlTeller(strength: 2.5, inverseRange: 1.1, mass: 0.8),
          levels: [0, 1, 2, 6],
          edges: (0...80).map { -Double.pi / 2.2 * cos(Double.pi * Double($0) / 80) },
          probes: [-0.7, 0.1, 0.5], spacing: 0.02),
        Trial(
          name: "hydrogen l = 2", model: try HydrogenRadial(charge: 1.5, angularMomentum: 2),
          levels: [0, 1, 3], edges: [0] + (0...100).map { 1e-3 * pow(1.2e5, Double($0) / 100) },
          probes: [2, 4.4, 11], spacing: 0.04),
        Trial(
          name: "hydrogen l = 0", model: try HydrogenRadial(charge: 1, mass: 0.5),
          levels: [0, 1, 2], edges: [0] + (0...120).map { 1e-8 * pow(1.6e10, Double($0) / 120) },
          probes: [1.2, 4.4, 11], spacing: 0.04),
      ]
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: smooth) func solvesItsEquation(trial: Trial) throws {
    try trial.checkEquation()
  }
  @Test(arguments: smooth) func isOrthonormalWithTheRightNodes(trial: Trial) throws {
    try trial.checkOrthonormality()
  }
  @Test(arguments: smooth) func obeysTheVirialTheorem(trial: Trial) throws {
    try trial.checkVirial()
  }

  @Test func countsOfBoundLevels() throws {
    #expect(try PoschlTeller(strength: 3).levelCount == 3)
    #expect(try PoschlTeller(strength: 3.01).levelCount == 4)
    #expect(try Morse(depth: 6, inverseRange: 0.7, mass: 1.2).levelCount == 5)
    #expect(try Morse(depth: 0.1, inverseRange: 1).levelCount == 0)
    #expect(throws: FewBodyError.self) { try PoschlTeller(strength: 3).energy(level: 3) }
    #expect(throws: FewBodyError.self) { try Morse(depth: 0.1).energy(level: 0) }
    #expect(throws: FewBodyError.self) { try HarmonicOscillator().energy(level: -1) }
  }

  @Test func wholeStrengthHasTheElementaryGroundState() throws {
    let well = try PoschlTeller(strength: 1)
    #expect(try well.energy(level: 0).contains(-0.5))
    let psi = try well.wavefunction(level: 0)
    for x in [-2, 0, 0.7] { #expect(abs(psi(x) - 1 / (2.0.squareRoot() * cosh(x))) < 1e-14) }
  }

  @Test func strengthOneBetweenWallsIsTheInfiniteWell() throws {
    let walls = try TrigonometricPoschlTeller(strength: 1, inverseRange: .pi / 3)
    let well = try InfiniteWell(width: 3)
    for k in 0..<5 {
      #expect(try walls.energy(level: k).overlaps(well.energy(level: k).interval))
      let (a, b) = (try walls.wavefunction(level: k), try well.wavefunction(level: k))
      for x in [-1.2, 0.1, 0.8] { #expect(abs(abs(a(x)) - abs(b(x + 1.5))) < 1e-13) }
    }
  }

  @Test func parametersThatCannotBeAreRefused() {
    for value in [0, -1, Double.nan, .infinity] {
      #expect(throws: FewBodyError.self) { try HarmonicOscillator(frequency: value) }
      #expect(throws: FewBodyError.self) { try PoschlTeller(strength: value) }
      #expect(throws: FewBodyError.self) { try TrigonometricPoschlTeller(strength: value) }
      #expect(throws: FewBodyError.self) { try Morse(depth: value) }
      #expect(throws: FewBodyError.self) { try SquareWell(depth: value) }
      #expect(throws: FewBodyError.self) { try InfiniteWell(width: value) }
      #expect(throws: FewBodyError.self) { try HydrogenRadial(charge: value) }
      #expect(throws: FewBodyError.self) { try ExactShiftedPair(charge: 1, thickness: value) }
      #expect(throws: FewBodyError.self) { try ExactSoftPair(charge: 1, thickness: value) }
      #expect(throws: FewBodyError.self) { try ThinPair(charge: value, thickness: 1) }
    }
    #expect(throws: FewBodyError.self) { try Morse(depth: 1, minimum: .nan) }
    #expect(throws: FewBodyError.self) { try HydrogenRadial(angularMomentum: -1) }
  }
}
