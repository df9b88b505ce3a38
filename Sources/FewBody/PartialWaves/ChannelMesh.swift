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
