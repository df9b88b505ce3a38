/// The criteria by which ``ChannelMesh`` marches outwards.
struct ChannelMarch {
  let problem: ChannelProblem
  let top: Double
  let kinetic: Double
  let attraction: Double
  let strength: Double
  let centrifugal: Double
  let shrink: Double
  let square: Double
  let sampler: CouplingSampler?

  struct Piece {
    var end: Double
    var well: Enclosure
    var coupling: Double
    var minimum: Double
  }

  init(problem: ChannelProblem, top: Double, refinement: Int) {
    self.problem = problem
    self.top = top
    kinetic = problem.kinetic
    attraction = problem.attraction
    strength = problem.strength
    centrifugal = problem.leastCentrifugal
    var (shrink, square) = (1.0, 1.0)
    for _ in 0..<refinement { (shrink, square) = (0.75 * shrink, 0.0625 * square) }
    (self.shrink, self.square) = (shrink, square)
    sampler = problem.coupling.map { CouplingSampler($0, channels: problem.channels) }
  }

  func stops(to end: Double) -> [Double] {
    let inner = problem.central?.breakpoints.filter { $0 > 0 && $0 < end } ?? []
    return inner.sorted() + [end]
  }

  /// Where Hardy's inequality still outweighs four times the attraction and the energy.
  func firstLength(to stop: Double) -> Double {
    let hardy = kinetic * (0.25 + centrifugal)
    var first = stop.isFinite ? stop : 1e150
    // A repulsion binds nothing, but has to be resolved.
    if strength > 0 { first = min(first, 0.25 * hardy / strength) }
    guard let sampler else { return first / 1.6 }
    // Samples of a coupling are dear: most of the way down two of them are enough.
    let longest = first
    while first > 1e-290, !fits(sampler, 0, first) { first *= 0.25 }
    return min(4 * first, longest) / 1.6
  }

  /// The first double behind a jump of a black box between l and r: a node there is exact, while an
  /// element around it would have a stiffness that drowns all else. Nil for anything proved, and
  /// where the values change gradually.
  func jump(from l: Double, to r: Double) -> Double? {
    guard let central = problem.central, central.certainty != .rigorous else { return nil }
    var (low, high) = (l, r)
    var (below, above) = (central.value(at: l), central.value(at: r))
    let whole = (above - below).magnitude
    guard whole > 1e-9 * max(below.magnitude, above.magnitude) else { return nil }
    while low.nextUp < high {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      let value = central.value(at: middle)
      if (value - below).magnitude > (value - above).magnitude {
        (high, above) = (middle, value)
      } else {
        (low, below) = (middle, value)
      }
    }
    return (above - below).magnitude > 0.5 * whole && high > l && high < r ? high : nil
  }

  func wellBound(beyond r: Double) -> Double {
    (problem.central?.lowerBoundBeyond(r) ?? 0) + (sampler?.lowerBound(beyond: r) ?? 0)
  }

  func lowerBound(beyond r: Double) -> Double {
    guard let total = problem.sampledTotal else { return wellBound(beyond: r) - attraction / r }
    return LineProfile.lowestSample(of: total, from: r, sign: 1)
  }

  /// The minimum of k L x^2 - C x over x = 1/r' for all r' >= r, from below. With the least L of the
  /// waves: of a circular orbit, -C/r alone lies below the level long after the wave has decayed.
  func leastField(beyond r: Double) -> Double {
    let barrier = kinetic * centrifugal
    let x = min(attraction / max(2 * barrier, 1e-300), 1 / r)
    return (barrier * x - attraction) * x - 0x1p-48 * (barrier * x + attraction) * x
  }

