/// The parity of a block of states along each axis; nil where the block is not reduced.
public struct Sector: Sendable, Hashable {
  /// The sign that psi takes when one axis is reflected.
  public enum Parity: Int, Sendable, CaseIterable {
    /// psi keeps its sign.
    case even = 1
    /// psi changes its sign.
    case odd = -1
  }

  /// The parity under x -> -x; nil where that is not reduced.
  public var x: Parity?
  /// The parity under y -> -y; nil where that is not reduced.
  public var y: Parity?
  /// The parity under z -> -z; nil where that is not reduced.
  public var z: Parity?

  /// A block of given parities, nil along an axis that is not reduced.
  public init(x: Parity? = nil, y: Parity? = nil, z: Parity? = nil) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// No reduction along any axis.
  public static let whole = Sector()

  /// The parity along axis 0, 1 or 2 (any other number means 2).
  public subscript(axis: Int) -> Parity? {
    get {
      switch axis {
      case 0: x
      case 1: y
      default: z
      }
    }
    set {
      switch axis {
      case 0: x = newValue
      case 1: y = newValue
      default: z = newValue
      }
    }
  }
}
