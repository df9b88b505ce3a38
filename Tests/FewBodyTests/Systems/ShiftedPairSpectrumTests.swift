import ExactSolutions
import RealModule
import Testing

@testable import FewBody

/// -Z/(|x| + a) against the roots of Whittaker's functions, which Arb encloses.
@Suite struct ShiftedPairSpectrumTests {
  struct Case: Sendable {
    let mass: Double
    let charge: Double
    let thickness: Double
  }

  /// What one worker found of its share; values only, so that Arb may run on two threads.
  struct Finding: Sendable {
    var error = 0.0
    var width = 0.0
    var checked = 0
    var violations: [String] = []
  }

  /// mu Z a log-uniform in [1e-10, 1e2], mu and Z log-uniform in [0.05, 20].
  static func cases(_ count: Int) -> [Case] {
    var generator = SeededGenerator(seed: 200)
    func logUniform(_ range: ClosedRange<Double>) -> Double {
      let (low, high) = (Double.log(range.lowerBound), Double.log(range.upperBound))
      return .exp(.random(in: low...high, using: &generator))
    }
    return (0..<count).map { _ in
      let product = logUniform(1e-10...1e2)
      let (mass, charge) = (logUniform(0.05...20), logUniform(0.05...20))
      return Case(mass: mass, charge: charge, thickness: product / (mass * charge))
    }
  }

  static func examine(_ trial: Case, levels: Int, into finding: inout Finding) throws {
    let pair = LinePair(
      coupling: trial.charge, thickness: .bohr(trial.thickness), reducedMass: trial.mass)
    let exact = try ExactShiftedPair(
      charge: trial.charge, thickness: trial.thickness, reducedMass: trial.mass)
    let spectrum = try pair.spectrum(lowest: levels)
    func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
      if !holds { finding.violations.append("\(trial): \(what())") }
    }
    demand(spectrum.isComplete && spectrum.count == levels, "\(spectrum.count) levels")
    demand(
      Checker.parities(spectrum) == Checker.alternating(spectrum.count), "parities do not alternate"
    )
    for (k, level) in spectrum.enumerated() {
      let ball = try exact.energy(level: k)
      let size = ball.midpoint.magnitude
      let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
      demand(level.certainty == .rigorous, "level \(k) is \(level.certainty)")
      demand(ball.overlaps(level.interval), "level \(k) lies outside: \(ball)")
      finding.error = max(finding.error, (level.energy.hartree - ball.midpoint).magnitude / size)
      finding.width = max(finding.width, width / size)
      finding.checked += 1
    }
  }

  @Test(
    "ten levels of 200 random pairs: exact inside, none missing",
    .enabled(if: (try? ExactShiftedPair(charge: 1, thickness: 1).energy(level: 0)) != nil))
  func randomPairs() async throws {
    let cases = Self.cases(200)
    let workers = 4
    let findings = try await withThrowingTaskGroup(of: Finding.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var finding = Finding()
          for i in stride(from: worker, to: cases.count, by: workers) {
            try Self.examine(cases[i], levels: 10, into: &finding)
          }
          return finding
        }
      }
      return try await group.reduce(into: [Finding]()) { $0.append($1) }
    }
    let violations = findings.flatMap(\.violations)
    #expect(violations.isEmpty, "\(violations.prefix(5))")
    #expect(findings.reduce(0) { $0 + $1.checked } == 2000)
    #expect(findings.allSatisfy { $0.error <= 1e-12 && $0.width <= 1e-11 }, "\(findings)")
  }

  @Test("closed forms at mu Z a = 1, 2 and 3 -+ sqrt 5")
  func closedForms() throws {
    // psi = y e^(-y) or y (1 - y/2) e^(-y/2), y = |x| + a, with a node or a crest at y = a.
    let root = 5.0.squareRoot()
    for (a, k, energy) in [
      (1.0, 0, -0.5), (2, 1, -0.125), (3 + root, 0, -0.125), (3 - root, 2, -0.125),
    ] {
      let spectrum = try LinePair(coupling: 1, thickness: .bohr(a), reducedMass: 1)
        .spectrum(lowest: 3)
      // dE/da <= 1/a^2 for the rounding of a.
      let radius = 2 * a.ulp / (a * a)
      Checker().check(spectrum, levels: 3) {
        $0 == k ? Ball(midpoint: energy, radius: radius) : nil
      }
    }
  }

  @Test("E scales as mu Z^2 at fixed mu Z a", arguments: [1e-8, 0.3, 40])
  func scaling(product: Double) throws {
    let unit = try LinePair(coupling: 1, thickness: .bohr(product), reducedMass: 1)
      .spectrum(lowest: 6)
    let scaled = try LinePair(coupling: 8, thickness: .bohr(product / 4), reducedMass: 0.5)
      .spectrum(lowest: 6)
    for (a, b) in zip(unit, scaled) {
      #expect(a.interval.lowerBound.hartree * 32 <= b.interval.upperBound.hartree)
      #expect(b.interval.lowerBound.hartree <= a.interval.upperBound.hartree * 32)
    }
  }

  @Test(
    "a million bohr thick, and far thinner than a nucleus", arguments: [1e-30, 1e-14, 1e6, 1e9])
  func extremes(thickness: Double) throws {
    let spectrum = try LinePair(coupling: 1, thickness: .bohr(thickness)).spectrum(lowest: 6)
    Checker().check(spectrum, levels: 6) { _ in nil }
    #expect(Checker.parities(spectrum) == Checker.alternating(6))
    for level in spectrum {
      let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
      #expect(width <= 1e-11 * level.energy.hartree.magnitude)
    }
  }
}
