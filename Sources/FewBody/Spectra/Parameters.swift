/// Named values in a fixed order: a system's parameters, a method's choices, a level's labels.
public struct Parameters: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A number, a whole number, a word, a truth value, or numbers in a row.
  public enum Value: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// A word.
    case word(String)
    /// A truth value.
    case flag(Bool)
    /// Numbers in a row.
    case numbers([Double])
  }

  // Side by side rather than in a dictionary: there are few, and every row of a sweep makes some thirty.
  /// The names, in the order in which they were first set.
  public private(set) var names: [String] = []
  private var values: [Value] = []

  /// No parameters.
  public init() {}

  /// The parameters of a literal, in its order; of a name given twice the last value counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    names.reserveCapacity(elements.count)
    values.reserveCapacity(elements.count)
    for (name, value) in elements { self[name] = value }
  }

  /// The value of a name, nil where it has none; a new name goes last, and setting nil removes it.
  public subscript(name: String) -> Value? {
    get { names.firstIndex(of: name).map { values[$0] } }
    set {
      switch (names.firstIndex(of: name), newValue) {
      case (let position?, let value?): values[position] = value
      case (let position?, nil):
        names.remove(at: position)
        values.remove(at: position)
      case (nil, let value?):
        names.append(name)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// Whether there are no parameters.
  public var isEmpty: Bool { names.isEmpty }

  private var byName: [String: Value] {
    Dictionary(zip(names, values)) { _, last in last }
  }

  // JSON keeps neither the order of keys nor the difference between 1 and 1.0.
  /// Whether names and values agree, in whatever order.
  public static func == (a: Parameters, b: Parameters) -> Bool { a.byName == b.byName }
  /// Hashes names and values without their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(byName) }
}

extension Parameters.Value {
  private var size: Double? {
    switch self {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Whether two values agree; a whole number equals the number of the same size.
  public static func == (a: Parameters.Value, b: Parameters.Value) -> Bool {
    switch (a, b) {
    case (.word(let a), .word(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.numbers(let a), .numbers(let b)): a == b
    default: a.size != nil && a.size == b.size
    }
  }

  /// Hashes the value, a whole number like the number of the same size.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number, .integer: hasher.combine(size)
    case .word(let word): hasher.combine(word)
    case .flag(let flag): hasher.combine(flag)
    case .numbers(let numbers): hasher.combine(numbers)
    }
  }
}

extension Parameters.Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A word.
  public init(stringLiteral value: String) { self = .word(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension Parameters.Value: CustomStringConvertible {
  /// The value as plain text, a word without quotes.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .integer(let number): "\(number)"
    case .word(let word): word
    case .flag(let flag): "\(flag)"
    case .numbers(let numbers): "\(numbers)"
    }
  }
}

extension Parameters.Value: Codable {
  /// The value as the first that fits of a truth value, a whole number, a number, a row and a word.
  ///
  /// - Throws: `DecodingError` for JSON that is none of them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? container.decode(Int.self) {
      self = .integer(whole)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let numbers = try? container.decode([Double].self) {
      self = .numbers(numbers)
    } else {
      self = .word(try container.decode(String.self))
    }
  }

  /// The bare value, without its kind.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .integer(let number): try container.encode(number)
    case .word(let word): try container.encode(word)
    case .flag(let flag): try container.encode(flag)
    case .numbers(let numbers): try container.encode(numbers)
    }
  }
}

extension Parameters: Codable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The parameters of a JSON object, in the order of its decoder.
  ///
  /// - Throws: `DecodingError` for what is no object, or a value of no kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(Value.self, forKey: key)
    }
  }

  /// The parameters as a JSON object, in their order.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeMembers(to: encoder)
  }
}

extension Parameters: JSONObject {
  func members(into members: inout some JSONMembers) throws {
    for (name, value) in zip(names, values) {
      try members.set(name, value)
    }
  }
}

extension Parameters.Value {
  /// A whole or half-whole number given by its double.
  static func half(_ doubled: Int) -> Parameters.Value {
    doubled.isMultiple(of: 2) ? .integer(doubled / 2) : .number(Double(doubled) / 2)
  }
}
