extension AxialCoulomb {
  /// What was found, and the number of waves that it took.
  struct Outcome: Sendable {
    var channels: ChannelSolver.Outcome
    /// The last l.
    var lastAngularMomentum: Int
  }

  /// No more waves than this; their number grows until the bounds are narrow enough.
  static let channelLimit = 40

  /// The lowest `count` levels of one M and one parity, with enough partial waves for the two
  /// bounds to close.
  ///
  /// The upper bounds fall and the lower ones rise with every wave. Measured for the Breit pair, M =
  /// 0, even, relative widths of the first four levels: 5 waves 3e-12, 2e-10, 5e-8, 4e-8; 6 waves 3e-12,
  /// 2e-12, 8e-11, 6e-11.
  func lowest(
    _ count: Int, mass: Double, magnetic m: Int, isEven: Bool, central: LineProfile? = nil,
    wall: Double? = nil, tolerance: Double = 1e-10, shouldStop: () -> Bool = { false },
    progress: (Double) -> Void = { _ in }
  ) throws(FewBodyError) -> Outcome {
    var channels =
      5 + Int(Double(count - 1).squareRoot().rounded(.up)) + (Swift.abs(m) + 1) / 2
    var best: (outcome: Outcome, width: Double)?
    while true {
      let problem = self.problem(
        mass: mass, magnetic: m, isEven: isEven, channels: channels, central: central,
        wall: wall)
      let outcome = try ChannelSolver(problem).lowest(
        count, tolerance: tolerance, shouldStop: shouldStop, progress: progress)
      let target = min(tolerance, 1e-11)
      let isNarrow = outcome.levels.allSatisfy {
        $0.isCertified
          && ($0.upper - $0.lower <= target * $0.energy.magnitude
            || $0.upper - $0.lower <= ChannelSolver.roundingWidth * $0.magnitude)
      }
      let found = Outcome(
        channels: outcome, lastAngularMomentum: problem.angularMomenta[channels - 1])
      let width = outcome.levels.reduce(outcome.isComplete ? 0 : Double.infinity) {
        max($0, ($1.upper - $1.lower) / $1.energy.magnitude)
      }
      if isNarrow { return found }
      // Waves that do not halve the widths will not close them: rounding or the elements decide.
      let isStuck = best.map { $0.width.isFinite && !(width <= 0.5 * $0.width) } ?? false
      if best.map({ width <= $0.width }) ?? true { best = (found, width) }
      if isStuck || shouldStop() || channels >= Self.channelLimit {
        return best?.outcome ?? found
      }
      channels = min(channels + 2, Self.channelLimit)
    }
  }
}
