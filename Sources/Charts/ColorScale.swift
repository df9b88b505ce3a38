/// How numbers become colours, with the ticks and the words of its colour box.
struct ColorScale: Sendable, Equatable {
  var colors: [String]
  var range: ClosedRange<Double>
  var ticks: [Chart.Tick]
  var title: String

  /// White to blue: lightness alone tells the order, and dark lines show on all of it.
  ///
  /// Two colours and the straight line between them: ColorBrewer's own steps differ in hue, and a
  /// density has rings where there are none.
  static let sequential = ["#ffffff", "#4292c6"]

  /// The same to its darkest, where no lines lie over it.
  static let deep = sequential + ["#08306b"]

  /// Blue, white, vermilion, as ``Palette``: apart under any common colour blindness.
  static let diverging = ["#0072b2", "#8fc1df", "#ffffff", "#f0b48a", "#d55e00"]

  /// Decimal logarithms of a density, from its largest value down to its least, but at most so many
  /// decades.
  static func decades(_ count: Int, of values: ClosedRange<Double>, title: String) -> ColorScale {
    let top = values.upperBound > 0 ? decimalLogarithm(values.upperBound) : 0
    let least = values.lowerBound > 0 ? decimalLogarithm(values.lowerBound) : -.infinity
    let range = min(max(top - Double(count), least), top - 0.2)...top
    let factors: [Double] = top - range.lowerBound < 2.5 ? [1, 2, 5] : [1]
    var ticks: [Chart.Tick] = []
    for decade in Int(range.lowerBound.rounded(.down))...Int(top.rounded(.down)) {
      let power = decade == 0 ? "1" : decade == 1 ? "10" : "10" + superscript(decade)
      for factor in factors {
        let text = factor == 1 ? power : "\(Int(factor))" + (decade == 0 ? "" : "\u{b7}" + power)
        let tick = Chart.Tick(position: Double(decade) + decimalLogarithm(factor), text: text)
        if range.contains(tick.position) { ticks.append(tick) }
      }
    }
    return ColorScale(colors: sequential, range: range, ticks: ticks, title: title)
  }

  /// From -largest to largest.
  static func signed(_ largest: Double, title: String) -> ColorScale {
    let bound = largest > 0 ? largest : 1
    let step = roundStep(bound)
    let ticks = [-2, -1, 0, 1, 2].map { Double($0) * step }.filter { $0.magnitude <= bound }
      .map { Chart.Tick(position: $0, text: brief($0)) }
    return ColorScale(colors: diverging, range: -bound...bound, ticks: ticks, title: title)
  }

  /// The largest of 1, 2 and 5 times a power of ten that goes in twice, or nearly.
  private static func roundStep(_ bound: Double) -> Double {
    let power = powerOfTen(Int((bound / 2).exponent10))
    return ([5, 2, 1].first { $0 * power <= bound / 2 } ?? 1) * power
  }

  /// The palette with its box in a frame of its own, or without one.
  func commands(box: Frame?) -> String {
    let stops = colors.enumerated().map { "\($0) \(quoted($1))" }.joined(separator: ", ")
    var text = "set palette defined (\(stops))\nset cbrange \(bounds(range))\n"
    guard let box else { return text + "unset colorbox\n" }
    text += "set cbtics \(list(ticks)) font ',12'\n"
    text += "set cblabel \(quoted(title)) offset 0,0.5 font ',13'\n"
    return text + "set colorbox horizontal user \(box.box)\n"
  }
}

extension ColorScale {
  /// From each contour line of a logarithmic scale to the next: 10, or less where that would leave
  /// none or two.
  var contourFactor: Double {
    let decades = range.upperBound - range.lowerBound
    return decades > 2.5 ? 10 : decades > 0.8 ? 2 : 1.1
  }

  /// The logarithms at which contour lines stand.
  var contourLevels: [Double] {
    let step = decimalLogarithm(contourFactor)
    let first = Int((range.lowerBound / step).rounded(.up))
    let last = Int((range.upperBound / step).rounded(.down))
    return (first...max(first, last)).map { Double($0) * step }
  }
}
