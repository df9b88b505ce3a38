import ArgumentParser
import Charts
import FewBody

struct DipolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dipoles",
    abstract: "Dipoles that exchange photons, resonant or not.",
    discussion: """
      Two-level dipoles on a line, or any in a file, without the rotating-wave approximation: the \
      levels, and the coupling of each term between the first two.

        solve dipoles --frequencies 1,1.2 --separation 4
        solve dipoles --frequencies 0.1,0.1,0.1 --separation 5 --orientation parallel --permanent 0.5
        solve dipoles --dipoles-file dipoles.json

      The file: {"kind": "electric", "dipoles": [{"energies": [0, 0.5], "moments": {"x": [[0, 1], \
      [1, 0]]}, "position": [0, 0, 0]}, ...]}, an entry a number or [real, imaginary].
      """)

  enum Orientation: String, ExpressibleByArgument, CaseIterable {
    case perpendicular
    case parallel
  }

  @Option(
    "Transition frequencies, in hartree, from 0; two or more (default: 1,1).", value: "w1,w2")
  var frequencies: String?

  @Option("Between neighbours (default: 10).", value: "r", reading: Quantity.length)
  var separation: Length?

  @Option("Of the moments to the line: perpendicular (the default) or parallel.")
  var orientation: Orientation?

  @Option(
    "Transition moment, in atomic units (default: 1).", value: "m", reading: Quantity.number)
  var moment: Double?

  @Option(
    "Permanent moment, -p below and p above (default: 0).", value: "p", reading: Quantity.number)
  var permanent: Double?

  @Option("electric (the default) or magnetic.")
  var kind: Dipole.Kind?

  @Option("Dipoles of any levels, moments and places, as JSON.", value: "path")
  var dipolesFile: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    if let dipolesFile {
      try refuseBesideFile()
      let system = try DipoleSystem(contentsOf: dipolesFile)
      let title = "dipoles: \(system.dipoles.count), \(system.kind.rawValue)"
      return try report(title, system) { $0.system["file"] = .word(dipolesFile) }
    }
    let values = try self.values()
    let distance = (separation ?? 10).bohr
    guard distance > 0 else {
      throw FewBodyError.invalid(
        "separation", distance,
        accepted: "a length above 0: dipoles that coincide have no interaction")
    }
    let (size, own) = (moment ?? 1, permanent ?? 0)
    for (name, size) in [("moment", size), ("permanent", own)] {
      guard size.magnitude <= 1e6 else {
        throw FewBodyError.invalid(name, size, accepted: "a number up to 1e6 in size")
      }
    }
    if shared.plot != nil {
      guard values[0] > 0 else {
        throw FewBodyError.invalid(
          "frequencies", frequencies ?? "1,1", accepted: "a first frequency above 0 for a picture")
      }
      guard size != 0 else {
        throw FewBodyError.invalid(
          "moment", size, accepted: "another number than 0 for a picture")
      }
    }
    let turn = orientation ?? .perpendicular
    let direction = turn == .parallel ? SIMD3(0.0, 0, 1) : SIMD3(1.0, 0, 0)
    let system = DipoleSystem(
      values.enumerated().map { i, w in
        .twoLevel(
          frequency: Energy(hartree: w), moment: size, permanent: own,
          direction: direction, position: SIMD3(0, 0, Double(i) * distance))
      }, kind: kind ?? .electric)
    let title =
      "dipoles: \(values.count), \(system.kind.rawValue), \(turn.rawValue), r = \(distance)"
    try report(title, system) { answer in
      answer.system["frequencies"] = .numbers(values)
      answer.system["separation"] = .number(distance)
      answer.system["orientation"] = .word(turn.rawValue)
      answer.system["moment"] = .number(size)
      answer.system["permanent"] = .number(own)
    }
  }

  private func report(
    _ title: String, _ system: DipoleSystem, adding: (inout DipoleSpectrum) -> Void
  ) throws {
    try DipolesReport(title: title, dipoles: system, shared: shared).run { _, shouldStop in
      var answer = try DipoleSpectrum(
        of: system, lowest: shared.states, threads: shared.threads,
        shouldStop: shouldStop)
      adding(&answer)
      return answer
    }
  }

  private func values() throws(FewBodyError) -> [Double] {
    let text = frequencies ?? "1,1"
    var values: [Double] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = Double(word), (0...1e6).contains(value) else {
        throw .invalid(
          "frequencies", text, accepted: "two or more numbers from 0 to 1e6, such as 1,1.2")
      }
      values.append(value)
    }
    guard values.count >= 2 else {
      throw .invalid("frequencies", text, accepted: "two or more numbers")
    }
    return values
  }

  /// A file says all that these would.
  private func refuseBesideFile() throws(FewBodyError) {
    let given: [(String, String?)] = [
      ("frequencies", frequencies), ("separation", separation.map { "\($0.bohr)" }),
      ("orientation", orientation?.rawValue), ("moment", moment.map { "\($0)" }),
      ("permanent", permanent.map { "\($0)" }), ("kind", kind?.rawValue),
    ]
    for case (let name, let value?) in given {
      throw .invalid(name, value, accepted: "nothing beside --dipoles-file, which says it")
    }
  }
}

extension Dipole.Kind: ExpressibleByArgument {}

/// Levels and couplings of dipoles.
struct DipolesReport: AnswerReport {
  let title: String
  let dipoles: DipoleSystem
  let shared: SharedOptions

  /// Its curves are of all distances.
  private var chart: DipoleCouplingChart {
    DipoleCouplingChart(
      first: dipoles.dipoles[0], second: dipoles.dipoles[1],
      title: "coupling of two \(dipoles.kind.rawValue) dipoles")
  }

  func draw(_: DipoleSpectrum, to path: String) throws { try chart.write(to: path) }

  /// Levels and couplings, and where the picture can be drawn its curves: x and V, a row a curve.
  func archive(_ answer: DipoleSpectrum) throws -> NumpyArchive {
    var archive = try answer.archive()
    if let detuning = try? chart.detuning(), let distance = try? chart.distance() {
      for (name, chart) in [("detuning", detuning), ("distance", distance)] {
        try archive.add(name, (chart.curves.first?.points ?? []).map(\.x))
        try archive.add("against_\(name)", rows: chart.curves.map { $0.points.map(\.y) })
      }
    }
    return archive
  }

  func table(_ answer: DipoleSpectrum) -> String {
    answer.table(title: [title], in: shared.units)
  }

  func commaSeparated(_ answer: DipoleSpectrum) -> String {
    answer.commaSeparated(in: shared.units)
  }
}
