import RealModule

/// One band of a one-channel ring: E(theta) for every flux and twist at once.
///
/// Floquet: the levels at theta are Delta(E) = 2 cos 2 pi theta, Delta the trace of the transfer matrix of one turn (W.
/// Magnus, S. Winkler, *Hill's Equation* (1966), ch. II), monotonic between the band's edges, where
/// Delta = +-2. Near an edge Delta alone would give E to the square root of its rounding only: two edges
/// nearly meet in every narrow gap. With both edges of the gap, a and a', taken from plane waves, Delta =
/// +-2 -+ (E - a)(E - a') h(E) and h is smooth and of one sign: it is h that is interpolated.
struct HillBand: Sendable {
  /// The band's ends and the far sides of the gaps beneath and above; -infinity beneath the lowest band.
  let lower: Double
  let upper: Double
  let beneath: Double
  let above: Double
  /// +1 where theta = 0 is the lower end, -1 where theta = 1/2 is.
  let sign: Double
  private let nodes: [Double]
  /// Values at the nodes: h from the lower and from the upper end, and the transfer matrix.
  private let fromLower: [Double]
  private let fromUpper: [Double]
  private let transfer: [[Double]]
  /// y_1 and y_2 at the steps, node after node.
  private let first: [Double]
  private let second: [Double]
  private let steps: Int

  static let order = 16
  private static let chebyshev = (0..<order).map {
    -Double.cos(.pi * (Double($0) + 0.5) / Double(order))
  }
  /// Barycentric weights of Chebyshev's points of the first kind.
  private static let weights = (0..<order).map {
    ($0.isMultiple(of: 2) ? 1 : -1) * Double.sin(.pi * (Double($0) + 0.5) / Double(order))
  }

  /// - Returns: nil where the solutions grow too much for the transfer matrix to be useful.
  init?(
    _ propagation: HillPropagation, lower: Double, upper: Double, beneath: Double, above: Double,
    sign: Double
  ) {
    let count = Self.order
    (self.lower, self.upper, self.beneath, self.above) = (lower, upper, beneath, above)
    self.sign = sign
    steps = propagation.steps
    let (middle, reach) = (0.5 * (lower + upper), 0.5 * (upper - lower))
    let nodes = Self.chebyshev.map { middle + reach * $0 }
    var (fromLower, fromUpper) = ([Double](), [Double]())
    var transfer = [[Double]](repeating: [], count: 4)
    var first = [Double](repeating: 0, count: count * propagation.steps)
    var second = first
    var largest = 0.0
    var defect = 0.0
    for group in 0..<(count / 8) {
      var energies = HillPropagation.Lanes.zero
      for lane in 0..<8 { energies[lane] = nodes[8 * group + lane] }
      let (y, z, end) = propagation.solutions(at: energies)
      for lane in 0..<8 {
        let i = 8 * group + lane
        let energy = nodes[i]
        let entries = [end.0[lane], end.1[lane], end.2[lane], end.3[lane]]
        for (k, entry) in entries.enumerated() {
          transfer[k].append(entry)
          largest = max(largest, entry.magnitude)
        }
        defect = max(defect, (entries[0] * entries[3] - entries[1] * entries[2] - 1).magnitude)
        let trace = sign * (entries[0] + entries[3])
        fromLower.append(
          (2 - trace) / (energy - lower) / (beneath.isFinite ? energy - beneath : 1))
        fromUpper.append((2 + trace) / (upper - energy) / (above - energy))
        for j in 0..<steps {
          first[i * steps + j] = y[j][lane]
          second[i * steps + j] = z[j][lane]
        }
      }
    }
    guard largest < 1e4, defect < 1e-9, fromLower.allSatisfy({ $0 > 0 }),
      fromUpper.allSatisfy({ $0 > 0 })
    else { return nil }
    (self.nodes, self.fromLower, self.fromUpper) = (nodes, fromLower, fromUpper)
    (self.transfer, self.first, self.second) = (transfer, first, second)
  }

  /// E, dE/dtheta, and the Bloch function with psi(0) = a, psi'(0) = b at the steps.
  struct Solution {
    var energy: Double
    var slope: Double
    /// Im(psi* psi'), the same at every phi.
    var flow: Double
    var real: [Double]
    var imaginary: [Double]
    /// The sum of |psi|^2 over the steps.
    var norm: Double
  }

