extension Reproduction {
  /// The claims one under the other, wrapped to a terminal's width, and how many of them hold.
  public func table(width: Int = 100) -> String {
    var text = ""
    var seed = ""
    for claim in claims {
      if claim.seed != seed {
        seed = claim.seed
        text +=
          (text.isEmpty ? "" : "\n") + "\(seed)\n" + String(repeating: "\u{2500}", count: width)
        text += "\n"
      }
      text += Self.wrapped("\(claim.equation): \(claim.claim)", label: mark(claim.verdict), width)
      text += Self.wrapped(claim.published, label: "published", width)
      text += Self.wrapped(claim.computed, label: "computed", width)
      if !claim.why.isEmpty { text += Self.wrapped(claim.why, label: "why", width) }
      text += "\n"
    }
    let counts = Verdict.allCases.map { "\(count(of: $0)) \($0.rawValue)" }
    text += "\(claims.count) claims: " + counts.joined(separator: ", ") + "\n"
    for note in notes { text += "note: \(note)\n" }
    return text + (isComplete ? "" : "incomplete: claims are missing\n")
  }

  /// One line a claim under a line of names.
  public func commaSeparated() -> String {
    let names = ["seed", "equation", "claim", "published", "computed", "verdict", "why"]
    return claims.reduce(into: Spectrum.record(names)) { text, claim in
      text += Spectrum.record([
        claim.seed, claim.equation, claim.claim, claim.published, claim.computed,
        claim.verdict.rawValue, claim.why,
      ])
    }
  }

  private func mark(_ verdict: Verdict) -> String {
    verdict == .corrected ? "CORRECTED" : verdict.rawValue
  }

  /// Words in lines of at most `width` characters, beside a label.
  static func wrapped(_ words: String, label: String, _ width: Int) -> String {
    let margin = 12
    var lines = [""]
    for word in words.split(separator: " ") {
      let line = lines[lines.count - 1]
      if !line.isEmpty, margin + line.count + 1 + word.count > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (line.isEmpty ? "" : " ") + word
      }
    }
    var text = ""
    for (i, line) in lines.enumerated() {
      let head = i == 0 ? label : ""
      text += head + String(repeating: " ", count: max(1, margin - head.count)) + line + "\n"
    }
    return text
  }
}
