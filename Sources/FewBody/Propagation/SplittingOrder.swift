import RealModule

/// By what power of the step a split-operator propagation converges.
///
/// Strang's symmetric step S(h) is of second order (SIAM J. Numer. Anal. 5, 506 (1968)); symmetric
/// compositions S(c_1 h) ... S(c_s h) reach more: five of Suzuki (Phys. Lett. A 146, 319 (1990))
/// the fourth, nine of Kahan and Li (Math. Comp. 66, 1089 (1997), Table 2) the sixth.
public enum SplittingOrder: Int, Sendable, Hashable, CaseIterable, Codable {
  /// S(h) alone.
  case second = 2
  /// Suzuki's five S(c_i h).
  case fourth = 4
  /// Kahan and Li's nine S(c_i h).
  case sixth = 6

  /// c_1 ... c_s, of sum 1.
  var fractions: [Double] {
    switch self {
    case .second: return [1]
    case .fourth:
      let outer = 1 / (4 - Double.pow(4, 1.0 / 3))
      return [outer, outer, 1 - 4 * outer, outer, outer]
    case .sixth:
      let half = [
        0.39216144400731413928, 0.33259913678935943860, -0.70624617255763935981,
        0.08221359629355080023,
      ]
      return half + [1 - 2 * half.reduce(0, +)] + half.reversed()
    }
  }
}