  /// The level at theta in (0, 1/2), by Newton's method on e (e + g) h = 4 sin^2 or 4 cos^2 from the nearer
  /// end of the band, e = |E - end|, g the gap.
  func solution(at theta: Double) -> Solution {
    let (s, c) = (Double.sin(.pi * theta), Double.cos(.pi * theta))
    // 4 sin^2 pi theta belongs to the edge at theta = 0.
    let (fromLow, fromHigh) = sign > 0 ? (4 * s * s, 4 * c * c) : (4 * c * c, 4 * s * s)
    let isLow = fromLow <= 2
    let target = isLow ? fromLow : fromHigh
    let gap = isLow ? (beneath.isFinite ? lower - beneath : .infinity) : above - upper
    let (origin, way) = isLow ? (lower, 1.0) : (upper, -1.0)
    let values = isLow ? fromLower : fromUpper
    var e = 0.5 * (upper - lower)
    var slope = 1.0
    for _ in 0..<60 {
      let (h, dh) = interpolate(values, at: origin + way * e)
      let factor = gap.isFinite ? e * (e + gap) : e
      let change = gap.isFinite ? 2 * e + gap : 1
      slope = change * h + factor * dh * way
      let next = min(max(e - (factor * h - target) / slope, 0.25 * e), upper - lower)
      let step = (next - e).magnitude
      e = next
      if step <= 1e-15 * e { break }
    }
    let energy = origin + way * e
    // d(4 sin^2 pi theta)/d theta = 4 pi sin 2 pi theta, and its negative for the cosine.
    let drift = 8 * Double.pi * s * c * ((isLow ? sign : -sign) > 0 ? 1 : -1)
    return bloch(theta, energy, slope: way * drift / slope)
  }

  private func bloch(_ theta: Double, _ energy: Double, slope: Double) -> Solution {
    let weights = barycentric(energy)
    let m = (0..<4).map { k in zip(weights, transfer[k]).reduce(0) { $0 + $1.0 * $1.1 } }
    let (c, s) = (Double.cos(2 * .pi * theta), Double.sin(2 * .pi * theta))
    // M (a, b) = exp(2 pi i theta) (a, b), from the row with the larger coefficient.
    var a = (m[2], 0.0)
    var b = (c - m[0], s)
    if m[1].magnitude > m[2].magnitude {
      a = (c - m[3], s)
      b = (m[1], 0)
    }
    var (real, imaginary) = (
      [Double](repeating: 0, count: steps), [Double](repeating: 0, count: steps)
    )
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        for (i, w) in weights.enumerated() where w != 0 {
          let (p, q, r, t) = (w * a.0, w * b.0, w * a.1, w * b.1)
          let start = i * steps
          for j in 0..<steps {
            real[j] += p * first[start + j] + q * second[start + j]
            imaginary[j] += r * first[start + j] + t * second[start + j]
          }
        }
      }
    }
    var norm = 0.0
    for j in 0..<steps { norm += real[j] * real[j] + imaginary[j] * imaginary[j] }
    return Solution(
      energy: energy, slope: slope, flow: a.0 * b.1 - a.1 * b.0, real: real,
      imaginary: imaginary, norm: norm)
  }

  /// The cardinal functions of the nodes at E.
  private func barycentric(_ energy: Double) -> [Double] {
    var result = [Double](repeating: 0, count: Self.order)
    var sum = 0.0
    for i in 0..<Self.order {
      let distance = energy - nodes[i]
      guard distance != 0 else {
        result = [Double](repeating: 0, count: Self.order)
        result[i] = 1
        return result
      }
      result[i] = Self.weights[i] / distance
      sum += result[i]
    }
    for i in 0..<Self.order { result[i] /= sum }
    return result
  }

  /// The interpolant of the values and its slope: the slope of a barycentric quotient (C. Schneider,
  /// W. Werner, Math. Comp. 47 (1986) 285).
  private func interpolate(_ values: [Double], at energy: Double) -> (Double, Double) {
    var (sum, weighted) = (0.0, 0.0)
    for i in 0..<Self.order {
      let distance = energy - nodes[i]
      guard distance != 0 else {
        return interpolate(values, at: energy + 1e-9 * (upper - lower))
      }
      let w = Self.weights[i] / distance
      sum += w
      weighted += w * values[i]
    }
    let value = weighted / sum
    var slope = 0.0
    for i in 0..<Self.order {
      let distance = energy - nodes[i]
      slope += Self.weights[i] / (distance * distance) * (value - values[i])
    }
    return (value, slope / sum)
  }
}
