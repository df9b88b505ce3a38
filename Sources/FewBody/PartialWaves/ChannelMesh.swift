/// Radial nodes 0 = r_0 < r_1 < ... < r_N, graded towards the origin, with what is known of the
/// potential on each element.
struct ChannelMesh: Sendable {
  var nodes: [Double] = [0]
  /// W and the black-box coupling together: range, slope, and tails.
  var wells: [Enclosure] = []
  /// max |B_ij| of the black-box coupling on each element.
  var couplings: [Double] = []
  /// No eigenvalue of the potential matrix with its centrifugal term is lower on the element.
  var minima: [Double] = []
  /// The wells alone on [r_i, end), from below.
  var wellBeyond: [Double] = []
  /// The potential's least eigenvalue on [r_i, end), from below.
  var lowerBeyond: [Double] = []

  /// Whether space goes on behind the last node: u need not vanish there.
  private(set) var isOpen = true

  var count: Int { wells.count }

  /// The decay that ends an open side: the neglected part is e^(-2 action) of the norm.
  static let action = 18.5

  /// h <= grading r: the singular point is at least (2 + grading)/grading half-lengths away, so
  /// that Chebyshev series of 1/r and of r^3 ln r converge like 4.8^-n.
  static let grading = 1.25

  /// Marches outwards from r = 0 for energies up to `top`.
  ///
  /// The first element [0, r_1] has C r_1 <= k(l + 1/2)^2/4, so that Hardy's inequality outweighs
  /// the attraction there. An element [l, r] of length h further out is accepted when
  /// 1. h <= 1.25 l and h <= 2.4 l/sqrt(l(l + 1)) of the lowest wave;
  /// 2. h sqrt((top - min V)/k) <= 0.7 pi: the local gap is positive with room to spare;
  /// 3. h sqrt((max V - top)/k) <= 5: a polynomial of degree 12 follows e^(-5) to 1e-10;
  /// 4. W is a polynomial of degree 31 to rounding, and of degree 10 so nearly that the square
  ///    of the residual is below rounding.
  /// `refinement` r shrinks 1 to 3 by 0.75^r and 4 by 16^r.
  init(
    _ problem: ChannelProblem, top: Double, refinement: Int, limit: Int
  ) throws(FewBodyError) {
    let march = ChannelMarch(problem: problem, top: top, refinement: refinement)
    let end = problem.wall ?? .infinity
    var stops = march.stops(to: end)
    var (r, h) = (0.0, march.firstLength(to: stops[0]))
    var decay = 0.0
    var place = 0
    search: while place < stops.count {
      let stop = stops[place]
      while r < stop {
        let room = stop - r
        var step = min(1.6 * h, room)
        var tried = march.accept(r, step, stop)
        while tried == nil {
          if let jump = march.jump(from: r, to: min(r + step, stop)), jump < stop {
            stops.insert(jump, at: place)
            continue search
          }
          step *= 0.75
          guard step > 1e-14 * r, step > 1e-290 else {
            throw .invalid(
              "potential", "unresolved at r = \(r)",
              accepted: "bounded and piecewise analytic, with its kinks named as breakpoints")
          }
          tried = march.accept(r, step, stop)
        }
        // No sliver before a stop: the last two elements share what is left.
        if step < room, step > 0.6 * room, let half = march.accept(r, 0.5 * room, stop) {
          (step, tried) = (0.5 * room, half)
        }
        guard let piece = tried else { break }
        nodes.append(piece.end)
        wells.append(piece.well)
        couplings.append(piece.coupling)
        minima.append(piece.minimum)
        guard count <= limit else {
          throw .invalid(
            "potential", "beyond \(limit) elements",
            accepted: "a potential, and a number of states, that fewer elements resolve")
        }
        // A wall so far out that no wave reaches it needs no elements up to it.
        if place == stops.count - 1 {
          let barrier = min(piece.minimum, march.lowerBound(beyond: piece.end)) - top
          let length = piece.end - r
          decay = barrier > 0 ? decay + length * (barrier / march.kinetic).squareRoot() : 0
          if decay >= Self.action { break search }
        }
        (r, h) = (piece.end, step)
      }
      place += 1
    }
    let last = nodes.count - 1
    isOpen = nodes[last] < end
    wellBeyond = [Double](repeating: .infinity, count: nodes.count)
    if isOpen { wellBeyond[last] = march.wellBound(beyond: nodes[last]) }
    for i in stride(from: last - 1, through: 0, by: -1) {
      wellBeyond[i] = min(wellBeyond[i + 1], wells[i].lower)
    }
    lowerBeyond = nodes.indices.map { i in
      nodes[i] > 0
        ? (problem.sampledTotal.map { LineProfile.lowestSample(of: $0, from: nodes[i], sign: 1) }
          ?? wellBeyond[i] + march.leastField(beyond: nodes[i])) : -.infinity
    }
  }
}

/// The march's criteria.
private struct ChannelMarch {
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
    return first / 1.6
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
    let gap: Double
    let minimum: Double
    if l == 0 {
      let hardy = kinetic * (0.25 + centrifugal)
      let drop = attraction * r + max(top - well.lower, 0) * r * r
      guard drop <= 0.5 * hardy else { return nil }
      gap = 0.5 * hardy / (r * r)
      minimum = -.infinity
    } else {
      // k L x^2 - C x in x = 1/r, convex.
      let x = min(max(attraction / max(2 * kinetic * centrifugal, 1e-300), 1 / r), 1 / l)
      let lowest = (kinetic * centrifugal * x - attraction) * x
      let bound = well.lower + lowest - 0x1p-48 * (kinetic * centrifugal * x + attraction) * x
      minimum = total.map { $0.lower + kinetic * centrifugal / (r * r) } ?? bound
      let phase = h * (max(top - minimum, 0) / kinetic).squareRoot()
      guard phase <= 0.7 * .pi * shrink else { return nil }
      gap = 0.5 * Double.pi * Double.pi * kinetic / (h * h)
    }
    let highest =
      total?.upper ?? (l > 0 && attraction == 0 ? well.upper + strength / l : well.upper)
    let decay = h * (max(highest - top, 0) / kinetic).squareRoot()
    guard decay <= 5 * shrink else { return nil }
    guard resolves(well, h, gap, near: r) else { return nil }
    return Piece(end: r, well: well, coupling: coupling, minimum: minimum)
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
