extension ElectronRing {
  /// The lowest levels of given J at every flux; or, with `momenta`, those of all J together.
  ///
  /// Pair forces are solved once: the flux is the rotation of the whole. The Darwin-Breit force is
  /// solved anew at every flux. With `momenta` every point has the energy and current of the ground
  /// state over all J and S as its totals.
  public func sweep(
    fluxes: [Double], lowest count: Int, momenta isOverMomenta: Bool = false,
    on method: ElectronMethod = .automatic, tolerance: Double = 1e-10,
    progress: (Double) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> RingSweep {
    guard let first = fluxes.first, let last = fluxes.last else {
      throw .invalid("flux", "an empty list", accepted: "one flux or more")
    }
    var ring = self
    ring.flux = first
    var points: [RingSweep.Point] = []
    var spectrum: Spectrum
    if isOverMomenta {
      let rotor = try ring.rotor(on: method, tolerance: tolerance, shouldStop: shouldStop)
      spectrum = try ring.spectrum(lowest: 1, on: method, tolerance: tolerance)
      points = fluxes.map { rotor.point(at: $0, lowest: count) }
      spectrum.levels = points[0].levels
      spectrum.system["totalMomentum"] = "all"
      spectrum.notes.append(
        "the ground state over all J repeats after Phi0/\(rotor.divisions())")
    } else {
      spectrum = try ring.spectrum(
        lowest: count, on: method, tolerance: tolerance, shouldStop: shouldStop)
      for (i, flux) in fluxes.enumerated() where !shouldStop() {
        var here = ring
        here.flux = flux
        let levels =
          interaction.isMagnetic
          ? try here.spectrum(lowest: count, on: method, tolerance: tolerance).levels
          : here.shifted(spectrum.levels, from: ring)
        var point = RingSweep.Point(
          flux: flux, levels: levels, isComplete: spectrum.isComplete)
        for j in point.levels.indices { point.levels[j].branch = j }
        points.append(point)
        progress(Double(i + 1) / Double(fluxes.count))
      }
    }
    spectrum.system["flux"] = .numbers([first, last])
    spectrum.system["fluxes"] = .integer(fluxes.count)
    if points.count < fluxes.count { spectrum.isComplete = false }
    spectrum.sweep = points
    return RingSweep(spectrum: spectrum, points: points)
  }

  /// Levels of the same J at another flux.
  private func shifted(_ levels: [Level], from other: ElectronRing) -> [Level] {
    let energy = rotation.energy - other.rotation.energy
    return levels.map { $0.raised(by: energy, current: rotation.current) }
  }
}

extension Level {
  /// The level with another rotation of the whole.
  func raised(by energy: Double, current: Double) -> Level {
    var level = self
    level.energy = Energy(hartree: self.energy.hartree + energy)
    level.interval =
      Energy(
        hartree: interval.lowerBound.hartree + energy)...Energy(
        hartree: interval.upperBound.hartree + energy)
    level.current = current
    return level
  }
}

extension ElectronRotor {
  /// The lowest levels over all J, one for each J, and the ground state as the total.
  func point(at flux: Double, lowest wanted: Int) -> RingSweep.Point {
    let center = -Int((Double(count) * flux).rounded())
    let reach = wanted + count
    let momenta = (center - reach...center + reach)
      .sorted { (energy($0, flux), $0) < (energy($1, flux), $1) }
    let levels = momenta.prefix(wanted).enumerated().map { i, momentum in
      let (relative, spin) = relative(momentum)
      let turns = Double(momentum) + Double(count) * flux
      let square = radius.bohr * radius.bohr
      var level = relative.raised(
        by: energy(momentum, flux) - relative.energy.hartree,
        current: -turns / (2 * .pi * square))
      level.labels = ["J": .integer(momentum), "S": .half(spin.twice)]
      (level.index, level.branch) = (i, momentum >= 0 ? 2 * momentum : -2 * momentum - 1)
      return level
    }
    var point = RingSweep.Point(flux: flux, levels: levels, isComplete: true)
    let ground = ground(at: flux)
    (point.totalEnergy, point.totalCurrent) = (ground.energy, ground.current)
    return point
  }
}
