/// How far from the origin densities must be drawn.
enum DensityExtent {
  /// The share of the largest density of all states below which a state vanishes in the plane.
  static let negligible = 1e-9

  /// Lengths in bohr of which neither a square nor an inverse cube overflows.
  static let accepted = 1e-9...1e15

  /// The given extent, or the radius that holds all but 0.5 % of every state.
  static func of(_ states: [DensityMap.State], given: Double?) throws(ChartError) -> Double {
    guard let given else { return try holding(0.995, of: states.map(\.density)) }
    guard accepted.contains(given) else {
      throw .nothingToDraw("the extent is \(given); accepted: 1e-9 to 1e15 bohr")
    }
    return given
  }

  /// The radius that holds the given share of each density in the plane, weighted as in space.
  ///
  /// With ln r as the variable the shells are r^3 rho wide: sixteen of them a decade, from 1e-6 to
  /// 1e12 bohr, in sixteen directions, need no length to begin with.
  static func holding(
    _ share: Double, of densities: [@Sendable (Double, Double) -> Double]
  ) throws(ChartError) -> Double {
    let radii = (-96...192).map { decimalPower(Double($0) / 16) }
    let profiles = densities.map { density in
      radii.map { r in
        directions.reduce(0.0) { sum, direction in
          let value = density(r * direction.x, r * direction.z)
          return value.isFinite ? sum + max(value, 0) : sum
        }
      }
    }
    let largest = profiles.map { $0.max() ?? 0 }.max() ?? 0
    var extent = 0.0
    // A density that is a rounding error in this plane may have any shape.
    for profile in profiles where profile.contains(where: { $0 > negligible * largest }) {
      let shells = zip(radii, profile).map { $0 * $0 * $0 * $1 }
      let total = shells.reduce(0, +)
      guard total > 0, total.isFinite else { continue }
      var sum = 0.0
      for (r, shell) in zip(radii, shells) {
        sum += shell
        if sum >= share * total {
          extent = max(extent, r)
          break
        }
      }
    }
    guard extent > 0 else {
      throw .nothingToDraw("the density is 0 in the plane; give an extent or another state")
    }
    return extent
  }

  /// Off the axes, where a state may have a nodal plane.
  private static let directions: [(x: Double, z: Double)] = {
    let pairs = [(0.0523, 0.9986), (0.6, 0.8), (0.8, 0.6), (0.9986, 0.0523)]
    return pairs.flatMap { [($0.0, $0.1), (-$0.0, $0.1), ($0.0, -$0.1), (-$0.0, -$0.1)] }
  }()
}
