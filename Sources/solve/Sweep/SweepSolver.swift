#if Sweeps
  import ArgumentParser
  import FewBody
  import LinearOperators
  import ResultStore

  /// Answers one point of a sweep inside this process, as the subcommand would on a line of its own.
  struct SweepSolver: Sendable {
    let plan: SweepPlan
    /// The axes whose values go into a command that was parsed already, and the others.
    private let direct: [Int]
    private let parsed: [Int]
    /// The commands of all places on the parsed axes; empty where those are too many to keep.
    private let commands: Commands

    /// Commands are values that nobody changes: each solve works on a copy.
    private struct Commands: @unchecked Sendable {
      var list: [any ParsableCommand] = []
    }

    private static let mostCommands = 256

    /// - Throws: ``SweepFileError`` where a value of the file is not one that its option takes: before
    ///   hours of work, not after. What a value means is judged point by point.
    init(_ plan: SweepPlan) throws {
      self.plan = plan
      let first = try SweepSolver.read(0, of: plan)
      let readable = SweepSolver.readable(first)
      direct = plan.axes.indices.filter { i in
        plan.axes[i].places.allSatisfy { place in
          place.allSatisfy { if case .one = $0.value { readable.contains($0.name) } else { false } }
        }
      }
      parsed = plan.axes.indices.filter { [direct] in !direct.contains($0) }
      let count = parsed.reduce(1) { min($0 * plan.axes[$1].places.count, plan.count) }
      var commands = Commands()
      if count <= SweepSolver.mostCommands {
        for place in 0..<count {
          let positions = SweepSolver.positions(of: place, on: parsed, of: plan)
          commands.list.append(try SweepSolver.read(plan.point(at: positions), of: plan))
        }
      }
      self.commands = commands
      // Every value is read once, whatever stands beside it.
      for (i, axis) in plan.axes.enumerated() where direct.contains(i) || commands.list.isEmpty {
        for place in axis.places.indices {
          var positions = Array(repeating: 0, count: plan.axes.count)
          positions[i] = place
          let isRead = direct.contains(i) && (try? set(first, axis.places[place])) != nil
          if !isRead { _ = try SweepSolver.read(plan.point(at: positions), of: plan) }
        }
      }
    }

    /// The point's row; nil where an interrupt cut the solve short.
    func result(of point: Int) -> StoredResult? {
      let recording = Recording()
      var result = StoredResult(key: plan.key(of: point), place: point, status: 0)
      do {
        try Recording.$current.withValue(recording) {
          try Threads.$limit.withValue(1) {
            var command = try command(of: point)
            try command.run()
          }
        }
      } catch {
        let outcome = Failure.outcome(of: error, in: plan.command[0])
        if outcome.code == Failure.interrupted.rawValue { return nil }
        (result.status, result.error) = (Int(outcome.code), outcome.text)
      }
      result.answer = recording.json
      return result
    }

    private func command(of point: Int) throws -> any ParsableCommand {
      guard !commands.list.isEmpty else { return try SweepSolver.read(point, of: plan) }
      let positions = plan.positions(of: point)
      let place = parsed.reduce(0) { $0 * plan.axes[$1].places.count + positions[$1] }
      var command = commands.list[place]
      for i in direct { command = try set(command, plan.axes[i].places[positions[i]]) }
      return command
    }

    private static func read(_ point: Int, of plan: SweepPlan) throws -> any ParsableCommand {
      do { return try Solve.parseAsRoot(plan.words(of: point) + ["--threads=1"]) } catch {
        throw SweepFileError.wrong(
          path: plan.path, line: 0, problem: Failure.outcome(of: error, in: plan.command[0]).text)
      }
    }

    private static func positions(of place: Int, on axes: [Int], of plan: SweepPlan) -> [Int] {
      var positions = Array(repeating: 0, count: plan.axes.count)
      var rest = place
      for i in axes.reversed() {
        (rest, positions[i]) = rest.quotientAndRemainder(dividingBy: plan.axes[i].places.count)
      }
      return positions
    }

    private static func readable(_ command: any ParsableCommand) -> Set<String> {
      guard let command = command as? any DirectlyReadable else { return [] }
      func names<C: DirectlyReadable>(_: C) -> Set<String> { Set(C.readings.keys) }
      return names(command)
    }

    private func set(
      _ command: any ParsableCommand, _ settings: [SweepSetting]
    ) throws -> any ParsableCommand {
      guard let command = command as? any DirectlyReadable else { return command }
      func changed<C: DirectlyReadable>(_ command: C) throws -> any ParsableCommand {
        var command = command
        for setting in settings {
          if case .one(let text) = setting.value {
            try C.readings[setting.name]?.read(&command, text)
          }
        }
        return command
      }
      return try changed(command)
    }
  }
#endif
