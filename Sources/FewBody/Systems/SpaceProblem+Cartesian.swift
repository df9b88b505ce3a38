import LinearOperators

extension SpaceProblem {
  func cartesianSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, method: SpaceMethod, tolerance: Double,
    symmetryUse: SpaceMethod.SymmetryUse, threads: Int?, progress: (SolveProgress) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    for (name, value) in [
      ("angular-momentum", symmetry.angularMomentum), ("magnetic", symmetry.magnetic),
    ] {
      if let value {
        throw .invalid(name, value, accepted: "none: a Cartesian grid keeps no angular momentum")
      }
    }
    var request = CartesianProblem.Request()
    request.tolerance = tolerance
    request.usesSymmetry = symmetryUse == .auto
    request.threads = threads.map { Threads($0) } ?? .available
    switch method {
    case .spectral: break
    case .finiteDifferences(let order, let points, let extent, let grid):
      request.method = .differences(order: order)
      (request.points, request.extent) = (points, extent)
      request.grid = grid == .mapped ? .mapped : .uniform
    case .fourier(let points, let extent, let grid):
      request.method = .fourier
      (request.points, request.extent) = (points, extent)
      request.grid = grid == .mapped ? .mapped : .uniform
    }
    let problem = cartesianProblem
    var solved = 0
    var wanted = Self.wholeShells(count, isHydrogenic: kernel == .isotropic && external == nil)
    while true {
      let outcome = try Self.outcome(
        problem, wanted, request, progress: progress, shouldStop: shouldStop)
      var spectrum = Self.spectrum(outcome)
      if let parity = symmetry.parity {
        guard outcome.levels.allSatisfy({ $0.parity != nil }) else {
          throw .invalid(
            "parity", parity.rawValue,
            accepted: "both: V has to be even along every axis, and --symmetry auto")
        }
        spectrum.levels.removeAll { $0.labels["parity"] != .word(parity.rawValue) }
      }
      spectrum.numberLevels()
      let isExhausted = outcome.levels.count <= solved || outcome.levels.count < wanted
      solved = outcome.levels.count
      // Fewer than asked of one parity: look further up.
      let lacks = spectrum.count < count && !isExhausted
      // The last level's cluster reaches the end of what was solved: it may go on.
      let isCut =
        external != nil && !isExhausted && spectrum.count >= count
        && spectrum[count - 1].multiplicity > 1
        && spectrum.last?.multiplicity == spectrum[count - 1].multiplicity
        && wanted < count + 12
      guard lacks || isCut, outcome.isComplete, !shouldStop() else {
        // A charge alone binds infinitely many levels: fewer are a box or a grid too small for them.
        if charge > 0, external == nil, spectrum.count < count { spectrum.isComplete = false }
        spectrum.levels = Array(spectrum.levels.prefix(count))
        return spectrum
      }
      wanted += max(3, count - spectrum.count)
    }
  }

  private var cartesianProblem: CartesianProblem {
    var problem = CartesianProblem(mass: mass, charge: charge)
    problem.kernel = kernel == .breit && charge != 0 ? .breit : .isotropic
    switch external {
    case nil: break
    case .radial(let profile):
      problem.background = { profile.value(at: ($0 * $0 + $1 * $1 + $2 * $2).squareRoot()) }
    case .axial(let function, _):
      problem.background = { x, y, z in
        let r = (x * x + y * y + z * z).squareRoot()
        return function(r, r > 0 ? z / r : 0)
      }
    case .general(let function): problem.background = function
    }
    return problem
  }

  /// The levels of one n come together: n^2 of them, so that multiplicities are seen whole.
  private static func wholeShells(_ count: Int, isHydrogenic: Bool) -> Int {
    guard isHydrogenic else { return count }
    var (n, held) = (0, 0)
    while held < count {
      n += 1
      held += n * n
    }
    return held
  }

  private static func outcome(
    _ problem: CartesianProblem, _ count: Int, _ request: CartesianProblem.Request,
    progress: (SolveProgress) -> Void, shouldStop: () -> Bool
  ) throws(FewBodyError) -> CartesianOutcome {
    let result: Result<CartesianOutcome, FewBodyError> = withoutActuallyEscaping(progress) {
      progress in
      withoutActuallyEscaping(shouldStop) { stop in
        Result { () throws(FewBodyError) in
          try problem.levels(
            count, request, shouldStop: stop,
            progress: { step in
              let exponent = ExactDecimal(step.residual).scientific(significant: 2, .up)
              progress(
                SolveProgress(
                  fraction: step.fraction, secondsLeft: step.secondsLeft,
                  detail: "\(step.points) points, iteration \(step.iteration), residual \(exponent)"
                ))
            })
        }
      }
    }
    return try result.get()
  }

  private static func spectrum(_ outcome: CartesianOutcome) -> Spectrum {
    let levels = outcome.levels.map { found in
      var labels: Parameters = [:]
      if let parity = found.parity { labels["parity"] = .word(parity.rawValue) }
      var level = Level(
        energy: Energy(hartree: found.energy),
        interval: Energy(hartree: found.lower)...Energy(hartree: found.upper),
        certainty: .estimate(because: outcome.because), residual: found.residual, labels: labels)
      let state = found.state
      level.spaceState = SpaceState(extent: state.extent) { state.value(at: $0, $1, $2) }
      return level
    }
    var spectrum = Spectrum(
      system: [:], method: outcome.method, levels: levels, isComplete: outcome.isComplete,
      threshold: outcome.threshold.map(Energy.init(hartree:)))
    spectrum.notes = outcome.notes
    return spectrum
  }
}

extension CartesianOutcome.Level {
  /// Under r -> -r, where V is even along every axis.
  fileprivate var parity: SpaceSymmetry.Parity? {
    guard let x = sector.x, let y = sector.y, let z = sector.z else { return nil }
    return x.rawValue * y.rawValue * z.rawValue > 0 ? .even : .odd
  }
}
