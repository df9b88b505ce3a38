/// What samples tell of a black-box coupling matrix B(r) on one element: an estimate, never a proof.
struct CouplingSampler {
  let coupling: ChannelProblem.Coupling
  let channels: Int

  /// Ranges of B's eigenvalues, its largest entry, and tails as in ``Enclosure``.
  struct Sample {
    var lower = Double.infinity
    var upper = -Double.infinity
    var size = 0.0
    var tail15 = 0.0
    var tail31 = 0.0
  }

  init(_ coupling: @escaping ChannelProblem.Coupling, channels: Int) {
    self.coupling = coupling
    self.channels = channels
  }

  /// Legendre coefficients a_n, n = 0 ..< 28, of every entry by the elements' own quadrature; the
  /// tail is ten times the last ones for what lies beyond.
  func sample(_ l: Double, _ r: Double) -> Sample {
    let table = RadialElement.shared
    let points = RadialElement.points
    let square = channels * channels
    var sample = Sample()
    var coefficients = [Double](repeating: 0, count: square * points)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: square) { entries in
      for q in 0..<points {
        let t = table.positions[q]
        coupling(l + (r - l) * t, entries)
        let range = circles(entries)
        sample.lower = min(sample.lower, range.lower)
        sample.upper = max(sample.upper, range.upper)
        let xi = 2 * t - 1
        var (previous, current) = (0.0, 1.0)
        for n in 0..<points {
          let weight = table.weights[q] * Double(2 * n + 1) * current
          for c in 0..<square { coefficients[c * points + n] += weight * entries[c] }
          let next = (Double(2 * n + 1) * xi * current - Double(n) * previous) / Double(n + 1)
          (previous, current) = (current, next)
        }
        for entry in entries { sample.size = max(sample.size, entry.magnitude) }
      }
    }
    guard sample.lower.isFinite, sample.upper.isFinite, sample.size.isFinite else {
      sample.tail31 = .infinity
      return sample
    }
    let noise = 1e-15 * sample.size
    for c in 0..<square {
      let row = coefficients[(c * points)..<((c + 1) * points)]
      let last = row.suffix(2).reduce(0) { max($0, $1.magnitude) }
      let beyond = max(10 * last - 10 * noise * 7, 0)
      let middle = row.suffix(points - 16).reduce(0) { $0 + max($1.magnitude - 7 * noise, 0) }
      sample.tail31 = max(sample.tail31, beyond)
      sample.tail15 = max(sample.tail15, middle + beyond)
    }
    let margin = 0.02 * (sample.upper - sample.lower) + noise
    sample.lower -= margin
    sample.upper += margin
    return sample
  }

  /// The range of B's eigenvalues at two places of an element, which the whole range contains.
  func range(_ l: Double, _ r: Double) -> (lower: Double, upper: Double) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: channels * channels) { entries in
      coupling(l + 0.1 * (r - l), entries)
      let first = circles(entries)
      coupling(l + 0.9 * (r - l), entries)
      let second = circles(entries)
      return (min(first.lower, second.lower), max(first.upper, second.upper))
    }
  }

  /// Gershgorin's circles.
  private func circles(
    _ entries: UnsafeMutableBufferPointer<Double>
  ) -> (lower: Double, upper: Double) {
    var (lower, upper) = (Double.infinity, -Double.infinity)
    for i in 0..<channels {
      var radius = 0.0
      for j in 0..<channels where j != i { radius += entries[i * channels + j].magnitude }
      let centre = entries[i * channels + i]
      guard centre.isFinite, radius.isFinite else { return (-.infinity, .infinity) }
      lower = min(lower, centre - radius)
      upper = max(upper, centre + radius)
    }
    return (lower, upper)
  }

  /// The least eigenvalue met on [r, 1e14), at points a factor 1.3 apart.
  func lowerBound(beyond r: Double) -> Double {
    var lowest = Double.infinity
    withUnsafeTemporaryAllocation(of: Double.self, capacity: channels * channels) { entries in
      var distance = 0.0
      repeat {
        coupling(r + distance, entries)
        lowest = min(lowest, circles(entries).lower)
        distance = max(1.3 * distance, max(r, 1) * 0.01)
      } while distance < 1e14
    }
    return lowest
  }

  /// The diagonal of B at r.
  func diagonal(at r: Double) -> [Double] {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: channels * channels) { entries in
      coupling(r, entries)
      return (0..<channels).map { entries[$0 * channels + $0] }
    }
  }
}