  func accept(_ l: Double, _ h: Double, _ stop: Double) -> Piece? {
    let r = l + h >= stop ? stop : l + h
    guard r > l else { return nil }
    if l > 0 {
      guard h <= ChannelMesh.grading * shrink * l else { return nil }
      guard h * h * centrifugal <= 5.76 * shrink * shrink * l * l else { return nil }
    }
    var well = Enclosure(lower: 0, upper: 0, slope: 0, tail15: 0, tail31: 0)
    if let central = problem.central { well = central.enclosure(l, r) }
    var coupling = 0.0
    if let sampler {
      guard fits(sampler, l, r) else { return nil }
      let sample = sampler.sample(l, r)
      well.lower += sample.lower
      well.upper += sample.upper
      well.tail15 += sample.tail15
      well.tail31 += sample.tail31
      coupling = sample.size
    }
    guard well.lower.isFinite, well.upper.isFinite, well.tail31.isFinite else { return nil }
    // Where a black box is -Z/r + W, the two may cancel far out: there only their sum says anything.
    let total =
      l > 0
      ? problem.sampledTotal.map { ChebyshevSamples.enclosure(of: $0, from: l, to: r) } : nil
    guard let (gap, minimum) = room(l, r, well.lower, well.upper, total),
      resolves(well, h, gap, near: r)
    else { return nil }
    return Piece(end: r, well: well, coupling: coupling, minimum: minimum)
  }

  /// Whether two samples of a coupling leave the element a chance: they save the other 26.
  private func fits(_ sampler: CouplingSampler, _ l: Double, _ r: Double) -> Bool {
    let well = problem.central?.enclosure(l, r)
    let range = sampler.range(l, r)
    return room(l, r, (well?.lower ?? 0) + range.lower, (well?.upper ?? 0) + range.upper, nil)
      != nil
  }

  /// Criteria 2 and 3 for W in [lower, upper]: the local gap, and the potential's least eigenvalue.
  private func room(
    _ l: Double, _ r: Double, _ lower: Double, _ upper: Double, _ total: Enclosure?
  ) -> (gap: Double, minimum: Double)? {
    let h = r - l
    let gap: Double
    let minimum: Double
    if l == 0 {
      let hardy = kinetic * (0.25 + centrifugal)
      let drop = attraction * r + max(top - lower, 0) * r * r
      guard drop <= 0.5 * hardy else { return nil }
      gap = 0.5 * hardy / (r * r)
      minimum = -.infinity
    } else {
      // k L x^2 - C x in x = 1/r, convex.
      let x = min(max(attraction / max(2 * kinetic * centrifugal, 1e-300), 1 / r), 1 / l)
      let lowest = (kinetic * centrifugal * x - attraction) * x
      let bound = lower + lowest - 0x1p-48 * (kinetic * centrifugal * x + attraction) * x
      minimum = total.map { $0.lower + kinetic * centrifugal / (r * r) } ?? bound
      let phase = h * (max(top - minimum, 0) / kinetic).squareRoot()
      guard phase <= 0.7 * .pi * shrink else { return nil }
      gap = 0.5 * Double.pi * Double.pi * kinetic / (h * h)
    }
    let highest = total?.upper ?? (l > 0 && attraction == 0 ? upper + strength / l : upper)
    let decay = h * (max(highest - top, 0) / kinetic).squareRoot()
    return decay <= 5 * shrink ? (gap, minimum) : nil
  }

  /// Criterion 4, as in ``ElementMesh``; scales are those of all energies at r.
  private func resolves(_ well: Enclosure, _ h: Double, _ gap: Double, near r: Double) -> Bool {
    let scale = max(
      well.lower.magnitude, well.upper.magnitude, top.magnitude, strength / r,
      kinetic / (r * r))
    let short = 3e-14 * max((kinetic / scale).squareRoot(), r - h)
    let isBoxedIn = !problem.isProvable && well.tail31 * h <= scale * short
    guard well.tail31 <= 2.3e-16 * scale || isBoxedIn else { return false }
    let ratio = well.tail31 > 0 ? max(well.tail15 / well.tail31, 1) : 1
    let fourth = ratio.squareRoot().squareRoot()
    let tail10 = well.tail15 * fourth * fourth.squareRoot().squareRoot()
    return 4 * tail10 * tail10 <= 3e-15 * square * scale * gap || isBoxedIn
  }
}
