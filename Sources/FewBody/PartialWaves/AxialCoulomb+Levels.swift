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
    var best: (outcome: Outcome, quality: Quality)?
    var stalls = 0
    while true {
      let problem = self.problem(
        mass: mass, magnetic: m, isEven: isEven, channels: channels, central: central,
        wall: wall)
      let outcome = Outcome(
        channels: try ChannelSolver(problem).lowest(
          count, tolerance: tolerance, shouldStop: shouldStop, progress: progress),
        lastAngularMomentum: problem.angularMomenta[channels - 1])
      if shouldStop() { return best?.outcome ?? outcome }
      let quality = Quality(outcome.channels, target: min(tolerance, 1e-11))
      // High waves are steep: beyond some number of them the elements, not the waves left out,
      // decide the width, and further ones widen it (M = 0, even, 22 levels: 3e-10 with l = 44).
      // Where few waves do not even isolate the levels, more are tried: a few levels cost little.
      let isBetter = best.map { quality.isBetter(than: $0.quality) } ?? true
      if isBetter {
        (best, stalls) = ((outcome, quality), 0)
      } else {
        stalls += 1
      }
      let isStuck = stalls > (best?.quality.isCertified ?? true ? 0 : count <= 4 ? 8 : 2)
      if isStuck || quality.isEnough || channels >= Self.channelLimit {
        return best?.outcome ?? outcome
      }
      channels = min(channels + 2, Self.channelLimit)
    }
  }
}

/// How well the bounds of a set of levels close.
private struct Quality {
  /// Levels without a certificate, and one for a count that did not close.
  private let uncertified: Int
  /// The largest width in units of what is allowed.
  private let excess: Double

  init(_ outcome: ChannelSolver.Outcome, target: Double) {
    uncertified =
      outcome.levels.filter { !$0.isCertified }.count + (outcome.isComplete ? 0 : 1)
    excess =
      outcome.levels.map { level in
        (level.upper - level.lower)
          / max(target * level.energy.magnitude, ChannelSolver.roundingWidth * level.magnitude)
      }.max() ?? 0
  }

  var isCertified: Bool { uncertified == 0 }
  var isEnough: Bool { isCertified && excess <= 1 }

  func isBetter(than other: Quality) -> Bool {
    uncertified < other.uncertified
      || (uncertified == other.uncertified && excess < 0.5 * other.excess)
  }
}
