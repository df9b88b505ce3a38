import ArgumentParser
import FewBody
import LinearOperators

/// What every subcommand understands.
struct SharedOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  @Option("table, json or csv, on stdout.")
  var format: Format = .table

  @Option(
    "Write there instead, whole or not at all; the ending chooses .json, .csv or .npz.",
    value: "path")
  var output: String?

  @Option("Draw the result as .svg or .png.", value: "path")
  var plot: String?

  @Option("hartree, eV, meV, K or mK, for table and CSV.")
  var units: EnergyUnit = .hartree

  @Option(
    "How many levels, from 1 (default: 6; electrons 3).", value: "n",
    name: .customLong("states"), reading: Quantity.whole)
  var chosenStates: Int?

  var states: Int { chosenStates ?? 6 }

  @Option(
    "Threads for parallel solvers; problems on a line use one.",
    value: "n", reading: Quantity.whole)
  var threads: Int?

  @Option(
    "Solve so often, each time from cold; JSON gains solveSeconds.",
    value: "r", name: .customLong("repeat"), reading: Quantity.whole)
  var repetitions: Int?

  @Flag(help: "No progress on stderr.")
  var quiet = false

  /// What `--output` is to hold.
  enum Ending: String {
    case json
    case csv
    case npz
  }

  var ending: Ending? {
    output.flatMap { path in Ending(rawValue: String(path.split(separator: ".").last ?? "")) }
  }

  func check() throws(FewBodyError) {
    if states < 1 { throw .invalid("states", states, accepted: "a whole number from 1") }
    if let threads, threads < 1 {
      throw .invalid("threads", threads, accepted: "a whole number from 1")
    }
    if threads == 1 { Threads.withoutBLASThreads() }
    if let repetitions, !(1...100_000).contains(repetitions) {
      throw .invalid("repeat", repetitions, accepted: "a whole number from 1 to 100000")
    }
    // A device has no ending; `--format` chooses for it.
    if let output, ending == nil, !output.hasPrefix("/dev/") {
      throw .invalid(
        "output", "'\(output)'", accepted: "a path that ends in .json, .csv or .npz")
    }
    if let plot, !plot.hasSuffix(".svg"), !plot.hasSuffix(".png") {
      throw .invalid("plot", "'\(plot)'", accepted: "a path that ends in .svg or .png")
    }
  }
}
