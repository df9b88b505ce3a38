import RealModule

/// The error of a lattice sum at a cusp.
enum LatticeCusp {
  /// zeta of sum_j f(|r_j|) h^3 - integral f = zeta f'(0) h^4 + ..., for nodes that straddle the origin.
  ///
  /// The transform of |r| is -8 pi/q^4, hence zeta = -(8 pi/(2 pi)^4) sum' (-1)^(n_x + n_y + n_z)/n^4, and with
  /// theta_4(t) = sum (-1)^n e^(-n^2 t) the sum is the integral of t (theta_4(t)^3 - 1) from 0 on (P. P. Ewald's
  /// way with lattice sums).
  static let straddling: Double = {
    let half = GaussLegendre.positiveHalf(points: 40)
    let nodes = half.nodes.map { -$0.rounded } + half.nodes.map(\.rounded)
    let weights = (half.weights + half.weights).map(\.rounded)
    // Below t = 1e-3 theta_4 < e^(-2400): the integral of -t.
    var sum = -0.5e-6
    let edges = [1e-3, 0.5, 2, 4, 8, 16, 40]
    for (left, right) in zip(edges, edges.dropFirst()) {
      let width = (right - left) / 2
      for (x, weight) in zip(nodes, weights) {
        let t = left + width * (1 + x)
        let theta = alternatingTheta(t)
        sum += width * weight * t * (theta * theta * theta - 1)
      }
    }
    return -8 * .pi / Double.pow(2 * .pi, 4) * sum
  }()

  /// p with the error of its lattice sum put back at the eight nodes beside the origin.
  ///
  /// p(0) follows from their mean by p(r) = p(0) exp(-kappa r): kappa = 2 m Z for a density, and (4/3) m Z for a
  /// component of a current, averaged over directions. (Kato's condition and that of the p wave,
  /// psi = psi(0)(1 - k r) + (1 - k r/2) g . r, give the current the kink
  /// -(k/2im)[(5/3 - 1/3)(psi_a* g_b - psi_b g_a*)] r beside harmonics that a cubic sum does not see.)
  static func mend(_ p: inout [Double], count n: Int, step h: Double, kink kappa: Double) {
    let centers = [n / 2 - 1, n / 2]
    var indices: [Int] = []
    for i in centers {
      for j in centers {
        for l in centers { indices.append((i * n + j) * n + l) }
      }
    }
    let mean = indices.reduce(0.0) { $0 + p[$1] } / 8
    let origin = mean * Double.exp(3.0.squareRoot() / 2 * h * kappa)
    for i in indices { p[i] += kappa * origin * straddling * h / 8 }
  }

  /// theta_4(t) by its series, for small t by its image (pi/t)^(1/2) sum e^(-pi^2 (n + 1/2)^2/t).
  private static func alternatingTheta(_ t: Double) -> Double {
    var sum = t > 2 ? 1.0 : 0.0
    for n in 0..<6 {
      if t > 2 {
        let k = Double(n + 1)
        sum += (n.isMultiple(of: 2) ? -2 : 2) * Double.exp(-k * k * t)
      } else {
        let k = Double.pi * (Double(n) + 0.5)
        sum += 2 * (Double.pi / t).squareRoot() * Double.exp(-k * k / t)
      }
    }
    return sum
  }
}
