extension JSONNode {
  private var isObject: Bool {
    if case .object = content { true } else { false }
  }

  private var isArrayOfObjects: Bool {
    if case .array = content { children.contains { $0.isNode(where: \.isObject) } } else { false }
  }

  /// Whether its parts stand on lines of their own.
  private func isSpread(isOutermost: Bool) -> Bool {
    guard !children.isEmpty else { return false }
    switch content {
    case .object: return isOutermost || children.contains { $0.isNode(where: \.isArrayOfObjects) }
    case .array: return isArrayOfObjects
    default: return false
    }
  }

  /// Appends the JSON text; `indentation` is that of the line on which the value begins.
  func write(to text: inout [UInt8], indentation: Int, isOutermost: Bool = false) {
    let brackets: (open: UInt8, close: UInt8)
    switch content {
    case .empty:
      text += "null".utf8
      return
    case .scalar(let scalar):
      text += scalar.utf8
      return
    case .array: brackets = (UInt8(ascii: "["), UInt8(ascii: "]"))
    case .object: brackets = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    }
    let isSpread = isSpread(isOutermost: isOutermost)
    text.append(brackets.open)
    for (position, child) in children.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      if isSpread {
        text.append(UInt8(ascii: "\n"))
        text += repeatElement(UInt8(ascii: " "), count: indentation + 2)
      } else if position > 0 {
        text.append(UInt8(ascii: " "))
      }
      if position < names.count {
        if JSONNode.isPlain(names[position]) {
          text.append(UInt8(ascii: "\""))
          text += names[position].utf8
          text.append(UInt8(ascii: "\""))
        } else {
          text += JSONNode.quoted(names[position]).utf8
        }
        text.append(UInt8(ascii: ":"))
        text.append(UInt8(ascii: " "))
      }
      switch child {
      case .scalar(let scalar): text += scalar.utf8
      case .node(let node): node.write(to: &text, indentation: indentation + 2)
      }
    }
    if isSpread {
      text.append(UInt8(ascii: "\n"))
      text += repeatElement(UInt8(ascii: " "), count: indentation)
    }
    text.append(brackets.close)
  }

  private static func isPlain(_ string: String) -> Bool { string.utf8.allSatisfy(isPlain) }

  /// Whether a byte of a string stands in JSON for itself.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// A JSON string: quotation mark, backslash and the control characters escaped (RFC 8259, 7).
  static func quoted(_ string: String) -> String {
    if isPlain(string) { return "\"\(string)\"" }
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

extension JSONNode.Child {
  fileprivate func isNode(where condition: (JSONNode) -> Bool) -> Bool {
    switch self {
    case .scalar: false
    case .node(let node): condition(node)
    }
  }
}
