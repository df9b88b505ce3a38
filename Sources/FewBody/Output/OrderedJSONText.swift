extension JSONNode {
  private var isObject: Bool {
    if case .object = content { true } else { false }
  }

  private var isArrayOfObjects: Bool {
    if case .array = content { children.contains { $0.isObject } } else { false }
  }

  /// Whether its parts stand on lines of their own.
  private func isSpread(isOutermost: Bool) -> Bool {
    guard !children.isEmpty else { return false }
    switch content {
    case .object: return isOutermost || children.contains { $0.isArrayOfObjects }
    case .array: return isArrayOfObjects
    default: return false
    }
  }

  /// Appends the JSON text; `indentation` is that of the line on which the value begins.
  func write(to text: inout String, indentation: Int, isOutermost: Bool = false) {
    let brackets: (open: String, close: String)
    switch content {
    case .empty:
      text += "null"
      return
    case .scalar(let scalar):
      text += scalar
      return
    case .array: brackets = ("[", "]")
    case .object: brackets = ("{", "}")
    }
    let isSpread = isSpread(isOutermost: isOutermost)
    let inner = "\n" + String(repeating: " ", count: indentation + 2)
    text += brackets.open
    for (position, child) in children.enumerated() {
      if position > 0 { text += isSpread ? "," : ", " }
      if isSpread { text += inner }
      if position < names.count { text += JSONNode.quoted(names[position]) + ": " }
      child.write(to: &text, indentation: indentation + 2)
    }
    if isSpread { text += "\n" + String(repeating: " ", count: indentation) }
    text += brackets.close
  }

  /// A JSON string: quotation mark, backslash and the control characters escaped (RFC 8259, 7).
  static func quoted(_ string: String) -> String {
    let isPlain = string.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if isPlain { return "\"\(string)\"" }
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
