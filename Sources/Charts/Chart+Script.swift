extension Chart: Picture, Panel {
  /// The gnuplot program that draws the chart, its data inline.
  ///
  /// Every word of the caller's stands in single quotes, where gnuplot expands nothing, and on one
  /// line: no title can be read as a command.
  public func script(for format: PictureFormat) -> String {
    var text = """
      set terminal \(format.terminal())
      set encoding utf8
      set minussign
      set bmargin \(curves.count { $0.name != nil } > 5 ? 6.6 : 5.2)
      set key at graph 0.5, screen 0.03 center horizontal samplen 2.5

      """
    if !marginLabels.isEmpty {
      text += "set rmargin \((marginLabels.map(\.text.count).max() ?? 0) * 9 / 10 + 4)\n"
    }
    return text + commands
  }

  /// The key stands at the figure's lower edge; the ticks of the panel before are forgotten.
  func commands(in frame: Frame) -> String {
    // More than two names stand in two rows where the frame is narrow.
    let isTall = curves.count { $0.name != nil } > 2 && frame.width < 500
    return """
      set key at graph 0.5, screen \(frame.up(isTall ? 28 : 16)) center horizontal samplen 2.5
      set xtics autofreq
      set ytics autofreq

      """ + commands
  }

  /// All but the terminal and the margins.
  private var commands: String {
    var text = """
      set title \(quoted(title)) offset 0,0.4 font ',\(titleSize)'
      set border 3 lc rgb '#444444'
      set tics nomirror out
      set xlabel \(quoted(xAxis.title))
      set ylabel \(quoted(yAxis.title)) offset -0.5,0
      set xrange \(bounds(xAxis.range))
      set yrange \(bounds(yAxis.range))
      set style fill transparent solid 0.18 noborder

      """
    text += ticks("x", xAxis) + ticks("y", yAxis)
    for label in marginLabels { text += words(label) }
    for note in notes { text += words(note) }
    for label in labels { text += words(label) }
    for (i, curve) in curves.enumerated() {
      text += "$curve\(i) << END\n"
      for point in curve.points where point.x.isFinite && point.y.isFinite {
        text += "\(number(point.x)) \(number(point.y))\n"
      }
      text += "END\n"
    }
    // Fills first, so that no tint lies over another curve's line.
    var parts: [String] = []
    for (i, curve) in curves.enumerated() {
      guard let base = curve.base else { continue }
      parts.append(
        "$curve\(i) using 1:2 with filledcurves y=\(number(base)) lc rgb '\(curve.color)' notitle")
    }
    for (i, curve) in curves.enumerated() {
      let dash = curve.isDashed ? " dt 2" : ""
      let name = curve.name.map { "title \(quoted($0))" } ?? "notitle"
      parts.append(
        "$curve\(i) using 1:2 with lines lc rgb '\(curve.color)' lw \(curve.width)\(dash) \(name)")
    }
    guard !parts.isEmpty else { return text + "plot NaN notitle\n" }
    return text + "plot \\\n  " + parts.joined(separator: ", \\\n  ") + "\n"
  }

  private func ticks(_ axis: String, _ description: Axis) -> String {
    guard let ticks = description.ticks else { return "" }
    return "set \(axis)tics \(list(ticks))\n"
  }

  private func words(_ label: MarginLabel) -> String {
    let height = number(label.height)
    let position = number(label.position)
    return """
      set arrow from graph 1.0, first \(height) to graph 1.025, first \(position) \
      nohead lc rgb '\(label.color)' lw 1
      set label \(quoted(label.text)) at graph 1.032, first \(position) left \
      tc rgb '\(label.color)'

      """
  }

  private func words(_ note: Note) -> String {
    let x = number(note.x)
    return """
      set arrow from first \(x), graph 0.075 to first \(x), graph 0.005 \
      head filled size screen 0.01,20 lc rgb '\(Palette.potential)' lw 1.5 front
      set label \(quoted(note.text)) at first \(number(note.textX)), graph 0.04 left offset 1.2,0 \
      tc rgb '\(Palette.potential)' front

      """
  }

  private func words(_ label: Label) -> String {
    "set label \(quoted(label.text)) at first \(number(label.x)), first \(number(label.y)) "
      + "\(label.isCentered ? "center" : "left") tc rgb '\(label.color)' font ',12' front\n"
  }

  /// The title's font: 16 points for up to 55 characters, smaller for more.
  private var titleSize: Int { max(7, min(16, 16 * 55 / max(title.count, 1))) }
}
