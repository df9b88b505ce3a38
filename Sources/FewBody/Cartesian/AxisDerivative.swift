import RealModule

/// The derivative along one axis from the nodes of a ``LineGrid`` to its faces, a dense matrix of
/// (count + 1) x count numbers.
///
/// Only staggered derivatives see the highest wave of the grid: a central difference from nodes to
/// nodes has it in its null space, and a spurious level with it.
enum AxisDerivative: Sendable, Equatable {
  /// Staggered differences of order 2, 4, 6 or 8.
  case differences(order: Int)
  /// The exact derivative of the sines or cosines that the reflections at the ends allow: the sinc
  /// derivative at half-integer offsets, summed over all mirror images.
  case fourier

  /// du-derivatives at the faces, row by row, in 1/u.
  func matrix(_ grid: LineGrid) -> [Double] {
    switch self {
    case .differences(let order):
      differences(grid, StaggeredDifferences.coefficients(order: order))
    case .fourier: waves(grid)
    }
  }

  private func differences(_ grid: LineGrid, _ weights: [Double]) -> [Double] {
    let n = grid.count
    var matrix = [Double](repeating: 0, count: (n + 1) * n)
    for face in 0...n {
      for (k, weight) in weights.enumerated() {
        for (node, sign) in [(face + k, 1.0), (face - 1 - k, -1.0)] {
          let place = Self.reflected(node, grid)
          matrix[face * n + place.index] += sign * place.sign * weight / grid.step
        }
      }
    }
    return matrix
  }

  /// The node that stands for index i beyond the ends, and its sign.
  ///
  /// A stencil may be wider than a coarse grid, hence the loop.
  static func reflected(_ i: Int, _ grid: LineGrid) -> (index: Int, sign: Double) {
    var (i, sign) = (i, 1.0)
    while i < 0 || i >= grid.count {
      sign *= i < 0 ? grid.left.rawValue : grid.right.rawValue
      i = i < 0 ? -1 - i : 2 * grid.count - 1 - i
    }
    return (i, sign)
  }

  /// D = sum over waves of wave'(face) wave(node), the waves orthonormal on the nodes.
  private func waves(_ grid: LineGrid) -> [Double] {
    let n = grid.count
    let isSine = grid.left == .odd
    let offset = grid.left != grid.right ? 0.5 : isSine ? 1 : 0
    let unit = Double.pi / (Double(n) * grid.step)
    var atNodes = [Double](repeating: 0, count: n * n)
    var atFaces = [Double](repeating: 0, count: (n + 1) * n)
    for m in 0..<n {
      let number = Double(m) + offset
      // The constant and the highest sine have twice the squares of the others.
      let isFull = number == 0 || number == Double(n)
      let norm = (isFull ? 1 : 2) / Double(n)
      for j in 0..<n {
        let phase = Double.pi * number * (Double(j) + 0.5) / Double(n)
        atNodes[m * n + j] = norm * (isSine ? .sin(phase) : .cos(phase))
      }
      for face in 0...n {
        let phase = Double.pi * number * Double(face) / Double(n)
        atFaces[face * n + m] = number * unit * (isSine ? .cos(phase) : -.sin(phase))
      }
    }
    var matrix = [Double](repeating: 0, count: (n + 1) * n)
    for face in 0...n {
      for m in 0..<n {
        let slope = atFaces[face * n + m]
        for j in 0..<n { matrix[face * n + j] += slope * atNodes[m * n + j] }
      }
    }
    return matrix
  }
}
