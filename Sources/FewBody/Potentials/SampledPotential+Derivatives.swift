/// V' and V'' at every node, each from the polynomial through the nearest nodes.
struct NodalDerivatives: Sendable {
  let first: [Double]
  let second: [Double]

  /// Polynomials of `degree` (at most `nodes.count` - 1) through rising `nodes`.
  ///
  /// The error of the derivative of order m is of order h^(degree+1-m).
  init(nodes: [Double], values: [Double], degree: Int) {
    var (first, second) = ([Double](), [Double]())
    first.reserveCapacity(nodes.count)
    second.reserveCapacity(nodes.count)
    for i in nodes.indices {
      let window = Self.nearest(to: i, nodes: nodes, count: degree + 1)
      // Differences to the node's own value: a large constant in V then costs no digits.
      let weights = Self.weights(at: nodes[i], nodes: nodes[window])
      var (slope, curvature) = (0.0, 0.0)
      for (j, weight) in zip(window, weights) {
        slope += weight.first * (values[j] - values[i])
        curvature += weight.second * (values[j] - values[i])
      }
      first.append(slope)
      second.append(curvature)
    }
    self.first = first
    self.second = second
  }

  var areFinite: Bool { first.allSatisfy(\.isFinite) && second.allSatisfy(\.isFinite) }

  /// `count` consecutive nodes around node i, grown towards the nearer side.
  static func nearest(to i: Int, nodes: [Double], count: Int) -> ClosedRange<Int> {
    var (low, high) = (i, i)
    while high - low + 1 < count {
      if low == 0 {
        high += 1
      } else if high == nodes.count - 1
        || nodes[i] - nodes[low - 1] <= nodes[high + 1] - nodes[i]
      {
        low -= 1
      } else {
        high += 1
      }
    }
    return low...high
  }

  /// Finite-difference weights of the first and second derivative on any nodes: B. Fornberg, Math.
  /// Comp. 51 (1988) 699, the recursion of its section 2 for orders 0, 1 and 2.
  static func weights(
    at z: Double, nodes: ArraySlice<Double>
  ) -> [(value: Double, first: Double, second: Double)] {
    let x = Array(nodes)
    var w = [(value: Double, first: Double, second: Double)](
      repeating: (0, 0, 0), count: x.count)
    w[0].value = 1
    var c1 = 1.0
    var c4 = x[0] - z
    for i in x.indices.dropFirst() {
      let c5 = c4
      var c2 = 1.0
      c4 = x[i] - z
      let previous = w[i - 1]
      for j in 0..<i {
        let c3 = x[i] - x[j]
        c2 *= c3
        let old = w[j]
        w[j] = (
          c4 * old.value / c3, (c4 * old.first - old.value) / c3,
          (c4 * old.second - 2 * old.first) / c3
        )
      }
      let ratio = c1 / c2
      w[i] = (
        -ratio * c5 * previous.value, ratio * (previous.value - c5 * previous.first),
        ratio * (2 * previous.first - c5 * previous.second)
      )
      c1 = c2
    }
    return w
  }
}
