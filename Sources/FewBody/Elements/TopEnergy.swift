/// An energy a little above the highest asked level, by the semiclassical count
/// N(s) = (1/pi) integral sqrt((s - V)/k) dx = n + 1/2.
///
/// It only sets the mesh: the counts of the elements decide whether it was high enough.
struct SemiclassicalCount {
  private let points: [Double]
  private let values: [Double]
  private let kinetic: Double
  private let threshold: Double?

  init(_ profile: LineProfile, domain: ElementMesh.Domain) {
    threshold = domain.left.isFinite && domain.right.isFinite ? nil : profile.threshold
    let ends = [domain.left, domain.right].filter(\.isFinite)
    let kinetic = profile.kineticRange(ends.min() ?? 0, ends.max() ?? 0).upper
    self.kinetic = kinetic
    var points: [Double] = []
    let origin =
      domain.left.isFinite
      ? domain.left : domain.right.isFinite ? domain.right : profile.breakpoints.first ?? 0
    func sweep(to end: Double, sign: Double) {
      if end.isFinite {
        let span = end - origin
        for i in 1...300 { points.append(origin + span * (Double(i) - 0.5) / 300) }
      } else {
        // Six points a decade over the lengths at which a potential may live.
        // Begin within the core: where V differs by less than a tenth from its value at the origin.
        let core = profile.value(at: origin + sign * 1e-300)
        var distance = 1e-10
        while distance > 1e-290,
          (profile.value(at: origin + sign * distance) - core).magnitude > 0.1 * core.magnitude
        { distance *= 0.01 }
        while distance < 1e11 {
          points.append(origin + sign * distance)
          distance *= 1.4678
        }
      }
    }
    if domain.left < origin { sweep(to: domain.left, sign: -1) }
    points.append(origin)
    if domain.right > origin { sweep(to: domain.right, sign: 1) }
    points.sort()
    self.points = points
    values = points.map { profile.value(at: $0) }
  }

  func count(below s: Double) -> Double {
    var sum = 0.0
    var previous = 0.0
    for i in points.indices {
      let here = values[i] < s ? ((s - values[i]) / kinetic).squareRoot() : 0
      if i > 0 { sum += 0.5 * (here + previous) * (points[i] - points[i - 1]) }
      previous = here
    }
    return sum / .pi
  }

  /// The energy below which `levels` + 1.5 levels are expected, and whether the potential holds so
  /// many: if not, an energy just below the threshold.
  func energy(levels: Double) -> (energy: Double, isReached: Bool) {
    let target = levels + 1.5
    let search = CountingSearch(target: target, bottom: values.min() ?? 0, count: count(below:))
    if let threshold {
      return search.energy(below: threshold, kinetic: kinetic) { 1e7 * $0 + 1e7 }
    }
    let span = points[points.count - 1] - points[0]
    return (search.energy(from: kinetic / span / span), true)
  }
}
