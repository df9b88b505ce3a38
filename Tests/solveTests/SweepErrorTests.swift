#if Sweeps
  import FewBody
  import Foundation
  import ResultStore
  import Testing

  /// Sweeps that cannot be: one line that says what is wrong where, and the contract's exit code.
  @Suite struct SweepErrorTests {
    private static let pair = "command: pair\narguments: {dim: 1, states: 1}\n"

    @Test(arguments: [
      ("\(pair)gird: {charge: [1]}", ["'gird' is unknown", "did you mean 'grid'?", "line 3"]),
      ("\(pair)grid: {charge: {from: 1, to: 2, cuont: 3}}", ["'cuont'", "'count'"]),
      ("\(pair)", ["the grid is empty"]), ("\(pair)grid: {}", ["the grid is empty"]),
      ("\(pair)grid:\n", ["the grid is empty"]),
      ("\(pair)grid: {charge: []}", ["the grid is empty", "'charge'"]),
      ("\(pair)grid: {charge: }", ["'charge'"]),
      ("\(pair)zip: {}", ["a zip is empty"]),
      ("\(pair)zip: {charge: [1, 2], thickness: [1]}", ["equally many", "charge", "thickness"]),
      ("\(pair)grid: {dim: [1]}", ["'dim' is given twice"]),
      ("\(pair)grid: {charge: [1, 1.0]}", ["'charge' has the value 1.0 twice"]),
      ("\(pair)grid: {chrge: [1]}", ["--chrge", "--charge"]),
      ("\(pair)grid: {charge: [1, one]}", ["--charge", "one"]),
      ("\(pair)grid: {kernel: [shifted, yukawa]}", ["--kernel", "yukawa"]),
      ("\(pair)grid: {charge: '1:2'}", ["range", "from:to:count"]),
      ("\(pair)grid: {charge: '1:2:1'}", ["count 1"]),
      ("\(pair)grid: {charge: '1nm:2um:3'}", ["same unit"]),
      ("\(pair)grid: {charge: '-1:2:3:log'}", ["one sign"]),
      ("\(pair)grid: {charge: '1:2:3:cubic'}", ["linear or log"]),
      ("\(pair)grid: {charge: 'a:b:3'}", ["'a'", "no number"]),
      ("\(pair)grid: {format: [json, csv]}", ["'format'"]),
      (
        "\(pair)grid: {charge: '1:2:100000', thickness: '1:2:100000'}",
        ["more than 100000000 points"]
      ),
      ("arguments: {dim: 1}\ngrid: {charge: [1]}", ["'command' is missing"]),
      ("command: piar\ngrid: {charge: [1]}", ["'piar'", "did you mean 'pair'?"]),
      ("command: sweep\ngrid: {file: [1]}", ["'sweep' cannot be swept"]),
      ("just a text", ["mapping"]), ("", ["mapping"]),
      ("command: [", ["not YAML"]), ("a: 1\na: 2", ["not YAML"]), ("\tcommand: pair", ["not YAML"]),
    ])
    func aFileThatIsWrong(yaml: String, words: [String]) throws {
      let sweep = try SweepFolder(yaml)
      let outcome = try sweep.run()
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("Error: \(sweep.file)"), "\(outcome.errors)")
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
      #expect(try !sweep.scratch.names.contains("sweep.sqlite"))
    }

    @Test func filesThatAreNotThere() throws {
      let absent = try Executable.run("sweep absent.yaml")
      #expect(absent.status == 66 && absent.output.isEmpty)
      #expect(absent.errors == "Error: absent.yaml: no such file\n")
      let folder = try Scratch()
      let merge = try Executable.run("merge absent.sqlite --into \(folder.path("all.sqlite"))")
      #expect(merge.status == 66 && merge.output.isEmpty)
      #expect(try folder.names.allSatisfy { !$0.contains("sqlite") })
    }

    @Test(arguments: [
      "", "--threads 0", "--shard 0/2", "--shard 3/2", "--shard 1", "--output rows.npz",
      "--format xml", "--states 3",
    ])
    func usage(options: String) throws {
      let sweep = try SweepFolder("\(Self.pair)grid: {charge: [1]}")
      let outcome = options.isEmpty ? try Executable.run("sweep") : try sweep.run(options)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("Error: "))
    }

    @Test(arguments: [
      ("\(pair)grid: {charge: [1, 2]}", "grid charge is [1] there and [1, 2] here"),
      ("\(pair)grid: {thickness: [1]}", "grid thickness is absent there"),
      ("command: pair\narguments: {dim: 1, states: 2}\ngrid: {charge: [1]}", "argument states"),
      ("command: pair\narguments: {dim: 1}\ngrid: {charge: [1]}", "argument states"),
      ("command: ring\ngrid: {flux: [1]}", "command is pair there and ring here"),
    ])
    func anotherSweepsStore(yaml: String, difference: String) throws {
      let sweep = try SweepFolder("\(Self.pair)grid: {charge: [1]}")
      #expect(try sweep.run().status == 0)
      let before = try sweep.rows()
      try sweep.change(yaml)
      let outcome = try sweep.run()
      #expect(outcome.status == 65 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(difference), "\(outcome.errors)")
      #expect(try sweep.rows() == before)
      // What is the same sweep in other words goes on.
      try sweep.change("grid: {charge: [1.0]}\ncommand: pair\narguments: {dim: 1, states: 1}\n")
      #expect(try sweep.run().status == 0)
    }

    @Test func anotherVersionsStore() throws {
      let sweep = try SweepFolder("\(Self.pair)grid: {charge: [1]}")
      #expect(try sweep.run().status == 0)
      let properties = try Store(reading: sweep.store).properties.map { property in
        property.name == "version" ? StoreProperty("version", "0.0.9") : property
      }
      do { _ = try Store(at: sweep.scratch.path("old.sqlite"), of: properties) }
      let outcome = try sweep.run("--store \(sweep.scratch.path("old.sqlite"))")
      #expect(outcome.status == 65)
      #expect(
        outcome.errors.contains("version is 0.0.9 there and \(FewBodyVersion.number) here"),
        "\(outcome.errors)")
    }

    @Test func aTableOfOtherContent() throws {
      let sweep = try SweepFolder("")
      let table = try sweep.scratch.write("x,V\n-3,0\n0,-1\n3,0\n", to: "v.csv")
      try sweep.change(
        "command: pair\narguments: {dim: 1, states: 1, potential-file: \(table)}\n"
          + "grid: {reduced-mass: [1, 2]}")
      #expect(try sweep.run().status == 0)
      _ = try sweep.scratch.write("x,V\n-3,0\n0,-2\n3,0\n", to: "v.csv")
      let outcome = try sweep.run()
      #expect(outcome.status == 65 && outcome.errors.contains("content of"), "\(outcome.errors)")
    }

    @Test func aStoreThatIsNone() throws {
      let sweep = try SweepFolder("\(Self.pair)grid: {charge: [1]}")
      let text = try sweep.scratch.write("no database, but a long text of mine", to: "text")
      let outcome = try sweep.run("--store \(text)")
      #expect(outcome.status == 65 && outcome.errors.contains("SQLITE_NOTADB"))
      #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("no database"))
      #expect(try sweep.run("--store \(sweep.scratch.path("absent/s.sqlite"))").status == 73)
    }

    /// Points that fail are rows too; the others are all there.
    @Test func aPointThatFails() throws {
      let sweep = try SweepFolder(
        "command: pair\narguments: {states: 1}\ngrid: {dim: [1], charge: [1, -1, 2, 1e-30]}")
      let outcome = try sweep.run()
      #expect(outcome.status == 70)
      #expect(outcome.output.contains("failed with exit code 64"))
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("of 4 points failed"), "\(outcome.errors)")
      #expect(outcome.errors.contains(#"{"dim": 1, "charge": -1}, with 64"#), "\(outcome.errors)")
      let rows = try sweep.rows()
      #expect(rows.count == 4)
      for row in rows {
        let charge = row.key.split(separator: " ").last?.dropLast() ?? ""
        let single = try Executable.run("pair --dim 1 --states 1 --format json --charge \(charge)")
        #expect(row.status == Int(single.status))
        #expect((row.answer.map { $0 + "\n" } ?? "") == single.output)
        if row.status == 64 {
          #expect(single.errors.hasPrefix("Error: \(row.error ?? "none")\n"), "\(row)")
        }
      }
      // Again, and with the failures tried anew.
      #expect(try sweep.run().status == 70)
      #expect(try sweep.run("--retry").status == 70)
      #expect(try sweep.rows() == rows)
      let table = try sweep.table()
      try #require(table.count == 4)
      #expect(table[1]["status"] == "64" && table[1]["energy"] == "")
      #expect(table[0]["status"] == "0" && table[0]["error"] == "")
    }
  }
#endif
