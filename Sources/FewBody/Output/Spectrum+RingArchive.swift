import ComplexModule

extension Spectrum {
  /// Levels, currents and wavefunctions on a ring as a `.npz` archive.
  ///
  /// Arrays, for F fluxes, N levels, C components and M angles: `flux` [F]; `phi` [M] in radians, over
  /// `turns` turns without the end point; `V` [M]; `energies`, `lower`, `upper` [F, N] in hartree;
  /// `current`, `currentFromDensity` [F, N] in e E_h/hbar; `branch` [F, N]; `psiReal`, `psiImaginary`
  /// [F, N, C, M] in rad^(-1/2). A spectrum at one flux has no axis F, no `flux` and no `branch`. With a
  /// filling also `totalEnergy` and `totalCurrent` [F].
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for levels that carry no states (read back from JSON),
  ///   ``FewBodyError/tooLarge(what:bytes:limit:)`` for a sweep that does not fit into memory.
  public func ringArchive(
    potential: (Double) -> Double, turns: Int = 1, points: Int = 256
  ) throws(FewBodyError) -> NumpyArchive {
    guard points >= 2, turns >= 1 else {
      throw .invalid("points", points, accepted: "a whole number >= 2")
    }
    let rows = sweep?.map(\.levels) ?? [levels]
    let all = rows.joined()
    let states = all.compactMap(\.ringState)
    guard states.count == all.count, rows.allSatisfy({ $0.count == rows[0].count }) else {
      throw .withoutWavefunctions
    }
    let components = states.first?.coefficients.count ?? 1
    let angles = points * turns
    let shape = (sweep == nil ? [] : [rows.count]) + [rows.first?.count ?? 0]
    let bytes = 16 * Double(states.count) * Double(components) * Double(angles)
    guard bytes <= 0x1p32 else {
      throw .tooLarge(what: "states \(rows[0].count)", bytes: bytes, limit: 0x1p32)
    }
    let phi = (0..<angles).map { 2 * .pi * Double($0) / Double(points) }
    var (real, imaginary) = ([Double](), [Double]())
    for state in states {
      for component in 0..<components {
        for value in phi.map({ state.value(at: $0, component: component) }) {
          real.append(value.real)
          imaginary.append(value.imaginary)
        }
      }
    }
    var archive = NumpyArchive()
    func add(_ name: String, _ value: (Level) -> Double?) throws(FewBodyError) {
      let values = all.compactMap(value)
      guard values.count == all.count else { return }
      if sweep == nil {
        try archive.add(name, values)
      } else {
        try archive.add(name, values, shape: shape)
      }
    }
    if let sweep { try archive.add("flux", sweep.map(\.flux)) }
    try archive.add("phi", phi)
    try archive.add("V", phi.map(potential))
    try add("energies") { $0.energy.hartree }
    try add("lower") { $0.interval.lowerBound.hartree }
    try add("upper") { $0.interval.upperBound.hartree }
    try add("current") { $0.current }
    try add("currentFromDensity") { $0.currentFromDensity }
    try add("branch") { $0.branch.map(Double.init) }
    let totals = sweep?.map { ($0.totalEnergy, $0.totalCurrent) } ?? [(totalEnergy, totalCurrent)]
    let energies = totals.compactMap { $0.0?.hartree }
    let currents = totals.compactMap(\.1)
    if energies.count == rows.count, currents.count == rows.count {
      try archive.add("totalEnergy", energies)
      try archive.add("totalCurrent", currents)
    }
    try archive.add("psiReal", real, shape: shape + [components, angles])
    try archive.add("psiImaginary", imaginary, shape: shape + [components, angles])
    return archive
  }
}
