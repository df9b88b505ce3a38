/// Encodes a value as JSON whose keys stand in the order in which they were encoded.
///
/// Foundation's encoder sorts keys or leaves their order to a hash, and loading Foundation costs
/// more than solving the pair does; hence this one, which needs the standard library alone.
/// Numbers are the shortest text that reads back to the same `Double`. An array of objects puts
/// each of them on its own line, so that a level is a line; any other nested value is compact.
public struct OrderedJSONEncoder: Sendable {
  /// An encoder; it has no options.
  public init() {}

  /// The JSON text of `value`, without a final newline.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` naming the coding path of a number that is not finite
  ///   (JSON has none), or whatever the value's own `encode(to:)` throws.
  public func encode(_ value: some Encodable) throws -> String {
    // Where it fails the tree of nodes says at which path.
    if let object = value as? any JSONObject, let text = try? object.text() {
      return text
    }
    let root = JSONNode()
    try root.encode(value, path: [])
    var text: [UInt8] = []
    text.reserveCapacity(1024)
    root.write(to: &text, indentation: 0, isOutermost: true)
    return String(decoding: text, as: UTF8.self)
  }
}

/// A JSON value under construction.
///
/// A class, because `Encoder` hands out containers that must all write to the same place.
final class JSONNode {
  enum Content {
    case empty
    /// Text that is already JSON: a number, a quoted string, true, false or null.
    case scalar(String)
    case array
    case object
  }

  /// What has parts is a node; a scalar is only its text.
  enum Child {
    case scalar(String)
    case node(JSONNode)
  }

  private(set) var content = Content.empty
  private(set) var names: [String] = []
  private(set) var children: [Child] = []
  /// Of the names, once there are many.
  private var positions: [String: Int] = [:]
  private static let few = 24

  func set(_ scalar: String) { content = .scalar(scalar) }
  func becomeArray() { content = .array }
  func becomeObject() { content = .object }

  /// A new element at the end of an array.
  func appended() -> JSONNode {
    let child = JSONNode()
    children.append(.node(child))
    return child
  }

  func append(_ scalar: String) { children.append(.scalar(scalar)) }

  /// The member of that name, created where it is missing, in the order of first mention.
  func member(_ name: String) -> JSONNode {
    let member = JSONNode()
    guard let position = position(of: name) else {
      enter(name)
      children.append(.node(member))
      return member
    }
    switch children[position] {
    case .node(let old): return old
    case .scalar(let text):
      member.set(text)
      children[position] = .node(member)
      return member
    }
  }

  /// Sets the member of that name to a scalar.
  func set(_ scalar: String, of name: String) {
    if let position = position(of: name) {
      children[position] = .scalar(scalar)
    } else {
      enter(name)
      children.append(.scalar(scalar))
    }
  }

  private func enter(_ name: String) {
    if names.count == JSONNode.few {
      for (position, name) in names.enumerated() { positions[name] = position }
    }
    if names.count >= JSONNode.few { positions[name] = names.count }
    names.append(name)
  }

  /// Hashing pays where there are many names; most objects have six.
  private func position(of name: String) -> Int? {
    names.count > JSONNode.few ? positions[name] : names.firstIndex(of: name)
  }

  func encode(_ value: some Encodable, path: [any CodingKey]) throws {
    try value.encode(to: JSONNodeEncoder(node: self, codingPath: path))
    // A value that encodes nothing at all still has to be a JSON value.
    if case .empty = content { content = .object }
  }

  func set(_ number: Double, path: [any CodingKey]) throws {
    content = .scalar(try JSONNode.scalar(number, path: path))
  }

  static func scalar(_ number: Double, path: @autoclosure () -> [any CodingKey]) throws -> String {
    guard number.isFinite else {
      throw FewBodyError.invalid(
        JSONNode.describe(path()), number, accepted: "a finite number: JSON has no others")
    }
    return number.description
  }

  /// `levels[0].energy`.
  static func describe(_ path: [any CodingKey]) -> String {
    var text = ""
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return text.isEmpty ? "value" : text
  }
}
