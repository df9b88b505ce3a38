import FewBody

/// V(x), the levels as lines, and on each its wavefunction: the picture of a one-particle spectrum.
///
/// Wavefunctions are drawn to equal height, less than half the distance to the next level, with
/// the outermost lobe on the right upward. A well that goes deeper than the levels ask for is cut
/// off below, and marked so.
public struct LevelDiagram: ChartPicture {
  /// The levels, with their wavefunctions.
  public let spectrum: Spectrum
  /// V(x): x in bohr, V in hartree.
  public let potential: @Sendable (Double) -> Double
  /// The picture's title.
  public let title: String
  /// The unit of the energy axis.
  public let energyUnit: EnergyUnit

  /// A diagram of `spectrum` in V(x), x in bohr and V in hartree.
  public init(
    spectrum: Spectrum, potential: @escaping @Sendable (Double) -> Double, title: String,
    energyUnit: EnergyUnit = .hartree
  ) {
    self.spectrum = spectrum
    self.potential = potential
    self.title = title
    self.energyUnit = energyUnit
  }

  /// The description of the picture.
  public func chart() throws(ChartError) -> Chart {
    let states = spectrum.levels.compactMap(\.state)
    guard states.count == spectrum.levels.count else { throw .noWavefunctions }
    for level in spectrum.levels where !level.energy.hartree.isFinite {
      throw .notFinite(level: level.index)
    }
    let view = HorizontalView(states: states)
    let factor = energyUnit.perHartree
    let layout = LevelLayout(
      energies: spectrum.levels.map { energyUnit.value(of: $0.energy) },
      threshold: spectrum.threshold.map(energyUnit.value(of:)),
      well: view.samples.map { Chart.Point(x: $0, y: potential($0) * factor) })

    let length = LengthAxis(range: view.range)
    var chart = Chart(
      title: spectrum.isEmpty ? title + " (no bound level)" : title,
      xAxis: .init(title: length.title, range: length.scaled(view.range)),
      yAxis: .init(
        title: layout.scale.title(energyUnit), range: layout.range,
        ticks: layout.scale.ticks(in: layout.range)))
    chart.curves.append(
      Chart.Curve(
        points: layout.well.map { Chart.Point(x: $0.x * length.factor, y: $0.y) },
        color: Palette.potential, width: 2, name: "V(x)"))
    if let threshold = layout.thresholdHeight {
      chart.curves.append(line(threshold, chart.xAxis.range, Palette.threshold, "threshold", true))
    }
    addLevels(to: &chart, view: view, layout: layout, length: length)
    chart.marginLabels = MarginLabels.placed(
      spectrum.levels.indices.map { i in
        Chart.MarginLabel(
          text: MarginLabels.text(spectrum.levels, at: i, in: energyUnit),
          height: layout.heights[i], position: layout.heights[i], color: color(i))
      }, in: layout.range)
    if let depth = layout.hiddenDepth {
      let words =
        depth.y.isFinite
        ? "V(x) down to \(MarginLabels.short(depth.y)) \(energyUnit.symbol)"
        : "V(x) down without end"
      let room = view.range.upperBound - 0.34 * (view.range.upperBound - view.range.lowerBound)
      let edge = layout.wellEdge.map { $0 < room ? $0 : view.range.lowerBound } ?? depth.x
      chart.notes.append(
        Chart.Note(text: words, x: depth.x * length.factor, textX: edge * length.factor))
    }
    return chart
  }

  private func color(_ i: Int) -> String { Palette.color(parity: parity(i), index: i) }

  private func parity(_ i: Int) -> String? {
    if case .word(let word) = spectrum.levels[i].labels["parity"] { word } else { nil }
  }

  private func line(
    _ height: Double, _ range: ClosedRange<Double>, _ color: String, _ name: String?,
    _ isDashed: Bool
  ) -> Chart.Curve {
    Chart.Curve(
      points: [
        Chart.Point(x: range.lowerBound, y: height), Chart.Point(x: range.upperBound, y: height),
      ], color: color, width: 1, isDashed: isDashed, name: name)
  }

  private func addLevels(
    to chart: inout Chart, view: HorizontalView, layout: LevelLayout, length: LengthAxis
  ) {
    var named: Set<String> = []
    for (i, level) in spectrum.levels.enumerated() {
      guard let state = level.state else { continue }
      let height = layout.heights[i]
      chart.curves.append(line(height, chart.xAxis.range, Palette.guide, nil, false))
      var positions = view.samples(of: i)
      var values = positions.map(state.value(at:))
      let largest = values.map(\.magnitude).max() ?? 0
      guard largest > 0, largest.isFinite else { continue }
      // The tails lie on the level's own line: without them that line stays visible.
      if let first = values.firstIndex(where: { $0.magnitude > 0.004 * largest }),
        let last = values.lastIndex(where: { $0.magnitude > 0.004 * largest })
      {
        positions = Array(positions[first...last])
        values = Array(values[first...last])
      }
      let outermost = values.last { $0.magnitude > 0.05 * largest } ?? 1
      let amplitude = layout.amplitudes[i] / largest * (outermost < 0 ? -1 : 1)
      let name = parity(i).flatMap { named.insert($0).inserted ? $0 : nil }
      chart.curves.append(
        Chart.Curve(
          points: zip(positions, values).map {
            Chart.Point(x: $0 * length.factor, y: height + amplitude * $1)
          }, color: color(i), width: 1.6, base: height, name: name))
    }
  }
}
