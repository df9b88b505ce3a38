/// One number that was computed for a claim, and what it is held against.
public struct Finding: Sendable {
  /// What decides.
  enum Comparison: Sendable {
    /// Nothing: the number explains.
    case none
    /// The printed number of a place in the claim's list.
    case printed(PrintedNumber, place: Int)
    /// What the printed formula gives; it agrees within a tolerance, relative to the larger size.
    case formula(Double, within: Double)
    /// A printed statement without a number.
    case statement(isTrue: Bool)
  }

  let name: String
  let value: Double
  let unit: String
  let comparison: Comparison

  /// A number that explains and is held against nothing.
  public static func value(_ name: String, _ value: Double, _ unit: String = "") -> Finding {
    Finding(name: name, value: value, unit: unit, comparison: .none)
  }

  /// What the printed formula gives beside what a correct and, wherever that can be, independent
  /// computation gives.
  ///
  /// - Parameters:
  ///   - name: what the number is.
  ///   - printed: by the printed formula.
  ///   - ours: by the other computation.
  ///   - tolerance: how far rounding and discretization can part them; relative to the larger size.
  ///   - unit: as it is shown.
  public static func both(
    _ name: String, printed: Double, ours: Double, within tolerance: Double, _ unit: String = ""
  ) -> Finding {
    Finding(
      name: name, value: ours, unit: unit, comparison: .formula(printed, within: tolerance))
  }

  /// A number that shows whether what is printed in words holds.
  public static func statement(
    _ name: String, _ value: Double, holds: Bool, _ unit: String = ""
  ) -> Finding {
    Finding(name: name, value: value, unit: unit, comparison: .statement(isTrue: holds))
  }

  static func formulaVerdict(_ printed: Double, _ ours: Double, _ tolerance: Double) -> Verdict {
    let size = max(printed.magnitude, ours.magnitude)
    return (printed - ours).magnitude <= tolerance * size || vanish(printed, ours, tolerance)
      ? .agrees : .corrected
  }

  /// Whether one is zero and the other rounding. Two small numbers are not alike for being small.
  fileprivate static func vanish(_ printed: Double, _ ours: Double, _ tolerance: Double) -> Bool {
    (printed == 0 || ours == 0) && max(printed.magnitude, ours.magnitude) <= tolerance
  }
}

extension Finding {
  /// Name, value and unit, and what the printed formula gives.
  func text(showsPrinted: Bool) -> String {
    let space = unit.isEmpty ? "" : " "
    guard case .formula(let printed, let tolerance) = comparison else {
      return "\(name) = \(Claim.brief(value))\(space)\(unit)"
    }
    // What rounding leaves of a zero is shown as zero; the quantities keep it.
    let size = max(printed.magnitude, value.magnitude)
    let floor = Finding.vanish(printed, value, tolerance) ? tolerance : 1e-12 * size
    func shown(_ x: Double) -> String { Claim.brief(x.magnitude <= floor ? 0 : x) }
    let other = showsPrinted ? " (as printed: \(shown(printed)))" : ""
    return "\(name) = \(shown(value))\(space)\(unit)\(other)"
  }
}

extension [Finding] {
  /// The worst of all comparisons; numbers held against one printed value are judged together.
  var verdict: Verdict? {
    var verdicts: [Verdict] = []
    var groups: [(place: Int, number: PrintedNumber, values: [Double])] = []
    for finding in self {
      switch finding.comparison {
      case .none: break
      case .printed(let number, let place):
        if let i = groups.firstIndex(where: { $0.place == place }) {
          groups[i].values.append(finding.value)
        } else {
          groups.append((place, number, [finding.value]))
        }
      case .formula(let printed, let tolerance):
        verdicts.append(Finding.formulaVerdict(printed, finding.value, tolerance))
      case .statement(let isTrue): verdicts.append(isTrue ? .agrees : .corrected)
      }
    }
    verdicts += groups.map { $0.number.verdict(of: $0.values) }
    return verdicts.max()
  }
}
