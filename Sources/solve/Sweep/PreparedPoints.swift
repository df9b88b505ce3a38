#if Sweeps
  import ArgumentParser

  /// Runs the subcommand of one point of a sweep, given the point's position on each axis.
  typealias SweepPoint = @Sendable (_ positions: [Int]) throws -> Void

  /// Requests that are parsed once for every place on the other axes, and take the values of the direct ones.
  ///
  /// Unchecked, because no command is declared `Sendable`: these are values that nobody changes, and
  /// each point works on a copy.
  struct PreparedPoints<Command: DirectlyReadable>: @unchecked Sendable {
    private typealias Change = DirectReading<Command.Request>.Change

    private let plan: SweepPlan
    private let requests: [Command.Request]
    /// The axes that are in the requests already.
    private let parsed: [Int]
    /// What each place on each axis changes; empty for the axes that are parsed.
    private let changes: [[[Change]]]

    private static var mostRequests: Int { 256 }

    /// Nil where there would be too many requests to keep.
    /// - Parameter first: the command of the plan's first point.
    init?(_ plan: SweepPlan, first: Command) throws {
      self.plan = plan
      changes = plan.axes.map { axis in
        let changes = axis.places.compactMap(Self.changes)
        return changes.count == axis.places.count ? changes : []
      }
      parsed = plan.axes.indices.filter { [changes] in changes[$0].isEmpty }
      let count = parsed.reduce(1) { min($0 * plan.axes[$1].places.count, plan.count) }
      guard count <= Self.mostRequests else { return nil }
      var requests = [first.request]
      for place in 1..<max(1, count) {
        var positions = Array(repeating: 0, count: plan.axes.count)
        var rest = place
        for i in parsed.reversed() {
          (rest, positions[i]) = rest.quotientAndRemainder(dividingBy: plan.axes[i].places.count)
        }
        guard let command = try plan.parsed(at: positions) as? Command else { return nil }
        requests.append(command.request)
      }
      self.requests = requests
    }

    /// Nil where an option has to be parsed.
    private static func changes(_ settings: [SweepSetting]) -> [Change]? {
      var changes: [Change] = []
      for setting in settings {
        guard case .one(let text) = setting.value,
          let change = try? Command.readings[setting.name]?.change(text)
        else { return nil }
        changes.append(change)
      }
      return changes
    }

    func run(at positions: [Int]) throws {
      var place = 0
      for i in parsed { place = place * plan.axes[i].places.count + positions[i] }
      var request = requests[place]
      for i in changes.indices where !changes[i].isEmpty {
        for change in changes[i][positions[i]] { change(&request) }
      }
      try request.run()
    }
  }
#endif
