import FewBody

/// V(r), the levels, and on each the functions u_nl(r) of all its l: one particle in a radial well.
///
/// Functions of one level share its line and differ in colour, one for each l. All are drawn to
/// one height, the innermost lobe upward. Where the widest state is more than ten times as wide as the
/// narrowest, the axis is one of square roots: there hydrogen's states, n^2 wide, stand evenly.
public struct RadialChart: ChartPicture {
  /// The functions to draw, in any order.
  public var functions: [RadialCurve]
  /// V(r): r in bohr, V in hartree.
  public var potential: @Sendable (Double) -> Double
  /// The picture's title.
  public var title: String
  /// Where the continuum begins; nil for none.
  public var threshold: Energy?
  /// The largest r, in bohr; nil for all but 0.2 % of the widest state.
  public var extent: Double?
  /// The unit of the energy axis.
  public var energyUnit: EnergyUnit

  /// A picture of `functions` in V(r), r in bohr and V in hartree; the continuum begins at 0 hartree unless
  /// said otherwise.
  public init(
    functions: [RadialCurve], potential: @escaping @Sendable (Double) -> Double,
    title: String, threshold: Energy? = .hartree(0), extent: Double? = nil,
    energyUnit: EnergyUnit = .hartree
  ) {
    self.functions = functions
    self.potential = potential
    self.title = title
    self.threshold = threshold
    self.extent = extent
    self.energyUnit = energyUnit
  }

  /// The description of the picture.
  ///
  /// - Throws: `ChartError.nothingToDraw` without functions, `ChartError.notFinite` for an energy
  ///   that is no number.
  public func chart() throws(ChartError) -> Chart {
    let energies = functions.map { energyUnit.value(of: $0.energy) }
    if let i = energies.firstIndex(where: { !$0.isFinite }) { throw .notFinite(level: i) }
    let radii = functions.map(\.radius).filter { $0 > 0 }
    if let extent, !DensityExtent.accepted.contains(extent) {
      throw .nothingToDraw("the extent is \(extent); accepted: 1e-9 to 1e15 bohr")
    }
    guard let widest = radii.max(), let narrowest = radii.min() else {
      throw .nothingToDraw("no radial function, or only such as vanish")
    }
    let length = extent ?? 1.05 * widest
    let axis = RadialAxis(extent: length, isRooted: length > 10 * narrowest)
    let shells = RadialChart.shells(functions)
    let factor = energyUnit.perHartree
    let layout = LevelLayout(
      energies: shells.map { energyUnit.value(of: $0[0].energy) },
      threshold: threshold.map(energyUnit.value(of:)),
      well: axis.samples.map { .init(x: $0.position, y: potential($0.r) * factor) })
    var chart = Chart(
      title: title, xAxis: axis.description,
      yAxis: .init(
        title: layout.scale.title(energyUnit), range: layout.range,
        ticks: layout.scale.ticks(in: layout.range)))
    chart.curves.append(
      .init(points: layout.well, color: Palette.potential, width: 1.5, name: "V(r)"))
    if let height = layout.thresholdHeight {
      chart.curves.append(axis.line(at: height, Palette.threshold, isDashed: true, "threshold"))
    }
    add(shells, to: &chart, layout: layout, axis: axis)
    chart.marginLabels = MarginLabels.placed(
      zip(shells, layout.heights).map {
        .init(text: words($0), height: $1, position: $1, color: Palette.potential)
      }, in: layout.range)
    return chart
  }

  private func add(
    _ shells: [[RadialCurve]], to chart: inout Chart, layout: LevelLayout, axis: RadialAxis
  ) {
    var named: Set<Int> = []
    for (i, shell) in shells.enumerated() {
      let height = layout.heights[i]
      chart.curves.append(axis.line(at: height, Palette.guide, isDashed: false, nil))
      for function in shell {
        let values = axis.samples.map { function.value($0.r) }
        let largest = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
        guard largest > 0, let first = values.first(where: { $0.magnitude > 0.05 * largest }),
          let last = values.lastIndex(where: { $0.magnitude > 0.004 * largest })
        else { continue }
        let amplitude = layout.amplitudes[i] / largest * (first < 0 ? -1 : 1)
        let l = function.angularMomentum
        chart.curves.append(
          Chart.Curve(
            points: zip(axis.samples, values).prefix(last + 1).map {
              .init(x: $0.position, y: height + amplitude * $1)
            }, color: Palette.cycle[l % Palette.cycle.count], width: 1.6,
            name: named.insert(l).inserted ? "l = \(l)" : nil))
      }
    }
  }

  /// `2s 2p   -0.0625   x4`.
  private func words(_ shell: [RadialCurve]) -> String {
    let names = shell.map(\.label).joined(separator: " ")
    let energy = brief(energyUnit.value(of: shell[0].energy), digits: 5, isTrimmed: false)
    let multiplicity = shell.map { 2 * $0.angularMomentum + 1 }.reduce(0, +)
    return "\(names)   \(energy)" + (multiplicity == 1 ? "" : "   \u{d7}\(multiplicity)")
  }

  /// Functions of one energy, to a ten-millionth, together; ascending.
  private static func shells(_ functions: [RadialCurve]) -> [[RadialCurve]] {
    var shells: [[RadialCurve]] = []
    for function in functions.sorted(by: { $0.energy < $1.energy }) {
      let energy = function.energy.hartree
      if let before = shells.last?[0].energy.hartree, energy - before <= 1e-7 * before.magnitude {
        shells[shells.count - 1].append(function)
      } else {
        shells.append([function])
      }
    }
    return shells.map { $0.sorted { $0.angularMomentum < $1.angularMomentum } }
  }
}
