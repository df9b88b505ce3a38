#if Sweeps
  import Foundation

  /// Evenly spaced values, or evenly spaced logarithms, both ends included: `from:to:count` and
  /// `from:to:count:log`, where both ends may have the same unit, as in `10nm:80nm:8`.
  struct SweepRange {
    let values: [String]

    /// What is wrong, in words.
    struct Problem: Error {
      let text: String

      init(_ text: String) { self.text = text }
    }

    init(_ text: String) throws(Problem) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
        String($0.filter { !$0.isWhitespace })
      }
      guard parts.count == 3 || parts.count == 4 else {
        throw Problem(
          "'\(text)' is not a range from:to:count or from:to:count:log; a value that holds a colon "
            + "stands in a list, ['\(text)']")
      }
      try self.init(
        from: parts[0], to: parts[1], count: parts[2], spacing: parts.dropFirst(3).first)
    }

    init(from: String, to: String, count: String, spacing: String?) throws(Problem) {
      let (first, unit) = try SweepRange.quantity(from)
      let (last, lastUnit) = try SweepRange.quantity(to)
      guard unit == lastUnit else {
        throw Problem("the ends \(from) and \(to) of a range need the same unit")
      }
      guard let n = Int(count), (2...10_000_000).contains(n) else {
        throw Problem("the count \(count) of a range must be a whole number from 2 to 10000000")
      }
      guard ["log", "linear", nil].contains(spacing) else {
        throw Problem("the spacing '\(spacing ?? "")' of a range must be linear or log")
      }
      if spacing == "log", first * last <= 0 {
        throw Problem("a logarithmic range from \(from) to \(to) needs ends of one sign and not 0")
      }
      values = (0..<n).map { i in
        if i == 0 { return from }
        if i == n - 1 { return to }
        let value: Double
        if spacing == "log" {
          value = first * pow(last / first, Double(i) / Double(n - 1))
        } else {
          // Both ends weighted: 3/10 of 0:1:11 is 0.3.
          let weighted = first * Double(n - 1 - i) + last * Double(i)
          value = weighted / Double(n - 1)
        }
        // Fifteen digits hide the rounding: 0.01, not 0.010000000000000002.
        return String(format: "%.15g", value) + unit
      }
    }

    /// A number and what follows it.
    private static func quantity(_ text: String) throws(Problem) -> (Double, String) {
      var digits = text[...]
      while !digits.isEmpty {
        if let number = Double(digits), number.isFinite {
          return (number, String(text[digits.endIndex...]))
        }
        digits = digits.dropLast()
      }
      throw Problem("the end '\(text)' of a range is no number")
    }
  }
#endif
