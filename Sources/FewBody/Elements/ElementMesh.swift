/// Nodes x_0 < ... < x_N on which V is resolved, with what is proved of V on each element.
struct ElementMesh: Sendable {
  var nodes: [Double]
  var enclosures: [Enclosure]
  /// V >= lowerBeyond[i] on [x_i, end) and V >= lowerBefore[i] on (start, x_i].
  var lowerBeyond: [Double]
  var lowerBefore: [Double]

  var count: Int { enclosures.count }

  /// Where the form may be cut: a wall, a mirror, or an open end to be reached when the wave
  /// of the highest asked energy has decayed.
  struct Domain: Sendable {
    var left: Double
    var right: Double
  }

  /// The decay that ends an open side: the neglected part is e^(-2 action) of the norm.
  static let action = 18.5

  /// Builds the mesh for energies up to `top`, marching outwards from a finite point.
  ///
  /// An element [l, r] of length h is accepted when
  /// 1. h sqrt((top - min V)/k) <= 0.7 pi, so that the local gap pi^2 k/h^2 + min V - s is
  ///    positive with room to spare for every s <= top;
  /// 2. h sqrt((max V - top)/k) <= 5: a polynomial of degree 12 follows e^(-5) to 1e-10;
  /// 3. V is a polynomial of degree 31 to two units of rounding (the quadrature's error), and of
  ///    degree 10 so nearly that the square of the residual is below rounding.
  /// `refinement` r shrinks 1 and 2 by 0.7^r and 3 by 16^r, and limits the ratio of neighbouring
  /// lengths: a shallow level decays faster beside its well than `top` does, and is gone where
  /// the elements have grown.
  init(
    _ profile: LineProfile, domain: Domain, top: Double, refinement: Int, limit: Int
  ) throws(FewBodyError) {
    let march = March(profile: profile, top: top, refinement: refinement, limit: limit)
    let origin: Double
    if domain.left.isFinite {
      origin = domain.left
    } else if domain.right.isFinite {
      origin = domain.right
    } else {
      origin = profile.breakpoints.first ?? 0
    }
    var right: [(Double, Double, Enclosure)] = []
    var left: [(Double, Double, Enclosure)] = []
    if domain.right > origin { right = try march.run(from: origin, to: domain.right, sign: 1) }
    if domain.left < origin { left = try march.run(from: origin, to: domain.left, sign: -1) }
    let pieces = left.reversed() + right
    let marched = pieces.map(\.0) + [pieces[pieces.count - 1].1]
    if refinement == 0 {
      nodes = marched
      enclosures = pieces.map(\.2)
    } else {
      nodes = ElementMesh.graded(marched, ratio: 1.7 - 0.1 * Double(refinement))
      enclosures = zip(nodes, nodes.dropFirst()).map { profile.enclosure($0, $1) }
    }
    lowerBeyond = [Double](repeating: 0, count: nodes.count)
    lowerBefore = lowerBeyond
    let last = nodes.count - 1
    lowerBeyond[last] =
      domain.right.isFinite ? .infinity : profile.lowerBoundBeyond(nodes[last])
    for i in stride(from: last - 1, through: 0, by: -1) {
      lowerBeyond[i] = min(lowerBeyond[i + 1], enclosures[i].lower)
    }
    lowerBefore[0] = domain.left.isFinite ? .infinity : profile.lowerBoundBefore(nodes[0])
    for i in 1...last { lowerBefore[i] = min(lowerBefore[i - 1], enclosures[i - 1].lower) }
  }
}

extension ElementMesh {
  /// The nodes, with as many more as keep neighbouring lengths within a ratio of each other.
  static func graded(_ nodes: [Double], ratio: Double) -> [Double] {
    func rising(_ nodes: [Double]) -> [Double] {
      guard nodes.count > 2 else { return nodes }
      var graded = [nodes[0], nodes[1]]
      for stop in nodes[2...] {
        var last = graded[graded.count - 1]
        var step = ratio * (last - graded[graded.count - 2])
        while stop - last > step, last + step > last {
          // The last two share what is left.
          if stop - last < 1.5 * step { step = 0.5 * (stop - last) }
          last += step
          graded.append(last)
          step *= ratio
        }
        if stop > last { graded.append(stop) }
      }
      return graded
    }
    let back = rising(rising(nodes).reversed().map { -$0 })
    return back.reversed().map { -$0 }
  }
}

/// The march of one side.
private struct March {
  let profile: LineProfile
  let top: Double
  let refinement: Int
  let limit: Int

