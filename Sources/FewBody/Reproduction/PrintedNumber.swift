import RealModule

/// A number as a paper prints it, with the rule by which another is held against it.
///
/// `2.242` and `1.3e-2` are digits, `~1e-4` is an order of magnitude, `1..2` a range, `<<1` says that something is
/// negligible, and `97/5760` is exact.
public struct PrintedNumber: Sendable, Hashable {
  /// How it is printed.
  public enum Precision: Sendable, Hashable {
    /// With a unit in the last place.
    case digits(unit: Double)
    /// An order of magnitude, `~1e-4`.
    case order
    /// To the other end of the range.
    case range(upTo: Double)
    /// Negligible beside the value, `<<1`.
    case negligible
    /// A fraction, `97/5760`.
    case exact
  }

  /// The number; of a range the end that is printed first.
  public let value: Double
  /// How it is printed, which decides how it is compared.
  public let precision: Precision

  /// Nil for text that is no such number.
  public init?(_ text: String) {
    if text.hasPrefix("~") {
      self.init(String(text.dropFirst()), .order)
    } else if text.hasPrefix("<<") {
      self.init(String(text.dropFirst(2)), .negligible)
    } else if let dots = Self.halves(of: text, at: "..") {
      guard let end = Double(dots.1) else { return nil }
      self.init(dots.0, .range(upTo: end))
    } else if let parts = Self.halves(of: text, at: "/") {
      guard let above = Double(parts.0), let below = Double(parts.1), below != 0 else { return nil }
      self.init(value: above / below, precision: .exact)
    } else {
      self.init(text, .digits(unit: Self.lastPlace(of: text)))
    }
  }

  private init?(_ text: String, _ precision: Precision) {
    guard let value = Double(text), value.isFinite else { return nil }
    self.init(value: value, precision: precision)
  }

  private init(value: Double, precision: Precision) {
    (self.value, self.precision) = (value, precision)
  }

  private static func halves(of text: String, at mark: String) -> (String, String)? {
    let characters = Array(text)
    let length = mark.count
    guard characters.count > length else { return nil }
    for i in 1...(characters.count - length) where String(characters[i..<(i + length)]) == mark {
      return (String(characters[..<i]), String(characters[(i + length)...]))
    }
    return nil
  }

  /// The unit in the last digit; zeros that end a whole number are no digits, 19000 has two.
  private static func lastPlace(of text: String) -> Double {
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    var power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    if let point = mantissa.firstIndex(of: ".") {
      power -= mantissa.distance(from: point, to: mantissa.endIndex) - 1
    } else {
      power += mantissa.reversed().prefix { $0 == "0" }.count
    }
    return .pow(10, power)
  }

  /// One computed number against it, or several of which the paper gives one value for all.
  ///
  /// - Digits: agrees within half a unit of the last place and 1 %, is a rounding within half a unit or 12 %.
  /// - Order: agrees if all are within a factor of the root of 2, is a rounding if one is within a factor of 5.
  /// - Range: agrees within it, is a rounding within 12 % of an end. Negligible: to 1 %, to 10 %.
  /// - Exact: to 1e-12.
  public func verdict(of computed: [Double]) -> Verdict {
    switch precision {
    case .order:
      let factors = computed.map { x in
        let ratio = x / value
        return ratio > 0 ? max(ratio, 1 / ratio) : .infinity
      }
      if factors.allSatisfy({ $0 <= 2.0.squareRoot() }) { return .agrees }
      return factors.contains { $0 <= 5 } ? .rounding : .corrected
    default: return computed.map(single).max() ?? .corrected
    }
  }

  private func single(_ x: Double) -> Verdict {
    let deviation = (x - value).magnitude
    let size = value.magnitude
    switch precision {
    case .digits(let unit):
      let isRounded = deviation <= unit / 2
      if isRounded, deviation <= 0.01 * size { return .agrees }
      return isRounded || deviation <= 0.12 * size ? .rounding : .corrected
    case .range(let end):
      let (low, high) = (min(value, end), max(value, end))
      if (low...high).contains(x) { return .agrees }
      let nearest = x < low ? low : high
      return (x - nearest).magnitude <= 0.12 * nearest.magnitude ? .rounding : .corrected
    case .negligible:
      let share = x.magnitude / size
      return share <= 0.01 ? .agrees : share <= 0.1 ? .rounding : .corrected
    case .order, .exact: return deviation <= 1e-12 * max(1, size) ? .agrees : .corrected
    }
  }
}
