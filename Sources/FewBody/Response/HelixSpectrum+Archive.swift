extension HelixSpectrum {
  /// Lines, strengths and the rotation spectrum as a `.npz` archive.
  ///
  /// Arrays, for M lines: `from`, `to`, `energy` in hartree, `oscillatorStrength`, `rotationalStrength` [M] and
  /// `rotationalParts` [M, 3]; `frequency` [3000] in hartree, up to the line 1 to 6, and `rotation` [3000], c phi/N with lines 3 % of
  /// the first line's energy wide.
  public func archive() throws(FewBodyError) -> NumpyArchive {
    var archive = NumpyArchive()
    try archive.add("from", transitions.map { Double($0.from) })
    try archive.add("to", transitions.map { Double($0.to) })
    try archive.add("energy", transitions.map(\.energy.hartree))
    try archive.add("oscillatorStrength", transitions.map(\.oscillatorStrength))
    try archive.add("rotationalStrength", transitions.map(\.rotationalStrength))
    try archive.add("rotationalParts", rows: transitions.map(\.rotationalParts))
    let own = transitions.filter { $0.from == 1 && $0.to <= 6 }
    guard let first = own.first, let last = own.last else { return archive }
    let axis = (1...3000).map { 1.1 * last.energy.hartree * Double($0) / 3000 }
    let width = Energy(hartree: 0.03 * first.energy.hartree)
    try archive.add("frequency", axis)
    try archive.add(
      "rotation", axis.map { rotation(at: Energy(hartree: $0), damping: width) })
    return archive
  }
}
