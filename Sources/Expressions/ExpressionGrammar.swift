/// Why an expression was refused.
struct ExpressionFault: Error, Sendable {
  let reason: String
}

/// What may be typed, checked before the text reaches muParser.
///
/// muParser 2.3.3 would assign with `x=3`, return the last of `1,2`, give pi 12 digits as `_pi`,
/// and its C API dereferences null where a failed expression is evaluated again; none of this can
/// happen to a text that passes.
struct ExpressionGrammar: Sendable {
  let variables: [String]

  static let constants: [String: Double] = [
    "pi": .pi, "_pi": .pi, "e": 2.718281828459045, "_e": 2.718281828459045,
  ]
  static let longest = 4000
  static let deepest = 200

  /// Throws unless the text may be typed; returns the variables that it mentions.
  func check(_ text: String) throws(ExpressionFault) -> Set<String> {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ExpressionFault(reason: "the text is empty")
    }
    guard text.utf8.count <= Self.longest else {
      throw ExpressionFault(
        reason: "the text has \(text.utf8.count) characters, \(Self.longest) are allowed")
    }
    let characters = Array(text)
    var depth = 0
    var isCall: [Bool] = []
    var mentioned: Set<String> = []
    var i = 0
    while i < characters.count {
      let c = characters[i]
      let place = "at character \(i + 1)"
      let next = i + 1 < characters.count ? characters[i + 1] : " "
      switch c {
      case " ", "\t", "+", "-", "*", "/", "^", "?", ":": break
      case "(":
        depth += 1
        isCall.append(
          i > 0 && characters[..<i].last { $0 != " " && $0 != "\t" }?.isLetterOrDigit == true)
        guard depth <= Self.deepest else {
          throw ExpressionFault(reason: "parentheses nest deeper than \(Self.deepest)")
        }
      case ")":
        depth -= 1
        guard isCall.popLast() != nil else {
          throw ExpressionFault(reason: "the ')' \(place) closes nothing")
        }
      case ",":
        guard isCall.last == true else {
          throw ExpressionFault(
            reason: "the ',' \(place) separates two values; the decimal sign is a point")
        }
      case "<", ">":
        if next == "=" { i += 1 }
      case "=", "!", "&", "|":
        let second: Character = c == "!" ? "=" : c
        guard next == second else {
          throw ExpressionFault(
            reason: c == "="
              ? "the '=' \(place) would assign; compare with =="
              : "the '\(c)' \(place) must be '\(c)\(second)'")
        }
        i += 1
      case _ where c.isASCIIDigit || (c == "." && next.isASCIIDigit):
        i = try number(characters, from: i)
      case _ where c.isASCIILetter || c == "_":
        let end = try name(characters, from: i)
        let word = String(characters[i...end])
        if variables.contains(word) { mentioned.insert(word) }
        i = end
      default:
        throw ExpressionFault(reason: "the '\(c)' \(place) has no meaning here")
      }
      i += 1
    }
    guard depth == 0 else { throw ExpressionFault(reason: "\(depth) '(' not closed") }
    return mentioned
  }

  /// The index of the last character of the number that starts at `start`.
  private func number(_ text: [Character], from start: Int) throws(ExpressionFault) -> Int {
    var end = start
    func at(_ i: Int) -> Character { i < text.count ? text[i] : " " }
    while at(end).isASCIIDigit { end += 1 }
    if at(end) == "." { end += 1 }
    while at(end).isASCIIDigit { end += 1 }
    if at(end) == "e" || at(end) == "E" {
      let sign = at(end + 1) == "+" || at(end + 1) == "-" ? 1 : 0
      if at(end + 1 + sign).isASCIIDigit {
        end += 1 + sign
        while at(end).isASCIIDigit { end += 1 }
      }
    }
    let digits = String(text[start..<end])
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits), value.isFinite else {
      throw ExpressionFault(reason: "the number \(digits) is too large")
    }
    guard !at(end).isASCIILetter, at(end) != "_", at(end) != "." else {
      throw ExpressionFault(
        reason: "\(digits) is followed by '\(at(end))' at character \(end + 1); write * to multiply"
      )
    }
    return end - 1
  }

  /// The index of the last character of the name that starts at `start`.
  private func name(_ text: [Character], from start: Int) throws(ExpressionFault) -> Int {
    var end = start
    while end < text.count, text[end].isLetterOrDigit { end += 1 }
    let name = String(text[start..<end])
    let isKnown =
      variables.contains(name) || Self.constants[name] != nil
      || ExpressionFunctions.names.contains(name)
    guard isKnown else {
      let functions = Expression.functions.joined(separator: " ")
      throw ExpressionFault(
        reason: "'\(name)' at character \(start + 1) is unknown; known are the "
          + "variable\(variables.count > 1 ? "s" : "") \(variables.joined(separator: " ")), the constants pi and e, and the functions \(functions)"
      )
    }
    return end - 1
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isLetterOrDigit: Bool { isASCIILetter || isASCIIDigit || self == "_" }
}
