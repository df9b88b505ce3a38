extension RingExperiment {
  /// The claims as an aligned table, their reasons and sources beneath.
  public static func table(_ claims: [Claim], title: String) -> String {
    let columns = [
      Column("quantity", claims.map(\.claim), .leading),
      Column(
        "published", Column.pointsAligned(claims.map { $0.published.map(asPrinted) ?? "" }),
        .leading),
      Column("ours", claims.map { brief($0.computed) }, .trailing),
      Column("unit", claims.map(\.unit), .leading),
      Column("verdict", claims.map(\.verdict), .leading),
    ]
    var text = "\(title)\n\n" + Column.text(of: columns, rows: claims.count) + "\n"
    for claim in claims { text += "\(claim.claim): \(claim.why)\n" }
    text += "\n"
    var sources: [String] = []
    for claim in claims where !claim.source.isEmpty && !sources.contains(claim.source) {
      sources.append(claim.source)
    }
    return text + sources.map { "source: \($0)\n" }.joined()
  }

  /// One line a claim under a line of names.
  public static func commaSeparated(_ claims: [Claim]) -> String {
    var text = Spectrum.record([
      "claim", "published", "computed", "unit", "verdict", "source", "why",
    ])
    for claim in claims {
      text += Spectrum.record([
        claim.claim, claim.published.map { "\($0)" } ?? "", "\(claim.computed)", claim.unit,
        claim.verdict, claim.source, claim.why,
      ])
    }
    return text
  }

  /// Without the zeros that a source has not printed.
  private static func asPrinted(_ value: Double) -> String {
    let digits = brief(value)
    guard digits.contains(".") else { return digits }
    let kept = digits.prefix(through: digits.lastIndex { $0 != "0" } ?? digits.startIndex)
    return String(kept.last == "." ? kept.dropLast() : kept)
  }

  private static func brief(_ value: Double) -> String {
    let decimal = ExactDecimal(value)
    return decimal.fixed(places: max(0, 6 - max(decimal.point, -3)), .toNearestOrEven)
  }
}
