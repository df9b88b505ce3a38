import LinearOperators
import RealModule

extension Ring {
  /// The lowest levels at every flux, each with the branch that it belongs to; the ring's own flux is
  /// not used.
  ///
  /// - Parameters:
  ///   - fluxes: f = Phi/Phi0 in any order; neighbours are compared to follow the branches.
  ///   - count: how many levels at each flux.
  ///   - filling: electrons that fill the levels; their energy and current come with every flux.
  ///   - method: as for ``spectrum(lowest:on:tolerance:progress:shouldStop:)``; with plane waves the
  ///     trial functions of one channel come from Hill's discriminant.
  ///   - tolerance: as there; a flux where Hill's discriminant falls short of it is solved by itself.
  ///   - threads: how many fluxes are solved at a time, nil for one a core; the numbers do not depend on
  ///     it.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled at every flux; what was found comes back, marked incomplete.
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func sweep(
    fluxes: [Double], lowest count: Int, filling: RingFilling? = nil,
    on method: RingMethod = .planeWaves, tolerance: Double? = nil,
    threads: Int? = nil, progress: (Double) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> RingSweep {
    try prepare(lowest: count, method, tolerance)
    guard let first = fluxes.first else {
      throw .invalid("flux", "an empty list", accepted: "one flux or more")
    }
    for flux in fluxes {
      try require("flux", flux, accepted: "a number of flux quanta, at most 2^20 in size") {
        $0.magnitude <= 0x1p20
      }
    }
    var start = self
    start.flux = first
    let solved = max(count, try levelsToFill(filling, start, method, tolerance))
    let (series, offsets) = try sectors()
    var follower = BranchFollower(
      rotation: rotation.hartree,
      bottom: PlaneWaves(start, flux: first, offset: offsets[0], series: series).bottom)
    var sweep = RingSweep(
      spectrum: Spectrum(
        system: parameters, method: [:], levels: [], isComplete: true, threshold: nil),
      points: [])
    sweep.spectrum.system["flux"] = .numbers([first, fluxes[fluxes.count - 1]])
    sweep.spectrum.system["fluxes"] = .integer(fluxes.count)
    let threads = threads.map { Threads($0) } ?? .available
    // Two edge spectra and the transfer matrices cost about as much as two fluxes one by one.
    let hill =
      method == .planeWaves && fluxes.count >= 8
      ? try HillBands(self, series: series, levels: solved + 2, threads: threads) : nil
    let width = tolerance ?? Ring.usualTolerance
    var isStopped = false
    while !isStopped, sweep.points.count < fluxes.count {
      var next: [Double] = []
      while next.count < 16 * threads.count, sweep.points.count + next.count < fluxes.count {
        isStopped = Task.isCancelled || shouldStop()
        if isStopped { break }
        next.append(fluxes[sweep.points.count + next.count])
      }
      let results = threads.map(next.count) { i in
        Result<Spectrum, FewBodyError> { () throws(FewBodyError) -> Spectrum in
          var found: [RingSector] = []
          for offset in offsets {
            let waves = PlaneWaves(self, flux: next[i], offset: offset, series: series)
            if let sector = try hill?.sector(waves, tolerance: width) {
              found.append(sector)
            } else {
              found.append(try sector(waves, solved, method))
            }
          }
          return assemble(found, solved, method, series, tolerance)
        }
      }
      for (flux, result) in zip(next, results) {
        sweep.add(try result.get(), at: flux, count, filling, &follower)
        progress(Double(sweep.points.count) / Double(fluxes.count))
      }
    }
    if sweep.points.count < fluxes.count { sweep.spectrum.isComplete = false }
    sweep.spectrum.sweep = sweep.points
    return sweep
  }

  /// The levels that a filling needs, at the first flux and with four to spare.
  func levelsToFill(
    _ filling: RingFilling?, _ start: Ring, _ method: RingMethod, _ tolerance: Double?
  ) throws(FewBodyError) -> Int {
    guard let filling else { return 0 }
    try filling.validate()
    var needed = filling.filledLevels + 2
    let temperature = filling.temperature.hartree
    guard temperature > 0 else {
      try filling.requireLevels(needed)
      return needed
    }
    // So many waves of a free ring lie 40 T above the last that T = 0 fills.
    let ladders = Double((isSpinor ? 2 : 1) * boundary.turns)
    let filled = Double(needed) / (2 * ladders)
    let waves = 2 * ladders * (filled * filled + 40 * temperature / rotation.hartree).squareRoot()
    needed = Int(min(waves, 1e9)) + 2
    while true {
      try filling.requireLevels(needed)
      let spectrum = try start.spectrum(lowest: needed, on: method, tolerance: tolerance)
      if RingOccupation(filling, levels: spectrum.levels) != nil { return needed + 4 }
      needed += needed / 4 + 2
    }
  }
}

extension RingSweep {
  /// Adds one flux: fills the levels, follows the branches, keeps the asked levels.
  mutating func add(
    _ found: Spectrum, at flux: Double, _ count: Int, _ filling: RingFilling?,
    _ follower: inout BranchFollower
  ) {
    let numbers = follower.follow(found.levels, at: flux)
    var point = Point(flux: flux, levels: found.levels, isComplete: found.isComplete)
    for (i, number) in numbers.enumerated() { point.levels[i].branch = number }
    if let filling {
      point.occupation = RingOccupation(filling, levels: point.levels)
      point.totalEnergy = point.occupation?.totalEnergy
      point.totalEnergyInterval = point.occupation?.totalEnergyInterval
      point.totalCurrent = point.occupation?.totalCurrent
      if point.occupation == nil { point.isComplete = false }
    }
    point.levels = Array(point.levels.prefix(count))
    if points.isEmpty {
      spectrum.method = found.method
      spectrum.levels = point.levels
    }
    for note in found.notes where !spectrum.notes.contains(note) { spectrum.notes.append(note) }
    if !point.isComplete { spectrum.isComplete = false }
    points.append(point)
  }
}
