import LinearOperators
import RealModule

/// Radial levels of -Z/r + w(r) by D. Baye's Lagrange-Laguerre mesh (Phys. Rep. 565, 1 (2015),
/// section 3.4.5): an independent answer that shares nothing with the Cartesian grids.
struct RadialMesh {
  /// Zeros of the Laguerre polynomial L_n, ascending: eigenvalues of its Jacobi matrix.
  let nodes: [Double]
  private let kinetic: SymmetricMatrix

  init(points n: Int = 60) throws {
    let jacobi = try SymmetricMatrix(dimension: n) { i, j in
      i == j ? Double(2 * i + 1) : (i - j).magnitude == 1 ? Double(max(i, j)) : 0
    }
    let x = try jacobi.eigenpairs(.all).values
    nodes = x
    kinetic = try SymmetricMatrix(dimension: n) { i, j in
      if i == j {
        return (4 + Double(4 * n + 2) * x[i] - x[i] * x[i]) / (12 * x[i] * x[i])
      }
      let sign = (i - j).isMultiple(of: 2) ? 1.0 : -1
      let gap = x[i] - x[j]
      return sign * (x[i] + x[j]) / ((x[i] * x[j]).squareRoot() * gap * gap)
    }
  }

  /// The `count` lowest levels of angular momentum l; `scale` is the length of one mesh unit.
  func levels(
    _ count: Int, l: Int, mass: Double, scale: Double, potential: (Double) -> Double
  ) throws -> [Double] {
    let matrix = try SymmetricMatrix(dimension: nodes.count) { i, j in
      let t = kinetic[i, j] / (2 * mass * scale * scale)
      guard i == j else { return t }
      let r = scale * nodes[i]
      return t + Double(l * (l + 1)) / (2 * mass * r * r) + potential(r)
    }
    return Array(try matrix.eigenpairs(.lowest(count)).values)
  }

  /// The `count` lowest levels of all angular momenta, each as often as its multiplicity.
  func merged(
    _ count: Int, mass: Double, scale: Double, potential: (Double) -> Double
  ) throws -> [Double] {
    var all: [Double] = []
    for l in 0...4 {
      for level in try levels(count, l: l, mass: mass, scale: scale, potential: potential) {
        all += [Double](repeating: level, count: 2 * l + 1)
      }
    }
    return Array(all.sorted().prefix(count))
  }
}
