import FewBody
import RealModule

/// The density of the angle between two electrons on a ring, one curve for each level.
public struct PairDensityChart: Picture {
  /// The levels; those without a pair density are left out.
  public let levels: [Level]
  /// The picture's title.
  public let title: String
  /// The unit of the energies in the key.
  public let energyUnit: EnergyUnit

  /// A picture of the pair densities of `levels`.
  public init(levels: [Level], title: String, energyUnit: EnergyUnit = .hartree) {
    self.levels = levels
    self.title = title
    self.energyUnit = energyUnit
  }

  /// - Throws: as ``chart()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    var figure = Figure(title: title, captions: [], width: 900, height: 600)
    figure.panels = [
      (
        try chart(),
        Frame(left: 100, bottom: 125, width: 770, height: 415, figure: (900, 600))
      )
    ]
    return figure.script(for: format)
  }

  /// The curves from 0 to 2 pi, and the density of electrons that do not heed one another.
  ///
  /// - Throws: `ChartError.nothingToDraw` for levels without pair densities: a single electron, or
  ///   levels read back from a file.
  public func chart() throws(ChartError) -> Chart {
    let states = levels.compactMap { level in level.electronState.map { (level, $0) } }
    guard !states.isEmpty else {
      throw .nothingToDraw("a pair density needs two electrons and a solved state")
    }
    let turn = 2 * Double.pi
    let points = 400
    var curves: [Chart.Curve] = []
    for (i, (level, state)) in states.enumerated() {
      let density = state.pairDensity()
      let curve = (0...points).map { j in
        let phi = turn * Double(j) / Double(points)
        return Chart.Point(x: phi, y: density(phi))
      }
      guard curve.allSatisfy({ $0.y.isFinite }) else { throw .notFinite(level: level.index) }
      let spin = level.labels["S"].map { ", S = \($0)" } ?? ""
      let energy = brief(energyUnit.value(of: level.energy), digits: 5)
      curves.append(
        Chart.Curve(
          points: curve, color: Palette.cycle[i % Palette.cycle.count], width: 2,
          name: "\(energy) \(energyUnit.symbol)\(spin)"))
    }
    let top = curves.flatMap { $0.points.map(\.y) }.max() ?? 1
    let even = 1 / turn
    curves.append(
      Chart.Curve(
        points: [.init(x: 0, y: even), .init(x: turn, y: even)], color: Palette.guide,
        width: 1, isDashed: true))
    var chart = Chart(
      title: "",
      xAxis: .init(
        title: "angle between two electrons", range: 0...turn,
        ticks: ["0", "\u{3c0}/2", "\u{3c0}", "3\u{3c0}/2", "2\u{3c0}"].enumerated().map {
          .init(position: turn * Double($0.offset) / 4, text: $0.element)
        }),
      yAxis: .init(title: "density (1/rad)", range: 0...(1.12 * max(top, even))))
    chart.curves = curves
    return chart
  }
}
