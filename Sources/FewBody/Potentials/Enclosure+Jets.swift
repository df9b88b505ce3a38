// Theorem. Let V have a continuous derivative of order n+1 on [l, r], h = r - l, and C >= sup
// |V^(n+1)|/(n+1)!. The polynomial p of degree n that interpolates V at the n+1 Chebyshev points of
// [l, r] satisfies sup |V - p| <= 2 (h/4)^(n+1) C.
// Proof. V(x) - p(x) = V^(n+1)(xi)/(n+1)! prod_i (x - x_i) (Cauchy's remainder; L. N. Trefethen,
// *Approximation Theory and Approximation Practice*, SIAM 2013, ch. 7), and on [-1, 1] the monic
// Chebyshev polynomial is bounded by 2^-n, on [l, r] therefore by 2^-n (h/2)^(n+1). []
// Corollary. A polynomial of degree n <= 15 is one of degree 15, so tail15 is the least of the
// bounds for n = 0...15, tail31 the least for n = 0...31; a constant gives (max - min)/2.
//
// Hypotheses, and where they are checked: C comes from interval Taylor jets over the whole of [l,
// r], and a bounded coefficient is a proof that the derivative exists there, because every
// operation outside its domain of analyticity (a division by an interval with zero, the logarithm
// or the root at zero, |f| where f changes sign) leaves its coefficients unbounded. A kink at an
// end is no harm: |f| with f >= 0 on [l, r] is f there.

/// The order of the jets: c_(n+1) for polynomials of degree n = 31.
@usableFromInline let enclosureOrder = 32

extension Potential {
  /// The origin, where |x| has its kink.
  @inlinable public var breakpoints: [Double] { [0] }

  /// Bounds of V, |V'| and of the distance to polynomials on [left, right], from interval Taylor
  /// jets (the theorem stands at the head of this file); infinite wherever nothing is proved.
  @inlinable
  public func enclosure(from left: Double, to right: Double) -> Enclosure {
    let element = Interval(left, right)
    let jet = value(at: TaylorJet(variable: element, order: enclosureOrder))
    var proof = ElementProof(element: element, jet: jet)
    // The range shrinks with the pieces: V on each, and V(centre) + V'(element) (x - centre).
    for piece in proof.pieces(8) {
      proof.tighten(piece, value: value(at: piece), atCentre: value(at: Interval(piece.midpoint)))
    }
    // Interval recurrences overestimate high coefficients where terms cancel; the hull over
    // quarters does so far less. It costs four more jets, so only where a tail is felt at all.
    if proof.isTailFelt {
      proof.refine(
        proof.pieces(4).map { value(at: TaylorJet(variable: $0, order: enclosureOrder)) })
    }
    return proof.enclosure
  }

  /// V at a point known up to `radius`: every value of V on [x - radius, x + radius] lies within
  /// `error` of `value`, rounding included; `error` is infinite where nothing is proved.
  @inlinable
  public func sample(
    at x: Double, displacedBy radius: Double = 0
  ) -> (value: Double, error: Double) {
    let range = value(
      at: radius == 0 ? Interval(x) : Interval((x - radius).roundedDown, (x + radius).roundedUp))
    return (range.midpoint, range.radius)
  }

  /// Whether the formula itself, not a sample, proves V(-x) = V(x).
  @inlinable
  public var isProvenEven: Bool { value(at: ParityProbe.odd) == .even }

  /// An enclosure of V on |x| >= `distance`, both sides.
  @inlinable
  public func enclosureBeyond(_ distance: Double) -> Interval {
    enclosureRight(of: distance).hull(enclosureLeft(of: -distance))
  }

  /// An enclosure of V on [x, infinity).
  @inlinable
  public func enclosureRight(of x: Double) -> Interval { value(at: Interval(x, .infinity)) }

  /// An enclosure of V on (-infinity, x].
  @inlinable
  public func enclosureLeft(of x: Double) -> Interval { value(at: Interval(-.infinity, x)) }
}

/// What the jets over one element prove, before it is put together.
@usableFromInline
struct ElementProof {
  let element: Interval
  /// h, rounded up.
  let width: Double
  /// sup |c_k| for k = 0...32.
  var suprema: [Double]
  var slope: Interval
  /// The hull over the pieces visited so far, nil before the first.
  var range: Interval?
  let coarseRange: Interval

  @usableFromInline
  init(element: Interval, jet: TaylorJet<Interval>) {
    self.element = element
    width = (element.upper - element.lower).roundedUp
    suprema = (0...enclosureOrder).map { jet[$0].magnitude }
    slope = jet[1]
    coarseRange = jet[0]
  }

  /// Equal pieces that cover the element.
  @usableFromInline
  func pieces(_ count: Int) -> [Interval] {
    guard width < .infinity else { return [element] }
    var pieces: [Interval] = []
    pieces.reserveCapacity(count)
    var left = element.lower
    for i in 1...count {
      let fraction = Double(i) / Double(count)
      let end = element.lower * (1 - fraction) + element.upper * fraction
      let right = i == count ? element.upper : min(max(end, left), element.upper)
      pieces.append(Interval(unchecked: left, right))
      left = right
    }
    return pieces
  }

  @usableFromInline
  mutating func tighten(_ piece: Interval, value: Interval, atCentre: Interval) {
    let meanValue = atCentre + slope * (piece - Interval(piece.midpoint))
    let local = value.intersection(meanValue).intersection(coarseRange)
    range = range.map { $0.hull(local) } ?? local
  }

  // Only where the jet over the whole element has proved that V^(k) is continuous: the pieces alone
  // would not see a kink that falls on an end of theirs.
  @usableFromInline
  mutating func refine(_ jets: [TaylorJet<Interval>]) {
    for k in 1...enclosureOrder where suprema[k] < .infinity {
      let hull = jets.reduce(0) { max($0, $1[k].magnitude) }
      suprema[k] = min(suprema[k], hull)
    }
  }

  /// min over n <= degree of 2 (h/4)^(n+1) sup |c_(n+1)|, each factor rounded up.
  func tail(degree: Int) -> Double {
    let bounds = range ?? coarseRange
    var least = ((bounds.upper - bounds.lower).roundedUp * 0.5).roundedUp
    if least.isNaN { least = .infinity }
    let quarter = (width * 0.25).roundedUp
    var power = 2.0
    for n in 0...degree {
      power = (power * quarter).roundedUp
      if suprema[n + 1] == 0 { return 0 }
      least = min(least, (power * suprema[n + 1]).roundedUp)
    }
    return least
  }

  /// Whether the tail of degree 31 exceeds what rounding leaves of V anyway, and refining may help.
  @usableFromInline
  var isTailFelt: Bool {
    suprema[enclosureOrder] < .infinity
      && !(tail(degree: 31) <= 0x1p-56 * (range ?? coarseRange).magnitude)
  }

  @usableFromInline
  var enclosure: Enclosure {
    let bounds = range ?? coarseRange
    return Enclosure(
      lower: bounds.lower, upper: bounds.upper, slope: suprema[1], tail15: tail(degree: 15),
      tail31: tail(degree: 31))
  }
}
