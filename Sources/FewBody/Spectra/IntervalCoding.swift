/// An interval of energies from two numbers of a JSON object, in hartree; nil where there are none.
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
