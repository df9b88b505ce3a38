import FewBody
import RealModule

/// The Ampere interaction beside the Coulomb interaction of two hydrogenic orbitals, over the charge of the nucleus
/// and the screening of the Ampere interaction, in powers of ten.
///
/// Of different orbitals the exchange integrals, of one with itself the direct ones. Both scale with Z:
/// ratio(Z, lambda) = Z^2 ratio(1, lambda/Z), so that one line of integrals makes the plane.
public struct InteractionRatioMap: Picture {
  /// The first electron's orbital.
  public let first: HydrogenicOrbital
  /// The second electron's orbital; the same as the first for the direct integrals.
  public let second: HydrogenicOrbital
  /// The gauge of the Ampere interaction.
  public let gauge: ElectronInteraction.Gauge
  /// Samples along each axis.
  public var points: Int

  /// The charges of the orbitals do not matter.
  public init(
    first: HydrogenicOrbital, second: HydrogenicOrbital,
    gauge: ElectronInteraction.Gauge = .transverse, points: Int = 120
  ) {
    self.first = first
    self.second = second
    self.gauge = gauge
    self.points = points
  }

  /// The gnuplot program of the map.
  ///
  /// - Throws: ``ChartError/nothingToDraw(_:)`` where the Ampere integral vanishes or an integral cannot be had.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    var figure = Figure(
      title: "Amp\u{e8}re over Coulomb interaction, \(words)",
      captions: [
        "\(gauge.rawValue) currents screened by \u{3bb}, bare Coulomb interaction; a line a decade"
      ], width: 560, height: 640)
    let size = (figure.width, figure.height)
    let samples = try logarithms()
    let least = samples.values.min() ?? 0
    let range = decimalPower(least)...decimalPower(samples.largest)
    var scale = ColorScale.decades(14, of: range, title: "ratio")
    scale.colors = ColorScale.sequential
    var panel = MapPanel(
      title: "", samples: samples, scale: scale, axis: LengthAxis(range: -1...1),
      colorBox: Frame(left: 100, bottom: 62, width: 400, height: 12, figure: size))
    panel.contours = [
      MapPanel.Contours(
        lines: scale.contourLevels.flatMap { ContourLines.lines(of: samples, at: $0) },
        color: "#08306b", isDashed: false, name: nil)
    ]
    panel.scales = (InteractionRatioMap.chargeAxis, InteractionRatioMap.screeningAxis)
    figure.panels.append(
      (panel, Frame(left: 100, bottom: 150, width: 400, height: 400, figure: size)))
    return figure.script(for: format)
  }

  /// Z = 1 ... 100; lambda = 0.01 ... 100 per bohr.
  private static let chargeDecades = 2.0
  private static let leastScreening = -2.0

  private static let chargeAxis = MapPanel.Scale(
    title: "Z",
    ticks: [1, 2, 5, 10, 20, 50, 100].map { charge in
      Chart.Tick(position: decimalLogarithm(Double(charge)) - 1, text: "\(charge)")
    })

  private static let screeningAxis = MapPanel.Scale(
    title: "\u{3bb} (1/a\u{2080})",
    ticks: (-2...2).map { exponent in
      let text = exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + superscript(exponent)
      return Chart.Tick(position: Double(exponent) / 2, text: text)
    })

  private var isDirect: Bool { first == second }

  private var words: String {
    isDirect ? "U(\(first.name), \(first.name))" : "J(\(first.name), \(second.name))"
  }

  /// log10 of the ratio's magnitude over log10 Z and log10 lambda.
  func logarithms() throws(ChartError) -> PlaneSamples {
    let count = min(max(2, points + points % 2), 400)
    // Along x one step is 2/count decades, along y twice that: lambda/Z is a whole number of the former.
    let step = InteractionRatioMap.chargeDecades / Double(count)
    var line: [Double] = []
    do throws(FewBodyError) {
      let a = CentralOrbital(try unit(first))
      let b = CentralOrbital(try unit(second))
      let coulomb = pick(try a.interaction(ElectronInteraction(.coulomb), with: b))
      for k in 0..<(3 * count) {
        let exponent =
          InteractionRatioMap.leastScreening - InteractionRatioMap.chargeDecades + step
          * (Double(k) + 1.5)
        let ampere = try ElectronInteraction(
          .ampere, gauge: gauge, screening: decimalPower(exponent))
        line.append(pick(try a.interaction(ampere, with: b)) / coulomb)
      }
    } catch {
      throw .nothingToDraw("\(error)")
    }
    guard line.allSatisfy({ $0 != 0 && $0.isFinite }) else {
      throw .nothingToDraw("the Ampere integral of \(words) vanishes")
    }
    let logs = line.map { decimalLogarithm($0.magnitude) }
    return PlaneSamples(extent: 1, count: count) { x, z in
      let column = ((x + 1) / 2 * Double(count) - 0.5).rounded()
      let row = ((z + 1) / 2 * Double(count) - 0.5).rounded()
      let place = Int(2 * row - column) + count - 1
      let charge = InteractionRatioMap.chargeDecades * (column + 0.5) / Double(count)
      return logs[min(max(place, 0), logs.count - 1)] + 2 * charge
    }
  }

  private func unit(_ orbital: HydrogenicOrbital) throws(FewBodyError) -> HydrogenicOrbital {
    try HydrogenicOrbital(n: orbital.n, l: orbital.l, m: orbital.m)
  }

  private func pick(_ pair: InteractionPair) -> Double {
    (isDirect ? pair.direct : pair.exchange).value
  }
}
