/// Eigenvalues against their number, with the line at 0 that none may cross.
public struct EigenvalueChart: Picture {
  /// The eigenvalues, drawn against their place in this order, counted from 0.
  public let values: [Double]
  /// The picture's title.
  public let title: String

  /// A picture of `values` in the order given.
  public init(values: [Double], title: String) {
    self.values = values
    self.title = title
  }

  /// - Throws: `ChartError.nothingToDraw` for fewer than two values.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    var figure = Figure(title: title, captions: [], width: 900, height: 520)
    figure.panels = [
      (try chart(), Frame(left: 100, bottom: 80, width: 770, height: 380, figure: (900, 520)))
    ]
    return figure.script(for: format)
  }

  func chart() throws(ChartError) -> Chart {
    guard values.count >= 2, values.allSatisfy(\.isFinite) else {
      throw .nothingToDraw("two finite eigenvalues or more are needed")
    }
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 1, 1))
    let margin = 0.06 * (high - low)
    let last = Double(values.count - 1)
    var chart = Chart(
      title: "", xAxis: .init(title: "k", range: 0...last),
      yAxis: .init(
        title: "eigenvalue of the velocity matrix", range: (low - margin)...(high + margin)))
    func level(_ height: Double) -> [Chart.Point] {
      [.init(x: 0, y: height), .init(x: last, y: height)]
    }
    chart.curves = [
      .init(points: level(0), color: Palette.potential, width: 1),
      .init(points: level(1), color: Palette.guide, width: 1, isDashed: true),
      .init(
        points: values.enumerated().map { .init(x: Double($0.offset), y: $0.element) },
        color: Palette.cycle[0], width: 2),
    ]
    return chart
  }
}
