/// One column of a table, as wide as its widest cell.
struct Column {
  enum Side {
    case leading
    case trailing
  }

  let name: String
  let cells: [String]
  let side: Side
  let width: Int

  init(_ name: String, _ cells: [String], _ side: Side) {
    self.name = name
    self.cells = cells
    self.side = side
    width = ([name] + cells).map(\.count).max() ?? 0
  }

  func padded(_ cell: String) -> String {
    let padding = String(repeating: " ", count: width - cell.count)
    return side == .leading ? cell + padding : padding + cell
  }

  /// Numbers moved so that their decimal points stand in one vertical line.
  static func pointsAligned(_ numbers: [String]) -> [String] {
    let whole = numbers.map { $0.prefix { $0 != "." && $0 != "e" }.count }
    let widest = whole.max() ?? 0
    return zip(numbers, whole).map { String(repeating: " ", count: widest - $1) + $0 }
  }

  /// The columns side by side: their names, a rule, and one line a row.
  static func text(of columns: [Column], rows: Int) -> String {
    func line(_ cell: (Column) -> String) -> String {
      var line = columns.map(cell).joined(separator: "   ")
      while line.last == " " { line.removeLast() }
      return " " + line + "\n"
    }
    var text = line { $0.padded($0.name) }
    let width = columns.map(\.width).reduce(0, +) + 3 * (columns.count - 1) + 2
    text += String(repeating: "\u{2500}", count: width) + "\n"
    for row in 0..<rows { text += line { $0.padded($0.cells[row]) } }
    return text
  }
}
