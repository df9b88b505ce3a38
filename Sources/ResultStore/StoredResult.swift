/// One result: what it is of, and the answer or what went wrong.
public struct StoredResult: Sendable, Hashable {
  /// What the result is of, the same text for the same question: a store holds one result a key.
  public var key: String
  /// The result's place in the order in which all are read back.
  public var place: Int
  /// 0 where all is well; otherwise an exit code.
  public var status: Int
  /// The answer as text; nil where there is none.
  public var answer: String?
  /// What went wrong, as text; nil where nothing did.
  public var error: String?

  /// A result of `key` at `place`, with what came of it.
  public init(
    key: String, place: Int, status: Int, answer: String? = nil, error: String? = nil
  ) {
    (self.key, self.place, self.status) = (key, place, status)
    (self.answer, self.error) = (answer, error)
  }
}

/// A name and a value that say what the results of a store are of.
public struct StoreProperty: Sendable, Hashable {
  /// The property's name, unique within a store.
  public let name: String
  /// The property's value, as text.
  public let value: String

  /// The property `name` with its `value`.
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}
