import ArgumentParser
import Charts
import FewBody

struct ResponseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response",
    abstract: "A helix' optical lines; a left-handed medium.",
    discussion: """
        solve response helix --radius 2 --pitch 0.5 --turns 1 --states 40
        solve response helix --frequency 0.05 --damping 1e-3 --temperature 300K
        solve response left-handed --assignment A --frequency 1.0002
      """,
    subcommands: [HelixResponse.self, LeftHandedResponse.self])

  /// Without it the parser would print the help as if all were well.
  func run() throws {
    throw ValidationError("'response' needs a system: helix or left-handed")
  }
}

struct HelixResponse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "helix", abstract: "Oscillator and rotational strengths of an electron on a helix."
  )

  @Option("a of (a cos t, a sin t, b t) (default: 1).", value: "a", reading: Quantity.length)
  var radius: Length?

  @Option("b; the geometric pitch is 2 pi b (default: 1).", value: "b", reading: Quantity.length)
  var pitch: Length?

  @Option("K, |t| up to pi K.", value: "k", reading: Quantity.number)
  var turns: Double = 1

  @Option(
    "Adds the wave in a medium of helices in all directions.", value: "w", reading: Quantity.energy)
  var frequency: Energy?

  @Option(
    "Helices in a cubic bohr, with --frequency (default: 1e-4).", value: "n",
    reading: Quantity.number)
  var density: Double?

  @Option("gamma, with --frequency (default: 0).", value: "gamma", reading: Quantity.energy)
  var damping: Energy?

  @Option("Of the medium, with --frequency (default: 0).", value: "t", reading: Quantity.energy)
  var temperature: Energy?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let given: [(String, String?)] = [
      ("density", density.map { "\($0)" }), ("damping", damping.map { "\($0.hartree)" }),
      ("temperature", temperature.map { "\($0.hartree)" }),
    ]
    for case (let name, let value?) in given where frequency == nil {
      throw FewBodyError.invalid(name, value, accepted: "only together with --frequency")
    }
    let helix = Helix(radius: radius ?? 1, pitch: pitch ?? 1, turns: turns)
    let medium = HelixMedium(
      helix: helix, states: shared.states, density: density ?? 1e-4, damping: damping ?? 0,
      temperature: temperature ?? 0)
    try HelixReport(shared: shared).run { _, shouldStop in
      var answer = try HelixSpectrum(of: helix, states: shared.states)
      if let frequency {
        answer.wave = try medium.wave(at: frequency, shouldStop: shouldStop)
        if shouldStop() { answer.isComplete = false }
      }
      return answer
    }
  }
}

struct LeftHandedResponse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "left-handed", abstract: "Index and reflectance beside a magnetic resonance.")

  @Option("A: the pole of chi_m; B: of chi_B.")
  var assignment: LeftHandedMedium.Assignment = .a

  @Option("eps_b.", value: "eps", reading: Quantity.number)
  var background: Double = -1

  @Option("4 pi b/omega_0.", value: "delta", reading: Quantity.number)
  var strength: Double = 0.001

  @Option("In omega_0.", value: "w", reading: Quantity.number)
  var frequency: Double = 1.0005

  @Option("In omega_0, from 0.", value: "gamma", reading: Quantity.number)
  var damping: Double = 0

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let medium = LeftHandedMedium(
      assignment: assignment, background: background, strength: strength, damping: damping)
    try LeftHandedReport(medium: medium, shared: shared).run { _, _ in
      try LeftHandedAnswer(of: medium, frequency: frequency)
    }
  }
}

extension LeftHandedMedium.Assignment: ExpressibleByArgument {}

/// The lines of a helix.
struct HelixReport: AnswerReport {
  let shared: SharedOptions

  func draw(_ answer: HelixSpectrum, to path: String) throws {
    try HelixChart(spectrum: answer, energyUnit: shared.units).write(to: path)
  }
  func archive(_ answer: HelixSpectrum) throws -> NumpyArchive { try answer.archive() }
  func table(_ answer: HelixSpectrum) -> String { answer.table() }
  func commaSeparated(_ answer: HelixSpectrum) -> String { answer.commaSeparated() }
}

/// One frequency of a left-handed medium.
struct LeftHandedReport: AnswerReport {
  let medium: LeftHandedMedium
  let shared: SharedOptions

  func draw(_: LeftHandedAnswer, to path: String) throws {
    try LeftHandedChart(medium: medium).write(to: path)
  }
  func archive(_: LeftHandedAnswer) throws -> NumpyArchive { try medium.archive() }
  func table(_ answer: LeftHandedAnswer) -> String { answer.table() }
  func commaSeparated(_ answer: LeftHandedAnswer) -> String { answer.commaSeparated() }
}
