import FewBody

/// The current of the ground state over one flux quantum: a panel for each number of electrons, a
/// curve for each radius.
///
/// The unit is that of one electron, e hbar/2 pi m R^2, so that rings of different radii share an axis: between
/// two jumps every curve falls as -N f.
public struct RotorCurrentChart: Picture {
  /// Rotors of one number of electrons, for every panel.
  public let panels: [[ElectronRotor]]
  /// The picture's title.
  public let title: String

  /// A picture of `rotors`: neighbours with the same number of electrons share a panel.
  public init(rotors: [ElectronRotor], title: String) {
    var panels: [[ElectronRotor]] = []
    for rotor in rotors {
      if panels.last?.first?.count == rotor.count {
        panels[panels.count - 1].append(rotor)
      } else {
        panels.append([rotor])
      }
    }
    self.panels = panels
    self.title = title
  }

  /// - Throws: as ``charts()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let charts = try charts()
    let rows = (charts.count + 1) / 2
    let (width, height) = (980, 90 + 330 * rows)
    var figure = Figure(title: title, captions: [], width: width, height: height)
    figure.panels = charts.enumerated().map { i, chart in
      let row = rows - 1 - i / 2
      return (
        chart,
        Frame(
          left: 95 + 480 * (i % 2), bottom: 100 + 330 * row, width: 380, height: 210,
          figure: (width, height))
      )
    }
    return figure.script(for: format)
  }

  /// One chart for each number of electrons.
  ///
  /// - Throws: `ChartError.nothingToDraw` without a rotor.
  public func charts() throws(ChartError) -> [Chart] {
    guard !panels.isEmpty else { throw .nothingToDraw("no ground state of any ring") }
    return panels.map { rotors in
      let points = 1200
      var curves: [Chart.Curve] = []
      // Later curves are thinner: those that coincide all show.
      for (i, rotor) in rotors.enumerated() {
        let radius = rotor.radius.bohr
        let unit = 2 * Double.pi * radius * radius
        // Between the grid's points the jumps are steep lines, 1/1200 wide.
        let curve = (0..<points).map { j in
          let flux = (Double(j) + 0.5) / Double(points)
          return Chart.Point(x: flux, y: unit * rotor.ground(at: flux).current)
        }
        curves.append(
          Chart.Curve(
            points: curve, color: Palette.cycle[i % Palette.cycle.count],
            width: 1.4 + 1.8 * Double(rotors.count - 1 - i),
            name: "R = \(brief(radius, digits: 3))"))
      }
      let top = curves.flatMap { $0.points.map(\.y.magnitude) }.max() ?? 1
      let count = rotors.first?.count ?? 1
      var chart = Chart(
        title: "\(count) electron\(count == 1 ? "" : "s")",
        xAxis: .init(title: "\u{3a6}/\u{3a6}\u{2080}", range: 0...1),
        yAxis: .init(
          title: "current (e\u{127}/2\u{3c0}mR\u{b2})", range: (-1.1 * top)...(1.1 * top)))
      chart.curves = curves
      return chart
    }
  }
}
