import Charts
import FewBody

/// The pictures and arrays of a spectrum in space.
struct SpaceDrawing: SpectrumDrawing {
  let system: any SpaceSystem
  let symmetry: SpaceSymmetry
  let potential: @Sendable (Double, Double, Double) -> Double

  init(_ setup: SpacePairSetup) throws {
    system = setup.system
    symmetry = setup.symmetry
    potential = try setup.system.potential()
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive {
    try spectrum.spaceArchive(potential: potential)
  }

  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    let states = spectrum.levels.compactMap(\.spaceState)
    guard let first = states.first else { throw ChartError.nothingToDraw("no bound level") }
    if first.waves.count == 1, spectrum.levels[0].labels["l"] != nil {
      try radial(spectrum, title: title, unit: unit).write(to: path)
    } else if let pair = system as? SpacePair, pair.kernel == .breit, !first.waves.isEmpty,
      pair.isBare, symmetry.magnetic ?? 0 == 0, symmetry.parity != .odd
    {
      try againstTheSphere(pair, spectrum, title: title, unit: unit).write(to: path)
    } else {
      let extent = first.waves.isEmpty ? states.map(\.extent).max() : nil
      let panels = spectrum.levels.map { level in
        let state = level.spaceState
        return DensityMap.State(name: level.name, energy: level.energy) { x, z in
          state?.density(x, 0, z) ?? 0
        }
      }
      try DensityGallery(states: panels, title: title, extent: extent, energyUnit: unit)
        .write(to: path)
    }
  }

  /// u_nl(r) on the levels, with V(r).
  private func radial(_ spectrum: Spectrum, title: String, unit: EnergyUnit) -> RadialChart {
    var drawn: Set<String> = []
    var curves: [RadialCurve] = []
    for level in spectrum.levels {
      guard let wave = level.spaceState?.waves.first, drawn.insert(level.name).inserted else {
        continue
      }
      curves.append(
        RadialCurve(
          label: level.name, angularMomentum: wave.angularMomentum, energy: level.energy
        ) { wave.value(at: $0) })
    }
    let potential = potential
    return RadialChart(
      functions: curves, potential: { potential($0, 0, 0) }, title: title,
      threshold: spectrum.threshold, energyUnit: unit)
  }

  /// The density of the ground state beside that of the angular average, and both spectra.
  private func againstTheSphere(
    _ pair: SpacePair, _ spectrum: Spectrum, title: String, unit: EnergyUnit
  ) throws -> DensityMap {
    let average = SpacePair(charge: 2 * pair.charge / 3, reducedMass: pair.reducedMass)
    let shells = try average.spectrum(lowest: 14)
    let ground = spectrum.levels[0]
    let sphere = shells[0].spaceState
    let state = ground.spaceState
    var columns = [LevelScheme.Column(title: "isotropic", entries: [])]
    for n in 1...3 {
      guard let level = shells.first(where: { $0.labels["n"] == .integer(n) }) else { continue }
      columns[0].entries.append(
        LevelScheme.Entry(energy: level.energy, label: "n = \(n)", multiplicity: n * n))
    }
    // What becomes of the shells n = 1, 2, 3: of M = 0 six states, of +-1 three, of +-2 one.
    for (magnetic, count) in [(0, 6), (1, 3), (2, 1)] {
      let levels = try pair.spectrum(
        lowest: count, symmetry: SpaceSymmetry(magnetic: magnetic))
      columns.append(
        LevelScheme.Column(
          title: magnetic == 0 ? "M = 0" : "M = \u{B1}\(magnetic)",
          entries: levels.map { level in
            var parity: String?
            if case .word(let word)? = level.labels["parity"] { parity = word }
            return LevelScheme.Entry(
              energy: level.energy, multiplicity: magnetic == 0 ? 1 : 2, parity: parity)
          }))
    }
    return DensityMap(
      of: DensityMap.State(name: "Breit", energy: ground.energy) { x, z in
        state?.density(x, 0, z) ?? 0
      },
      against: DensityMap.State(name: "isotropic average", energy: shells[0].energy) { x, z in
        sphere?.density(x, 0, z) ?? 0
      },
      title: title, energyUnit: unit,
      scheme: LevelScheme(
        columns: columns, title: "Levels of the Breit pair", energyUnit: unit))
  }
}

extension Level {
  /// Such as 2p, or the parity and M.
  fileprivate var name: String {
    if case .integer(let n)? = labels["n"], case .integer(let l)? = labels["l"] {
      let letters = ["s", "p", "d", "f", "g", "h", "i", "k", "l", "m"]
      return l < letters.count ? "\(n)\(letters[l])" : "\(n), l = \(l)"
    }
    // M is the same in all panels and stands in the title.
    if case .word(let parity)? = labels["parity"] { return "\(index), \(parity)" }
    return "\(index)"
  }
}
