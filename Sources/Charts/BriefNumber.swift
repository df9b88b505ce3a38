import FewBody

/// A number for a person, to so many digits, with a true minus sign; without idle zeros at its end,
/// or with them, where it stands among others of equal accuracy.
func brief(_ value: Double, digits: Int = 3, isTrimmed: Bool = true) -> String {
  let decimal = ExactDecimal(value)
  guard value != 0, value.isFinite else { return "0" }
  let trimmed = { (text: String) in isTrimmed ? withoutIdleZeros(text) : text }
  let sign = value < 0 ? "\u{2212}" : ""
  guard (-3...5).contains(decimal.point) else {
    let text = ExactDecimal(value.magnitude).scientific(significant: digits, .toNearestOrEven)
    let parts = text.split(separator: "e")
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let factor = trimmed(String(parts[0]))
    return sign + (factor == "1" ? "" : factor + "\u{b7}") + "10" + superscript(power)
  }
  let places = max(0, digits - decimal.point)
  return sign + trimmed(ExactDecimal(value.magnitude).fixed(places: places, .toNearestOrEven))
}

private func withoutIdleZeros(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var kept = text[...]
  while kept.last == "0" { kept.removeLast() }
  if kept.last == "." { kept.removeLast() }
  return String(kept)
}
