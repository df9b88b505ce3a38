/// A function in the plane y = 0, or of two parameters, as colours, with contour lines over it.
struct MapPanel: Panel {
  /// All lines of one state.
  struct Contours: Sendable {
    /// In bohr.
    var lines: [[Chart.Point]]
    var color: String
    var isDashed: Bool
    /// Its entry in the key; nil for none.
    var name: String?
  }

  var title: String
  var samples: PlaneSamples
  var scale: ColorScale
  var axis: LengthAxis
  /// Where the colour box stands; nil for none.
  var colorBox: Frame?
  var contours: [Contours] = []
  /// An axis that is no length: its words, and ticks in the samples' own unit.
  struct Scale: Sendable {
    var title: String
    var ticks: [Chart.Tick]
  }

  /// Both axes, where they are no lengths.
  var scales: (x: Scale, z: Scale)?
  /// Words in the middle, where there is nothing to draw.
  var words: String?
  /// A panel that shares an axis with its neighbour leaves the words of that axis to it.
  var hasAxis = (x: true, z: true)
  /// Where the key's middle stands above the figure's lower edge, in pixels; nil for no key.
  var keyHeight: Int?

  func commands(in frame: Frame) -> String {
    let extent = samples.extent * axis.factor
    let ticks = MapPanel.ticks(extent, count: frame.width > 300 ? 4 : 2)
    let (across, up) = (
      scales?.x ?? Scale(title: axis.title(of: "x"), ticks: ticks),
      scales?.z ?? Scale(title: axis.title(of: "z"), ticks: ticks)
    )
    var text = """
      set title \(quoted(title)) offset 0,-0.4 font ',14'
      set xrange \(bounds(-extent...extent))
      set yrange \(bounds(-extent...extent))
      set xtics \(list(across.ticks, isWorded: hasAxis.x)) font ',12'
      set ytics \(list(up.ticks, isWorded: hasAxis.z)) font ',12'
      set xlabel \(hasAxis.x ? quoted(across.title) : "''") offset 0,0.4 font ',13'
      set ylabel \(hasAxis.z ? quoted(up.title) : "''") offset 0.6,0 font ',13'

      """
    if let keyHeight {
      text += "set key at screen 0.5,\(frame.up(keyHeight)) center vertical Left reverse "
      text += "samplen 3 spacing 1.15 font ',13'\n"
    } else {
      text += "unset key\n"
    }
    text += scale.commands(box: colorBox)
    if let words {
      text += "set label \(quoted(words)) at graph 0.5,0.5 center font ',12' front\n"
    }
    text += "$map << END\n"
    // In two-thousandths of the scale: finer than any eye, and half the bytes.
    let lowest = scale.range.lowerBound
    let unit = (scale.range.upperBound - lowest) / 2000
    for j in 0..<samples.count {
      let row = (0..<samples.count).map { i in
        "\(Int(min(max((samples[i, j] - lowest) / unit, 0), 2000).rounded()))"
      }
      text += row.joined(separator: " ") + "\n"
    }
    text += "END\n"
    let step = number(2 * extent / Double(samples.count))
    let first = number(samples.position(0) * axis.factor)
    var parts = [
      "$map matrix using (\(first)+\(step)*$1):(\(first)+\(step)*$2)"
        + ":(\(number(lowest))+\(number(unit))*$3) with image notitle"
    ]
    for (k, contour) in contours.enumerated() {
      text += "$contours\(k) << END\n"
      // A blank line ends a line; without any point gnuplot would refuse the block.
      for line in contour.lines where !line.isEmpty {
        for point in line {
          text += "\(number(point.x * axis.factor)) \(number(point.y * axis.factor))\n"
        }
        text += "\n"
      }
      text += "END\n"
      let isEmpty = contour.lines.allSatisfy(\.isEmpty)
      if isEmpty, contour.name == nil { continue }
      let source = isEmpty ? "keyentry" : "$contours\(k) using 1:2"
      let dash = contour.isDashed ? " dt (14,7)" : ""
      let name = contour.name.map { "title \(quoted($0))" } ?? "notitle"
      parts.append("\(source) with lines lc rgb \(quoted(contour.color)) lw 1.4\(dash) \(name)")
    }
    return text + "plot " + parts.joined(separator: ", \\\n  ") + "\n"
  }

  /// Round numbers, at most so many on either side of 0.
  static func ticks(_ extent: Double, count: Int) -> [Chart.Tick] {
    guard extent > 0 else { return [] }
    let power = powerOfTen(Int((extent / Double(count)).exponent10))
    let step = ([1, 2, 5].first { $0 * power * Double(count + 1) > extent } ?? 10) * power
    return (-count...count).map { Double($0) * step }.filter { $0.magnitude <= extent }
      .map { Chart.Tick(position: $0, text: brief($0)) }
  }
}
