import RealModule

/// The parts of a level's estimated error on a Cartesian grid. None of it is a theorem.
struct CartesianEstimate: Sendable {
  /// Energies at N, about 3N/4 and about N/2 points; the coarser ones may be missing.
  let fine: Double
  let middle: Double?
  let coarse: Double?
  /// The lowest order that the method may have on this potential.
  let order: Int

  /// A bound on |E_N - E| from the changes between three grids.
  ///
  /// At order p the error is (E_(3N/4) - E_N)/((4/3)^p - 1): 0.46 of the change at p = 4, 1.3 at
  /// p = 2. The ratio of the two changes, 2.9, 5.9 and 12.8 at p = 2, 4 and 6, tells which; a
  /// twentieth of the first change guards against the second being small by chance.
  var discretization: Double {
    guard let coarse else { return 0.5 * fine.magnitude }
    guard let middle else { return (fine - coarse).magnitude }
    let (last, first) = ((fine - middle).magnitude, (middle - coarse).magnitude)
    let ratio = last > 0 ? first / last : .infinity
    let weight = ratio >= 5 && order >= 4 ? 1.0 : ratio >= 2.8 ? 2.5 : 4
    return max(weight * last, 0.05 * first)
  }
}

/// What the walls of the box do to a level.
struct WallEstimate: Sendable {
  /// How much the walls raise the level, to first order.
  private(set) var shift = 0.0
  /// Whether the state reaches the walls where it is classically allowed.
  private(set) var isOpen = false

  /// A wall where psi ~ e^(-kappa x) makes the level higher by (1/2 mu) int psi'^2/(2 kappa) dS;
  /// twice that is taken, psi' from the last nodes.
  init(
    _ level: CartesianLevel, axes: [LineGrid], mass: Double,
    potential: (Double, Double, Double) -> Double
  ) {
    let counts = axes.map(\.count)
    let strides = [counts[1] * counts[2], counts[2], 1]
    for d in 0..<3 {
      let axis = axes[d]
      let others = [0, 1, 2].filter { $0 != d }
      let ends = level.sector[d] == nil ? [(0, 0), (axis.count - 1, axis.count)]
        : [(axis.count - 1, axis.count)]
      for (node, face) in ends {
        let distance = (axis.faces[face] - axis.nodes[node]).magnitude
        let scale = 1 / (axis.stretch[node] * axis.step * distance * distance)
        for i in 0..<counts[others[0]] {
          for j in 0..<counts[others[1]] {
            let amplitude = level.vector[
              node * strides[d] + i * strides[others[0]] + j * strides[others[1]]]
            let square = amplitude * amplitude * scale
            var place = [0.0, 0, 0]
            place[d] = axis.faces[face]
            place[others[0]] = axes[others[0]].nodes[i]
            place[others[1]] = axes[others[1]].nodes[j]
            let barrier = potential(place[0], place[1], place[2]) - level.energy
            if barrier > 0 {
              shift += square / (mass * (2 * mass * barrier).squareRoot()) / 2
            } else {
              shift += square * distance / (2 * mass)
              if square * distance > 1e-12 * mass * level.energy.magnitude { isOpen = true }
            }
          }
        }
      }
    }
  }
}
