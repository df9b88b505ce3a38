import FewBody

/// Levels as short lines in columns, each column one symmetry or one system.
///
/// The first column's levels are repeated as dashed lines in all others, so that a shift or a
/// splitting shows against them. The energy axis is logarithmic where the levels ask for it.
public struct LevelScheme: Picture {
  /// A level in a column.
  public struct Entry: Sendable {
    /// The level's energy.
    public var energy: Energy
    /// Words before the energy, such as `n = 2`; may be empty.
    public var label: String
    /// How many states have this energy; shown where it is not 1.
    public var multiplicity: Int
    /// `even` and `odd` have a colour each and stand in the key; nil is drawn dark.
    public var parity: String?

    /// A level at `energy`, of one state and drawn dark unless asked otherwise.
    public init(
      energy: Energy, label: String = "", multiplicity: Int = 1, parity: String? = nil
    ) {
      self.energy = energy
      self.label = label
      self.multiplicity = multiplicity
      self.parity = parity
    }
  }

  /// Levels under one title.
  public struct Column: Sendable {
    /// The words beneath the column.
    public var title: String
    /// The column's levels, in any order.
    public var entries: [Entry]

    /// A column of `entries` over its `title`.
    public init(title: String, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The picture's title.
  public var title: String
  /// Where the continuum begins; nil between walls.
  public var threshold: Energy?
  /// The unit of the energy axis.
  public var energyUnit: EnergyUnit

  /// A scheme of `columns`; the continuum begins at 0 hartree unless said otherwise.
  public init(
    columns: [Column], title: String, threshold: Energy? = .hartree(0),
    energyUnit: EnergyUnit = .hartree
  ) {
    self.columns = columns
    self.title = title
    self.threshold = threshold
    self.energyUnit = energyUnit
  }

  /// The gnuplot program of the scheme, as wide as its columns ask for.
  ///
  /// - Throws: as ``chart()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    var chart = try chart()
    chart.title = ""
    let width = max(frameWidth + 142, 480)
    var figure = Figure(title: title, captions: [], width: width, height: 640)
    figure.panels = [
      (
        chart,
        Frame(
          left: 112, bottom: 90, width: width - 142, height: 500, figure: (width, 640))
      )
    ]
    return figure.script(for: format)
  }

  /// The description of the picture.
  ///
  /// - Throws: `ChartError.nothingToDraw` without a level, `ChartError.notFinite` for an energy
  ///   that is no number.
  public func chart() throws(ChartError) -> Chart {
    let entries = columns.flatMap(\.entries)
    guard !entries.isEmpty else { throw .nothingToDraw("the level scheme has no level") }
    for (i, entry) in entries.enumerated() where !energyUnit.value(of: entry.energy).isFinite {
      throw .notFinite(level: i)
    }
    let scale = EnergyScale(
      energies: entries.map { energyUnit.value(of: $0.energy) },
      threshold: threshold.map(energyUnit.value(of:)))
    let heights = entries.map { scale.height(energyUnit.value(of: $0.energy)) }
    let range = LevelScheme.padded(heights)
    var chart = Chart(
      title: title,
      xAxis: .init(
        title: "", range: 0...Double(columns.count),
        ticks: columns.enumerated().map { .init(position: Double($0) + 0.5, text: $1.title) }),
      yAxis: .init(title: scale.title(energyUnit), range: range, ticks: scale.ticks(in: range)))
    for entry in columns.first?.entries ?? [] {
      let height = scale.height(energyUnit.value(of: entry.energy))
      for x in columns.indices.dropFirst().map(Double.init) {
        let ends = ((x + 0.01, height), (x + 0.39, height))
        chart.curves.append(LevelScheme.line(from: ends.0, to: ends.1, Palette.guide, 1, true, nil))
      }
    }
    var named: Set<String> = []
    for (i, column) in columns.enumerated() {
      add(column, at: Double(i), to: &chart, scale: scale, named: &named)
    }
    return chart
  }

  private func add(
    _ column: Column, at x: Double, to chart: inout Chart, scale: EnergyScale,
    named: inout Set<String>
  ) {
    var labels: [Chart.MarginLabel] = []
    for entry in column.entries {
      let height = scale.height(energyUnit.value(of: entry.energy))
      let color = entry.parity.map { Palette.color(parity: $0, index: 0) } ?? Palette.potential
      let name = entry.parity.flatMap { named.insert($0).inserted ? $0 : nil }
      chart.curves.append(
        LevelScheme.line(
          from: (x + 0.04, height), to: (x + 0.36, height), color, 2.2, false, name))
      labels.append(
        .init(text: words(entry), height: height, position: height, color: color))
    }
    for label in MarginLabels.placed(labels, in: chart.yAxis.range, line: 0.045) {
      chart.curves.append(
        LevelScheme.line(
          from: (x + 0.36, label.height), to: (x + 0.41, label.position), label.color, 0.8, false,
          nil))
      chart.labels.append(
        .init(text: label.text, x: x + 0.425, y: label.position, color: label.color))
    }
  }

  private func words(_ entry: Entry) -> String {
    let energy = brief(energyUnit.value(of: entry.energy), digits: 4, isTrimmed: false)
    let multiplicity = entry.multiplicity == 1 ? [] : ["\u{d7}\(entry.multiplicity)"]
    return ((entry.label.isEmpty ? [] : [entry.label]) + [energy] + multiplicity)
      .joined(separator: "  ")
  }

  /// In pixels: every column wide enough for its longest label, seven and a half pixels a letter.
  var frameWidth: Int {
    let longest = columns.flatMap(\.entries).map { words($0).count }.max() ?? 0
    return max(1, columns.count) * max(130, longest * 15 * 50 / 57)
  }

  private static func line(
    from start: (Double, Double), to end: (Double, Double), _ color: String, _ width: Double,
    _ isDashed: Bool, _ name: String?
  ) -> Chart.Curve {
    Chart.Curve(
      points: [.init(x: start.0, y: start.1), .init(x: end.0, y: end.1)], color: color,
      width: width, isDashed: isDashed, name: name)
  }

  private static func padded(_ heights: [Double]) -> ClosedRange<Double> {
    let lowest = heights.min() ?? 0
    let highest = heights.max() ?? 0
    let span = highest > lowest ? highest - lowest : max(lowest.magnitude, 1)
    return (lowest - 0.06 * span)...(highest + 0.06 * span)
  }
}
