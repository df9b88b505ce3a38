import FewBody

/// How each Breit-Pauli term moves and splits the levels, from the gross energy to the total.
///
/// One column a term, in which every level stands at n^3 times the sum of the terms up to there:
/// fine structure falls like 1/n^3, so that all shells share one scale. Colours tell l.
public struct FineStructureDiagram: Sendable {
  /// The levels with their Breit-Pauli terms.
  public let spectrum: FineStructureSpectrum
  /// The picture's title.
  public let title: String

  /// A diagram of every level of `spectrum`.
  public init(spectrum: FineStructureSpectrum, title: String) {
    self.spectrum = spectrum
    self.title = title
  }

  /// The picture's bytes.
  ///
  /// - Throws: ``ChartError``.
  public func data(_ format: PictureFormat, program: String = "gnuplot") throws(ChartError)
    -> [UInt8]
  {
    try chart().data(format, program: program)
  }

  /// Draws to a file, atomically; the ending (.svg, .png) chooses the format.
  ///
  /// - Throws: ``ChartError`` or `OutputError`.
  public func write(to path: String, program: String = "gnuplot") throws {
    try chart().write(to: path, program: program)
  }

  /// The description of the picture.
  public func chart() throws(ChartError) -> Chart {
    for level in spectrum where !level.total.isFinite { throw .notFinite(level: level.index) }
    let terms = FineStructureTerm.allCases.filter { term in
      spectrum.contains { ($0.terms[term] ?? 0) != 0 }
    }
    let ladders = spectrum.map { ladder(of: $0, terms) }
    let heights = ladders.joined()
    let (lowest, highest) = (heights.min() ?? 0, heights.max() ?? 0)
    let padding = lowest < highest ? 0.06 * (highest - lowest) : 1
    let range = (lowest - padding)...(highest + padding)
    var chart = Chart(
      title: title,
      xAxis: .init(title: "terms, added from left to right", range: 0...Double(terms.count + 1)),
      yAxis: .init(
        title: "n\u{b3} \u{d7} shift (\u{3b1}\u{b2} hartree)", range: range))
    chart.xAxis.ticks = [Chart.Tick(position: 0.5, text: "E\u{2099}")]
    for (column, term) in terms.enumerated() {
      chart.xAxis.ticks?.append(
        Chart.Tick(
          position: Double(column) + 1.5, text: term == .massVelocity ? "p\u{2074}" : term.title))
    }
    var named: Set<Int> = []
    for (level, ladder) in zip(spectrum, ladders) {
      let color = Palette.cycle[level.l % Palette.cycle.count]
      for (column, height) in ladder.enumerated() {
        let left = Double(column) + 0.12
        let right = Double(column) + 0.88
        let isNew = column == 0 && named.insert(level.l).inserted
        chart.curves.append(
          Chart.Curve(
            points: [Chart.Point(x: left, y: height), Chart.Point(x: right, y: height)],
            color: color, width: 2, name: isNew ? "l = \(level.l)" : nil))
        guard column + 1 < ladder.count else { continue }
        chart.curves.append(
          Chart.Curve(
            points: [
              Chart.Point(x: right, y: height),
              Chart.Point(x: Double(column) + 1.12, y: ladder[column + 1]),
            ], color: color, width: 0.8, isDashed: true))
      }
    }
    chart.marginLabels = MarginLabels.placed(
      zip(spectrum, ladders).map { level, ladder in
        let height = ladder.last ?? 0
        return Chart.MarginLabel(
          text: level.symbol + "   " + MarginLabels.short(level.total, digits: 7),
          height: height, position: height, color: Palette.cycle[level.l % Palette.cycle.count])
      }, in: range)
    return chart
  }

  /// n^3 times the partial sums of the terms, from 0 to the total.
  private func ladder(of level: FineStructureLevel, _ terms: [FineStructureTerm]) -> [Double] {
    let cube = Double(level.n * level.n * level.n)
    var sum = 0.0
    return [0]
      + terms.map { term in
        sum += level.terms[term] ?? 0
        return cube * sum
      }
  }
}
