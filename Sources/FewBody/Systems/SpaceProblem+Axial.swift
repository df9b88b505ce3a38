extension SpaceProblem {
  /// V(r, cos theta): coupled partial waves of one M, each parity by itself where V has it.
  ///
  /// Waves are added until the bounds close: each further pair of them narrows the gap that the
  /// waves left out can make by three decades for the ground state of the Breit kernel, by two for
  /// the next.
  func axialSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, tolerance: Double, progress: (Double) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let magnetic = symmetry.magnetic ?? 0
    let sectors = try sectors(symmetry)
    let goal = min(tolerance, 2e-12)
    var widest = 0
    var merge = LadderMerge(isNested: false) { i in
      guard i < sectors.count else { return nil }
      // Both parities have about half of the levels each.
      let first = sectors.count == 1 ? count : count / 2 + 1
      return LadderMerge.Ladder(multiplicity: 1, first: first) {
        asked throws(FewBodyError) in
        try self.converged(
          asked, sectors[i], magnetic, goal: goal, widest: &widest, shouldStop: shouldStop)
      }
    }
    let (rungs, isComplete) = try merge.lowest(count, shouldStop: shouldStop)
    let levels = rungs.map { rung in
      var labels: Parameters = [:]
      if let parity = sectors[rung.ladder] { labels["parity"] = .word(parity.rawValue) }
      labels["m"] = .integer(magnetic)
      return level(rung.level, magnetic: magnetic, labels: labels)
    }
    progress(1)
    var spectrum = Spectrum(
      system: [:], method: method(merge.outcomes, waves: widest), levels: levels,
      isComplete: isComplete, threshold: threshold.map(Energy.init(hartree:)))
    spectrum.numberLevels()
    spectrum.levels = Array(spectrum.levels.prefix(count))
    return spectrum
  }

  /// The parities to be solved; one nil where V mixes them.
  private func sectors(
    _ symmetry: SpaceSymmetry
  ) throws(FewBodyError) -> [SpaceSymmetry.Parity?] {
    if let l = symmetry.angularMomentum {
      throw .invalid(
        "angular-momentum", l, accepted: "an l where V depends on the distance alone")
    }
    guard isInvariantUnderInversion else {
      if let parity = symmetry.parity {
        throw .invalid(
          "parity", parity.rawValue, accepted: "both: this potential has no inversion symmetry")
      }
      return [nil]
    }
    return symmetry.parity.map { [$0] } ?? [.even, .odd]
  }

  private var isInvariantUnderInversion: Bool {
    guard case .axial(let function, _)? = external else { return true }
    for i in 0..<40 {
      for j in 0...8 {
        let r = 1e-3 * Double(1 << (i / 2)) * (i.isMultiple(of: 2) ? 1 : 1.41)
        let (above, below) = (function(r, Double(j) / 8), function(r, -Double(j) / 8))
        let scale = max(above.magnitude, below.magnitude)
        guard (above - below).magnitude <= 1e-13 * scale || !scale.isFinite else { return false }
      }
    }
    return true
  }

  /// The most partial waves that are coupled.
  private static let most = 24

  private func converged(
    _ asked: Int, _ parity: SpaceSymmetry.Parity?, _ magnetic: Int, goal: Double,
    widest: inout Int, shouldStop: () -> Bool
  ) throws(FewBodyError) -> ChannelOutcome {
    var waves = 4 + (asked > 1 ? 2 : 0) + asked / 4
    if external != nil { waves += 2 }
    var before: ChannelOutcome?
    while true {
      let problem = channels(waves, parity, magnetic)
      var outcome = try ChannelSolver(problem).lowest(
        asked, tolerance: goal, shouldStop: shouldStop, progress: { _ in })
      widest = max(widest, waves)
      if problem.tail == nil, let before { outcome.widen(by: before) }
      let isClosed =
        problem.tail != nil || before != nil
        ? outcome.levels.allSatisfy {
          $0.upper - $0.lower <= goal * $0.energy.magnitude || $0.isRoundingLimited
        } : false
      if isClosed || waves >= Self.most || shouldStop() { return outcome }
      before = outcome
      waves = min(waves + 2, Self.most)
    }
  }

  /// The coupled equations of the lowest waves of one M and parity.
  private func channels(
    _ waves: Int, _ parity: SpaceSymmetry.Parity?, _ magnetic: Int
  ) -> ChannelProblem {
    let m = Int(magnetic.magnitude)
    let first = parity == nil || parity == .of(m) ? m : m + 1
    let step = parity == nil ? 1 : 2
    let momenta = (0..<waves).map { first + step * $0 }
    var coulomb = momenta.map { l in
      momenta.map { other in
        guard kernel == .breit else { return l == other ? charge : 0 }
        let squared = SphericalHarmonics.squaredCosine(l, other, magnetic: m)
        return 0.5 * charge * ((l == other ? 1 : 0) + squared)
      }
    }
    if charge == 0 { coulomb = momenta.map { _ in momenta.map { _ in 0 } } }
    var problem = ChannelProblem(mass: mass, angularMomenta: momenta, coulomb: coulomb)
    switch external {
    case nil, .general: break
    case .radial(let profile): problem.central = profile
    case .axial(let function, _):
      problem.coupling = AngularIntegrals(momenta, magnetic: m, of: function).matrix
    }
    if problem.coupling == nil, kernel == .breit, step == 2 {
      let last = momenta[waves - 1]
      problem.tail = TailBound(
        coupling: 0.5 * charge
          * SphericalHarmonics.squaredCosine(last, last + 2, magnetic: m),
        barrier: 0.25 + Double(last + 2) * Double(last + 3), attraction: max(charge, 0))
    }
    return problem
  }
}

extension ChannelOutcome {
  /// Without a bound for the waves left out, what the last ones changed is the estimate.
  fileprivate mutating func widen(by before: ChannelOutcome) {
    for k in levels.indices where k < before.levels.count {
      let change = (levels[k].energy - before.levels[k].energy).magnitude
      levels[k].lower -= change
      levels[k].upper += 0.1 * change
    }
  }
}
