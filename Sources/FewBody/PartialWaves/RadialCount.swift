import RealModule

/// An energy a little above the highest asked level, by the semiclassical count of every channel,
/// N(s) = (1/pi) integral sqrt(2 mu (s - V_ii) - (l + 1/2)^2/r^2) dr (R. E. Langer, Phys. Rev. 51,
/// 669 (1937)).
///
/// It only sets the mesh: the counts of the elements decide whether it was high enough.
struct RadialCount {
  /// The limit of the potential at infinity; nil if it grows without limit or a wall ends it.
  let threshold: Double?
  private let problem: ChannelProblem
  private let points: [Double]
  /// V_ii + k (l + 1/2)^2/r^2, channel by channel.
  private let values: [[Double]]
  private let isCoulomb: Bool

  init(_ problem: ChannelProblem) {
    self.problem = problem
    isCoulomb = problem.central == nil && problem.coupling == nil && problem.wall == nil
    guard !isCoulomb else {
      (threshold, points, values) = (0, [], [])
      return
    }
    let sampler = problem.coupling.map { CouplingSampler($0, channels: problem.channels) }
    threshold = problem.wall == nil ? Self.threshold(problem, sampler) : nil
    var points: [Double] = []
    if let wall = problem.wall {
      for i in 1...400 { points.append(wall * (Double(i) - 0.5) / 400) }
      var r = wall / 800
      for _ in 0..<80 {
        r *= 0.75
        points.append(r)
      }
      points.sort()
    } else {
      // Twelve points a decade over the lengths at which a potential may live.
      var r = 1e-10
      while r < 1e11 {
        points.append(r)
        r *= 1.2115
      }
      if problem.attraction > 0 {
        let bohr = 2 * problem.kinetic / problem.attraction
        r = 1e-6 * bohr
        while r < 1e8 * bohr {
          points.append(r)
          r *= 1.2115
        }
        points.sort()
      }
    }
    self.points = points
    var values = [[Double]](repeating: [], count: problem.channels)
    for r in points {
      let well = problem.central?.value(at: r) ?? 0
      let diagonal = sampler?.diagonal(at: r)
      for i in 0..<problem.channels {
        let barrier = problem.kinetic * (0.25 + problem.centrifugal(i)) / (r * r)
        values[i].append(
          well + (diagonal?[i] ?? 0) - problem.coulomb[i][i] / r + barrier)
      }
    }
    self.values = values
  }

  private static func threshold(_ problem: ChannelProblem, _ sampler: CouplingSampler?) -> Double? {
    func isSettled(_ near: Double, _ far: Double) -> Bool {
      (far - near).magnitude <= 1e-3 + 1e-9 * far.magnitude
    }
    var sum = 0.0
    if let central = problem.central {
      let (near, far) = (central.lowerBoundBeyond(1e100), central.lowerBoundBeyond(1e200))
      // Overflow, inf - inf with it, is growth.
      guard far.isFinite, far < 1e100, isSettled(near, far) else { return nil }
      sum += far
    }
    if let sampler {
      let (near, far) = (sampler.lowerBound(beyond: 1e10), sampler.lowerBound(beyond: 1e13))
      guard far.isFinite, far < 1e10, isSettled(near, far) else { return nil }
      sum += far
    }
    return sum.magnitude < 1e-12 ? 0 : sum
  }

  func count(below s: Double) -> Double {
    if isCoulomb {
      guard s < 0 else { return .infinity }
      var sum = 0.0
      for i in 0..<problem.channels {
        let n = problem.coulomb[i][i] * (0.5 * problem.mass / -s).squareRoot()
        sum += max(n - Double(problem.angularMomenta[i]), 0)
      }
      return sum
    }
    var sum = 0.0
    for channel in values {
      var previous = 0.0
      for i in points.indices {
        let here = channel[i] < s ? ((s - channel[i]) / problem.kinetic).squareRoot() : 0
        if i > 0 { sum += 0.5 * (here + previous) * (points[i] - points[i - 1]) }
        previous = here
      }
    }
    return sum / .pi
  }

  /// The largest eigenvalue of C, from below: powers of C less its least circle.
  private var leadingCharge: Double {
    let (c, shift) = (problem.coulomb, problem.strength)
    guard shift > 0, shift.isFinite else { return 0 }
    var x = (0..<c.count).map { $0.isMultiple(of: 2) ? 1.0 : -0.7 }
    if c.count > 1, c[0][1] > 0 { x = x.map(\.magnitude) }
    var value = 0.0
    for _ in 0..<100 {
      var y = x.map { shift * $0 }
      for i in c.indices {
        for j in max(0, i - problem.reach)...min(c.count - 1, i + problem.reach) {
          y[i] += c[i][j] * x[j]
        }
      }
      let square = x.reduce(0) { $0 + $1 * $1 }
      value = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / square - shift
      let norm = y.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 0 else { return value }
      x = y.map { $0 / norm }
    }
    return value
  }

  /// The energy below which `levels` levels and a little more are expected, and whether the potential
  /// holds so many: if not, an energy just below the threshold.
  func energy(levels: Double) -> (energy: Double, isReached: Bool) {
    let target = levels + 0.7 + (problem.channels > 1 ? 0.5 : 0)
    if isCoulomb {
      let largest = (0..<problem.channels).map { problem.coulomb[$0][$0] }.max() ?? 0
      let leading = leadingCharge
      // A ring of attraction between repulsive poles: no wave is attracted, but a mixture is. The
      // first of its levels is a guess, from which the search climbs.
      if leading > 0, largest < 0.25 * leading {
        let nu = target + Double(problem.angularMomenta.min() ?? 0)
        return (-0.5 * problem.mass * leading * leading / (nu * nu), true)
      }
      guard largest > 0 else {
        // Nothing attracts: any energy below the threshold will do for the proof of that.
        return (-1e-10 * max(problem.kinetic, 1e-200), false)
      }
      var (low, high) = (1e-3, 1.0)
      func energy(_ nu: Double) -> Double { -0.5 * problem.mass * largest * largest / (nu * nu) }
      while count(below: energy(high)) < target { high *= 2 }
      for _ in 0..<20 {
        let middle = 0.5 * (low + high)
        if count(below: energy(middle)) < target { low = middle } else { high = middle }
      }
      return (energy(high), true)
    }
    let search = CountingSearch(
      target: target, bottom: values.reduce(Double.infinity) { min($0, $1.min() ?? 0) },
      count: count(below:))
    if let threshold {
      return search.energy(below: threshold, kinetic: problem.kinetic) { 1e7 * $0 }
    }
    let extent = points[points.count - 1]
    return (search.energy(from: problem.kinetic / (extent * extent)), true)
  }
}
