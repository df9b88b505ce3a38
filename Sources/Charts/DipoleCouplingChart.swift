import FewBody

/// How two dipoles couple out of resonance: against their detuning, and against their distance.
///
/// V is <10|V|01> in units of m1 m2 (1 + x^2)/r^3, x = w1 r/c, in which near and far zone are both of order one.
public struct DipoleCouplingChart: Picture {
  /// Two levels each; moments and places are kept, the frequencies of the second and the distance vary.
  public var first: Dipole
  /// The second dipole, of two levels too.
  public var second: Dipole
  /// The picture's title.
  public var title: String

  /// The couplings of `first` and `second`, along the line between their places.
  public init(first: Dipole, second: Dipole, title: String) {
    self.first = first
    self.second = second
    self.title = title
  }

  /// - Throws: as ``detuning()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let (width, height) = (1000, 560)
    var figure = Figure(title: title, captions: [], width: width, height: height)
    func frame(_ left: Int) -> Frame {
      Frame(left: left, bottom: 116, width: 380, height: 376, figure: (width, height))
    }
    figure.panels = [(try detuning(), frame(100)), (try distance(), frame(590))]
    return figure.script(for: format)
  }

  /// Against (w2 - w1)/w1 at fixed distances.
  ///
  /// - Throws: `ChartError.nothingToDraw` without two levels each, a first frequency above 0 and moments.
  public func detuning() throws(ChartError) -> Chart {
    try require()
    let curves = [0.5, 3, 6, 12].enumerated().map { i, x in
      Chart.Curve(
        points: (0...400).map { k in
          let ratio = Double(k) / 200
          return Chart.Point(x: ratio - 1, y: coupling(x, ratio))
        }, color: Palette.cycle[i], width: 1.8, name: "\u{3c9}\u{2081}r/c = \(brief(x))")
    }
    return chart("(\u{3c9}\u{2082} \u{2212} \u{3c9}\u{2081})/\u{3c9}\u{2081}", -1...1, curves)
  }

  /// Against w1 r/c at fixed detunings; w2 = 0 is a permanent moment.
  ///
  /// - Throws: as ``detuning()``.
  public func distance() throws(ChartError) -> Chart {
    try require()
    let curves = [1, 0.9, 0.5, 0].enumerated().map { i, ratio in
      Chart.Curve(
        points: (0...800).map { k in
          let x = 0.01 + Double(k) * 0.04
          return Chart.Point(x: x, y: coupling(x, ratio))
        }, color: Palette.cycle[i], width: 1.8,
        name: "\u{3c9}\u{2082}/\u{3c9}\u{2081} = \(brief(ratio))")
    }
    return chart("\u{3c9}\u{2081}r/c", 0...32, curves)
  }

  private func require() throws(ChartError) {
    guard first.energies.count == 2, second.energies.count == 2, frequency > 0, scale > 0 else {
      throw .nothingToDraw(
        "two dipoles of two levels with moments, the first with a frequency above 0, are needed")
    }
  }

  private var frequency: Double { first.energies[1].hartree - first.energies[0].hartree }

  /// m1 m2.
  private var scale: Double {
    func size(_ dipole: Dipole) -> Double {
      let square = dipole.moments.reduce(0.0) { sum, matrix in
        sum + (matrix.count > 1 ? matrix[1].lengthSquared : 0)
      }
      return square.squareRoot()
    }
    return size(first) * size(second)
  }

  private func coupling(_ x: Double, _ ratio: Double) -> Double {
    var (a, b) = (first, second)
    let line = second.position - first.position
    let length = (line * line).sum().squareRoot()
    let distance = x / (frequency * Constants.fineStructure)
    (a.position, b.position) = (.zero, line / length * distance)
    b.energies = [0, Energy(hartree: ratio * frequency)]
    let value = DipoleSystem([a, b]).coupling(0, 1, 1, 0, 0, 1).real
    return value * distance * distance * distance / (scale * (1 + x * x))
  }

  private func chart(
    _ title: String, _ range: ClosedRange<Double>, _ curves: [Chart.Curve]
  ) -> Chart {
    let heights: [Double] = curves.flatMap { curve in curve.points.map { $0.y } } + [0]
    let (low, high) = (heights.min() ?? -1, heights.max() ?? 1)
    let margin = 0.05 * max(high - low, 1e-12)
    var chart = Chart(
      title: "", xAxis: .init(title: title, range: range),
      yAxis: .init(
        title: "V r\u{b3}/m\u{b2}(1 + x\u{b2})", range: (low - margin)...(high + margin)))
    chart.curves = curves
    return chart
  }
}
