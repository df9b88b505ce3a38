import ArgumentParser
import Charts
import FewBody

struct DipolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dipoles",
    abstract: "Dipoles that exchange photons, resonant or not.",
    discussion: """
      Two-level dipoles on a line, without the rotating-wave approximation: the levels, and the \
      coupling of each term between the first two.

        solve dipoles --frequencies 1,1.2 --separation 4
        solve dipoles --frequencies 0.1,0.1,0.1 --separation 5 --orientation parallel --permanent 0.5
      """)

  enum Orientation: String, ExpressibleByArgument, CaseIterable {
    case perpendicular
    case parallel
  }

  @Option("Transition frequencies, in hartree, from 0; two or more.", value: "w1,w2")
  var frequencies: String = "1,1"

  @Option("Between neighbours (default: 10).", value: "r", reading: Quantity.length)
  var separation: Length?

  @Option("Of the moments to the line of the dipoles.")
  var orientation: Orientation = .perpendicular

  @Option("Transition moment, in atomic units.", value: "m", reading: Quantity.number)
  var moment: Double = 1

  @Option("Permanent moment, -p below and p above.", value: "p", reading: Quantity.number)
  var permanent: Double = 0

  @Option("electric or magnetic.")
  var kind: Dipole.Kind = .electric

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let words = frequencies.split(separator: ",", omittingEmptySubsequences: false)
    let values = try words.map { word in
      guard let value = Double(word), (0...1e6).contains(value) else {
        throw FewBodyError.invalid(
          "frequencies", frequencies, accepted: "two or more numbers from 0 to 1e6, such as 1,1.2")
      }
      return value
    }
    let distance = (separation ?? 10).bohr
    for (name, size) in [("moment", moment), ("permanent", permanent)] {
      guard size.magnitude <= 1e6 else {
        throw FewBodyError.invalid(name, size, accepted: "a number up to 1e6 in size")
      }
    }
    guard values.count >= 2 else {
      throw FewBodyError.invalid("frequencies", frequencies, accepted: "two or more numbers")
    }
    guard distance > 0 else {
      throw FewBodyError.invalid(
        "separation", distance,
        accepted: "a length above 0: dipoles that coincide have no interaction")
    }
    if shared.plot != nil {
      guard values[0] > 0 else {
        throw FewBodyError.invalid(
          "frequencies", frequencies, accepted: "a first frequency above 0 for a picture")
      }
      guard moment != 0 else {
        throw FewBodyError.invalid(
          "moment", moment, accepted: "another number than 0 for a picture")
      }
    }
    let direction = orientation == .parallel ? SIMD3(0.0, 0, 1) : SIMD3(1.0, 0, 0)
    let system = DipoleSystem(
      values.enumerated().map { i, w in
        .twoLevel(
          frequency: Energy(hartree: w), moment: moment, permanent: permanent,
          direction: direction, position: SIMD3(0, 0, Double(i) * distance))
      }, kind: kind)
    let title =
      "dipoles: \(values.count), \(kind.rawValue), \(orientation.rawValue), r = \(distance)"
    try DipolesReport(title: title, dipoles: system, shared: shared).run { _, shouldStop in
      var answer = try DipoleSpectrum(
        of: system, lowest: shared.states, threads: shared.threads,
        shouldStop: shouldStop)
      answer.system["frequencies"] = .numbers(values)
      answer.system["separation"] = .number(distance)
      answer.system["orientation"] = .word(orientation.rawValue)
      answer.system["moment"] = .number(moment)
      answer.system["permanent"] = .number(permanent)
      return answer
    }
  }
}

extension Dipole.Kind: ExpressibleByArgument {}

/// Levels and couplings of dipoles.
struct DipolesReport: AnswerReport {
  let title: String
  let dipoles: DipoleSystem
  let shared: SharedOptions

  func draw(_: DipoleSpectrum, to path: String) throws {
    try DipoleCouplingChart(first: dipoles.dipoles[0], second: dipoles.dipoles[1], title: title)
      .write(to: path)
  }

  func archive(_: DipoleSpectrum) throws -> NumpyArchive {
    throw FewBodyError.invalid("output", ".npz", accepted: ".json or .csv for dipoles")
  }

  func table(_ answer: DipoleSpectrum) -> String {
    answer.table(title: [title], in: shared.units)
  }

  func commaSeparated(_ answer: DipoleSpectrum) -> String {
    answer.commaSeparated(in: shared.units)
  }
}
