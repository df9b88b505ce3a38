extension LineProfile {
  /// A function known only by its values: every enclosure is an estimate.
  ///
  /// On an element V is sampled at 33 Chebyshev points; the tails are those of its Chebyshev
  /// coefficients, ten times the size of the last ones for what lies beyond. No finite number of
  /// samples excludes a spike between them, hence never `rigorous`. Where V is what remains of two
  /// terms of the size `cancelled`/|x|, its rounding is theirs.
  static func blackBox(
    _ function: @escaping @Sendable (Double) -> Double, mass: Double, breakpoints: [Double],
    because: String, cancelled: Double = 0
  ) -> LineProfile {
    LineProfile(
      kinetic: .constant(0.5 / mass),
      certainty: .estimate(because: because),
      breakpoints: breakpoints,
      enclosure: {
        let nearest = max(min($0.magnitude, $1.magnitude), 0.05 * ($1 - $0))
        return ChebyshevSamples.enclosure(
          of: function, from: $0, to: $1, cancelled: cancelled / nearest)
      },
      sample: { points, values in
        var largest = 0.0
        for i in 0..<points.count {
          values[i] = function(points[i])
          largest = max(largest, values[i].magnitude + cancelled / max(points[i].magnitude, 1e-3))
        }
        return 0x1p-51 * largest
      },
      lowerBoundBeyond: { lowestSample(of: function, from: $0, sign: 1) },
      lowerBoundBefore: { lowestSample(of: function, from: $0, sign: -1) },
      threshold: limit(of: function))
  }

  static func lowestSample(
    of function: (Double) -> Double, from x: Double, sign: Double
  ) -> Double {
    var lowest = function(x)
    var distance = max(x.magnitude, 1) * 0.01
    while distance < 1e14 {
      lowest = min(lowest, function(x + sign * distance))
      distance *= 1.3
    }
    return lowest.isNaN ? -.infinity : lowest
  }

  /// The smaller of V(+-1e14) if V has settled there; nil if it grows.
  private static func limit(of function: (Double) -> Double) -> Double? {
    let limits = [1.0, -1.0].map { sign in (function(sign * 1e12), function(sign * 1e14)) }
      .filter { $0.0.isFinite && $0.1.isFinite && ($0.0 - $0.1).magnitude <= 1e-3 + $0.1 * 1e-9 }
    return limits.map(\.1).min().map { $0.magnitude < 1e-10 ? 0 : $0 }
  }

  /// Whether a black box looks even: its values at mirrored points differ by rounding at most.
  static func looksEven(_ function: (Double) -> Double, within reach: Double) -> Bool {
    var largest = 0.0
    var worst = 0.0
    for i in 1...400 {
      let fraction = Double(i) / 401
      for x in [reach * fraction, reach * fraction * fraction * fraction * fraction] {
        let (right, left) = (function(x), function(-x))
        largest = max(largest, right.magnitude)
        worst = max(worst, (right - left).magnitude)
        guard worst.isFinite else { return false }
      }
    }
    return worst <= 1e-14 * largest
  }
}

/// Chebyshev coefficients of a sampled function on an element.
enum ChebyshevSamples {
  private static let degree = 32

  /// cos(pi j/32), and the cosine table of the transform.
  private static let cosines: [Double] = (0..<(2 * degree)).map {
    Double.cos(.pi * Double($0) / Double(degree))
  }

  static func enclosure(
    of function: (Double) -> Double, from left: Double, to right: Double, cancelled: Double = 0
  ) -> Enclosure {
    let n = degree
    let (middle, reach) = (0.5 * (left + right), 0.5 * (right - left))
    var values = [Double](repeating: 0, count: n + 1)
    for j in 0...n {
      // The ends are taken from inside, where a jump at a breakpoint has its own side's value.
      let xi = j == 0 ? 1 - 0x1p-40 : j == n ? -1 + 0x1p-40 : cosines[j]
      values[j] = function(middle + reach * xi)
      guard values[j].isFinite else {
        return Enclosure(
          lower: -.infinity, upper: .infinity, slope: .infinity, tail15: .infinity,
          tail31: .infinity)
      }
    }
    var coefficients = [Double](repeating: 0, count: n + 1)
    for k in 0...n {
      var sum = 0.5 * (values[0] + (k & 1 == 0 ? values[n] : -values[n]))
      for j in 1..<n { sum += values[j] * cosines[(j * k) % (2 * n)] }
      coefficients[k] = sum * 2 / Double(n)
    }
    coefficients[0] *= 0.5
    coefficients[n] *= 0.5
    let least = values.min() ?? 0
    let greatest = values.max() ?? 0
    let size = max(least.magnitude, greatest.magnitude)
    // What rounding leaves of the coefficients is not a tail.
    let noise = 4e-16 * (size + cancelled)
    let beyond = 10 * max(coefficients[n].magnitude, coefficients[n - 1].magnitude)
    let tail31 = max(beyond - 10 * noise, 0)
    let tail15 = max(coefficients[16...].reduce(0) { $0 + $1.magnitude } - 17 * noise, 0) + tail31
    var slope = 0.0
    for k in 1...n { slope += Double(k * k) * coefficients[k].magnitude }
    // Between samples the interpolant stays within its own range to a few percent.
    let margin = 0.02 * (greatest - least) + tail31 + noise
    return Enclosure(
      lower: least - margin, upper: greatest + margin, slope: slope / reach,
      tail15: min(tail15, greatest - least), tail31: min(tail31, greatest - least))
  }
}
