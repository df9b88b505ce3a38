extension DipoleSpectrum {
  /// Levels and couplings as a `.npz` archive.
  ///
  /// Arrays: `energies`, `lower`, `upper` [N] in hartree; for M couplings of two-level dipoles `first`, `second`, `term` (its
  /// place in ``DipoleCoupling/Term``), `coupling` and `couplingImaginary` [M] in hartree.
  public func archive() throws(FewBodyError) -> NumpyArchive {
    var archive = NumpyArchive()
    try archive.add("energies", levels.map(\.energy.hartree))
    try archive.add("lower", levels.map(\.interval.lowerBound.hartree))
    try archive.add("upper", levels.map(\.interval.upperBound.hartree))
    try archive.add("multiplicity", levels.map { Double($0.multiplicity) })
    try archive.add("first", couplings.map { Double($0.first) })
    try archive.add("second", couplings.map { Double($0.second) })
    let terms = DipoleCoupling.Term.allCases
    try archive.add("term", couplings.map { Double(terms.firstIndex(of: $0.term) ?? -1) })
    try archive.add("coupling", couplings.map(\.energy.hartree))
    try archive.add("couplingImaginary", couplings.map(\.imaginary.hartree))
    return archive
  }
}
