import LinearOperators

/// x_j = −L + h/2 + jh with h = 2L/N: nodes that straddle the origin, walls one step beyond the last
/// nodes, at ±(L + h/2).
struct UniformGrid: Sendable, Hashable {
  let extent: Double
  let points: Int

  var step: Double { 2 * extent / Double(points) }

  /// Antisymmetric to the last bit.
  var nodes: [Double] {
    (0..<points).map { (Double(2 * $0 + 1 - points)) * 0.5 * step }
  }

  /// Throws unless the extent, the mass and the number of points can be.
  static func check(extent: Double, mass: Double) throws(FewBodyError) {
    try require("extent", extent, accepted: "a positive length") { $0 > 0 }
    try require("mass", mass, accepted: "a positive mass") { $0 > 0 }
  }

  func check() throws(FewBodyError) {
    guard points >= 8, points % 2 == 0 else {
      throw .invalid("points", points, accepted: "an even number, 8 or more")
    }
  }
}
