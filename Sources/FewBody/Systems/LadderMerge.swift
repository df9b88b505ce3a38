/// The lowest levels of several ladders taken together, each ladder ascending by itself.
///
/// A ladder is one partial wave l (with 2l + 1 states a level) or one sector of given M and parity.
/// Ladders are solved as far as the merged order asks for: one level beyond the last wanted one, so
/// that a cluster that reaches across ladders is seen whole.
struct LadderMerge {
  struct Ladder {
    let multiplicity: Int
    /// How many levels to begin with.
    let first: Int
    /// Whether further levels may be asked for; false where theory says how many count.
    var extends = true
  }

  /// One level of one ladder.
  struct Rung {
    let ladder: Int
    let position: Int
    let level: ChannelLevelSolver.Solution
  }

  /// Ladder i + 1 is asked for only if ladder i begins below the last wanted level: its own lowest
  /// level lies higher (a larger l adds a positive term to H). Otherwise all are opened.
  let isNested: Bool

  private(set) var outcomes: [ChannelSolver.Outcome] = []
  private var ladders: [Ladder] = []
  private var asked: [Int] = []

  init(isNested: Bool) { self.isNested = isNested }

  /// Rungs in ascending order that hold at least `count` states, or all there are; the flag says
  /// that none is missing below the last of them.
  ///
  /// `ladder` describes ladder i, nil beyond the last one; `solve` finds that many of its levels.
  mutating func lowest(
    _ count: Int, ladder: (Int) -> Ladder?,
    solve: (_ ladder: Int, _ count: Int) throws(FewBodyError) -> ChannelSolver.Outcome,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> (rungs: [Rung], isComplete: Bool) {
    while !shouldStop() {
      if opensNext(count), let next = ladder(ladders.count) {
        ladders.append(next)
        asked.append(min(next.first, count))
        outcomes.append(try solve(ladders.count - 1, asked[asked.count - 1]))
      } else if let i = shortest(count) {
        asked[i] += max(1, asked[i] / 2)
        outcomes[i] = try solve(i, asked[i])
      } else {
        break
      }
    }
    return gapless(count)
  }

  private var merged: [Rung] {
    var rungs: [Rung] = []
    for (i, outcome) in outcomes.enumerated() {
      for (k, level) in outcome.levels.enumerated() {
        rungs.append(Rung(ladder: i, position: k, level: level))
      }
    }
    return rungs.sorted {
      ($0.level.energy, $0.ladder, $0.position) < ($1.level.energy, $1.ladder, $1.position)
    }
  }

  /// The upper bound of the level that holds the last wanted state; nil while there are too few.
  private func reach(_ count: Int) -> Double? {
    var held = 0
    for rung in merged {
      held += ladders[rung.ladder].multiplicity
      if held >= count { return rung.level.upper }
    }
    return nil
  }

  private func opensNext(_ count: Int) -> Bool {
    guard isNested, let last = outcomes.last, ladders[outcomes.count - 1].extends else {
      return true
    }
    guard let lowest = last.levels.first else { return false }
    return lowest.lower <= (reach(count) ?? .infinity)
  }

  /// The ladder whose top may still hide a wanted level; nil if there is none.
  private func shortest(_ count: Int) -> Int? {
    let reach = reach(count) ?? .infinity
    return outcomes.indices.first { i in
      let outcome = outcomes[i]
      guard ladders[i].extends, !outcome.isExhausted, asked[i] <= count,
        outcome.levels.count >= asked[i], let top = outcome.levels.last
      else { return false }
      return top.lower <= reach
    }
  }

  /// The merged rungs below the top of every ladder that fell short.
  private func gapless(_ count: Int) -> (rungs: [Rung], isComplete: Bool) {
    var rungs = merged
    var isComplete = true
    var held = 0
    for (i, outcome) in outcomes.enumerated() where !outcome.isComplete {
      let top = outcome.levels.last?.energy ?? -.infinity
      let certain = rungs.prefix { $0.level.energy <= top || $0.ladder == i }
      rungs = Array(certain)
      isComplete = false
    }
    for (place, rung) in rungs.enumerated() {
      held += ladders[rung.ladder].multiplicity
      if held >= count {
        // The rest of the cluster, and one level that ends it.
        let rest = rungs[place...].dropFirst().prefix { $0.level.lower <= rung.level.upper }
        return (Array(rungs[...place]) + rest, isComplete)
      }
    }
    return (rungs, isComplete)
  }
}
