/// How a problem on a line is discretized.
public enum LineMethod: Sendable, Equatable {
  /// Graded elements of degree 12 with two certified counts: bounds are theorems.
  case spectral
  /// Staggered finite differences of order 2, 4, 6 or 8 with `points` unknowns on [-L, L].
  case finiteDifferences(order: Int = 8, points: Int = 2000, extent: Double? = nil)
  /// Sines and cosines on a grid of `points` unknowns on [-L, L], matrix-free.
  case fourier(points: Int = 512, extent: Double? = nil)

  /// The word of the command line.
  public var name: String {
    switch self {
    case .spectral: "spectral"
    case .finiteDifferences: "fd"
    case .fourier: "fft"
    }
  }

  func validate(levels: Int) throws(FewBodyError) {
    switch self {
    case .spectral: break
    case .finiteDifferences(let order, let points, let extent):
      guard [2, 4, 6, 8].contains(order) else {
        throw .invalid("order", order, accepted: "2, 4, 6 or 8")
      }
      try check(points, levels, stencil: 4 * order, limit: 20_000_000)
      if let extent { try require("extent", extent, accepted: "a length above 0") { $0 > 0 } }
    case .fourier(let points, let extent):
      try check(points, levels, stencil: 16, limit: 20_000_000)
      if let extent { try require("extent", extent, accepted: "a length above 0") { $0 > 0 } }
    }
  }

  private func check(
    _ points: Int, _ levels: Int, stencil: Int, limit: Int
  ) throws(FewBodyError) {
    let fewest = max(stencil, 4 * levels)
    guard points >= fewest, points.isMultiple(of: 2) else {
      throw .invalid(
        "points", points,
        accepted: "an even number from \(fewest), for the stencil and \(levels) states")
    }
    let bytes = Double(points) * Double(8 * (24 + 6 * levels))
    let available = Memory.available
    guard points <= limit, bytes <= available else {
      throw .tooLarge(what: "points \(points)", bytes: bytes, limit: available)
    }
  }
}
