/// Amplitudes on one grid from those on a coarser one: 4-point Lagrange interpolation along each
/// axis in the uniform coordinate (j + 1/2)/N, of which the nodes are the same function at any N.
///
/// Beyond a mirror amplitudes continue with their parity, beyond a wall (one step past the last
/// node) with the odd reflection. The error is of fourth order in the coarse step.
struct Prolongation: Sendable {
  private struct Axis: Sendable {
    let coarse: Int
    /// Four coarse indices and weights for each fine node.
    let indices: [SIMD4<Int>]
    let weights: [SIMD4<Double>]
  }

  private let axes: [Axis]

  init(sector: Sector, coarse: Int, fine: Int) {
    axes = (0..<3).map { Self.axis(sector[$0], coarse, fine) }
  }

  private static func axis(_ parity: Sector.Parity?, _ coarse: Int, _ fine: Int) -> Axis {
    let half = parity != nil
    let (from, to) = (half ? coarse / 2 : coarse, half ? fine / 2 : fine)
    var (indices, weights): ([SIMD4<Int>], [SIMD4<Double>]) = ([], [])
    for j in 0..<to {
      let place = (Double(j) + 0.5) * Double(coarse) / Double(fine) - 0.5
      let first = Int(place.rounded(.down)) - 1
      let t = place - Double(first)
      var weight = SIMD4(
        -(t - 1) * (t - 2) * (t - 3) / 6, t * (t - 2) * (t - 3) / 2, -t * (t - 1) * (t - 3) / 2,
        t * (t - 1) * (t - 2) / 6)
      var index = SIMD4<Int>.zero
      for m in 0..<4 {
        let i = first + m
        if i >= from {
          (index[m], weight[m]) = i == from ? (0, 0) : (2 * from - i, -weight[m])
        } else if i >= 0 {
          index[m] = i
        } else if let parity {
          (index[m], weight[m]) = (-1 - i, weight[m] * Double(parity.rawValue))
        } else {
          (index[m], weight[m]) = i == -1 ? (0, 0) : (-2 - i, -weight[m])
        }
      }
      indices.append(index)
      weights.append(weight)
    }
    return Axis(coarse: from, indices: indices, weights: weights)
  }

  /// Writes the fine amplitudes; the norm is not kept.
  func apply(_ coarse: ArraySlice<Double>, _ fine: UnsafeMutableBufferPointer<Double>) {
    var shape = axes.map(\.coarse)
    var values = Array(coarse)
    for axis in [2, 1] {
      var next = shape
      next[axis] = axes[axis].indices.count
      var wider = [Double](repeating: 0, count: next.reduce(1, *))
      wider.withUnsafeMutableBufferPointer { along(axis, values, shape, $0) }
      (values, shape) = (wider, next)
    }
    along(0, values, shape, fine)
  }

  private func along(
    _ axis: Int, _ source: [Double], _ shape: [Int], _ target: UnsafeMutableBufferPointer<Double>
  ) {
    let rule = axes[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    source.withUnsafeBufferPointer { source in
      for o in 0..<outer {
        for (j, (index, weight)) in zip(rule.indices, rule.weights).enumerated() {
          let to = (o * rule.indices.count + j) * inner
          let (a, b) = ((o * shape[axis] + index[0]) * inner, (o * shape[axis] + index[1]) * inner)
          let (c, d) = ((o * shape[axis] + index[2]) * inner, (o * shape[axis] + index[3]) * inner)
          for k in 0..<inner {
            let lower = weight[0] * source[a + k] + weight[1] * source[b + k]
            target[to + k] = lower + (weight[2] * source[c + k] + weight[3] * source[d + k])
          }
        }
      }
    }
  }
}
