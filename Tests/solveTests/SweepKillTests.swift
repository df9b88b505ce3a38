#if Sweeps
  import Foundation
  import ResultStore
  import Testing

  /// Whatever ends a sweep, finished rows stay, none is there twice, and a rerun completes it.
  @Suite(.serialized) struct SweepKillTests {
    private static let yaml = """
      command: pair
      arguments: {dim: 1, states: 30}
      grid: {charge: "0.5:2:40", thickness: "0.01:1:25:log"}
      """

    /// `FEW_BODY_KILLS` chooses how often; 50 in the acceptance run, a few with every build.
    @Test(.timeLimit(.minutes(10))) func killedAtRandomMoments() throws {
      let kills = ProcessInfo.processInfo.environment["FEW_BODY_KILLS"].flatMap(Int.init) ?? 5
      let whole = try SweepFolder(Self.yaml)
      let clock = ContinuousClock()
      let start = clock.now
      #expect(try whole.run().status == 0)
      let span = clock.now - start
      let expected = try whole.rows()
      #expect(expected.count == 1000)

      var generator = SeededGenerator(state: 8)
      var sweep = try SweepFolder(Self.yaml)
      var before: [StoredResult] = []
      for _ in 0..<kills {
        if before.count == 1000 {
          // All done: the rest of the kills find a new store.
          #expect(before == expected)
          (sweep, before) = (try SweepFolder(Self.yaml), [])
        }
        let process = try Executable.start(
          ["sweep", sweep.file], output: sweep.scratch.path("out"),
          errors: sweep.scratch.path("err"))
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.4, using: &generator) * seconds(span))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard FileManager.default.fileExists(atPath: sweep.store) else { continue }
        // Killed while the file was made: there is a file, and nothing in it yet.
        guard let after = try? sweep.rows() else {
          #expect(before.isEmpty)
          continue
        }
        #expect(Set(after).isSuperset(of: before))
        #expect(Set(after.map(\.key)).count == after.count)
        #expect(Set(after).isSubset(of: Set(expected)))
        before = after
      }
      let last = try sweep.run()
      #expect(last.status == 0, "\(last.errors)")
      #expect(try sweep.rows() == expected)
      #expect(last.output.contains("1000 rows, \(1000 - before.count) of them new"))
    }

    private func seconds(_ duration: Duration) -> Double {
      Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    private struct SeededGenerator: RandomNumberGenerator {
      var state: UInt64

      /// Steele, Lea and Flood's SplitMix64.
      mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
      }
    }

    @Test(.timeLimit(.minutes(2))) func anInterruptKeepsTheRows() throws {
      let sweep = try SweepFolder(
        "command: pair\narguments: {dim: 1, states: 200}\ngrid: {charge: \"0.5:2:2000\"}")
      let process = try Executable.start(
        ["sweep", sweep.file], output: sweep.scratch.path("out"),
        errors: sweep.scratch.path("err"))
      while process.isRunning {
        Thread.sleep(forTimeInterval: 0.05)
        if let rows = try? sweep.rows(), rows.count >= 3 { break }
      }
      #expect(process.isRunning)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 130)
      let rows = try sweep.rows()
      #expect(rows.count >= 3 && rows.count < 2000)
      #expect(rows.allSatisfy { $0.status == 0 && $0.answer != nil })
      let summary = try String(contentsOfFile: sweep.scratch.path("out"), encoding: .utf8)
      #expect(summary.contains("\(rows.count) rows"))
    }

    #if os(Linux)
      /// A file that may not grow is a disk that is full.
      @Test func aDiskThatFills() throws {
        let sweep = try SweepFolder(
          "command: pair\narguments: {dim: 1, states: 6}\ngrid: {charge: \"0.5:2:400\"}")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = [
          "-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" sweep \"$1\" --threads 1 2>\"$2\"",
          Executable.url.path, sweep.file, sweep.scratch.path("err"),
        ]
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 74)
        let errors = try String(contentsOfFile: sweep.scratch.path("err"), encoding: .utf8)
        #expect(errors.hasPrefix("Error: the store \(sweep.store): SQLITE_"), "\(errors)")
        #expect(errors.contains("finished"))
        let kept = try sweep.rows()
        let again = try sweep.run()
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("400 rows, \(400 - kept.count) of them new"))
        #expect(Set(try sweep.rows()).isSuperset(of: kept))
      }
    #endif
  }
#endif
