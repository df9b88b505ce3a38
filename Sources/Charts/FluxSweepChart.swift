import FewBody

/// E(f) of every branch, and the current I(f) beneath: a ring over a range of fluxes.
///
/// A branch keeps its colour through crossings, true or avoided. Beneath stand the currents of the
/// branches and, in black, that of the electrons that fill the levels, or of the lowest level: at T = 0 the
/// saw tooth.
public struct FluxSweepChart: Picture {
  /// The levels at each flux, in the order of the fluxes.
  public let points: [RingSweep.Point]
  /// The picture's title.
  public let title: String
  /// Such as `10 electrons`, where the points hold totals.
  public let filling: String?
  /// The unit of the upper panel's energies.
  public let energyUnit: EnergyUnit

  /// A picture of the sweep `points`; with `filling` and totals at every point the lower panel shows the total alone.
  public init(
    points: [RingSweep.Point], title: String, filling: String? = nil,
    energyUnit: EnergyUnit = .hartree
  ) {
    self.points = points
    self.title = title
    self.filling = filling
    self.energyUnit = energyUnit
  }

  /// The gnuplot program of both panels.
  ///
  /// - Throws: as ``energies()`` and ``currents()``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let (width, height) = (900, 860)
    var figure = Figure(title: title, captions: [], width: width, height: height)
    func frame(_ bottom: Int, _ tall: Int) -> Frame {
      Frame(left: 110, bottom: bottom, width: 750, height: tall, figure: (width, height))
    }
    figure.panels = [
      (try energies(), frame(378, 430)), (try currents(), frame(84, 240)),
    ]
    return figure.script(for: format)
  }

  /// The upper panel: E(f), one curve a branch.
  ///
  /// - Throws: `ChartError.nothingToDraw` for fewer than two fluxes, `ChartError.notFinite` for an
  ///   energy that is no number.
  public func energies() throws(ChartError) -> Chart {
    let range = try fluxes()
    let heights = points.flatMap { $0.levels.map { energyUnit.value(of: $0.energy) } }
    var chart = Chart(
      title: "", xAxis: .init(title: "", range: range),
      yAxis: .init(
        title: "energy (\(energyUnit.symbol))", range: FluxSweepChart.around(heights)))
    chart.curves = branches { energyUnit.value(of: $0.energy) }
    return chart
  }

  /// The lower panel: I(f) of every branch, and of the filling or the lowest level.
  public func currents() throws(ChartError) -> Chart {
    let range = try fluxes()
    let unit = CurrentUnit(
      atomic: points.flatMap { point in
        point.levels.compactMap(\.current) + [point.totalCurrent].compactMap(\.self)
      })
    let isFilled = filling != nil && points.allSatisfy { $0.totalCurrent != nil }
    let totals = points.compactMap { point in
      (isFilled ? point.totalCurrent : point.levels.first?.current).map {
        Chart.Point(x: point.flux, y: $0 * unit.factor)
      }
    }
    var heights = totals.map(\.y)
    var curves: [Chart.Curve] = []
    if !isFilled {
      curves = branches { ($0.current ?? 0) * unit.factor }
      heights += points.flatMap { $0.levels.compactMap(\.current).map { $0 * unit.factor } }
    }
    for i in curves.indices { curves[i].width = 1 }
    curves.append(
      .init(
        points: totals, color: Palette.potential, width: 2.2,
        name: isFilled ? filling : "lowest level"))
    var chart = Chart(
      title: "", xAxis: .init(title: "\u{3a6}/\u{3a6}\u{2080}", range: range),
      yAxis: .init(
        title: "current (\(unit.symbol))", range: FluxSweepChart.around(heights + [0])))
    chart.curves = curves
    return chart
  }

  private func fluxes() throws(ChartError) -> ClosedRange<Double> {
    let values = points.map(\.flux)
    guard let low = values.min(), let high = values.max(), low < high,
      points.contains(where: { !$0.levels.isEmpty })
    else { throw .nothingToDraw("a sweep needs levels at two fluxes or more") }
    for level in points.lazy.flatMap(\.levels) where !level.energy.hartree.isFinite {
      throw .notFinite(level: level.index)
    }
    return low...high
  }

  /// One curve for each stretch of neighbouring fluxes on which a branch is among the levels.
  private func branches(_ height: (Level) -> Double) -> [Chart.Curve] {
    var curves: [Chart.Curve] = []
    var open: [Int: (curve: Int, point: Int)] = [:]
    let colors = colors()
    for (i, point) in points.enumerated() {
      for level in point.levels {
        let branch = level.branch ?? level.index
        let place = Chart.Point(x: point.flux, y: height(level))
        if let last = open[branch], last.point == i - 1 {
          curves[last.curve].points.append(place)
          open[branch] = (last.curve, i)
        } else {
          open[branch] = (curves.count, i)
          curves.append(
            .init(points: [place], color: colors[branch] ?? Palette.guide, width: 1.8))
        }
      }
    }
    return curves
  }

  /// A colour for every branch, another one than those of the branches beside it: a branch that appears
  /// takes the first that no branch at its flux has, while there are enough.
  private func colors() -> [Int: String] {
    var colors: [Int: String] = [:]
    for point in points {
      let present = point.levels.map { $0.branch ?? $0.index }
      for branch in present where colors[branch] == nil {
        let taken = Set(present.compactMap { colors[$0] })
        colors[branch] =
          Palette.cycle.first { !taken.contains($0) }
          ?? Palette.color(parity: nil, index: branch)
      }
    }
    return colors
  }

  /// The range of values with a margin.
  private static func around(_ values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let margin = high > low ? 0.05 * (high - low) : max(0.1 * high.magnitude, 1e-12)
    return (low - margin)...(high + margin)
  }
}
