import LinearOperators

extension ElectronRing {
  /// The lowest levels of total angular momentum J, each between two bounds, with its current.
  ///
  /// A spin multiplet is one level, labelled with J and S. Two electrons and, where a count of a smaller
  /// basis reaches so far, several have rigorous bounds; otherwise the upper bound is variational.
  ///
  /// - Parameters:
  ///   - count: how many levels, 1 or more.
  ///   - method: see ``ElectronMethod``.
  ///   - tolerance: the relative width of the bounds that the basis grows for, within seconds.
  ///   - progress: receives the fraction done.
  ///   - threads: of the matrix-free iteration; nil for one a processor.
  ///   - shouldStop: polled between spins and steps, like `Task.isCancelled`.
  /// - Throws: ``FewBodyError`` for parameters that cannot be, and for a basis that does not fit.
  public func spectrum(
    lowest count: Int, on method: ElectronMethod = .automatic, tolerance: Double = 1e-10,
    threads: Int? = nil, progress: (Double) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Spectrum {
    guard (1...200).contains(count) else {
      throw .invalid("states", count, accepted: "a whole number from 1 to 200")
    }
    try require("tolerance", tolerance, accepted: "a number above 0") { $0 > 0 }
    try validate()
    func isCancelled() -> Bool { Task.isCancelled || shouldStop() }
    var levels: [RelativeLevel] = []
    var chosen: Parameters = [:]
    var isComplete = true
    // Spins that keep their order share the orbital motion and are solved together.
    let methods = try spins.map { spin throws(FewBodyError) in try resolve(method, spin) }
    var groups: [(method: ElectronMethod, spins: [ElectronSpin])] = []
    for (method, spin) in zip(methods, spins) {
      if case .gaps = method, method == groups.last?.method {
        groups[groups.count - 1].spins.append(spin)
      } else {
        groups.append((method, [spin]))
      }
    }
    for (i, group) in groups.enumerated() {
      if isCancelled() {
        isComplete = false
        break
      }
      let found = try relativeLevels(
        count, spins: group.spins, on: group.method, tolerance: tolerance,
        threads: threads.map(Threads.init) ?? .available, shouldStop: isCancelled)
      levels += found.levels
      if !found.isComplete { isComplete = false }
      chosen = found.method
      progress(Double(i + 1) / Double(groups.count))
    }
    levels.sort { ($0.energy, $0.spin) < ($1.energy, $1.spin) }
    var spectrum = Spectrum(
      system: parameters, method: chosen, levels: levels.map(level),
      isComplete: isComplete, threshold: nil)
    spectrum.numberLevels()
    spectrum.levels = Array(spectrum.levels.prefix(count))
    for i in spectrum.levels.indices { spectrum.levels[i].electronState = levels[i].state?() }
    return spectrum
  }

  /// The lowest levels of spins that are solved alike, without the rotation of the whole unless the
  /// force couples to it.
  private func relativeLevels(
    _ count: Int, spins: [ElectronSpin], on method: ElectronMethod, tolerance: Double,
    threads: Threads, shouldStop: () -> Bool
  ) throws(FewBodyError) -> RelativeLevels {
    let spin = spins[0]
    if self.count == 1 || interaction == .none { return freeLevels(count, spin: spin) }
    switch method {
    case .determinants(let waves):
      return try DeterminantLevels(
        ring: self, waves: waves, tolerance: tolerance, threads: threads
      ).lowest(count, spin: spin, shouldStop: shouldStop)
    case .gaps(let degree):
      return try GapLevels(ring: self, degree: degree, tolerance: tolerance)
        .lowest(count, spins: spins, shouldStop: shouldStop)
    case .elements, .automatic:
      return try ElectronPair(ring: self)
        .lowest(count, spin: spin, tolerance: tolerance, shouldStop: shouldStop)
    }
  }

  /// The method that is to be used; one that cannot be is refused.
  private func resolve(
    _ method: ElectronMethod, _ spin: ElectronSpin
  ) throws(FewBodyError) -> ElectronMethod {
    let ratio = thickness.bohr / radius.bohr
    if count == 1 || interaction == .none { return .automatic }
    switch method {
    case .automatic:
      if count == 2 {
        return interaction.isMagnetic && order == .first ? .determinants() : .elements
      }
      if interaction.isMagnetic { return .determinants() }
      let keepsOrder = thickness.bohr == 0 || spin.twice == count && ratio < Self.thinRatio
      return keepsOrder ? .gaps() : .determinants()
    case .elements:
      guard count == 2, !interaction.isMagnetic || order == .exact else {
        throw .invalid(
          "method", method.name, accepted: "determinants or gaps for more than two electrons")
      }
    case .determinants(let waves):
      guard thickness.bohr > 0, !interaction.isMagnetic || order == .first else {
        throw .invalid(
          "method", method.name,
          accepted: "elements or gaps without a thickness, elements for Eq. (39)")
      }
      if let waves, waves < 1 {
        throw .invalid("waves", waves, accepted: "a whole number from 1")
      }
    case .gaps:
      guard count >= 3, !interaction.isMagnetic else {
        throw .invalid(
          "method", method.name, accepted: "elements for two electrons, determinants with H_DB")
      }
    }
    return method
  }

  /// Thinner rings have polarized electrons that meet no one's centre: the gaps' polynomials resolve
  /// what plane waves do not.
  private static let thinRatio = 0.1

  private func freeLevels(_ count: Int, spin: ElectronSpin) -> RelativeLevels {
    let (momentum, _) = reducedMomentum
    let energies = FreeElectrons.lowest(
      count, electrons: self.count, momentum: momentum, spin: spin, radius: radius.bohr)
    let levels = energies.map { energy in
      let rounding = 4 * 0x1p-52 * energy.magnitude
      return RelativeLevel(
        energy: energy, lower: energy - rounding, upper: energy + rounding, certainty: .rigorous,
        residual: 0, spin: spin)
    }
    return RelativeLevels(
      levels: levels, isComplete: true,
      method: ["name": "exact", "check": "all fillings of the orbitals were counted"])
  }

  private func level(_ relative: RelativeLevel) -> Level {
    // Eq. (39) has the rotation of the centre inside.
    let isInside = count == 2 && interaction.isMagnetic && order == .exact
    let (energy, current) = isInside ? (0, rotation.current) : rotation
    let rounding = 2 * 0x1p-53 * (energy.magnitude + relative.energy.magnitude)
    var level = Level(
      energy: Energy(hartree: relative.energy + energy),
      interval: Energy(
        hartree: min(relative.lower + energy - rounding, relative.energy + energy))...Energy(
          hartree: max(relative.upper + energy + rounding, relative.energy + energy)),
      certainty: relative.certainty, residual: relative.residual,
      labels: ["J": .integer(totalMomentum), "S": .half(relative.spin.twice)])
    level.current = current + relative.magneticCurrent
    return level
  }
}
