/// JSON as it stands in a store: members in their order, numbers as they were written.
enum JSONValue: Equatable {
  /// A number, true or false; null is an empty text.
  case word(String)
  case text(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array of objects that is not empty.
  var objects: [JSONValue]? {
    guard case .array(let elements) = self, !elements.isEmpty else { return nil }
    let areObjects = elements.allSatisfy { if case .object = $0 { true } else { false } }
    return areObjects ? elements : nil
  }

  /// Nil where the text is not JSON.
  init?(_ text: String) {
    var reader = JSONReader(text)
    guard let value = reader.value(), reader.isAtTheEnd else { return nil }
    self = value
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  var isAtTheEnd: Bool {
    mutating get {
      skipSpace()
      return next == nil
    }
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  mutating func value() -> JSONValue? {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return list(closedBy: UInt8(ascii: "}")) { reader -> JSONValue.Member? in
        reader.skipSpace()
        guard let name = reader.string(), reader.skip(UInt8(ascii: ":")),
          let value = reader.value()
        else { return nil }
        return JSONValue.Member(name: name, value: value)
      }.map(JSONValue.object)
    case UInt8(ascii: "["):
      return list(closedBy: UInt8(ascii: "]")) { $0.value() }.map(JSONValue.array)
    case UInt8(ascii: "\""): return string().map(JSONValue.text)
    default: return word()
    }
  }

  private mutating func list<T>(
    closedBy end: UInt8, element: (inout JSONReader) -> T?
  ) -> [T]? {
    position += 1
    var elements: [T] = []
    if skip(end) { return elements }
    while let next = element(&self) {
      elements.append(next)
      if skip(end) { return elements }
      guard skip(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func word() -> JSONValue? {
    let start = position
    while let byte = next, byte > 0x20, !",]}:\"".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if word == "null" { return .word("") }
    return word.isEmpty ? nil : .word(word)
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = next else { return nil }
        position += 1
        switch escaped {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
          // The encoder escapes control characters alone: no pairs of surrogates.
          guard position + 4 <= bytes.count else { return nil }
          let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
          position += 4
          guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
            return nil
          }
          text += Array(String(Character(scalar)).utf8)
        default: text.append(escaped)
        }
      default: text.append(byte)
      }
    }
    return nil
  }
}
