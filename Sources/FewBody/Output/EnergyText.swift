/// An energy and its interval as a person reads them: no digit that the bounds do not justify.
///
/// Where the interval is narrow, E is rounded one place below the leading digit of the radius r,
/// and r, rounded up to one or two digits, is the distance from the *printed* E to the farther bound: [E - r, E + r]
/// holds the interval. A wide interval is printed by its two ends, rounded outward.
struct EnergyText {
  let energy: String
  let interval: String

  /// Whether a column of these energies is best written as d.ddde-xx.
  static func isScientific(_ values: [Double]) -> Bool {
    let largest = values.map(\.magnitude).max() ?? 0
    return largest != 0 && !(1e-3..<1e7).contains(largest)
  }

  init(_ level: Level, in unit: EnergyUnit, isScientific: Bool) {
    self.init(level.energy, in: level.interval, unit: unit, isScientific: isScientific)
  }

  init(_ energy: Energy, in bounds: ClosedRange<Energy>, unit: EnergyUnit, isScientific: Bool) {
    let value = unit.value(of: energy)
    let lower = unit.lowerBound(bounds.lowerBound)
    let upper = unit.upperBound(bounds.upperBound)
    guard value.isFinite, lower.isFinite, upper.isFinite else {
      self.energy = value.isFinite ? "\(value)" : "unknown"
      interval =
        (lower.isFinite ? "\(lower)" : "unbounded") + " \u{2026} "
        + (upper.isFinite ? "\(upper)" : "unbounded")
      return
    }
    let radius = max(value - lower, upper - value, value.ulp / 2)
    // Where zero is bounded by itself, there is nothing to measure digits by.
    guard value != 0 || lower < upper else {
      self.energy = "0"
      interval = "\u{b1} 0"
      return
    }
    // The lowest level of a free ring is 0 to the last bit: digits down to its bounds say nothing.
    guard value != 0 || radius > 1e-30 else {
      self.energy = "0"
      interval = "\u{b1} " + ExactDecimal(radius).scientific(significant: 1, .up)
      return
    }
    let places = 2 - ExactDecimal(radius).point
    let leading = ExactDecimal(value).point
    let text = { (number: Double, places: Int, rule: FloatingPointRoundingRule) -> String in
      let decimal = ExactDecimal(number)
      return isScientific
        ? decimal.scientific(significant: decimal.point + places, rule)
        : decimal.fixed(places: max(places, 0), rule)
    }
    self.energy = text(value, places, .toNearestOrEven)
    if places + leading >= 4, let printed = Double(self.energy) {
      // Reading the text back is rounded once more, and so is each difference.
      let distance = max(printed - lower, upper - printed) + value.ulp
      let reach = ExactDecimal(distance)
      // A leading 1 or 2 keeps a second digit: 1.01e-5 would otherwise be shown as 2e-5.
      let digits = (reach.digits.first ?? 0) < 3 ? 2 : 1
      interval = "\u{b1} " + reach.scientific(significant: digits, .up)
    } else {
      interval = text(lower, places, .down) + " \u{2026} " + text(upper, places, .up)
    }
  }
}
