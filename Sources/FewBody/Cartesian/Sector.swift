/// The parity of a block of states along each axis; nil where the block is not reduced.
public struct Sector: Sendable, Hashable {
  public enum Parity: Int, Sendable, CaseIterable {
    case even = 1
    case odd = -1
  }

  public var x: Parity?
  public var y: Parity?
  public var z: Parity?

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
