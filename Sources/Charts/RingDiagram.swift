import FewBody

/// V(phi), the levels as lines, and on each the density |psi(phi)|^2: a ring at one flux.
///
/// All densities have one scale, so that a uniform one stands beside a localised one as what it is. Those
/// of levels that coincide share a line and differ in colour.
public struct RingDiagram: ChartPicture {
  /// The levels, with their states on the ring.
  public let spectrum: Spectrum
  /// V(phi): phi in radians, V in hartree.
  public let potential: @Sendable (Double) -> Double
  /// The picture's title.
  public let title: String
  /// The unit of the energy axis.
  public let energyUnit: EnergyUnit

  /// A diagram of `spectrum` in V(phi), phi in radians and V in hartree.
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
  ///
  /// - Throws: `ChartError.noWavefunctions` for levels without states, `ChartError.notFinite` for an
  ///   energy that is no number.
  public func chart() throws(ChartError) -> Chart {
    let states = spectrum.levels.compactMap(\.ringState)
    guard states.count == spectrum.levels.count else { throw .noWavefunctions }
    for level in spectrum.levels where !level.energy.hartree.isFinite {
      throw .notFinite(level: level.index)
    }
    // Where wave numbers go in halves, the density of a state may need two turns to repeat.
    let turns = states.contains { $0.step < 1 } ? 2.0 : 1.0
    let end = 2 * Double.pi * turns
    let angles = (0...720).map { end * Double($0) / 720 }
    let factor = energyUnit.perHartree
    let shells = RingDiagram.shells(spectrum.levels)
    let layout = LevelLayout(
      energies: shells.map { energyUnit.value(of: spectrum.levels[$0[0]].energy) },
      threshold: nil, well: angles.map { .init(x: $0, y: potential($0) * factor) })
    var chart = Chart(
      title: title,
      xAxis: .init(title: "\u{3c6}", range: 0...end, ticks: RingDiagram.ticks(turns: turns)),
      yAxis: .init(title: "energy (\(energyUnit.symbol))", range: layout.range))
    chart.curves.append(
      .init(points: layout.well, color: Palette.potential, width: 2, name: "V(\u{3c6})"))
    let densities = states.map { state in angles.map(state.density(at:)) }
    let amplitude = RingDiagram.scale(
      heights: layout.heights, range: layout.range,
      peaks: shells.map { shell in shell.reduce(0) { max($0, densities[$1].max() ?? 0) } })
    for (i, shell) in shells.enumerated() {
      let height = layout.heights[i]
      let ends = [Chart.Point(x: 0, y: height), Chart.Point(x: end, y: height)]
      chart.curves.append(.init(points: ends, color: Palette.guide, width: 1))
      for (k, level) in shell.enumerated() {
        chart.curves.append(
          .init(
            points: zip(angles, densities[level]).map { .init(x: $0, y: height + amplitude * $1) },
            color: RingDiagram.color(level), width: 1.6, isDashed: k > 0, base: height,
            name: i == 0 && k == 0 ? "|\u{3c8}|\u{b2}" : nil))
      }
    }
    chart.marginLabels = MarginLabels.placed(
      shells.indices.map { i in
        .init(
          text: words(shells[i]), height: layout.heights[i], position: layout.heights[i],
          color: RingDiagram.color(shells[i][0]))
      }, in: layout.range)
    return chart
  }

  /// The height of a density of 1: no density reaches the next level, but those of a narrow doublet.
  private static func scale(
    heights: [Double], range: ClosedRange<Double>, peaks: [Double]
  ) -> Double {
    let span = range.upperBound - range.lowerBound
    let rooms = heights.indices.map { i in
      let next = i + 1 < heights.count ? heights[i + 1] : range.upperBound
      return max(0.85 * (next - heights[i]), 0.05 * span) / max(peaks[i], 1e-300)
    }
    return rooms.min() ?? 1
  }

  private static func color(_ level: Int) -> String { Palette.color(parity: nil, index: level) }

  private func words(_ shell: [Int]) -> String {
    let first = spectrum.levels[shell[0]].index
    let names = shell.count > 1 ? "\(first)\u{2013}\(first + shell.count - 1)" : "\(first)"
    let energy = brief(
      energyUnit.value(of: spectrum.levels[shell[0]].energy), digits: 5, isTrimmed: false)
    return "n = \(names)   \(energy)"
  }

  /// The positions of levels whose intervals overlap, together.
  private static func shells(_ levels: [Level]) -> [[Int]] {
    var shells: [[Int]] = []
    for (i, level) in levels.enumerated() {
      if let last = shells.last?.last,
        levels[last].interval.upperBound >= level.interval.lowerBound
      {
        shells[shells.count - 1].append(i)
      } else {
        shells.append([i])
      }
    }
    return shells
  }

  private static func ticks(turns: Double) -> [Chart.Tick] {
    let words =
      turns == 1
      ? ["0", "\u{3c0}/2", "\u{3c0}", "3\u{3c0}/2", "2\u{3c0}"]
      : ["0", "\u{3c0}", "2\u{3c0}", "3\u{3c0}", "4\u{3c0}"]
    return words.enumerated().map { i, text in
      .init(position: Double(i) * turns * .pi / 2, text: text)
    }
  }
}
