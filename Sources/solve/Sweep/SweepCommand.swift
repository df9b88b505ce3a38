#if Sweeps
  import ArgumentParser
  import FewBody
  import LinearOperators
  import ResultStore

  struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sweep",
      abstract: "One subcommand at every point of a grid of its parameters, on all cores.",
      discussion: """
        FILE is YAML. This one, thickness.yaml, asks for the lowest level of 10 x 3 pairs:

          command: pair
          arguments: {dim: 1, states: 1}
          grid:
            thickness: 10nm:100nm:10
            charge: [1e-5, 2e-5, 4e-5]

          solve sweep thickness.yaml
          solve sweep thickness.yaml --output levels.csv

        A parameter's values are a list or a range from:to:count, with both ends, and :log after it for \
        even logarithms. A list in the list is an option given repeatedly; true and false are flags. The \
        parameters under zip: vary together. Each row goes into an SQLite file as it comes (store: PATH \
        beside FILE; FILE with the ending .sqlite). Whatever ends the process, the same command goes on \
        with the rows that are missing. A row that fails keeps its error, and the sweep ends with 70.

        Array jobs take a part each, into stores of their own, which are then joined:
          solve sweep thickness.yaml --shard 1/2
          solve sweep thickness.yaml --shard 2/2
          solve merge thickness-1-of-2.sqlite thickness-2-of-2.sqlite --into all.sqlite
          solve sweep thickness.yaml --store all.sqlite --format csv
        """)

    /// Not to be swept themselves.
    static let names = ["sweep", "merge"]

    @Argument(help: ArgumentHelp("The sweep, in YAML.", valueName: "file"))
    var file: String

    @Option("The SQLite file of the rows, instead of the one that FILE names.", value: "path")
    var store: String?

    @Option("Only part i of n, i from 1.", value: "i/n", reading: SweepShard.read)
    var shard: SweepShard?

    @Flag(help: "Solve failed rows again.")
    var retry = false

    @Option("table (a summary), json or csv (all rows, a line a level), on stdout.")
    var format: SharedOptions.Format = .table

    @Option("Write the rows there, whole or not at all; .json or .csv.", value: "path")
    var output: String?

    @Option("Solves at a time (default: one a core).", value: "n", reading: Quantity.whole)
    var threads: Int?

    @Flag(help: "No progress on stderr.")
    var quiet = false

    func run() throws {
      try check()
      let file = try SweepFile(contentsOf: file)
      let plan = try SweepPlan(file)
      let solver = try SweepSolver(plan)
      let rows = try Store(at: path(of: file), of: plan.properties)
      if retry { try rows.removeFailures() }
      let present = try rows.places()
      let asked = (0..<plan.count).filter { shard?.holds($0) ?? true }
      let added = try SweepRun(
        solver: solver, store: rows, threads: threads.map { Threads($0) } ?? .available,
        quiet: quiet
      ).solve(asked.filter { !present.contains($0) })
      try write(SweepReport(plan: plan, store: rows, added: added, expected: asked.count))
      if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
      if let failure = try rows.firstFailure() {
        let count = try rows.counts().filter { $0.status != 0 }.map(\.count).reduce(0, +)
        StandardOutput.warn(
          "Error: \(count) of \(plan.count) points failed; the first, at \(failure.key), with \(failure.status): \(failure.error ?? "")\n"
        )
        throw ExitCode(Failure.software.rawValue)
      }
    }

    private func check() throws(FewBodyError) {
      if let threads, threads < 1 {
        throw .invalid("threads", threads, accepted: "a whole number from 1")
      }
      if let output, !output.hasSuffix(".csv"), !output.hasSuffix(".json"),
        !output.hasPrefix("/dev/")
      {
        throw .invalid("output", "'\(output)'", accepted: "a path that ends in .csv or .json")
      }
    }

    /// A path in the file is seen from the file's folder, one on the command line from here.
    private func path(of file: SweepFile) -> String {
      if let store { return store }
      let folder = self.file.lastIndex(of: "/").map { String(self.file[...$0]) } ?? ""
      var path = self.file
      if let named = file.store {
        path = named.hasPrefix("/") ? named : folder + named
      } else {
        if let dot = path.lastIndex(of: "."), !path[dot...].contains("/") {
          path = String(path[..<dot])
        }
        path += ".sqlite"
      }
      return shard?.path(for: path) ?? path
    }

    private func write(_ report: SweepReport) throws {
      guard let output else { return try StandardOutput.write(report.text(as: format)) }
      let ending: SharedOptions.Format =
        output.hasSuffix(".csv") ? .csv : output.hasSuffix(".json") ? .json : format
      do { try AtomicFile.write(report.text(as: ending), to: output) } catch let error
        as OutputError
      {
        throw Unwritable(flag: "--output", cause: error)
      }
    }
  }
#endif
