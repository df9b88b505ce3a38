/// Which levels of a system in space are asked for; nil for all.
public struct SpaceSymmetry: Sendable, Equatable {
  /// The sign that psi takes under r -> -r.
  public enum Parity: String, Sendable, CaseIterable {
    /// psi(-r) = psi(r).
    case even
    /// psi(-r) = -psi(r).
    case odd

    /// Of the partial wave l: (-1)^l.
    static func of(_ l: Int) -> Parity { l.isMultiple(of: 2) ? .even : .odd }
  }

  /// l, where V depends on the distance alone.
  public var angularMomentum: Int?
  /// M, the angular momentum about the axis, in hbar.
  public var magnetic: Int?
  /// The sign of psi under r -> -r.
  public var parity: Parity?

  /// The levels of given l, M and parity; nil leaves one free.
  public init(angularMomentum: Int? = nil, magnetic: Int? = nil, parity: Parity? = nil) {
    self.angularMomentum = angularMomentum
    self.magnetic = magnetic
    self.parity = parity
  }

  /// No restriction.
  public static let all = SpaceSymmetry()

  /// How many states of the partial wave l are asked for: 2l + 1, 1 for a given M, or none.
  func multiplicity(_ l: Int) -> Int {
    if let angularMomentum, angularMomentum != l { return 0 }
    if let parity, parity != .of(l) { return 0 }
    if let magnetic { return magnetic.magnitude <= l ? 1 : 0 }
    return 2 * l + 1
  }

  /// The values of m that are asked for, ascending.
  func magneticNumbers(_ l: Int) -> [Int] {
    if let magnetic { return multiplicity(l) > 0 ? [magnetic] : [] }
    return multiplicity(l) > 0 ? Array(-l...l) : []
  }

  /// The largest l or |M| that is accepted: beyond it the centrifugal barrier alone spans more
  /// decades than the elements are built for.
  static let largest = 200

  func validate() throws(FewBodyError) {
    if let angularMomentum, !(0...Self.largest).contains(angularMomentum) {
      throw .invalid(
        "angular-momentum", angularMomentum, accepted: "a whole number from 0 to \(Self.largest)")
    }
    if let magnetic, magnetic.magnitude > Self.largest {
      throw .invalid(
        "magnetic", magnetic,
        accepted: "a whole number from -\(Self.largest) to \(Self.largest)")
    }
    if let angularMomentum, let magnetic, magnetic.magnitude > angularMomentum {
      throw .invalid("magnetic", magnetic, accepted: "|M| <= l = \(angularMomentum)")
    }
    if let angularMomentum, let parity, parity != .of(angularMomentum) {
      throw .invalid(
        "parity", parity.rawValue,
        accepted: "\(Parity.of(angularMomentum)) for l = \(angularMomentum)")
    }
  }
}
