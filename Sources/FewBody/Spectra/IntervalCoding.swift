/// An interval of energies as two numbers of a JSON object, in hartree; neither where there is none.
extension KeyedEncodingContainer {
  mutating func encode(_ interval: ClosedRange<Energy>?, lower: Key, upper: Key) throws {
    try encodeIfPresent(interval?.lowerBound.hartree, forKey: lower)
    try encodeIfPresent(interval?.upperBound.hartree, forKey: upper)
  }
}

extension KeyedDecodingContainer {
  func interval(lower: Key, upper: Key) throws -> ClosedRange<Energy>? {
    guard let least = try decodeIfPresent(Double.self, forKey: lower),
      let most = try decodeIfPresent(Double.self, forKey: upper)
    else { return nil }
    guard least <= most else {
      throw DecodingError.dataCorruptedError(
        forKey: lower, in: self, debugDescription: "\(least) lies above \(most)")
    }
    return Energy(hartree: least)...Energy(hartree: most)
  }
}
