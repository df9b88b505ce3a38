import FewBody

/// The part of the line that a level diagram shows, and where its curves are sampled.
struct HorizontalView: Sendable {
  /// In bohr.
  let range: ClosedRange<Double>
  /// For every state, the interval that holds all but two ten-thousandths of it.
  let extents: [ClosedRange<Double>]
  /// Ascending positions that resolve the view and the narrowest state, for V.
  let samples: [Double]

  /// Everything, where the widest state is at most eight times the narrowest; else what holds
  /// the lower half of them: a Rydberg state, (n + 1)^2 wide, would make the lowest a needle.
  init(states: [LineState]) {
    extents = states.map(HorizontalView.extent)
    let width = { (range: ClosedRange<Double>) in range.upperBound - range.lowerBound }
    let narrowest = extents.map(width).min() ?? 0
    let widest = extents.map(width).max() ?? 0
    let shown = widest <= 8 * narrowest ? extents[...] : extents[...(extents.count / 2)]
    let lower = shown.map(\.lowerBound).min() ?? -10
    let upper = shown.map(\.upperBound).max() ?? 10
    let padding = lower < upper ? 0.04 * (upper - lower) : 1
    range = (lower - padding)...(upper + padding)
    let fine = extents.min { width($0) < width($1) } ?? range
    samples = HorizontalView.points(over: range, 600, and: fine, 300)
  }

  /// Ascending positions for the wavefunction of state i.
  func samples(of i: Int) -> [Double] {
    HorizontalView.points(over: range, 500, and: extents[i].clamped(to: range), 400)
  }

  private static func extent(of state: LineState) -> ClosedRange<Double> {
    let samples = state.quadrature()
    let shares = samples.points.indices.map { i in
      samples.weights[i] * samples.values[i] * samples.values[i]
    }
    let total = shares.reduce(0, +)
    guard total > 0, total.isFinite else { return state.support }
    var sum = 0.0
    var first: Double?
    var last = samples.points[samples.points.count - 1]
    for (i, share) in shares.enumerated() {
      sum += share
      if first == nil, sum >= 1e-4 * total { first = samples.points[i] }
      if sum >= (1 - 1e-4) * total {
        last = samples.points[i]
        break
      }
    }
    guard let first, first < last else { return state.support }
    return first...last
  }

  /// A uniform net over one interval with a finer one over another, merged.
  private static func points(
    over coarse: ClosedRange<Double>, _ coarseCount: Int, and fine: ClosedRange<Double>,
    _ fineCount: Int
  ) -> [Double] {
    let net = { (range: ClosedRange<Double>, count: Int) in
      (0...count).map { i in
        let fraction = Double(i) / Double(count)
        return range.lowerBound * (1 - fraction) + range.upperBound * fraction
      }
    }
    // The particles meet at x = 0: a kernel has its kink or its depth there, on no net by chance.
    let kink = coarse.contains(0) ? [0.0] : []
    let all = net(coarse, coarseCount) + net(fine, fineCount).filter(coarse.contains) + kink
    return all.sorted()
  }
}
