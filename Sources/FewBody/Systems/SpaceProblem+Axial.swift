extension SpaceProblem {
  /// V(r, cos theta): coupled partial waves of one M, each parity by itself where V has it.
  ///
  /// Waves are added until the bounds close, ``AxialCoulomb``, or, where a black box couples them, until
  /// the levels stand still.
  func axialSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, tolerance: Double, progress: (Double) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let magnetic = symmetry.magnetic ?? 0
    let sectors = try sectors(symmetry)
    var widest = 0
    // Both parities have about half of the levels each.
    let first = sectors.count == 1 ? count : count / 2 + 1
    var merge = LadderMerge(isNested: false)
    let (rungs, isComplete) = try merge.lowest(
      count,
      ladder: { $0 < sectors.count ? LadderMerge.Ladder(multiplicity: 1, first: first) : nil },
      solve: { i, asked throws(FewBodyError) in
        try sector(
          asked, sectors[i], magnetic, tolerance: tolerance, widest: &widest,
          shouldStop: shouldStop)
      }, shouldStop: shouldStop)
    let levels = rungs.map { rung in
      var labels: Parameters = [:]
      if let parity = sectors[rung.ladder] { labels["parity"] = .word(parity.rawValue) }
      labels["m"] = .integer(magnetic)
      return level(rung.level, magnetic: magnetic, labels: labels)
    }
    progress(1)
    var spectrum = Spectrum(
      system: [:], method: method(merge.outcomes, lastWave: widest), levels: levels,
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

  /// The levels of one sector, with as many partial waves as it takes.
  private func sector(
    _ asked: Int, _ parity: SpaceSymmetry.Parity?, _ magnetic: Int, tolerance: Double,
    widest: inout Int, shouldStop: () -> Bool
  ) throws(FewBodyError) -> ChannelSolver.Outcome {
    if case .axial(let function, _)? = external {
      return try coupled(
        asked, parity, magnetic, to: function, tolerance: tolerance, widest: &widest,
        shouldStop: shouldStop)
    }
    let found = try AxialCoulomb.breit(charge: charge).lowest(
      asked, mass: mass, magnetic: magnetic, isEven: parity == .even, central: central,
      tolerance: tolerance, shouldStop: shouldStop)
    widest = max(widest, found.lastAngularMomentum)
    return found.channels.raised(by: origin)
  }

  /// The last l that is coupled to a black box.
  private static let most = 24

  /// A black box that couples the partial waves: they are added until the levels stand still.
  private func coupled(
    _ asked: Int, _ parity: SpaceSymmetry.Parity?, _ magnetic: Int,
    to function: @escaping @Sendable (Double, Double) -> Double, tolerance: Double,
    widest: inout Int, shouldStop: () -> Bool
  ) throws(FewBodyError) -> ChannelSolver.Outcome {
    let m = Int(magnetic.magnitude)
    let first = parity == nil || parity == .of(m) ? m : m + 1
    let step = parity == nil ? 1 : 2
    var waves = (parity == nil ? 8 : 5) + asked / 4
    var before: ChannelSolver.Outcome?
    while true {
      let momenta = (0..<waves).map { first + step * $0 }
      let integrals = try AngularIntegrals(
        momenta, magnetic: m, of: function, named: "V(r, cos theta)", flag: "potential")
      let charges = zip(coulomb(momenta, m), integrals.coulomb).map { zip($0, $1).map(+) }
      let problem = ChannelProblem(
        mass: mass, angularMomenta: momenta, coulomb: charges, coupling: integrals.matrix)
      var outcome = try ChannelSolver(problem).lowest(
        asked, tolerance: tolerance, shouldStop: shouldStop)
      widest = max(widest, momenta[waves - 1])
      if let before {
        let isStill = outcome.widen(by: before, tolerance: tolerance)
        if isStill || momenta[waves - 1] >= m + Self.most { return outcome }
      }
      if shouldStop() { return outcome }
      before = outcome
      waves += parity == nil ? 4 : 2
    }
  }

  /// C_ij of the kernel.
  private func coulomb(_ momenta: [Int], _ m: Int) -> [[Double]] {
    momenta.map { l in
      momenta.map { other in
        let same = l == other ? charge : 0
        guard kernel == .breit else { return same }
        return 0.5 * same + 0.5 * charge * SphericalHarmonics.squaredCosine(l, other, magnetic: m)
      }
    }
  }
}

extension ChannelSolver.Outcome {
  /// Without a bound for the waves left out, what the last ones changed is the estimate; true where
  /// it is small enough.
  fileprivate mutating func widen(
    by before: ChannelSolver.Outcome, tolerance: Double
  ) -> Bool {
    var isStill = true
    for k in levels.indices where k < before.levels.count {
      let change = (levels[k].energy - before.levels[k].energy).magnitude
      levels[k].lower -= change
      levels[k].upper += 0.1 * change
      if levels[k].upper - levels[k].lower > tolerance * levels[k].energy.magnitude {
        isStill = false
      }
    }
    return isStill
  }
}

extension ChannelLevelSolver.Solution {
  /// As narrow as rounding allows, although not narrow beside |E|.
  var isRoundingLimited: Bool { upper - lower <= ChannelSolver.roundingWidth * magnitude }
}
