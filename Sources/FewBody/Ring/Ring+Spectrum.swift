import RealModule

extension Ring {
  /// The lowest levels, each between two bounds, with two independent currents.
  ///
  /// `current` is -(1/2 pi) <dH/df> (Hellmann and Feynman), `currentFromDensity` the integral of the
  /// current density of the wavefunction; where they differ by more than 1e-10 of the scale the
  /// spectrum is marked incomplete.
  ///
  /// - Parameters:
  ///   - count: how many levels, 1 or more.
  ///   - method: plane waves give rigorous bounds for a sum of cosines; everything else estimates.
  ///   - tolerance: the width (upper - lower) that is asked for, relative to the larger of |E| and the
  ///     scale B + sup |V - V_0|; a spectrum with wider bounds is marked incomplete. Nil asks for 1e-10
  ///     of a method that chooses its own resolution, and for nothing where the caller chose it.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled between sectors, like `Task.isCancelled`; what was found comes back,
  ///     marked incomplete.
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func spectrum(
    lowest count: Int, on method: RingMethod = .planeWaves, tolerance: Double? = nil,
    progress: (Double) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Spectrum {
    try prepare(lowest: count, method, tolerance)
    let (series, offsets) = try sectors()
    var found: [RingSector] = []
    for offset in offsets {
      if Task.isCancelled || shouldStop() { break }
      found.append(
        try sector(
          PlaneWaves(self, flux: flux, offset: offset, series: series), count, method))
      progress(Double(found.count) / Double(offsets.count))
    }
    var spectrum = assemble(found, count, method, series, tolerance)
    spectrum.levels = Array(spectrum.levels.prefix(count))
    if found.count < offsets.count { spectrum.isComplete = false }
    return spectrum
  }

  func prepare(
    lowest count: Int, _ method: RingMethod, _ tolerance: Double?
  ) throws(FewBodyError) {
    guard count >= 1 else {
      throw .invalid("states", count, accepted: "a whole number from 1")
    }
    try requireDense(count, isSpinor ? 2 : 1, "states \(count)")
    if let tolerance {
      try require("tolerance", tolerance, accepted: "a number above 0") { $0 > 0 }
    }
    try validate()
    try method.validate(levels: count, components: isSpinor ? 2 : 1)
  }

  /// The potential's series and the sectors: one for each offset of the wave numbers, or a single
  /// one where the potential itself repeats after two turns only and couples them.
  func sectors() throws(FewBodyError) -> (
    series: FourierSeries, offsets: [(value: Double, error: Double)]
  ) {
    let turns = boundary.turns == 2 ? potential.turns : 1
    let series = try FourierSeries(potential, turns: turns)
    // Beyond it there are more waves across the ring than numbers to count them with.
    let depth = series.mean.magnitude + series.variation
    guard depth <= 1e12 * rotation.hartree else {
      throw .invalid(
        potential.flag,
        depth.isFinite ? "a potential of size \(depth) hartree" : "beyond the range of numbers",
        accepted: "at most 1e12/2mR^2 = \(1e12 * rotation.hartree) hartree")
    }
    return (series, turns == 2 ? [(0, 0)] : boundary.offsets)
  }

  func sector(
    _ waves: PlaneWaves, _ count: Int, _ method: RingMethod
  ) throws(FewBodyError) -> RingSector {
    switch method {
    case .planeWaves(let chosen):
      if waves.series.isResolved { return try waves.lowest(count, waves: chosen) }
      return try waves.lowestEstimated(count, waves: chosen)
    case .finiteDifferences(let order, let points):
      return try RingDifferences(waves: waves, potential: potential, order: order)
        .lowest(count, points: points)
    case .spectral(let elements):
      return try RingElements(waves: waves, potential: potential)
        .lowest(count, elements: elements)
    }
  }

  /// Merges the sectors into one spectrum and compares the two currents of every level. It keeps the
  /// levels above the asked ones that may belong to their clusters.
  func assemble(
    _ sectors: [RingSector], _ count: Int, _ method: RingMethod, _ series: FourierSeries,
    _ tolerance: Double?
  ) -> Spectrum {
    var levels: [Level] = []
    let scale = rotation.hartree + series.variation
    var mismatch = 0.0
    for sector in sectors {
      for entry in sector.entries {
        var level = Level(
          energy: Energy(hartree: entry.energy),
          interval: Energy(
            hartree: min(entry.lower, entry.energy))...Energy(
              hartree: max(entry.upper, entry.energy)),
          certainty: sector.certainty, residual: entry.residual)
        // Where the flux pushes many waves, the current is a difference of terms 2B|k|.
        let size =
          2 * rotation.hartree
          * (1 + (entry.energy - waveBottom(series)) / rotation.hartree)
          .magnitude.squareRoot()
        mismatch = max(mismatch, (entry.circulation - entry.slope).magnitude / size)
        level.current = -entry.slope / (2 * .pi)
        level.currentFromDensity = -entry.circulation / (2 * .pi)
        level.ringState = entry.state
        levels.append(level)
      }
    }
    levels.sort { $0.energy < $1.energy }
    var spectrum = Spectrum(
      system: parameters, method: ["name": .word(method.name)], levels: levels,
      isComplete: sectors.allSatisfy(\.isCounted) && levels.count >= count, threshold: nil)
    spectrum.numberLevels()
    if case .finiteDifferences(let order, _) = method {
      spectrum.method["order"] = .integer(order)
    }
    spectrum.method["points"] = .integer(sectors.map(\.dimension).max() ?? 0)
    if mismatch > Ring.currentTolerance {
      spectrum.isComplete = false
      spectrum.notes.append(
        "the current from the density differs from -dE/dPhi by \(mismatch) of the scale; refine")
    }
    guard let asked = tolerance ?? (method.choosesResolution ? Ring.usualTolerance : nil) else {
      return spectrum
    }
    let isWide = spectrum.levels.prefix(count).contains { level in
      let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
      return width > asked * max(level.energy.hartree.magnitude, scale)
    }
    if isWide {
      spectrum.isComplete = false
      spectrum.notes.append(
        "bounds are wider than the tolerance \(asked) of |E| or of the scale \(scale) hartree")
    }
    return spectrum
  }

  /// The largest difference of the two currents, relative to 2B sqrt(1 + (E - V_min)/B).
  static let currentTolerance = 1e-10

  /// What is asked of a method that chooses its own resolution.
  static let usualTolerance = 1e-10

  private func waveBottom(_ series: FourierSeries) -> Double { series.mean - series.variation }
}
