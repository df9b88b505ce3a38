import LinearOperators

/// H = J^(-1/2) D^T W k J^-1 D J^(-1/2) + V by staggered differences D of order 2, 4, 6 or 8 from
/// nodes to faces, J = dx/du: symmetric, and positive where V is.
///
/// D psi(u) = (1/h) sum_k d_k (psi(u + (k - 1/2)h) - psi(u - (k - 1/2)h)); W halves the faces at
/// mirrors, which the other half of the line shares.
struct StaggeredDifferences: Sendable {
  let grid: LineGrid
  let weights: [Double]
  let potential: [Double]
  /// sqrt(W k/J) at the faces, 1/sqrt(J) at the nodes, both with a factor h^(-1/2) ... h^0 so that
  /// H acts on sqrt(J) psi.
  let faceScale: [Double]
  let nodeScale: [Double]

  /// d_1, d_2, ... of the given order: B. Fornberg, SIAM Rev. 40, 685 (1998), Table 2.
  static func coefficients(order: Int) -> [Double] {
    switch order {
    case 2: [1]
    case 4: [9.0 / 8, -1.0 / 24]
    case 6: [75.0 / 64, -25.0 / 384, 3.0 / 640]
    default: [1225.0 / 1024, -245.0 / 3072, 49.0 / 5120, -5.0 / 7168]
    }
  }

  init(_ grid: LineGrid, order: Int, kinetic: (Double) -> Double, potential: (Double) -> Double) {
    self.grid = grid
    weights = Self.coefficients(order: order)
    self.potential = grid.nodes.map(potential)
    faceScale = (0...grid.count).map { j in
      let half = j == 0 || j == grid.count ? 0.5 : 1
      return (half * kinetic(grid.faces[j]) / grid.faceStretch[j]).squareRoot() / grid.step
    }
    nodeScale = grid.stretch.map { 1 / $0.squareRoot() }
  }

  /// The node that stands for index i beyond the ends, and its sign.
  private func reflected(_ i: Int) -> (index: Int, sign: Double) {
    if i < 0 { return (-1 - i, grid.left.rawValue) }
    if i >= grid.count { return (2 * grid.count - 1 - i, grid.right.rawValue) }
    return (i, 1)
  }

  /// Row j of W^(1/2) D J^(-1/2): (node, entry) pairs, nodes may repeat.
  private func row(_ j: Int) -> [(node: Int, entry: Double)] {
    var entries: [(Int, Double)] = []
    for (k, d) in weights.enumerated() {
      for (node, sign) in [(j + k, 1.0), (j - 1 - k, -1.0)] {
        let place = reflected(node)
        entries.append(
          (place.index, sign * place.sign * d * faceScale[j] * nodeScale[place.index]))
      }
    }
    return entries
  }

  /// The banded matrix of H.
  func matrix() throws(LinearAlgebraError) -> BandedMatrix {
    let width = min(2 * weights.count - 1, grid.count - 1)
    var band = [Double](repeating: 0, count: grid.count * (width + 1))
    for j in 0...grid.count {
      let row = row(j)
      for (a, x) in row {
        for (b, y) in row where a >= b { band[b * (width + 1) + a - b] += x * y }
      }
    }
    for i in 0..<grid.count { band[i * (width + 1)] += potential[i] }
    return try BandedMatrix(dimension: grid.count, halfBandwidth: width) { i, j in
      band[j * (width + 1) + i - j]
    }
  }

  /// <phi|H|phi>/<phi|phi> with the kinetic part as a sum of squares: the band's entries of order
  /// 1/(2 mu A^2 h^2) never meet.
  func rayleighQuotient(_ phi: [Double]) -> Double {
    var (energy, norm) = (0.0, 0.0)
    for j in 0...grid.count {
      var slope = 0.0
      for (node, entry) in row(j) { slope += entry * phi[node] }
      energy += slope * slope
    }
    for i in phi.indices {
      energy += potential[i] * phi[i] * phi[i]
      norm += phi[i] * phi[i]
    }
    return energy / norm
  }

  /// u sum |phi||H||phi|/<phi|phi>, the first-order effect of rounding every entry.
  func rounding(_ phi: [Double]) -> Double {
    var (size, norm) = (0.0, 0.0)
    for j in 0...grid.count {
      var slope = 0.0
      for (node, entry) in row(j) { slope += (entry * phi[node]).magnitude }
      size += slope * slope
    }
    for i in phi.indices {
      size += potential[i].magnitude * phi[i] * phi[i]
      norm += phi[i] * phi[i]
    }
    return ElementMatrices.unit * size / norm
  }

  /// About the largest eigenvalue: the row sums of the second differences, times pi^2/4.
  var largest: Double {
    var largest = 0.0
    for i in 0..<grid.count {
      let face = max(faceScale[i], faceScale[i + 1]) * nodeScale[i]
      largest = max(largest, 10 * face * face + potential[i].magnitude)
    }
    return largest
  }
}
