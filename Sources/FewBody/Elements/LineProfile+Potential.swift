extension LineProfile {
  /// A potential whose formula is proved on intervals and jets.
  init(_ potential: some Potential, mass: Double) {
    self.init(
      kinetic: .constant(0.5 / mass),
      certainty: .rigorous,
      breakpoints: potential.breakpoints,
      enclosure: { potential.enclosure(from: $0, to: $1) },
      sample: { potential.sample($0, into: $1) },
      lowerBoundBeyond: { potential.enclosureRight(of: $0).lower },
      lowerBoundBefore: { potential.enclosureLeft(of: $0).lower },
      threshold: LineProfile.threshold(of: potential))
  }

  /// The smaller limit of V at +-infinity, from enclosures on [X, infinity) as X grows; nil if V
  /// is unbounded above there.
  private static func threshold(of potential: some Potential) -> Double? {
    let right = potential.enclosureRight(of: 1e200)
    let left = potential.enclosureLeft(of: -1e200)
    let limits = [right, left].filter { $0.lower < 1e100 }
    guard !limits.isEmpty else { return nil }
    return limits.map { $0.upper.isFinite ? 0.5 * ($0.lower + $0.upper) : $0.lower }.min()
      .map { $0.magnitude < 1e-100 ? 0 : $0 }
  }
}
