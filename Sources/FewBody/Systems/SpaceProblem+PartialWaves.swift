extension SpaceProblem {
  func partialWaveSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, tolerance: Double, progress: (Double) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    if case .general = external {
      throw .invalid(
        "method", "spectral",
        accepted: "fd or fft for a potential in x, y and z; spectral takes V(r) or V(r, cos theta)")
    }
    return isIsotropic
      ? try isotropicSpectrum(
        count, symmetry: symmetry, tolerance: tolerance, progress: progress, shouldStop: shouldStop)
      : try axialSpectrum(
        count, symmetry: symmetry, tolerance: tolerance, progress: progress, shouldStop: shouldStop)
  }

  /// V(r): one radial equation for every l, levels merged with their 2l + 1 values of m.
  private func isotropicSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, tolerance: Double, progress: (Double) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let waves = (0...SpaceSymmetry.largest).filter { symmetry.multiplicity($0) > 0 }
    let shells = Self.shells(count, symmetry)
    let isHydrogenic = external == nil
    var merge = LadderMerge(isNested: true)
    let ladder = { (i: Int) -> LadderMerge.Ladder? in
      guard i < waves.count else { return nil }
      let l = waves[i]
      // Levels of one n are equal for all l (V. Fock, Z. Phys. 98, 145 (1935)): the shells tell
      // how many of each l there are.
      if isHydrogenic, l >= shells { return nil }
      return LadderMerge.Ladder(
        multiplicity: symmetry.multiplicity(l), first: max(1, shells - l), extends: !isHydrogenic)
    }
    let (rungs, isComplete) = try merge.lowest(
      count, ladder: ladder,
      solve: { i, asked throws(FewBodyError) in
        let solver = ChannelSolver(wave(waves[i]))
        let outcome = try solver.lowest(asked, tolerance: tolerance, shouldStop: shouldStop)
          .raised(by: origin)
        progress(isHydrogenic ? Double(i + 1) / Double(min(shells, waves.count)) : 0)
        return outcome
      }, shouldStop: shouldStop)
    var levels: [Level] = []
    for rung in rungs {
      let l = waves[rung.ladder]
      for m in symmetry.magneticNumbers(l) {
        levels.append(
          level(
            rung.level, magnetic: m,
            labels: [
              "n": .integer(rung.position + l + 1), "l": .integer(l), "m": .integer(m),
            ]))
      }
    }
    if isHydrogenic { Self.unite(&levels) }
    var spectrum = Spectrum(
      system: [:], method: method(merge.outcomes, lastWave: nil), levels: levels,
      isComplete: isComplete, threshold: threshold.map(Energy.init(hartree:)))
    spectrum.numberLevels()
    spectrum.levels = Array(spectrum.levels.prefix(count))
    return spectrum
  }

  /// The smallest n whose shells 1 ... n hold `count` states of the asked symmetry.
  private static func shells(_ count: Int, _ symmetry: SpaceSymmetry) -> Int {
    var (n, held) = (0, 0)
    while held < count, n < 100_000 {
      n += 1
      // l beyond the largest that is accepted never matters: its shells hold enough without.
      held += (0..<min(n, SpaceSymmetry.largest + 1)).reduce(0) { $0 + symmetry.multiplicity($1) }
    }
    return n
  }

  /// The states of one n have one energy, which lies in the bounds of each of them: in all at once.
  private static func unite(_ levels: inout [Level]) {
    var shells: [Parameters.Value: [Int]] = [:]
    for i in levels.indices {
      if let n = levels[i].labels["n"] { shells[n, default: []].append(i) }
    }
    for members in shells.values {
      guard let lower = members.map({ levels[$0].interval.lowerBound }).max(),
        let upper = members.map({ levels[$0].interval.upperBound }).min(), lower <= upper
      else { continue }
      let mean = 0.5 * (lower.hartree + upper.hartree)
      for i in members {
        levels[i].interval = lower...upper
        levels[i].energy = Energy(hartree: min(max(mean, lower.hartree), upper.hartree))
      }
    }
    let order = levels.indices.sorted { a, b in
      (levels[a].energy.hartree, levels[a].quantum("l"), levels[a].quantum("m"))
        < (levels[b].energy.hartree, levels[b].quantum("l"), levels[b].quantum("m"))
    }
    levels = order.map { levels[$0] }
  }

  /// The radial equation of one l.
  private func wave(_ l: Int) -> ChannelProblem {
    ChannelProblem(mass: mass, angularMomentum: l, charge: charge, central: central)
  }

  /// V(infinity) where V - V(infinity) is solved for: energies there are counted from it.
  var origin: Double {
    if case .radial(let profile)? = external { profile.threshold ?? 0 } else { 0 }
  }

  /// W(r), counted from the origin; nil without a radial part.
  var central: LineProfile? {
    if case .radial(let profile)? = external { profile.counted(from: origin) } else { nil }
  }

  /// A level of the spectrum from a level of the channels.
  func level(_ found: ChannelLevelSolver.Solution, magnetic: Int, labels: Parameters) -> Level {
    var certainty: Certainty = .rigorous
    switch external {
    case .radial(let profile): certainty = profile.certainty
    case .axial(_, let because): certainty = .estimate(because: because)
    case nil, .general: break
    }
    if !found.isCertified, certainty == .rigorous {
      certainty =
        found.isVariational
        ? .variational : .estimate(because: "the counts of the certificate did not close")
    }
    var level = Level(
      energy: Energy(hartree: found.energy),
      interval: Energy(hartree: found.lower)...Energy(hartree: found.upper),
      certainty: certainty, residual: found.residual, labels: labels)
    level.isRoundingLimited = found.isRoundingLimited
    level.spaceState = SpaceState(waves: found.waves, magnetic: magnetic)
    return level
  }

  /// What was chosen, for the printed method.
  func method(_ outcomes: [ChannelSolver.Outcome], lastWave: Int?) -> Parameters {
    var method: Parameters = [
      "name": "spectral", "degree": .integer(RadialElement.degree),
      "elements": .integer(outcomes.map(\.elements).max() ?? 0),
      "extent": .number(outcomes.map(\.extent).max() ?? 0),
    ]
    if let lastWave { method["angularMomentum"] = .integer(lastWave) }
    if outcomes.allSatisfy(\.isExhausted), let top = outcomes.map(\.countedBelow).min() {
      method["countedBelow"] = .number(top)
    }
    return method
  }
}

extension Level {
  /// A quantum number among the labels.
  fileprivate func quantum(_ name: String) -> Int {
    if case .integer(let value)? = labels[name] { value } else { 0 }
  }
}
