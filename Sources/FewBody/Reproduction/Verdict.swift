/// What a computation says of a printed statement.
public enum Verdict: String, Sendable, Codable, CaseIterable, Comparable {
  /// The printed number or formula holds to its last digit.
  case agrees
  /// Only its order, or a value rounded more coarsely than it looks, holds.
  case rounding
  /// Another number or formula is right.
  case corrected

  private var rank: Int {
    switch self {
    case .agrees: 0
    case .rounding: 1
    case .corrected: 2
    }
  }

  /// The worse of two is the larger.
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }
}
