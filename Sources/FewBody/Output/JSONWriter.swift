/// Writes an object as bytes: the text of ``OrderedJSONEncoder`` to the letter, without its tree of nodes.
struct JSONWriter: JSONMembers {
  /// JSON has no such number. Where it stands only the tree knows.
  private struct NotFinite: Error {}

  private var bytes: [UInt8] = []
  /// Of the lines on which members stand, where they have lines of their own.
  private var indentation = 0
  private var isSpread = true
  private var isFirst = true

  /// The JSON of an outermost object.
  static func text(of object: some JSONObject) throws -> String {
    var writer = JSONWriter()
    writer.bytes.reserveCapacity(4096)
    try writer.write(object, isSpread: true)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  mutating func set(_ name: StaticString, _ value: Double) throws {
    begin(name)
    try write(value)
  }

  mutating func set(_ name: StaticString, _ value: Int) {
    begin(name)
    write(value)
  }

  mutating func set(_ name: StaticString, _ value: Bool) {
    begin(name)
    write(value)
  }

  mutating func set(_ name: StaticString, _ value: String) {
    begin(name)
    write(value)
  }

  mutating func setNull(_ name: StaticString) {
    begin(name)
    append(literal: "null")
  }

  mutating func set(_ name: StaticString, _ values: [Double]) throws {
    begin(name)
    try write(values) { writer, value in try writer.write(value) }
  }

  mutating func set(_ name: StaticString, _ values: [String]) {
    begin(name)
    write(values) { writer, value in writer.write(value) }
  }

  mutating func set(_ name: StaticString, _ value: some JSONObject) throws {
    begin(name)
    try write(value, isSpread: value.isSpread)
  }

  mutating func set(_ name: StaticString, _ values: [some JSONObject]) throws {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    indentation += 2
    // By position: an object may be large, and an element would be a copy.
    for position in values.indices {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      try write(values[position], isSpread: values[position].isSpread)
    }
    indentation -= 2
    if !values.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func set(_ name: String, _ value: Parameters.Value) throws {
    separate()
    write(name)
    append(literal: ": ")
    switch value {
    case .number(let number): try write(number)
    case .integer(let number): write(number)
    case .word(let word): write(word)
    case .flag(let flag): write(flag)
    case .numbers(let numbers): try write(numbers) { writer, value in try writer.write(value) }
    }
  }

  /// What stands between two members, or before the first.
  private mutating func separate() {
    if isSpread {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    } else if !isFirst {
      append(literal: ", ")
    }
    isFirst = false
  }

  /// A name of ours has nothing to escape.
  private mutating func begin(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(literal: name)
    append(literal: "\": ")
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indentation { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func write(_ object: some JSONObject, isSpread: Bool) throws {
    let outer = (isSpread: self.isSpread, isFirst: isFirst)
    bytes.append(UInt8(ascii: "{"))
    (self.isSpread, isFirst) = (isSpread, true)
    indentation += 2
    try object.members(into: &self)
    indentation -= 2
    if isSpread, !isFirst { breakLine() }
    (self.isSpread, isFirst) = outer
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write<T>(
    _ values: [T], each: (inout JSONWriter, T) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { append(literal: ", ") }
      try each(&self, value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ value: Double) throws {
    guard value.isFinite else { throw NotFinite() }
    append(value.description)
  }

  private mutating func write(_ value: Int) {
    if (0..<10).contains(value) {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      append(value.description)
    }
  }

  private mutating func write(_ value: Bool) { append(literal: value ? "true" : "false") }

  private mutating func write(_ word: String) {
    var word = word
    let isPlain = word.withUTF8 { utf8 in
      var isPlain = true
      for byte in utf8 { isPlain = isPlain && JSONNode.isPlain(byte) }
      guard isPlain else { return false }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: utf8)
      bytes.append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { append(JSONNode.quoted(word)) }
  }

  /// In one move; `+=` asks the string for one byte after the other.
  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
