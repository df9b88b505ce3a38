/// Where a panel's axes stand in a figure, in pixels from its lower left corner.
struct Frame: Sendable {
  var left: Int
  var bottom: Int
  var width: Int
  var height: Int
  /// The figure's own width and height.
  var figure: (width: Int, height: Int)

  /// The four margins: with them a square frame stays square, whatever its labels need.
  var margins: String {
    """
    set lmargin at screen \(across(left))
    set rmargin at screen \(across(left + width))
    set bmargin at screen \(up(bottom))
    set tmargin at screen \(up(bottom + height))

    """
  }

  /// The place and size of a colour box.
  var box: String {
    "origin screen \(across(left)),\(up(bottom)) size screen \(across(width)),\(up(height))"
  }

  func across(_ pixels: Int) -> String { number(Double(pixels) / Double(figure.width)) }
  func up(_ pixels: Int) -> String { number(Double(pixels) / Double(figure.height)) }
}
