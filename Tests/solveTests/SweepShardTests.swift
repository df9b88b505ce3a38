#if Sweeps
  import ResultStore
  import Testing

  /// The parts of a sweep, joined, are the sweep.
  @Suite struct SweepShardTests {
    private static let yaml =
      "command: pair\narguments: {dim: 1, states: 1}\ngrid: {charge: \"1:2:7\", thickness: [0.1, 1]}"

    @Test func partsAreJoined() throws {
      let sweep = try SweepFolder(Self.yaml)
      #expect(try sweep.run().status == 0)
      var parts: [String] = []
      var count = 0
      for i in 1...3 {
        let outcome = try sweep.run("--shard \(i)/3")
        #expect(outcome.status == 0, "\(outcome.errors)")
        parts.append(sweep.scratch.path("sweep-\(i)-of-3.sqlite"))
        count += try sweep.rows("sweep-\(i)-of-3.sqlite").count
      }
      #expect(count == 14)
      let joint = sweep.scratch.path("all.sqlite")
      let merge = try Executable.run(["merge"] + parts + ["--into", joint])
      #expect(merge.status == 0, "\(merge.errors)")
      #expect(merge.output == "\(joint): 14 of 14 rows, of 3 stores\n")
      #expect(try sweep.rows("all.sqlite") == (try sweep.rows()))
      // Once more, and with the whole: the same rows twice are no harm.
      #expect(try Executable.run(["merge", sweep.store] + parts + ["--into", joint]).status == 0)
      #expect(try sweep.rows("all.sqlite") == (try sweep.rows()))
      #expect(try sweep.table("--store \(joint)") == (try sweep.table()))
    }

    @Test func aPartAloneIsCompletedByASweep() throws {
      let sweep = try SweepFolder(Self.yaml)
      #expect(try sweep.run("--shard 2/4 --store \(sweep.store)").status == 0)
      #expect(try sweep.rows().map(\.place) == [1, 5, 9, 13])
      #expect(try sweep.run().output.contains("14 rows, 10 of them new"))
    }

    @Test func whatDoesNotBelongTogether() throws {
      let (a, b) = (
        try SweepFolder(Self.yaml), try SweepFolder("\(Self.yaml)\nzip: {exact: [true]}")
      )
      #expect(try a.run().status == 0)
      #expect(try b.run().status == 0)
      let joint = a.scratch.path("all.sqlite")
      let foreign = try Executable.run(["merge", a.store, b.store, "--into", joint])
      #expect(foreign.status == 65 && foreign.output.isEmpty, "\(foreign.errors)")
      #expect(foreign.errors.contains("exact"), "\(foreign.errors)")

      let other = a.scratch.path("other.sqlite")
      do {
        var rows = try a.rows()
        try #require(rows.count == 14)
        rows[3].answer = "{}"
        try Store(at: other, of: try Store(reading: a.store).properties).add(rows)
      }
      let contradiction = try Executable.run(["merge", a.store, other, "--into", joint])
      #expect(contradiction.status == 65, "\(contradiction.errors)")
      #expect(contradiction.errors.contains(try a.rows()[3].key), "\(contradiction.errors)")
    }
  }
#endif
