/// Words as gnuplot reads them: in single quotes, where it expands nothing, and on one line.
///
/// No title of a caller's can be read as a command.
func quoted(_ words: String) -> String {
  var text = "'"
  for scalar in words.unicodeScalars {
    switch scalar {
    case "'": text += "''"
    case _ where scalar.value < 0x20 || scalar.value == 0x7f: text += " "
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "'"
}

/// Nine digits: far below a pixel, and half the size of a shortest round trip.
func number(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return "0" }
  let digits = 8 - Int(value.magnitude.exponent10)
  guard abs(digits) < 300 else { return "\(value)" }
  let scale = powerOfTen(digits)
  return "\((value * scale).rounded() / scale)"
}

/// A range as `set xrange` takes it.
func bounds(_ range: ClosedRange<Double>) -> String {
  "[\(number(range.lowerBound)):\(number(range.upperBound))]"
}

/// Ticks as `set xtics` takes them, with or without their words.
func list(_ ticks: [Chart.Tick], isWorded: Bool = true) -> String {
  let parts = ticks.map { "\(quoted(isWorded ? $0.text : "")) \(number($0.position))" }
  return "(\(parts.joined(separator: ", ")))"
}

/// An integer in superscript figures.
func superscript(_ value: Int) -> String {
  let figures = Array("\u{2070}\u{b9}\u{b2}\u{b3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}")
  let digits = "\(value.magnitude)".compactMap(\.wholeNumberValue).map { figures[$0] }
  return (value < 0 ? "\u{207b}" : "") + String(digits)
}
