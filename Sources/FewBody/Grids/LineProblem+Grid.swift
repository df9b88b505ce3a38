extension LineProblem {
  /// The levels of a grid, with estimated bounds.
  ///
  /// The discretisation error is taken to be at most twice the change from a grid with two thirds
  /// of the points (the change exceeds the error wherever refining helps at all; no order is
  /// assumed), the box's from the flux through its walls, rounding's from the matrix: none of it is
  /// a theorem.
  func gridSpectrum(
    _ count: Int, kind: GridSolver.Kind, points: Int, extent: Double?, tolerance: Double,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let range = try extentOfGrid(count, extent)
    let fine = try sectors(count, kind, points, range, tolerance, shouldStop)
    let coarsePoints = max(2 * (points / 3), 32)
    let coarse = try sectors(count, kind, coarsePoints, range, tolerance, shouldStop)
    var levels: [Level] = []
    for (sector, rough) in zip(fine, coarse) {
      for i in sector.outcome.values.indices {
        let energy = sector.outcome.values[i]
        if let threshold, energy >= threshold { continue }
        let partner = i < rough.outcome.values.count ? rough.outcome.values[i] : energy * 0.5
        let error =
          2 * (energy - partner).magnitude + 4 * sector.outcome.rounding[i]
          + kinkError(sector.grid, sector.outcome.vectors[i])
        let phi = sector.outcome.vectors[i]
        let box = isOpen ? boxError(sector.grid, phi, energy) : 0
        let state = self.state(sector.grid, phi, sector.parity)
        let blur = profile.uncertainty.map { state.matrixElement(with: state, of: $0) } ?? 0
        var labels: Parameters = [:]
        if let parity = sector.parity { labels["parity"] = .word(parity > 0 ? "even" : "odd") }
        var because =
          "a grid's error is estimated by comparing \(points) with \(coarsePoints) points"
        if case .estimate(let reason) = profile.certainty { because += "; " + reason }
        let lower = energy - error - box - blur
        levels.append(
          Level(
            energy: Energy(hartree: energy),
            interval: Energy(hartree: lower)...Energy(hartree: energy + error + blur),
            certainty: .estimate(because: because),
            residual: sector.outcome.residuals[i], labels: labels, state: state))
      }
    }
    levels.sort { $0.energy < $1.energy }
    let isComplete = fine.allSatisfy(\.outcome.isComplete)
    var method: Parameters = ["name": kind == .fourier ? "fft" : "fd"]
    if case .differences(let order) = kind { method["order"] = .integer(order) }
    method["points"] = .integer(points)
    method["extent"] =
      range.lowerBound == -range.upperBound
      ? .number(range.upperBound) : .numbers([range.lowerBound, range.upperBound])
    method["map"] = .word(map.name)
    if case .sinh(let core) = map { method["core"] = .number(core) }
    method["check"] = .word(fine[0].outcome.check)
    method["iterations"] = .integer(fine.map(\.outcome.iterations).max() ?? 0)
    return Spectrum(
      system: [:], method: method, levels: Array(levels.prefix(count)), isComplete: isComplete,
      threshold: threshold.map(Energy.init(hartree:)))
  }

  /// A core of length a takes A = a, or a/50 where it has a kink; on a ring beta = sqrt(a/R)
  /// leaves the core and the antipode equally far from the real axis.
  private var map: LineMap {
    guard let coreLength else { return .uniform }
    guard antipode == nil else {
      let radius = domain.right / .pi
      return .ring(radius: radius, beta: min(1, (coreLength / radius).squareRoot()))
    }
    return .sinh(core: hasKink ? coreLength / 50 : coreLength)
  }

  private struct SectorOutcome {
    let grid: LineGrid
    let parity: Double?
    let outcome: GridSolver.Outcome
  }

  private func extentOfGrid(
    _ count: Int, _ extent: Double?
  ) throws(FewBodyError) -> ClosedRange<Double> {
    if !isOpen { return domain.left...domain.right }
    if let extent { return -extent...extent }
    let half = isMirrored ? ElementMesh.Domain(left: 0, right: domain.right) : domain
    let top = SemiclassicalCount(profile, domain: half)
      .energy(levels: Double(isMirrored ? (count + 1) / 2 : count))
    let mesh = try ElementMesh(
      profile, domain: half, top: top.energy, refinement: 0, limit: ElementSolver.elementLimit)
    let end = mesh.nodes[mesh.count]
    return (isMirrored ? -end : mesh.nodes[0])...end
  }

  private func sectors(
    _ count: Int, _ kind: GridSolver.Kind, _ points: Int, _ range: ClosedRange<Double>,
    _ tolerance: Double, _ shouldStop: () -> Bool
  ) throws(FewBodyError) -> [SectorOutcome] {
    let kinetic: (Double) -> Double
    switch profile.kinetic {
    case .constant(let k): kinetic = { _ in k }
    case .varying(_, _, let sample): kinetic = { sample($0).value }
    }
    func solve(
      _ left: Double, _ nodes: Int, _ ends: (LineGrid.Reflection, LineGrid.Reflection),
      _ parity: Double?, _ levels: Int
    ) throws(FewBodyError) -> SectorOutcome {
      let grid = LineGrid(
        from: left, to: range.upperBound, count: nodes, map: map, left: ends.0, right: ends.1)
      let solver = GridSolver(
        grid: grid, kind: kind, kinetic: kinetic, potential: { profile.value(at: $0) })
      return SectorOutcome(
        grid: grid, parity: parity,
        outcome: try solver.lowest(
          min(levels, nodes / 2), tolerance: tolerance, shouldStop: shouldStop))
    }
    guard isMirrored else { return [try solve(range.lowerBound, points, (.odd, .odd), nil, count)] }
    func far(_ end: Chain.End?) -> LineGrid.Reflection {
      if case .mirror? = end { .even } else { .odd }
    }
    let spare = antipode == nil ? 0 : 1
    let half = points / 2
    let even = try solve(
      0, half, (.even, far(antipode?.even)), 1,
      antipode == nil ? (count + 1) / 2 : count / 2 + spare)
    guard count > 1 else { return [even] }
    return [even, try solve(0, half, (.odd, far(antipode?.odd)), -1, count / 2 + spare)]
  }

  /// A kink of V' = +-s at the origin leaves an error of psi(0)^2 s (A h)^2/12 at most; two
  /// grids may agree on it by chance.
  private func kinkError(_ grid: LineGrid, _ phi: [Double]) -> Double {
    guard hasKink else { return 0 }
    let local = grid.faceStretch[0] * grid.step
    let density = phi[0] * phi[0] / (grid.stretch[0] * grid.step)
    return density * profile.enclosure(0, local).slope * local * local / 6
  }

  /// A hard wall raises a level that decays like e^(-kappa x) by k psi'^2/2 kappa.
  private func boxError(_ grid: LineGrid, _ phi: [Double], _ energy: Double) -> Double {
    let k = profile.kineticRange(0, 0).upper
    func wall(_ node: Int, _ face: Int) -> Double {
      let barrier = profile.value(at: grid.faces[face]) - energy
      let psi = phi[node] / (grid.stretch[node] * grid.step).squareRoot()
      let distance = (grid.faces[face] - grid.nodes[node]).magnitude
      let slope = psi / distance
      guard barrier > 0 else { return k * slope * slope * distance.squareRoot() + energy.magnitude }
      return k * slope * slope / (barrier / k).squareRoot()
    }
    return wall(grid.count - 1, grid.count) + (isMirrored ? 0 : wall(0, 0))
  }

  private func state(_ grid: LineGrid, _ phi: [Double], _ parity: Double?) -> LineState {
    var values = phi.indices.map { phi[$0] / (grid.stretch[$0] * grid.step).squareRoot() }
    let peak = values.map(\.magnitude).max() ?? 1
    if let lobe = values.first(where: { $0.magnitude > 1e-3 * peak }), lobe < 0 {
      values = values.map { -$0 }
    }
    let (map, step) = (map, grid.step)
    let start = map.coordinate(of: grid.faces[0])
    return LineState(
      GridState(grid: grid, values: values, parity: parity) { x in
        (map.coordinate(of: x) - start) / step
      })
  }
}