  func run(
    from start: Double, to end: Double, sign: Double
  ) throws(FewBodyError) -> [(Double, Double, Enclosure)] {
    var pieces: [(Double, Double, Enclosure)] = []
    let stops = (profile.breakpoints + [end]).filter { sign * ($0 - start) > 0 }
      .sorted { sign * $0 < sign * $1 }
    var x = start
    var h = end.isFinite ? Swift.abs(end - start) : 1
    var decay = 0.0
    var next = 0
    while next < stops.count {
      let stop = stops[next]
      while sign * (stop - x) > 0 {
        let room = Swift.abs(stop - x)
        var step = min(h, room)
        var tried = accept(x, sign, step, stop)
        if tried == nil {
          while tried == nil {
            step /= 2
            guard step > 1e-14 * max(Swift.abs(x), 1e-300), step > 1e-300 else {
              throw .invalid(
                "potential", "unresolved at x = \(x)",
                accepted: "bounded and piecewise analytic, with its kinks named as breakpoints")
            }
            tried = accept(x, sign, step, stop)
          }
          let larger = 1.41 * step
          if larger < room, let better = accept(x, sign, larger, stop) {
            (step, tried) = (larger, better)
          }
        } else {
          while step < room, let better = accept(x, sign, min(1.5 * step, room), stop) {
            (step, tried) = (min(1.5 * step, room), better)
          }
        }
        // No sliver before a stop: the last two elements share what is left.
        if step < room, step > 0.6 * room, let half = accept(x, sign, room / 2, stop) {
          (step, tried) = (room / 2, half)
        }
        guard let enclosure = tried else { break }
        let y = node(x, sign, step, stop)
        pieces.append(sign > 0 ? (x, y, enclosure) : (y, x, enclosure))
        guard pieces.count <= limit else {
          throw .invalid(
            "potential", "beyond \(limit) elements",
            accepted: "a potential, and a number of states, that fewer elements resolve")
        }
        if stop.isInfinite {
          let k = profile.kineticRange(min(x, y), max(x, y)).upper
          let outside = sign > 0 ? profile.lowerBoundBeyond(y) : profile.lowerBoundBefore(y)
          let barrier = min(enclosure.lower, outside) - top
          decay = barrier > 0 ? decay + step * (barrier / k).squareRoot() : 0
          if decay >= ElementMesh.action { return pieces }
        }
        x = y
        h = step
      }
      next += 1
    }
    return pieces
  }

  /// The node a step away: the stop itself where the rounded sum would miss it by an ulp.
  private func node(_ x: Double, _ sign: Double, _ h: Double, _ stop: Double) -> Double {
    h >= Swift.abs(stop - x) ? stop : x + sign * h
  }

  private func accept(
    _ x: Double, _ sign: Double, _ h: Double, _ stop: Double
  ) -> Enclosure? {
    let y = node(x, sign, h, stop)
    let (left, right) = sign > 0 ? (x, y) : (y, x)
    guard right > left else { return nil }
    let enclosure = profile.enclosure(left, right)
    guard enclosure.lower.isFinite, enclosure.upper.isFinite, enclosure.tail31.isFinite else {
      return nil
    }
    let k = profile.kineticRange(left, right)
    guard k.lower > 0 else { return nil }
    var (shrink, square) = (1.0, 1.0)
    for _ in 0..<refinement { (shrink, square) = (0.7 * shrink, 0.0625 * square) }
    let phase = h * (max(top - enclosure.lower, 0) / k.lower).squareRoot()
    guard phase <= 0.7 * .pi * shrink else { return nil }
    let decay = h * (max(enclosure.upper - top, 0) / k.lower).squareRoot()
    guard decay <= 5 * shrink else { return nil }
    let scale = max(Swift.abs(enclosure.lower), Swift.abs(enclosure.upper), Swift.abs(top))
    // A jump or a kink inside a black box is boxed in: an element so short that what V does there
    // weighs no more than its position's rounding.
    let short = 3e-14 * max((k.upper / scale).squareRoot(), min(Swift.abs(left), Swift.abs(right)))
    // Not where V is proved: in the core of a thin Coulomb potential short would be long.
    let isBoxedIn = profile.certainty != .rigorous && enclosure.tail31 * h <= scale * short
    guard enclosure.tail31 <= 2.3e-16 * scale || isBoxedIn else { return nil }
    let gap: Double = 0.5 * Double.pi * Double.pi * k.lower / (h * h)
    // Geometric extrapolation of the decay of the tails from degrees 31 and 15 back to 10:
    // the fifth power of the sixteenth root.
    let ratio = enclosure.tail31 > 0 ? max(enclosure.tail15 / enclosure.tail31, 1) : 1
    let fourth = ratio.squareRoot().squareRoot()
    let tail10 = enclosure.tail15 * fourth * fourth.squareRoot().squareRoot()
    guard 4 * tail10 * tail10 <= 3e-15 * square * scale * gap else { return nil }
    if case .varying(let value, let slope, _) = profile.kinetic {
      let (value, slope) = (value(left, right), slope(left, right))
      guard value.tail31 <= 2.3e-16 * k.upper, value.tail15 <= 1e-9 * shrink * k.upper,
        slope.tail15 * h <= 1e-9 * shrink * k.upper
      else { return nil }
    }
    return enclosure
  }
}
