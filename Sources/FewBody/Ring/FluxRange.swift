/// Fluxes from one value to another, both included, in units of Phi0.
public struct FluxRange: Sendable, Equatable {
  /// The first flux, in Phi0.
  public let from: Double
  /// The last flux, in Phi0.
  public let to: Double
  /// The number of equally spaced fluxes, 2 or more.
  public let count: Int

  /// - Throws: ``FewBodyError/invalid(_:)`` for a range that is empty, reversed or not finite.
  public init(from: Double, to: Double, count: Int) throws(FewBodyError) {
    let accepted = "from:to:count with from < to and a count of 2 or more, such as 0:1:201"
    let text = "\(from):\(to):\(count)"
    guard from.isFinite, to.isFinite, from.magnitude <= 0x1p20, to.magnitude <= 0x1p20 else {
      throw .invalid("flux", text, accepted: accepted)
    }
    guard from < to else {
      throw .invalid(
        "flux", "\(text), \(from == to ? "empty" : "reversed")", accepted: accepted)
    }
    guard count >= 2 else {
      throw .invalid("flux", "\(text), with \(count) values", accepted: accepted)
    }
    guard count <= 10_000_000 else {
      throw .tooLarge(
        what: "flux \(text)", bytes: 1000 * Double(count), limit: 1000 * 10_000_000)
    }
    (self.from, self.to, self.count) = (from, to, count)
  }

  /// The text `from:to:count`.
  public init(_ text: String) throws(FewBodyError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let from = Double(parts[0]), let to = Double(parts[1]),
      let count = Int(parts[2])
    else {
      throw .invalid(
        "flux", text.isEmpty ? "empty" : text,
        accepted: "a number, or from:to:count such as 0:1:201, in flux quanta")
    }
    try self.init(from: from, to: to, count: count)
  }

  /// The fluxes, the ends exact.
  public var values: [Double] {
    (0..<count).map { i in
      let t = Double(i) / Double(count - 1)
      return i == count - 1 ? to : from + (to - from) * t
    }
  }
}
