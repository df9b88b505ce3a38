import FewBody

/// The unit in which an axis of currents is readable: e E_h/hbar, or amperes where that is far too large.
struct CurrentUnit: Sendable {
  let symbol: String
  /// From e E_h/hbar to the unit.
  let factor: Double

  init(atomic currents: [Double]) {
    let largest = currents.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest < 1e-3 else {
      symbol = "e E\u{2095}/\u{127}"
      factor = 1
      return
    }
    let units = [("\u{b5}A", 1e6), ("nA", 1e9), ("pA", 1e12), ("fA", 1e15)]
    let scaled = units.first { largest * Constants.currentInAmperes * $0.1 >= 0.1 } ?? ("aA", 1e18)
    symbol = scaled.0
    factor = scaled.1 * Constants.currentInAmperes
  }
}
