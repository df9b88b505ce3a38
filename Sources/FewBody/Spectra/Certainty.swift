/// How far the two bounds of a level can be relied upon.
public enum Certainty: Sendable, Hashable {
  /// Both bounds are theorems, rounding included.
  case rigorous
  /// The upper bound is a theorem, the lower one an estimate.
  case variational
  /// Both are estimates, and this is why.
  case estimate(because: String)

  /// The word that the JSON contract uses.
  public var word: String {
    switch self {
    case .rigorous: "rigorous"
    case .variational: "variational"
    case .estimate: "estimate"
    }
  }
}
