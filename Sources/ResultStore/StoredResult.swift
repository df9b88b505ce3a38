/// One result: what it is of, and the answer or what went wrong.
public struct StoredResult: Sendable, Hashable {
  /// What the result is of, the same text for the same question: a store holds one result a key.
  public var key: String
  /// The result's place in the order in which all are read back.
  public var place: Int
  /// 0 where all is well; otherwise an exit code.
  public var status: Int
  public var answer: String?
  public var error: String?

  public init(
    key: String, place: Int, status: Int, answer: String? = nil, error: String? = nil
  ) {
    (self.key, self.place, self.status) = (key, place, status)
    (self.answer, self.error) = (answer, error)
  }
}

/// A name and a value that say what the results of a store are of.
public struct StoreProperty: Sendable, Hashable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}
