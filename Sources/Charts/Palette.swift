/// Colours that people with any common colour blindness can tell apart.
///
/// Source: M. Okabe, K. Ito, Color Universal Design (2008), without the yellow, which does not
/// show on white, and the black, which is the potential's.
enum Palette {
  static let cycle = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
  static let potential = "#222222"
  static let guide = "#b0b0b0"
  static let threshold = "#707070"

  /// The colour of a level: by its parity where it has one, else by its index.
  static func color(parity: String?, index: Int) -> String {
    switch parity {
    case "even": cycle[0]
    case "odd": cycle[1]
    default: cycle[index % cycle.count]
    }
  }
}
