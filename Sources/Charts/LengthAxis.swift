import FewBody

/// The unit in which an axis of lengths is readable.
struct LengthAxis: Sendable {
  /// The unit's symbol.
  let symbol: String
  /// From bohr to the axis' unit.
  let factor: Double

  init(range: ClosedRange<Double>) {
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    switch largest {
    case ..<1000:
      symbol = "a\u{2080}"
      factor = 1
    case ..<50_000:
      symbol = "nm"
      factor = Constants.bohrInMetres * 1e9
    case ..<5e7:
      symbol = "\u{b5}m"
      factor = Constants.bohrInMetres * 1e6
    default:
      symbol = "mm"
      factor = Constants.bohrInMetres * 1e3
    }
  }

  var title: String { title(of: "x") }

  /// `x (nm)` for the coordinate x.
  func title(of coordinate: String) -> String { "\(coordinate) (\(symbol))" }

  func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    (range.lowerBound * factor)...(range.upperBound * factor)
  }
}
