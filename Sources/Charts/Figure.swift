/// What stands in one frame of a figure.
protocol Panel: Sendable {
  /// The gnuplot commands that draw the panel in its frame, the plot among them.
  func commands(in frame: Frame) -> String
}

/// Panels side by side under one title, each placed to the pixel.
struct Figure: Picture {
  var title: String
  /// Lines of smaller words under the title.
  var captions: [String]
  var width: Int
  var height: Int
  var panels: [(panel: any Panel, frame: Frame)] = []

  func script(for format: PictureFormat) -> String {
    var text = """
      set terminal \(format.terminal(width: width, height: height))
      set encoding utf8
      set minussign
      set multiplot
      set border 15 lc rgb '#444444'
      set tics nomirror out scale 0.7

      """
    let top = Frame(left: 0, bottom: 0, width: width, height: height, figure: (width, height))
    let lines = [(title, fitted(16, title))] + captions.map { ($0, fitted(13, $0)) }
    for (i, line) in lines.enumerated() {
      text += "set label \(quoted(line.0)) at screen 0.5,\(top.up(height - 26 - 22 * i)) center "
      text += "font ',\(line.1)'\n"
    }
    for (panel, frame) in panels {
      text += frame.margins + panel.commands(in: frame)
      text += "unset label\nunset arrow\n"
    }
    return text + "unset multiplot\n"
  }

  /// The font's size, or the smaller one with which so many letters fit: one is 0.56 sizes wide.
  private func fitted(_ size: Int, _ words: String) -> Int {
    max(7, min(size, Int(Double(width) * 0.96 / (0.56 * Double(max(words.count, 1))))))
  }
}
