import FewBody

/// The electrons, the fluxes and the method that the flags of `solve electrons` name.
struct ElectronsSetup {
  let ring: ElectronRing
  /// Nil for one flux, the ring's own.
  private let range: FluxRange?
  /// Whether all J are wanted.
  private let isOverMomenta: Bool
  private let method: ElectronMethod
  private let states: Int
  private let tolerance: Double
  private let threads: Int?

  /// What the contract prints without `--states`.
  private static let ownStates = 3

  init(_ flags: ElectronsCommand) throws(FewBodyError) {
    let text = flags.flux ?? "0"
    range = text.contains(":") ? try FluxRange(text) : nil
    isOverMomenta = flags.totalMomentum == "all"
    let count = flags.count ?? 2
    ring = ElectronRing(
      count: count, radius: flags.radius ?? 1, thickness: flags.thickness ?? 0,
      interaction: flags.interaction, spin: try ElectronsSetup.spin(flags.spin, count),
      totalMomentum: isOverMomenta ? 0 : try ElectronsSetup.momentum(flags.totalMomentum),
      flux: try range == nil ? RingSetup.flux(text) : 0, magneticOrder: flags.darwinBreit)
    method = try ElectronsSetup.method(flags)
    (states, tolerance) = (flags.shared.chosenStates ?? ElectronsSetup.ownStates, flags.tolerance)
    threads = flags.shared.threads
  }

  func spectrum(
    progress: (Double) -> Void, shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    guard range != nil || isOverMomenta else {
      return try ring.spectrum(
        lowest: states, on: method, tolerance: tolerance, threads: threads, progress: progress,
        shouldStop: shouldStop)
    }
    var spectrum = try ring.sweep(
      fluxes: range?.values ?? [ring.flux], lowest: states, momenta: isOverMomenta, on: method,
      tolerance: tolerance, progress: progress, shouldStop: shouldStop
    ).spectrum
    if range == nil {
      let point = spectrum.sweep?.first
      (spectrum.totalEnergy, spectrum.totalCurrent) = (point?.totalEnergy, point?.totalCurrent)
      spectrum.sweep = nil
      spectrum.system["flux"] = .number(ring.flux)
      spectrum.system["fluxes"] = nil
      for i in spectrum.levels.indices { spectrum.levels[i].branch = nil }
    }
    return spectrum
  }

  /// Rings of 1 to N electrons over all J and S, without the flags' radius and spin.
  func crossover(radii: String) throws -> FluxCrossover {
    guard range == nil, ring.flux == 0, ring.spin == nil, ring.totalMomentum == 0 else {
      throw FewBodyError.invalid(
        "crossover", radii, accepted: "radii without --flux, --spin and --total-momentum")
    }
    return try FluxCrossover(of: ring, radii: radii, on: method, tolerance: tolerance)
  }

  var title: String {
    let spin = ring.spin.map { "S = \($0)" } ?? "all spins"
    let momentum = isOverMomenta ? "all J" : "J = \(ring.totalMomentum)"
    return "\(ring.count) electron\(ring.count == 1 ? "" : "s"), R = \(ring.radius.bohr), "
      + "a = \(ring.thickness.bohr), \(ring.interaction.rawValue): \(spin), \(momentum), "
      + (range.map { "f = \($0.from) to \($0.to)" } ?? "f = \(ring.flux)")
  }

  private static func spin(_ text: String?, _ count: Int) throws(FewBodyError) -> ElectronSpin? {
    guard let text else { return nil }
    return text == "polarized" ? ElectronSpin(twice: count) : try ElectronSpin(text)
  }

  private static func momentum(_ text: String?) throws(FewBodyError) -> Int {
    guard let text else { return 0 }
    guard let momentum = Int(text) else {
      throw .invalid(
        "total-momentum", text.isEmpty ? "empty" : text, accepted: "a whole number, or all")
    }
    return momentum
  }

  private static func method(_ flags: ElectronsCommand) throws(FewBodyError) -> ElectronMethod {
    if let waves = flags.waves, flags.method != .auto, flags.method != .determinants {
      throw .invalid("waves", waves, accepted: "waves with --method determinants")
    }
    if let degree = flags.degree,
      flags.method != .auto && flags.method != .gaps || flags.waves != nil
    {
      throw .invalid("degree", degree, accepted: "a degree with --method gaps")
    }
    switch flags.method {
    case .elements: return .elements
    case .determinants: return .determinants(waves: flags.waves)
    case .gaps: return .gaps(degree: flags.degree)
    case .auto:
      if let waves = flags.waves { return .determinants(waves: waves) }
      if let degree = flags.degree { return .gaps(degree: degree) }
      return .automatic
    }
  }
}
