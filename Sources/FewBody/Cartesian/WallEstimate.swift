import RealModule

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
      let right = (axis.count - 1, axis.count)
      let ends = level.sector[d] == nil ? [(0, 0), right] : [right]
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

/// Levels in the box with free walls, which lie below those of all space: H of all space is
/// larger than that of the box and the outside side by side with psi' = 0 between them.
final class FreeWalls {
  private let solve: CartesianSolve
  private var pair: (hard: [Double], free: [Double], outside: Double)?

  init(solve: CartesianSolve) { self.solve = solve }

  /// How far below a level of the box the level of all space may lie.
  func depth(_ i: Int, below energy: Double) throws(FewBodyError) -> Double {
    if pair == nil {
      let points = max(16, 2 * (solve.request.points / 4))
      let tolerance = 1e-5 * solve.energyScale
      let hard = try solve.solver(tolerance).lowest(
        solve.count, of: solve.model(), points: points, shouldStop: solve.shouldStop)
      let free = try solve.solver(tolerance).lowest(
        solve.count, of: solve.model(wall: .even), points: points, shouldStop: solve.shouldStop)
      pair = (hard.levels.map(\.energy), free.levels.map(\.energy), solve.lowestAtWalls)
    }
    guard let pair, i < pair.hard.count, i < pair.free.count else { return energy.magnitude }
    let drop = 1.3 * (pair.hard[i] - pair.free[i]).magnitude
    return max(drop, energy - pair.outside)
  }
}
