#if Sweeps
  import ArgumentParser
  import FewBody
  import LinearOperators
  import ResultStore

  /// Answers one point of a sweep inside this process, as the subcommand would on a line of its own.
  struct SweepSolver: Sendable {
    let plan: SweepPlan
    private let run: SweepPoint

    /// - Throws: ``SweepFileError`` where a value of the file is not one that its option takes: before
    ///   hours of work, not after. What a value means is judged point by point.
    init(_ plan: SweepPlan) throws {
      self.plan = plan
      let origin = Array(repeating: 0, count: plan.axes.count)
      let first = try plan.parsed(at: origin)
      if let run = try (first as? any DirectlyReadable)?.prepared(plan) {
        self.run = run
        return
      }
      // Every value is read once, whatever stands beside it.
      for (i, axis) in plan.axes.enumerated() {
        for place in axis.places.indices {
          var positions = origin
          positions[i] = place
          _ = try plan.parsed(at: positions)
        }
      }
      run = { positions in
        var command = try plan.parsed(at: positions)
        try command.run()
      }
    }

    /// The point's row; nil where an interrupt cut the solve short.
    func result(of point: Int) -> StoredResult? {
      let recording = Recording()
      let positions = plan.positions(of: point)
      var result = StoredResult(key: plan.key(at: positions), place: point, status: 0)
      do {
        try Recording.$current.withValue(recording) {
          try Threads.$limit.withValue(1) { try run(positions) }
        }
      } catch {
        let outcome = Failure.outcome(of: error, in: plan.command[0])
        if outcome.code == Failure.interrupted.rawValue { return nil }
        (result.status, result.error) = (Int(outcome.code), outcome.text)
      }
      result.answer = recording.json
      return result
    }
  }
#endif
