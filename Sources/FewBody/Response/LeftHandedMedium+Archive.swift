extension LeftHandedMedium {
  /// Index and reflectance on both sides of the resonance as a `.npz` archive.
  ///
  /// Arrays: `frequency` [4000] in omega_0, within 2 Delta of the resonance and beside the poles; `index`, `indexImaginary`,
  /// `reflectance` [4000].
  ///
  /// - Throws: as ``index(at:)``.
  public func archive(points: Int = 4000) throws(FewBodyError) -> NumpyArchive {
    let low = max(0, 1 - 2 * strength)
    let span = 1 + 2 * strength - low
    // Between round numbers: no point is a pole.
    let axis = (0..<points).map { low + span * (Double($0) + 0.37) / Double(points) }
    var (real, imaginary, reflectances): ([Double], [Double], [Double]) = ([], [], [])
    for w in axis {
      let n = try index(at: w)
      real.append(n.real)
      imaginary.append(n.imaginary)
      reflectances.append(try reflectance(at: w))
    }
    var archive = NumpyArchive()
    try archive.add("frequency", axis)
    try archive.add("index", real)
    try archive.add("indexImaginary", imaginary)
    try archive.add("reflectance", reflectances)
    return archive
  }
}
