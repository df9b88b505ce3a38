/// The `Encoder` that writes into one ``JSONNode``.
struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(JSONObjectContainer(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return JSONArrayContainer(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONScalarContainer(node: node, codingPath: codingPath)
  }
}

/// A position in an array, or the name of a parent's part, as a coding key.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = "\(intValue)"
    self.intValue = intValue
  }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  private func encoder(_ key: any CodingKey) -> JSONNodeEncoder {
    JSONNodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }

  func encodeNil(forKey key: Key) throws { node.set("null", of: key.stringValue) }

  // The simple values need no encoder of their own: without these an answer takes twice as long.
  func encode(_ value: Bool, forKey key: Key) throws {
    node.set(value ? "true" : "false", of: key.stringValue)
  }

  func encode(_ value: String, forKey key: Key) throws {
    node.set(JSONNode.quoted(value), of: key.stringValue)
  }

  func encode(_ value: Int, forKey key: Key) throws {
    node.set(value.description, of: key.stringValue)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    node.set(try JSONNode.scalar(value, path: codingPath + [key]), of: key.stringValue)
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try node.member(key.stringValue).encode(value, path: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(JSONKey(stringValue: "super")) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

private struct JSONArrayContainer: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var count: Int { node.children.count }

  private func encoder() -> JSONNodeEncoder {
    let path = codingPath + [JSONKey(intValue: count)]
    return JSONNodeEncoder(node: node.appended(), codingPath: path)
  }

  func encodeNil() throws { node.append("null") }

  func encode(_ value: Double) throws {
    node.append(try JSONNode.scalar(value, path: codingPath + [JSONKey(intValue: count)]))
  }

  func encode<T: Encodable>(_ value: T) throws {
    let next = encoder()
    try next.node.encode(value, path: next.codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder() }
}

private struct JSONScalarContainer: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() throws { node.set("null") }
  func encode(_ value: Bool) throws { node.set(value ? "true" : "false") }
  func encode(_ value: String) throws { node.set(JSONNode.quoted(value)) }
  func encode(_ value: Double) throws { try node.set(value, path: codingPath) }

  func encode(_ value: Float) throws {
    // Its own shortest text, not that of its widening: 0.1, not 0.10000000149011612.
    if value.isFinite { node.set("\(value)") } else { try encode(Double(value)) }
  }

  func encode(_ value: Int) throws { node.set("\(value)") }
  func encode(_ value: Int8) throws { node.set("\(value)") }
  func encode(_ value: Int16) throws { node.set("\(value)") }
  func encode(_ value: Int32) throws { node.set("\(value)") }
  func encode(_ value: Int64) throws { node.set("\(value)") }
  func encode(_ value: UInt) throws { node.set("\(value)") }
  func encode(_ value: UInt8) throws { node.set("\(value)") }
  func encode(_ value: UInt16) throws { node.set("\(value)") }
  func encode(_ value: UInt32) throws { node.set("\(value)") }
  func encode(_ value: UInt64) throws { node.set("\(value)") }
  func encode<T: Encodable>(_ value: T) throws { try node.encode(value, path: codingPath) }
}
