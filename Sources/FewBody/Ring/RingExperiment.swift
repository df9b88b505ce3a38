import ReferenceData

/// What was measured on metal rings, beside what the formulas give.
///
/// The published numbers are those of `Data/experiments.csv`, each with its source there: L. P. Levy et al.,
/// Phys. Rev. Lett. 64 (1990) 2074; V. Chandrasekhar et al., Phys. Rev. Lett. 67 (1991) 3578; and what H. Essen
/// (2013) concluded from them.
public struct RingExperiment: Sendable {
  /// A published number with its source.
  struct Entry: Sendable {
    var text: String
    var unit: String
    var source: String
  }

  /// One of ``names``.
  public let name: String
  let entries: [String: Entry]

  /// The experiments that are known, by first author and year.
  public static let names = ["levy-1990", "chandrasekhar-1991"]

  /// - Throws: ``FewBodyError/invalid(_:)`` for an unknown name.
  public init(named name: String) throws(FewBodyError) {
    guard Self.names.contains(name) else {
      throw .invalid(
        "experiment", name.isEmpty ? "empty" : name,
        accepted: Self.names.joined(separator: " or "))
    }
    try self.init(named: name, table: ReferenceData.experiments)
  }

  /// The experiment of one name in comma-separated text.
  init(named name: String, table: String) throws(FewBodyError) {
    var entries: [String: Entry] = [:]
    for (i, line) in table.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, !fields[5].isEmpty else {
        throw .badData(
          file: "experiments.csv", line: i + 1, problem: "six fields are needed, the place last")
      }
      guard fields[0] == name else { continue }
      let source = fields[4].isEmpty ? fields[5] : "doi:\(fields[4]), \(fields[5])"
      entries[fields[1]] = Entry(text: fields[2], unit: fields[3], source: source)
    }
    self.name = name
    self.entries = entries
  }

  func entry(_ quantity: String) throws(FewBodyError) -> Entry {
    guard let entry = entries[quantity] else {
      throw .badData(file: "experiments.csv", line: 0, problem: "\(name) has no \(quantity)")
    }
    return entry
  }

  func number(_ quantity: String) throws(FewBodyError) -> Double {
    let entry = try entry(quantity)
    guard let value = Double(entry.text), value.isFinite else {
      throw .badData(
        file: "experiments.csv", line: 0, problem: "\(quantity) is '\(entry.text)', no number")
    }
    return value
  }

  /// Published numbers beside computed ones.
  public func claims() throws(FewBodyError) -> [Claim] {
    name == Self.names[0] ? try levyClaims() : try chandrasekharClaims()
  }

  /// One published number beside the computed one.
  public struct Claim: Sendable, Codable {
    /// What the number is, in words.
    public var claim: String
    /// Nil for what the papers do not state.
    public var published: Double?
    /// What the formulas give, in ``unit``.
    public var computed: Double
    /// The unit of both numbers, `1` for none.
    public var unit: String
    /// Of the published number.
    public var source: String
    /// That of ``PrintedNumber/verdict(of:)``; `derived` where nothing was published.
    public var verdict: String
    /// The formula behind the computed number, or why it differs.
    public var why: String
  }

  func claim(
    _ text: String, _ published: String?, _ computed: Double, _ unit: String, because why: String
  ) throws(FewBodyError) -> Claim {
    guard let published else {
      return Claim(
        claim: text, computed: computed, unit: unit, source: "", verdict: "derived", why: why)
    }
    let number = try number(published)
    let entry = try entry(published)
    guard let printed = PrintedNumber(entry.text) else {
      throw .badData(
        file: "experiments.csv", line: 0, problem: "\(published) is '\(entry.text)', no number")
    }
    return Claim(
      claim: text, published: number, computed: computed, unit: unit, source: entry.source,
      verdict: printed.verdict(of: [computed]).rawValue, why: why)
  }
}
