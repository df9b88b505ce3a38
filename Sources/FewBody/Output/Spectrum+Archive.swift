#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Spectrum {
  /// Axis, potential, levels and wavefunctions as a `.npz` archive.
  ///
  /// Arrays, for N levels and M points: `x` [M] in bohr, ascending, over the union of the states'
  /// supports; `V` [M], `energies`, `lower`, `upper` [N] in hartree; `wavefunctions` [N, M] in
  /// bohr^(-1/2); `parity` [N], +1 even, -1 odd, 0 without. The axis is x = c + s sinh t with t
  /// equally spaced, c and s the centre and half width of the narrowest support: nearly uniform
  /// where all supports are alike, and fine near c where they span decades.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for fewer than two points, a potential that is not a
  ///   number somewhere on the axis, or levels that carry no states (read back from JSON).
  public func archive(
    potential: (Double) -> Double, points: Int = 2001
  ) throws(FewBodyError) -> NumpyArchive {
    guard points >= 2 else {
      throw .invalid("points", points, accepted: "a whole number >= 2")
    }
    let states = levels.compactMap(\.state)
    guard states.count == levels.count else { throw .withoutWavefunctions }
    let axis = Spectrum.axis(through: states.map(\.support), points: points)
    let depths = axis.map(potential)
    for (x, depth) in zip(axis, depths) where depth.isNaN {
      throw .invalid("V(\(x))", depth, accepted: "a number everywhere on the axis")
    }
    var archive = NumpyArchive()
    try archive.add("x", axis)
    try archive.add("V", depths)
    try archive.add("energies", levels.map(\.energy.hartree))
    try archive.add("lower", levels.map(\.interval.lowerBound.hartree))
    try archive.add("upper", levels.map(\.interval.upperBound.hartree))
    try archive.add("wavefunctions", rows: states.map { state in axis.map(state.value(at:)) })
    try archive.add("parity", levels.map(\.parity))
    return archive
  }

  private static func axis(through supports: [ClosedRange<Double>], points: Int) -> [Double] {
    let width = { (range: ClosedRange<Double>) in range.upperBound - range.lowerBound }
    guard let narrowest = supports.min(by: { width($0) < width($1) }), width(narrowest) > 0 else {
      return []
    }
    let lower = supports.map(\.lowerBound).min() ?? 0
    let upper = supports.map(\.upperBound).max() ?? 0
    let centre = (narrowest.lowerBound + narrowest.upperBound) / 2
    let scale = width(narrowest) / 2
    let from = asinh((lower - centre) / scale)
    let to = asinh((upper - centre) / scale)
    return (0..<points).map { i in
      if i == 0 { return lower }
      if i == points - 1 { return upper }
      // Written about the middle, so that a symmetric axis is symmetric to the last bit.
      let fraction = Double(2 * i - (points - 1)) / Double(points - 1)
      return centre + scale * sinh((from + to) / 2 + (to - from) / 2 * fraction)
    }
  }
}

extension Level {
  /// +1 for even, -1 for odd, 0 where parity is no label.
  fileprivate var parity: Double {
    switch labels["parity"] {
    case .word("even"): 1
    case .word("odd"): -1
    default: 0
    }
  }
}
