/// A claim of a paper beside what this library computes, with a verdict.
public struct Claim: Sendable, Codable, Equatable {
  /// A computed number, and the printed one or what the printed formula gives.
  public struct Quantity: Sendable, Codable, Equatable {
    /// What the number is, in words or symbols.
    public var name: String
    /// The printed number or what the printed formula gives; nil for a number that only explains and for a statement.
    public var published: Double?
    /// What this library gives.
    public var computed: Double
    /// The unit of both, empty for a bare number.
    public var unit: String
  }

  /// The paper, by its first author.
  public var seed: String
  /// Names the row of `Data/claims.csv`.
  public var key: String
  /// Where in the paper, such as `Eq (16)`.
  public var equation: String
  /// What is claimed, in words.
  public var claim: String
  /// As printed.
  public var published: String
  /// The quantities, for a person to read.
  public var computed: String
  /// The worst of the comparisons.
  public var verdict: Verdict
  /// What explains the verdict, in words.
  public var why: String
  /// The numbers behind the verdict, in the order of the findings.
  public var quantities: [Quantity]

  /// Judges what was found; the verdict is the worst of its comparisons.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` where a number is not finite or nothing was compared.
  public init(
    _ row: PublishedClaim, _ findings: [Finding], because why: String
  ) throws(FewBodyError) {
    guard let verdict = findings.verdict else {
      throw .invalid(row.key, "compared with nothing", accepted: "a comparison")
    }
    for finding in findings where !finding.value.isFinite {
      throw .invalid(row.key, "\(finding.name) = \(finding.value)", accepted: "finite numbers")
    }
    (seed, key, equation) = (row.seed, row.key, row.equation)
    (claim, published, self.verdict, self.why) = (row.claim, row.published, verdict, why)
    quantities = findings.map { finding in
      let printed: Double? =
        switch finding.comparison {
        case .printed(let number, _): number.value
        case .formula(let value, _): value
        case .none, .statement: nil
        }
      return Quantity(
        name: finding.name, published: printed, computed: finding.value, unit: finding.unit)
    }
    computed = findings.map { $0.text(showsPrinted: verdict == .corrected) }
      .joined(separator: "; ")
  }

  /// Nine significant digits at most.
  static func brief(_ value: Double) -> String {
    if value == 0 { return "0" }
    if value.magnitude < 1e10, value == value.rounded() { return "\(Int(value))" }
    let isPlain = (1e-4..<1e6).contains(value.magnitude)
    let decimal = ExactDecimal(value)
    guard isPlain else {
      let text = decimal.scientific(significant: 9, .toNearestOrEven)
      guard let mark = text.firstIndex(of: "e") else { return text }
      return trimmed(String(text[..<mark])) + text[mark...]
    }
    return trimmed(decimal.fixed(places: max(0, 9 - decimal.point), .toNearestOrEven))
  }

  private static func trimmed(_ digits: String) -> String {
    guard digits.contains(".") else { return digits }
    var text = digits
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
