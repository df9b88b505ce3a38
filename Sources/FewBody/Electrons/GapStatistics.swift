import RealModule

/// The pair density of a state in the gaps.
struct GapStatistics: Sendable {
  /// Its Legendre coefficients in 2s - 1, s = phi/2 pi.
  private let coefficients: [Double]

  init(_ solver: GapSolver, _ entry: GapSolver.Entry, turn: Int) {
    let basis = solver.basis
    let n = basis.electrons
    // A density has twice the degree of a wavefunction: that many Legendre moments are all.
    let moments = 2 * basis.degree + 2 * basis.exponent * n + 2
    var series = [Double](repeating: 0, count: moments)
    let isReal = turn == 0 || 2 * turn == n
    var vector = entry.vector
    for step in 0..<(isReal ? 1 : n) {
      if step > 0 { vector = solver.turned(vector) }
      for d in 1...n / 2 {
        let arcs = GapStatistics.moments(basis, vector, gaps: d, count: moments)
        // Arcs of d and of N - d gaps make up one pair; s = 1 - arc.
        let share = (2 * d == n ? 0.5 : 1) * (isReal ? Double(n) : 1)
        for l in 0..<moments { series[l] += share * (l.isMultiple(of: 2) ? 2 : 0) * arcs[l] }
      }
    }
    // p(s) = sum_l (2l + 1) m_l P_l(2s - 1), s = phi/2 pi, for all N(N - 1) ordered pairs together.
    let scale = 1 / (2 * .pi * Double(n * (n - 1)))
    coefficients = series.enumerated().map { scale * Double(2 * $0 + 1) * $1 }
  }

  /// The density of the angle between two electrons, of integral 1 over a turn.
  func density(at phi: Double) -> Double {
    let turns = phi / (2 * .pi)
    let x = 2 * (turns - turns.rounded(.down)) - 1
    var (p, q, sum) = (1.0, x, 0.0)
    for (l, c) in coefficients.enumerated() {
      sum += c * p
      (p, q) = (q, (Double(2 * l + 3) * x * q - Double(l + 1) * p) / Double(l + 2))
    }
    return max(sum, 0)
  }

  /// <P_l(2s - 1)> for s = g_1 + ... + g_(N-d).
  private static func moments(
    _ basis: GapBasis, _ vector: [Double], gaps d: Int, count: Int
  ) -> [Double] {
    var moments = [Double](repeating: 0, count: count)
    let points = basis.quadratureCount
    for inner in 0...(d == basis.electrons - 1 ? 0 : basis.degree) {
      let outer = GapOuterFunctions(
        electrons: basis.electrons, exponent: basis.exponent, gaps: d, inner: inner,
        top: basis.degree - inner, sumCount: 2 * points, pointCount: points)
      let rows = outer.labels.count
      var blocks: [[Double]] = []
      for label in basis.labels
      where label.suffix(d).allSatisfy({ $0 == 0 }) && label.reduce(0, +) == inner {
        let start = Array(label.dropLast(d))
        blocks.append(outer.labels.map { basis.place(start + $0).map { vector[$0] } ?? 0 })
      }
      for point in outer.sums.indices {
        var density = 0.0
        for block in blocks {
          var amplitude = 0.0
          for i in 0..<rows { amplitude += block[i] * outer.values[point * rows + i] }
          density += amplitude * amplitude
        }
        density *= outer.weights[point]
        let x = 2 * outer.sums[point] - 1
        var (p, q) = (1.0, x)
        for l in 0..<count {
          moments[l] += density * p
          (p, q) = (q, (Double(2 * l + 3) * x * q - Double(l + 1) * p) / Double(l + 2))
        }
      }
    }
    return moments
  }
}
