import RealModule

/// One partial wave u(r) = r R(r) of a state, as polynomials on radial elements.
public struct RadialFunction: Sendable {
  /// l.
  public let angularMomentum: Int
  /// lim u/r^(l+1) as r -> 0, in bohr^(-l - 3/2). In coupled channels the limit of the part that
  /// the attraction and the energy alone make regular.
  public let originCoefficient: Double
  /// Nodes 0 = r_0 < ... < r_N; u = 0 beyond r_N.
  let nodes: [Double]
  /// Coefficients of 1 - t, t and the bubbles, element by element.
  private let coefficients: [Double]

  /// The radii on which u does not vanish, in bohr.
  public var support: ClosedRange<Double> { 0...nodes[nodes.count - 1] }

  /// u(r), in bohr^(-1/2); 0 outside the support.
  public func value(at r: Double) -> Double { evaluate(at: r).value }

  /// du/dr, in bohr^(-3/2).
  public func derivative(at r: Double) -> Double { evaluate(at: r).derivative }

  /// Points, weights, values and derivatives of the elements' own quadrature, 28 Gauss points each:
  /// exact for products of two waves, also divided by r or r^2.
  public func quadrature() -> RadialQuadrature {
    let table = RadialElement.shared
    let (n, points) = (RadialElement.functions, RadialElement.points)
    var result = RadialQuadrature()
    for e in 0..<(nodes.count - 1) {
      let (l, h) = (nodes[e], nodes[e + 1] - nodes[e])
      for q in 0..<points {
        var (value, slope) = (0.0, 0.0)
        for a in 0..<n {
          value += coefficients[e * n + a] * table.values[a * points + q]
          slope += coefficients[e * n + a] * table.slopes[a * points + q]
        }
        result.points.append(l + h * table.positions[q])
        result.weights.append(h * table.weights[q])
        result.values.append(value)
        result.derivatives.append(slope / h)
      }
    }
    return result
  }

  private func evaluate(at r: Double) -> (value: Double, derivative: Double) {
    let n = RadialElement.functions
    guard r >= 0, r <= nodes[nodes.count - 1] else { return (0, 0) }
    var (low, high) = (0, nodes.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if nodes[middle] <= r { low = middle } else { high = middle }
    }
    let h = nodes[low + 1] - nodes[low]
    let t = (r - nodes[low]) / h
    let xi = 2 * t - 1
    let c = low * n
    var value = coefficients[c] * (1 - t) + coefficients[c + 1] * t
    var slope = coefficients[c + 1] - coefficients[c]
    var (p, q) = (1.0, xi)
    for j in 2..<n {
      let next = (Double(2 * j - 1) * xi * q - Double(j - 1) * p) / Double(j)
      // f_j = (P_j - P_(j-2))/sqrt(2 (2j - 1)) and f_j' = sqrt((2j - 1)/2) P_(j-1).
      value += coefficients[c + j] * (next - p) / Double(2 * (2 * j - 1)).squareRoot()
      slope += coefficients[c + j] * 2 * (Double(j) - 0.5).squareRoot() * q
      (p, q) = (q, next)
    }
    return (value, slope / h)
  }
}

/// A quadrature on [0, R] with the samples of one wave.
public struct RadialQuadrature: Sendable {
  /// The radii r, in bohr.
  public var points: [Double] = []
  /// The weight of each radius, in bohr.
  public var weights: [Double] = []
  /// u at each radius, in bohr^(-1/2).
  public var values: [Double] = []
  /// du/dr at each radius, in bohr^(-3/2).
  public var derivatives: [Double] = []
}

extension RadialFunction {
  /// All waves of a nodal vector, sum of integrals u_i^2 = 1, the first lobe of the largest positive.
  static func waves(
    _ condensed: ChannelCondensation, _ matrices: ChannelMatrices, end: Int,
    vector x: UnsafePointer<Double>, energy: Double
  ) -> [RadialFunction] {
    let (m, t, n) = (matrices.channels, condensed.trials, RadialElement.functions)
    let width = ChannelMatrices.width
    let nodes = Array(matrices.mesh.nodes[0...end])
    var all = [[Double]](repeating: [Double](repeating: 0, count: end * n), count: m)
    for e in 0..<end {
      let (batch, lane) = (e / width, e % width)
      let start = condensed.coefficients + batch * t * m * n
      for p in (e == 0 ? m : 0)..<(e + 1 == end ? m : t) {
        let value = x[(e - 1) * m + p]
        for j in 0..<m {
          let c = start + (p * m + j) * n
          for a in 0..<n { all[j][e * n + a] += value * c[a][lane] }
        }
      }
    }
    // The sign: that of the first node where any wave reaches a thousandth of the peak.
    let rows = (end - 1) * m
    let peak = (0..<rows).reduce(0) { max($0, x[$1].magnitude) }
    let lobe = (0..<rows).first { x[$0].magnitude > 1e-3 * peak }.map { x[$0] } ?? 1
    let sign = lobe < 0 ? -1.0 : 1.0
    return (0..<m).map { j in
      RadialFunction(
        angularMomentum: matrices.problem.angularMomenta[j], nodes: nodes,
        coefficients: all[j].map { sign * $0 }, channel: j, problem: matrices.problem,
        energy: energy)
    }
  }

  private init(
    angularMomentum l: Int, nodes: [Double], coefficients: [Double], channel: Int,
    problem: ChannelProblem, energy: Double
  ) {
    angularMomentum = l
    self.nodes = nodes
    self.coefficients = coefficients
    // Frobenius: u = A r^(l+1) F, F = sum c_n r^n, n (n + 2l + 1) c_n = -2 mu (C c_(n-1) + (E - W) c_(n-2)).
    // A is read off where u is still accurate: r^(l+1) itself would lose the digits that the
    // polynomial keeps.
    let r = nodes[1]
    var well = 0.0
    if let central = problem.central { well = central.value(at: 0) }
    let charge = problem.coulomb[channel][channel]
    var (older, old, sum) = (0.0, 1.0, 1.0)
    for n in 1..<40 {
      let next =
        -2 * problem.mass * r * (charge * old + (energy - well) * r * older)
        / Double(n * (n + 2 * l + 1))
      sum += next
      (older, old) = (old, next)
    }
    var power = 1.0
    for _ in 0...l { power *= r }
    let value = coefficients[1]
    let ratio = value / (power * sum)
    originCoefficient = ratio.isFinite ? ratio : 0
  }
}
