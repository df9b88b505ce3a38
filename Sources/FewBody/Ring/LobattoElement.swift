import RealModule

/// The Gauss-Lobatto-Legendre element of one degree on [-1, 1].
///
/// Nodes are the zeros of (1 - x^2) P'_p, weights 2/(p (p + 1) P_p^2); the rule is exact to degree 2p - 1
/// (C. Canuto et al., *Spectral Methods* (2006), section 2.3).
struct LobattoElement: Sendable {
  let degree: Int
  let nodes: [Double]
  let weights: [Double]
  /// derivative[q * (p + 1) + a] is the slope of the cardinal function a at node q.
  let derivative: [Double]

  init(degree p: Int) {
    degree = p
    var nodes: [Double] = []
    var weights: [Double] = []
    for i in 0...p {
      var x = -Double.cos(.pi * Double(i) / Double(p))
      if i > 0, i < p {
        for _ in 0..<50 {
          // Newton on P'_p with (1 - x^2) P'' = 2x P' - p(p + 1) P.
          let (value, slope) = Self.legendre(p, x)
          let bend = (2 * x * slope - Double(p * (p + 1)) * value) / (1 - x * x)
          x -= slope / bend
        }
      } else {
        x = i == 0 ? -1 : 1
      }
      let value = Self.legendre(p, x).value
      nodes.append(x)
      weights.append(2 / (Double(p * (p + 1)) * value * value))
    }
    self.nodes = nodes
    self.weights = weights
    var derivative = [Double](repeating: 0, count: (p + 1) * (p + 1))
    let barycentric = Self.barycentric(nodes)
    for q in 0...p {
      for a in 0...p where a != q {
        let slope = barycentric[a] / barycentric[q] / (nodes[q] - nodes[a])
        derivative[q * (p + 1) + a] = slope
        derivative[q * (p + 1) + q] -= slope
      }
    }
    self.derivative = derivative
  }

  /// The cardinal functions and their slopes at x inside the element.
  func cardinals(at x: Double) -> (values: [Double], slopes: [Double]) {
    let weights = Self.barycentric(nodes)
    var values = [Double](repeating: 0, count: nodes.count)
    if let hit = nodes.firstIndex(of: x) {
      values[hit] = 1
      return (values, Array(derivative[hit * nodes.count..<(hit + 1) * nodes.count]))
    }
    var sum = 0.0
    for a in nodes.indices {
      values[a] = weights[a] / (x - nodes[a])
      sum += values[a]
    }
    for a in nodes.indices { values[a] /= sum }
    // The slope is a polynomial of lower degree: it is interpolated through the same nodes.
    let slopes = nodes.indices.map { a in
      nodes.indices.reduce(0) { $0 + values[$1] * derivative[$1 * nodes.count + a] }
    }
    return (values, slopes)
  }

  private static func barycentric(_ nodes: [Double]) -> [Double] {
    nodes.indices.map { a in
      1 / nodes.indices.filter { $0 != a }.reduce(1) { $0 * (nodes[a] - nodes[$1]) }
    }
  }

  private static func legendre(_ n: Int, _ x: Double) -> (value: Double, slope: Double) {
    var (previous, value) = (1.0, x)
    var (previousSlope, slope) = (0.0, 1.0)
    for k in 2...n {
      let (a, b) = (Double(2 * k - 1) / Double(k), Double(k - 1) / Double(k))
      let nextSlope = a * (value + x * slope) - b * previousSlope
      (previous, value) = (value, a * x * value - b * previous)
      (previousSlope, slope) = (slope, nextSlope)
    }
    return (value, slope)
  }
}
