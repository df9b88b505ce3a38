#if Sweeps
  import FewBody
  import Foundation
  import Testing

  /// A sweep's rows are the answers that the subcommand prints, in the order of the file.
  @Suite struct SweepTests {
    /// Options that are read without the parser, and options that are not.
    @Test(arguments: [
      ("pair", "{dim: 1, states: 2}", "charge", ["1", "2.5", "1e-5"]),
      ("pair", "{dim: 1, states: 2}", "thickness", ["1e-2", "80nm", "0.5um"]),
      ("pair", "{dim: 1, states: 2}", "reduced-mass", ["0.5", "1"]),
      ("pair", "{dim: 1}", "states", ["1", "3"]),
      ("pair", "{dim: 1, kernel: ring, states: 2}", "radius", ["5", "1nm"]),
      ("pair", "{dim: 1, kernel: ring, states: 2}", "momentum", ["0", "-1"]),
      ("pair", "{dim: 1, potential: x^2, states: 2}", "extent", ["6", "7"]),
      ("pair", "{dim: 1, method: fd, states: 2}", "points", ["500", "600"]),
      ("pair", "{dim: 1, states: 1}", "kernel", ["shifted", "soft"]),
      ("pair", "{dim: 1, states: 2}", "potential", ["-1/cosh(x)^2", "x^2/2"]),
      ("ring", "{states: 2}", "flux", ["-0.1", "0.3", "0:1:3"]),
      ("ring", "{states: 2, cosine: [\"0.3,1\", \"-0.1,2,0.5\"]}", "radius", ["1", "2"]),
      ("ring", "{states: 2}", "mass", ["1", "0.5"]),
      ("ring", "{states: 2}", "rashba", ["0", "-0.5"]),
      ("ring", "{states: 2, rashba: 1}", "zeeman", ["-0.01", "1meV"]),
      ("ring", "{states: 6, temperature: 0.01}", "electrons", ["3", "4"]),
      ("ring", "{states: 6, electrons: 2}", "temperature", ["0.1", "1K"]),
      ("ring", "{states: 2}", "disorder", ["0.1,3,7", "0.2,3,7"]),
      ("ring", "{states: 2}", "boundary", ["spinor", "twist:0.5"]),
      ("electrons", "{states: 1}", "count", ["1", "2"]),
      ("electrons", "{states: 1}", "radius", ["0.5", "1"]),
      ("electrons", "{states: 1, radius: 2}", "thickness", ["0.5", "1"]),
      ("electrons", "{states: 1, thickness: 0.5}", "flux", ["-0.2", "0.1"]),
      ("collective", "{ratio: 0.1}", "electrons", ["3", "5"]),
      ("collective", "{electrons: 4}", "ratio", ["0.1", "2e-1"]),
      ("collective", "{electrons: 4}", "radius", ["1nm", "2nm"]),
      ("collective", "{electrons: 4, ratio: 0.1}", "random", ["7", "8"]),
      ("london", "{}", "radius", ["1mm", "2"]),
      ("fine-structure", "{states: 2}", "species", ["muonium", "hydrogen"]),
    ])
    func everyRowIsTheSubcommandsAnswer(
      command: String, arguments: String, name: String, values: [String]
    ) throws {
      let list = values.map { "'\($0)'" }.joined(separator: ", ")
      let sweep = try SweepFolder(
        "command: \(command)\narguments: \(arguments)\ngrid: {\(name): [\(list)]}\n")
      let outcome = try sweep.run()
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      let rows = try sweep.rows()
      #expect(rows.count == values.count)
      for (row, value) in zip(rows, values) {
        let single = try Executable.run(
          [command] + words(arguments) + ["--\(name)=\(value)", "--threads=1", "--format=json"])
        #expect(single.status == 0, "\(single.errors)")
        #expect(row.answer.map { $0 + "\n" } == single.output)
        #expect(row.status == 0 && row.error == nil)
      }
    }

    /// `{dim: 1, cosine: ["a", "b"]}` as a person types it.
    private func words(_ arguments: String) -> [String] {
      if arguments.contains("cosine") {
        return ["--states=2", "--cosine=0.3,1", "--cosine=-0.1,2,0.5"]
      }
      return arguments.dropFirst().dropLast().split(separator: ",").map { part in
        let pair = part.split(separator: ":").map { $0.filter { $0 != " " } }
        return "--\(pair[0])=\(pair[1])"
      }
    }

    @Test func theLastParameterVariesFastest() throws {
      let sweep = try SweepFolder(
        """
        command: ring
        grid:
          flux: -0.2:0.2:3
          radius: [1, 2nm]
        """)
      let table = try sweep.table("--threads 1")
      try #require(table.count == 3 * 2 * 6)
      let points = stride(from: 0, to: 36, by: 6).map { table[$0] }
      #expect(points.map { $0["flux"] } == ["-0.2", "-0.2", "0", "0", "0.2", "0.2"])
      #expect(points.map { $0["radius"] } == ["1", "2nm", "1", "2nm", "1", "2nm"])
      #expect(table.prefix(6).map { $0["index"] } == ["0", "1", "2", "3", "4", "5"])
      // E = (n + f)^2/2R^2 of the free ring.
      let lowest = try #require(table[0]["energy"].flatMap(Double.init))
      #expect(abs(lowest - 0.02) < 1e-14)
      for row in table {
        let energy = try #require(row["energy"].flatMap(Double.init))
        let lower = try #require(row["lower"].flatMap(Double.init))
        let upper = try #require(row["upper"].flatMap(Double.init))
        #expect(lower <= energy && energy <= upper && row["bounds"] == "rigorous")
      }
    }

    @Test(arguments: [
      ("0.1:100:4:log", ["0.1", "1", "10", "100"]), ("-1:1:5", ["-1", "-0.5", "0", "0.5", "1"]),
      ("10nm:40nm:4", ["10nm", "20nm", "30nm", "40nm"]), ("0:1:11", nil),
      ("{from: -8, to: -1, count: 4, spacing: log}", ["-8", "-4", "-2", "-1"]),
      ("{from: 1, to: 3, count: 3}", ["1", "2", "3"]), ("7", ["7"]),
    ])
    func ranges(text: String, values: [String]?) throws {
      let sweep = try SweepFolder("command: london\ngrid:\n  radius: \(text)\n")
      let expected =
        values ?? ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"]
      #expect(try sweep.table().map { $0["radius"] } == expected)
    }

    @Test func flagsRepeatedOptionsAndZips() throws {
      let sweep = try SweepFolder(
        """
        command: ring
        arguments: {states: 1}
        grid:
          cosine:
            - []
            - ["0.3,1"]
            - ["0.3,1", "-0.1,2,0.5"]
        zip:
          flux: [0, 0.25]
          boundary: [single-valued, spinor]
        """)
      #expect(try sweep.run().status == 0)
      let rows = try sweep.rows()
      try #require(rows.count == 6)
      #expect(
        rows[5].key
          == #"{"cosine": ["0.3,1", "-0.1,2,0.5"], "flux": 0.25, "boundary": "spinor"}"#)
      let single = try Executable.run(
        "ring --states 1 --cosine 0.3,1 --cosine -0.1,2,0.5 --flux 0.25 --boundary spinor "
          + "--format json")
      #expect(rows[5].answer.map { $0 + "\n" } == single.output)
      let exact = try SweepFolder(
        "command: pair\narguments: {dim: 1, states: 1, exact: true}\ngrid: {charge: [1, 2]}")
      #expect(try exact.table().allSatisfy { $0["exact"]?.isEmpty == false })
    }

    @Test func theThreadsChangeNoBit() throws {
      let yaml = """
        command: electrons
        arguments: {states: 2, thickness: 0.5}
        grid: {count: [2, 3], radius: "0.5:3:6", total-momentum: [0, 1]}
        """
      let (one, two) = (try SweepFolder(yaml), try SweepFolder(yaml))
      let outcome = try one.run("--threads 1")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try two.run("--threads 2").status == 0)
      #expect(try one.rows() == (try two.rows()))
      #expect(try one.rows().count == 24)
    }

    @Test func aSecondRunHasNothingToDo() throws {
      let sweep = try SweepFolder(
        "command: pair\narguments: {dim: 1, states: 1}\ngrid: {charge: [1, 2, 3]}")
      #expect(try sweep.run().output.contains("3 rows, 3 of them new"))
      let before = try sweep.rows()
      #expect(try sweep.run().output.contains("3 rows, 0 of them new"))
      #expect(try sweep.rows() == before)
      #expect(
        try sweep.scratch.names.filter { $0.hasPrefix("sweep") } == ["sweep.sqlite", "sweep.yaml"])
    }

    @Test func theExportsSayTheSame() throws {
      let sweep = try SweepFolder(
        "command: pair\narguments: {dim: 1, states: 2}\ngrid: {charge: [1, 2], thickness: [0.1, 0.2]}"
      )
      let csv = sweep.scratch.path("levels.csv")
      #expect(try sweep.run("--output \(csv)").output.isEmpty)
      #expect(
        try String(contentsOfFile: csv, encoding: .utf8) == (try sweep.run("--format csv").output))
      let json = try sweep.run("--format json").output
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect(object?["schema"] as? String == "few-body/sweep/1")
      #expect(object?["complete"] as? Bool == true)
      let rows = try #require(object?["rows"] as? [[String: Any]])
      let table = try sweep.table()
      try #require(rows.count == 4 && table.count == 8)
      for (i, row) in rows.enumerated() {
        let answer = try #require(row["answer"] as? [String: Any])
        let levels = try #require(answer["levels"] as? [[String: Any]])
        for (k, level) in levels.enumerated() {
          // The text itself: Foundation's reader of JSON rounds in the last digit.
          let energy = try #require(table[2 * i + k]["energy"])
          #expect(json.contains("\"energy\": \(energy),"))
          let read = try #require(level["energy"] as? Double)
          #expect(try abs(read - #require(Double(energy))) < 1e-14 * abs(read))
          #expect(table[2 * i + k]["parity"] == (level["labels"] as? [String: String])?["parity"])
        }
      }
    }

    /// The file that the README shows.
    @Test func theSampleRuns() throws {
      let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data/sweeps/thickness.yaml").path
      let folder = try Scratch()
      let outcome = try Executable.run(
        ["sweep", sample, "--store", folder.path("s.sqlite"), "--format", "csv"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.split(separator: "\n").count == 1 + 36 * 2)
    }
  }
#endif
