/// A value whose JSON is an object, given as a list of members.
///
/// The one list serves `Codable`, for any encoder, and ``JSONWriter``, which a sweep needs: through
/// containers behind existentials the text of six levels takes as long as solving for one of them.
protocol JSONObject: Encodable {
  /// Whether a member is an array of objects, which puts every member on its own line.
  var isSpread: Bool { get }
  /// Hands over the members in their order.
  func members(into members: inout some JSONMembers) throws
  /// The JSON of the outermost object. A requirement, so that each type has code of its own for it: through
  /// witnesses of unknown types it takes three times as long.
  func text() throws -> String
}

extension JSONObject {
  var isSpread: Bool { false }

  func text() throws -> String { try JSONWriter.text(of: self) }

  /// `encode(to:)` by the same list.
  func encodeMembers(to encoder: any Encoder) throws {
    var members = EncodedMembers(encoder.container(keyedBy: JSONKey.self))
    try self.members(into: &members)
  }
}

/// Takes the members of a JSON object, one after the other.
protocol JSONMembers {
  mutating func set(_ name: StaticString, _ value: Double) throws
  mutating func set(_ name: StaticString, _ value: Int) throws
  mutating func set(_ name: StaticString, _ value: Bool) throws
  mutating func set(_ name: StaticString, _ value: String) throws
  mutating func set(_ name: StaticString, _ values: [Double]) throws
  mutating func set(_ name: StaticString, _ values: [String]) throws
  mutating func setNull(_ name: StaticString) throws
  mutating func set(_ name: StaticString, _ value: some JSONObject) throws
  mutating func set(_ name: StaticString, _ values: [some JSONObject]) throws
  /// A name that is known only now.
  mutating func set(_ name: String, _ value: Parameters.Value) throws
}

extension JSONMembers {
  mutating func setIfPresent(_ name: StaticString, _ value: Double?) throws {
    if let value { try set(name, value) }
  }

  mutating func setIfPresent(_ name: StaticString, _ value: Int?) throws {
    if let value { try set(name, value) }
  }

  /// An interval of energies as two numbers, in hartree; neither where there is none.
  mutating func setIfPresent(
    _ interval: ClosedRange<Energy>?, lower: StaticString, upper: StaticString
  ) throws {
    try setIfPresent(lower, interval?.lowerBound.hartree)
    try setIfPresent(upper, interval?.upperBound.hartree)
  }
}

/// Members that go to an encoder of any kind.
struct EncodedMembers: JSONMembers {
  private var container: KeyedEncodingContainer<JSONKey>

  init(_ container: KeyedEncodingContainer<JSONKey>) { self.container = container }

  private func key(_ name: StaticString) -> JSONKey { JSONKey(stringValue: name.description) }

  // Each by its own method of the container: the general one makes an encoder for every number.
  mutating func set(_ name: StaticString, _ value: Double) throws {
    try container.encode(value, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ value: Int) throws {
    try container.encode(value, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ value: Bool) throws {
    try container.encode(value, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ value: String) throws {
    try container.encode(value, forKey: key(name))
  }

  mutating func setNull(_ name: StaticString) throws { try container.encodeNil(forKey: key(name)) }

  mutating func set(_ name: StaticString, _ values: [Double]) throws {
    try container.encode(values, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ values: [String]) throws {
    try container.encode(values, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ value: some JSONObject) throws {
    try container.encode(value, forKey: key(name))
  }

  mutating func set(_ name: StaticString, _ values: [some JSONObject]) throws {
    try container.encode(values, forKey: key(name))
  }

  mutating func set(_ name: String, _ value: Parameters.Value) throws {
    let key = JSONKey(stringValue: name)
    switch value {
    case .number(let number): try container.encode(number, forKey: key)
    case .integer(let number): try container.encode(number, forKey: key)
    case .word(let word): try container.encode(word, forKey: key)
    case .flag(let flag): try container.encode(flag, forKey: key)
    case .numbers(let numbers): try container.encode(numbers, forKey: key)
    }
  }
}
