/// The heights of a level diagram: where levels stand, how tall their states are, what is shown.
struct LevelLayout: Sendable {
  let scale: EnergyScale
  let heights: [Double]
  /// The height of each wavefunction's largest value over its level.
  let amplitudes: [Double]
  let range: ClosedRange<Double>
  /// The potential in heights, cut off beyond the range.
  let well: [Chart.Point]
  /// Where V is deepest, if that is below the range: x in bohr, V in the unit.
  let hiddenDepth: Chart.Point?
  /// Where the well, right of its deepest place, has risen over a line of text at the lower edge.
  let wellEdge: Double?
  /// The threshold's height, if it is in the range.
  let thresholdHeight: Double?

  /// Energies and V in the unit of the axis; V as points over the view.
  init(energies: [Double], threshold: Double?, well samples: [Chart.Point]) {
    let scale = EnergyScale(energies: energies, threshold: threshold)
    let heights = energies.map(scale.height)
    let deepest = samples.filter { !$0.y.isNaN }.min { $0.y < $1.y }
    let floor = deepest.map { scale.height($0.y) } ?? 0
    // Without levels, the deepest place that has a number: -1/|x| has none at its singularity.
    let foot = samples.map { scale.height($0.y) }.filter(\.isFinite).min() ?? threshold ?? 0
    let lowest = heights.min() ?? foot
    let highest = heights.max() ?? foot
    // One level, none, or one doublet says little of the scale: then the well and the threshold do.
    let around = [(threshold ?? .infinity) - lowest, lowest - floor]
      .filter { $0 > 0 && $0.isFinite }
    let depth = heights.count < 2 ? around.first : around.min()
    let measure = scale == .linear ? max(highest - lowest, depth ?? 0) : highest - lowest
    let span = measure > 0 ? measure : 1

    let amplitudes = LevelLayout.amplitudes(heights, span: span)
    let below = max(0.45 * span, 1.3 * (amplitudes.first ?? 0))
    var bottom = lowest - below
    let isCut = floor < min(bottom, lowest - 1.05 * span)
    if !isCut { bottom = min(floor - 0.04 * span, lowest - 1.15 * (amplitudes.first ?? 0)) }
    var top = highest + max(1.4 * (amplitudes.last ?? 0), 0.08 * span)
    var thresholdHeight: Double?
    let reach = (heights.count > 1 ? 0.6 : 1) * span
    if let threshold, scale == .linear, threshold - highest <= reach {
      thresholdHeight = threshold
      top = max(top, threshold + 0.06 * span)
    }
    // Far outside, but finite: gnuplot cuts the curve at the frame itself.
    let limits = (bottom - span)...(top + span)
    well = samples.filter { !$0.y.isNaN }.map { point in
      let height = scale.height(point.y)
      return Chart.Point(x: point.x, y: min(max(height, limits.lowerBound), limits.upperBound))
    }
    self.scale = scale
    self.heights = heights
    self.amplitudes = amplitudes
    self.thresholdHeight = thresholdHeight
    range = bottom...top
    hiddenDepth = isCut ? deepest : nil
    let line = bottom + 0.08 * (top - bottom)
    wellEdge = well.first { $0.x > deepest?.x ?? 0 && $0.y > line }?.x
  }

  /// Just under half the distance to the nearer neighbour.
  ///
  /// A doublet, two levels three times closer to each other than to any third, counts as one:
  /// drawn to half its own splitting, the states of a tunnelling pair would be flat lines.
  private static func amplitudes(_ heights: [Double], span: Double) -> [Double] {
    let gaps = zip(heights.dropFirst(), heights).map { $0 - $1 }
    let isDoublet = gaps.indices.map { i in
      let around = [i - 1, i + 1].filter(gaps.indices.contains).map { gaps[$0] }
      return gaps[i] < 0.12 * span && gaps[i] < (around.min() ?? span) / 3
    }
    return heights.indices.map { i in
      var nearest = 0.6 * span
      for gap in [i - 1, i] where gaps.indices.contains(gap) {
        // Past a doublet's own splitting, the next gap on that side is the one to keep clear of.
        let outer = gap < i ? gap - 1 : gap + 1
        if !isDoublet[gap] {
          nearest = min(nearest, gaps[gap])
        } else if gaps.indices.contains(outer) {
          nearest = min(nearest, gaps[outer])
        }
      }
      return 0.45 * max(nearest, 0.004 * span)
    }
  }
}
