import FewBody

/// The rotation spectrum of an electron on a helix, and beneath the rotational strengths that make it.
public struct HelixChart: Picture {
  /// The states of the helix and the transitions between them.
  public var spectrum: HelixSpectrum
  /// The unit of the photon energies.
  public var energyUnit: EnergyUnit
  /// gamma beside the first line's energy.
  public var width: Double

  /// A picture of `spectrum`, each line damped by `width` times the energy of the first.
  public init(spectrum: HelixSpectrum, energyUnit: EnergyUnit = .hartree, width: Double = 0.03) {
    self.spectrum = spectrum
    self.energyUnit = energyUnit
    self.width = width
  }

  private var lines: [HelixTransition] {
    spectrum.transitions.filter { $0.from == 1 && $0.to <= 6 }
  }

  /// - Throws: `ChartError.nothingToDraw` without a line from n = 1.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let (width, height) = (900, 760)
    var figure = Figure(
      title: "optical rotation of an electron on a helix" + words, captions: [], width: width,
      height: height)
    func frame(_ bottom: Int, _ tall: Int) -> Frame {
      Frame(left: 120, bottom: bottom, width: 740, height: tall, figure: (width, height))
    }
    figure.panels = [(try rotation(), frame(370, 330)), (try strengths(), frame(84, 200))]
    return figure.script(for: format)
  }

  /// The curve's numbers.
  private var words: String {
    let names = [("radius", "a"), ("pitch", "b"), ("turns", "K")]
    return names.reduce("") { text, name in
      guard case .number(let value)? = spectrum.system[name.0] else { return text }
      return text + ", \(name.1) = \(brief(value))"
    }
  }

  /// c phi/N in atomic units, each line as wide as ``width`` says.
  public func rotation() throws(ChartError) -> Chart {
    let range = try range()
    let gamma = Energy(hartree: width * (lines.first?.energy.hartree ?? 1))
    let points = (1...3000).map { i in
      let energy = Energy(hartree: range.upperBound * Double(i) / 3000)
      return Chart.Point(
        x: energyUnit.value(of: energy), y: spectrum.rotation(at: energy, damping: gamma))
    }
    var chart = chart("c\u{3c6}/N (atomic units)", range, points.map(\.y))
    chart.curves += [.init(points: points, color: Palette.cycle[0], width: 1.8)]
    return chart
  }

  /// R of every line from n = 1.
  public func strengths() throws(ChartError) -> Chart {
    let range = try range()
    var chart = chart("R (atomic units)", range, lines.map(\.rotationalStrength))
    for line in lines {
      let x = energyUnit.value(of: line.energy)
      chart.curves.append(
        .init(
          points: [.init(x: x, y: 0), .init(x: x, y: line.rotationalStrength)],
          color: Palette.cycle[1], width: 3))
    }
    return chart
  }

  private func range() throws(ChartError) -> ClosedRange<Double> {
    guard let last = lines.last, last.energy.hartree > 0 else {
      throw .nothingToDraw("a helix needs two states")
    }
    return 0...(1.1 * last.energy.hartree)
  }

  private func chart(_ title: String, _ range: ClosedRange<Double>, _ values: [Double]) -> Chart {
    let size = values.reduce(0) { max($0, $1.magnitude) }
    let height = size > 0 ? 1.1 * size : 1
    let right = energyUnit.value(of: Energy(hartree: range.upperBound))
    var chart = Chart(
      title: "", xAxis: .init(title: "photon energy (\(energyUnit.symbol))", range: 0...right),
      yAxis: .init(title: title, range: -height...height))
    chart.curves = [
      .init(
        points: [.init(x: 0, y: 0), .init(x: right, y: 0)], color: Palette.guide, width: 1)
    ]
    return chart
  }
}
