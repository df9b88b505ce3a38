#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Spectrum {
  /// Levels and wavefunctions in space as a `.npz` archive.
  ///
  /// Arrays, for N levels: `energies`, `lower`, `upper` [N] in hartree, and `V` on the axes below.
  /// Partial waves: `r` [M] in bohr from near 0 to the end of the widest state, nearly uniform in
  /// asinh(r/s), s a hundredth of the narrowest state; `u` [N, C, M] in bohr^(-1/2), psi = sum_c u_c/r Y_lM;
  /// `l` [N, C], -1 where a level has fewer waves; `m` [N]; `V` [2, M] along and across the axis.
  /// Cartesian grids: `x` [M] in bohr, the same for y and z; `psi` [N, M, M, M] in bohr^(-3/2); `V` [M, M, M].
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for levels that carry no states (read back from JSON).
  public func spaceArchive(
    potential: (Double, Double, Double) -> Double, points: Int? = nil
  ) throws(FewBodyError) -> NumpyArchive {
    let states = levels.compactMap(\.spaceState)
    guard states.count == levels.count else { throw .withoutWavefunctions }
    var archive = NumpyArchive()
    try archive.add("energies", levels.map(\.energy.hartree))
    try archive.add("lower", levels.map(\.interval.lowerBound.hartree))
    try archive.add("upper", levels.map(\.interval.upperBound.hartree))
    if states.allSatisfy({ !$0.waves.isEmpty }) {
      try Spectrum.addWaves(of: states, points ?? 2001, potential, to: &archive)
    } else {
      try Spectrum.addFields(of: states, points ?? 64, potential, to: &archive)
    }
    return archive
  }

  private static func addWaves(
    of states: [SpaceState], _ points: Int, _ potential: (Double, Double, Double) -> Double,
    to archive: inout NumpyArchive
  ) throws(FewBodyError) {
    let widest = states.map(\.extent).max() ?? 1
    let scale = 0.01 * (states.map(\.extent).min() ?? 1)
    let end = asinh(widest / scale)
    // Half a step off the origin, where u/r would be 0/0.
    let r = (0..<points).map { scale * sinh(end * (Double($0) + 0.5) / Double(points)) }
    let channels = states.map(\.waves.count).max() ?? 0
    var (values, numbers) = ([Double](), [Double]())
    for state in states {
      for c in 0..<channels {
        let wave = c < state.waves.count ? state.waves[c] : nil
        numbers.append(wave.map { Double($0.angularMomentum) } ?? -1)
        values += r.map { wave?.value(at: $0) ?? 0 }
      }
    }
    try archive.add("r", r)
    try archive.add("V", rows: [r.map { potential(0, 0, $0) }, r.map { potential($0, 0, 0) }])
    try archive.add("u", values, shape: [states.count, channels, points])
    try archive.add("l", numbers, shape: [states.count, channels])
    try archive.add("m", states.map { Double($0.magnetic) })
  }

  private static func addFields(
    of states: [SpaceState], _ points: Int, _ potential: (Double, Double, Double) -> Double,
    to archive: inout NumpyArchive
  ) throws(FewBodyError) {
    let extent = states.map(\.extent).max() ?? 1
    // Nodes that straddle the origin: a singular V is finite there.
    let x = (0..<points).map { extent * (Double(2 * $0 + 1) / Double(points) - 1) }
    func cube(_ f: (Double, Double, Double) -> Double) -> [Double] {
      var values: [Double] = []
      for a in x {
        for b in x {
          for c in x { values.append(f(a, b, c)) }
        }
      }
      return values
    }
    try archive.add("x", x)
    try archive.add("V", cube(potential), shape: [points, points, points])
    try archive.add(
      "psi", states.flatMap { state in cube { state.value($0, $1, $2) } },
      shape: [states.count, points, points, points])
  }
}
