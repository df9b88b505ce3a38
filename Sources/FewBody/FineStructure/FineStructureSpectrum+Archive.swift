extension FineStructureSpectrum {
  /// Quantum numbers, terms and radial functions as a `.npz` archive.
  ///
  /// Arrays, for N levels and M points: `r` [M] in bohr, from 0 over the union of the states'
  /// supports, its square root equally spaced; `n`, `l`, `S`, `j` [N]; `gross` [N] in hartree;
  /// `terms` [N, 7] in the order of ``FineStructureTerm``, `total`, `lower`, `upper` [N] in alpha^2
  /// hartree; `wavefunctions` [N, M], u(r) in bohr^(-1/2).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for fewer than two points, or levels that carry no
  ///   states (read back from JSON).
  public func archive(points: Int = 2001) throws(FewBodyError) -> NumpyArchive {
    guard points >= 2 else {
      throw .invalid("points", points, accepted: "a whole number >= 2")
    }
    let states = levels.compactMap(\.state)
    guard states.count == levels.count else { throw .withoutWavefunctions }
    let extent = states.map(\.support.upperBound).max() ?? 0
    let axis = (0..<points).map { i in
      let fraction = Double(i) / Double(points - 1)
      return extent * fraction * fraction
    }
    var archive = NumpyArchive()
    try archive.add("r", axis)
    try archive.add("n", levels.map { Double($0.n) })
    try archive.add("l", levels.map { Double($0.l) })
    try archive.add("S", levels.map { Double($0.doubledSpin) / 2 })
    try archive.add("j", levels.map { Double($0.doubledTotal) / 2 })
    try archive.add("gross", levels.map(\.gross.hartree))
    try archive.add(
      "terms", rows: levels.map { level in FineStructureTerm.allCases.map { level.terms[$0] ?? 0 } }
    )
    try archive.add("total", levels.map(\.total))
    try archive.add("lower", levels.map(\.interval.lowerBound))
    try archive.add("upper", levels.map(\.interval.upperBound))
    try archive.add("wavefunctions", rows: states.map { state in axis.map(state.value(at:)) })
    return archive
  }
}
