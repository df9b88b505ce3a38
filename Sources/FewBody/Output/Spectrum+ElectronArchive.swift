extension Spectrum {
  /// Levels, currents and pair densities of interacting electrons as a `.npz` archive.
  ///
  /// Arrays, for F fluxes, N levels and M angles: `flux` [F]; `energies`, `lower`, `upper` [F, N] in
  /// hartree; `current` [F, N] in e E_h/hbar; `J`, `S` [F, N]. A spectrum at one flux has no axis F and no
  /// `flux`, but `phi` [M] in radians and `pairDensity` [N, M] in rad^(-1). With all J also
  /// `totalEnergy` and `totalCurrent` [F].
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for levels without states (read back from JSON).
  public func electronArchive(points: Int = 256) throws(FewBodyError) -> NumpyArchive {
    let rows = sweep?.map(\.levels) ?? [levels]
    let all = rows.flatMap { $0 }
    guard rows.allSatisfy({ $0.count == rows[0].count }) else {
      throw .invalid("states", rows[0].count, accepted: "as many levels at every flux")
    }
    var archive = NumpyArchive()
    let shape = (sweep == nil ? [] : [rows.count]) + [rows[0].count]
    func add(_ name: String, _ value: (Level) -> Double) throws(FewBodyError) {
      let values = all.map(value)
      if sweep == nil {
        try archive.add(name, values)
      } else {
        try archive.add(name, values, shape: shape)
      }
    }
    func label(_ level: Level, _ name: String) -> Double {
      switch level.labels[name] {
      case .integer(let whole)?: Double(whole)
      case .number(let number)?: number
      default: 0
      }
    }
    if let sweep { try archive.add("flux", sweep.map(\.flux)) }
    try add("energies") { $0.energy.hartree }
    try add("lower") { $0.interval.lowerBound.hartree }
    try add("upper") { $0.interval.upperBound.hartree }
    try add("current") { $0.current ?? 0 }
    try add("J") { label($0, "J") }
    try add("S") { label($0, "S") }
    let totals = (sweep ?? []).compactMap { point in
      point.totalEnergy.flatMap { energy in point.totalCurrent.map { (energy.hartree, $0) } }
    }
    if !totals.isEmpty {
      try archive.add("totalEnergy", totals.map(\.0))
      try archive.add("totalCurrent", totals.map(\.1))
    }
    let states = all.compactMap(\.electronState)
    guard sweep == nil, !states.isEmpty, states.count == all.count else { return archive }
    let phi = (0..<points).map { 2 * Double.pi * Double($0) / Double(points) }
    try archive.add("phi", phi)
    try archive.add(
      "pairDensity", states.flatMap { phi.map($0.pairDensity()) }, shape: shape + [points])
    return archive
  }
}
