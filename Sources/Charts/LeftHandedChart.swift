import FewBody

/// Dispersion and reflectance beside a magnetic resonance in a negative background, both assignments (Cho, Figs 1 and 2).
public struct LeftHandedChart: Picture {
  /// Its assignment is of no account: both are drawn.
  public var medium: LeftHandedMedium

  /// A picture of `medium` in both assignments.
  public init(medium: LeftHandedMedium) { self.medium = medium }

  /// Both panels, side by side.
  ///
  /// - Throws: as ``dispersion()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let (width, height) = (1000, 520)
    var figure = Figure(
      title: "magnetic resonance in a background of \u{3b5} = \(brief(medium.background)), "
        + "4\u{3c0}b/\u{3c9}\u{2080} = \(brief(medium.strength))",
      captions: [], width: width, height: height)
    func frame(_ left: Int) -> Frame {
      Frame(left: left, bottom: 84, width: 380, height: 370, figure: (width, height))
    }
    figure.panels = [(try dispersion(), frame(100)), (try reflectance(), frame(590))]
    return figure.script(for: format)
  }

  /// w/w_0 against ck/w = Re n, where waves propagate.
  ///
  /// - Throws: `ChartError.nothingToDraw` for a medium that cannot be.
  public func dispersion() throws(ChartError) -> Chart {
    let limit = 6 * medium.background.magnitude.squareRoot()
    let sign = medium.background < 0 ? -1.0 : 1
    var chart = Chart(
      title: "", xAxis: .init(title: "ck/\u{3c9}", range: sign < 0 ? -limit...0 : 0...limit),
      yAxis: .init(title: "\u{3c9}/\u{3c9}\u{2080}", range: range, ticks: ticks))
    chart.curves = try curves { medium, w in
      guard let n = try? medium.index(at: w), n.real != 0, n.real.magnitude <= limit else {
        return nil
      }
      return Chart.Point(x: n.real, y: w)
    }
    return chart
  }

  /// R against w/w_0.
  ///
  /// - Throws: `ChartError.nothingToDraw` for a medium that cannot be.
  public func reflectance() throws(ChartError) -> Chart {
    var chart = Chart(
      title: "",
      xAxis: .init(title: "\u{3c9}/\u{3c9}\u{2080}", range: range, ticks: ticks),
      yAxis: .init(title: "reflectance", range: 0...1.05))
    chart.curves = try curves { medium, w in
      (try? medium.reflectance(at: w)).map { Chart.Point(x: w, y: $0) }
    }
    return chart
  }

  private var range: ClosedRange<Double> {
    max(0, 1 - 2 * medium.strength)...(1 + 2 * medium.strength)
  }

  private var ticks: [Chart.Tick] {
    (-1...1).map { i in
      let position = 1 + Double(i) * medium.strength
      return Chart.Tick(position: position, text: brief(position, digits: 8))
    }.filter { $0.position >= 0 }
  }

  private func curves(
    _ point: (LeftHandedMedium, Double) -> Chart.Point?
  ) throws(ChartError) -> [Chart.Curve] {
    var curves: [Chart.Curve] = []
    let samples = 4000
    for (i, assignment) in LeftHandedMedium.Assignment.allCases.enumerated() {
      var medium = medium
      medium.assignment = assignment
      var points: [Chart.Point] = []
      var isNamed = false
      func close() {
        guard points.count > 1 else {
          points = []
          return
        }
        curves.append(
          .init(
            points: points, color: Palette.cycle[i], width: 2,
            name: isNamed ? nil : "(\(assignment.rawValue))"))
        isNamed = true
        points = []
      }
      for sample in 1..<samples {
        // Between round numbers: no sample hits the pole.
        let share = (Double(sample) + 0.37) / Double(samples)
        let w = range.lowerBound + (range.upperBound - range.lowerBound) * share
        if let next = point(medium, w) { points.append(next) } else { close() }
      }
      close()
    }
    guard !curves.isEmpty else {
      throw .nothingToDraw("no frequency at which this medium has an index")
    }
    return curves
  }
}
