import LinearOperators
import RealModule

/// One request for the levels of a ``CartesianProblem``: the grids it takes, and what they say of
/// the error.
struct CartesianSolve {
  let problem: CartesianProblem
  let request: CartesianProblem.Request
  let count: Int
  /// L in bohr.
  var extent: Double
  /// A in bohr; nil for a uniform grid.
  let core: Double?
  let shouldStop: () -> Bool
  let progress: (CartesianProgress) -> Void

  func model(wall: LineGrid.Reflection = .odd) -> MappedModel {
    let derivative: AxisDerivative =
      switch request.method {
      case .differences(let order): .differences(order: order)
      case .fourier: .fourier
      }
    return MappedModel(
      mass: problem.mass, charge: problem.chargeParts, extent: extent, core: core,
      derivative: derivative, wall: wall, background: problem.background)
  }

  /// The nodes and the factor that amplitudes of the requested grid stand for.
  private var nodeModel: MappedModel {
    guard request.grid == .uniform else { return model() }
    return MappedModel(
      mass: problem.mass, charge: .none, extent: extent, core: nil, derivative: .fourier,
      background: problem.potential)
  }

  /// mu Z^2, or the kinetic energy of the box.
  var energyScale: Double {
    problem.charge == 0
      ? 10 / (problem.mass * extent * extent) : 1 / (problem.mass * problem.length * problem.length)
  }

  func solver(_ tolerance: Double) -> CartesianSolver {
    CartesianSolver(
      tolerance: tolerance, symmetry: request.usesSymmetry ? .detected : .none,
      threads: request.threads)
  }

  /// The levels of the requested grid type at some number of points.
  private func spectrum(
    _ points: Int, _ tolerance: Double
  ) throws(FewBodyError) -> CartesianSpectrum {
    let solver = solver(tolerance)
    switch (request.grid, request.method) {
    case (.mapped, _):
      return try solver.lowest(
        count, of: model(), points: points, shouldStop: shouldStop, progress: progress)
    case (.uniform, .fourier):
      let uniform = try UniformFourier(
        extent: extent, mass: problem.mass, potential: problem.potential)
      return try solver.lowest(
        count, of: uniform, points: points, shouldStop: shouldStop, progress: progress)
    case (.uniform, .differences(let order)):
      let uniform = try UniformStencil(
        extent: extent, order: order, mass: problem.mass, potential: problem.potential)
      return try solver.lowest(
        count, of: uniform, points: points, shouldStop: shouldStop, progress: progress)
    }
  }

  /// L that lets the highest level asked for decay before the walls.
  ///
  /// First from Weyl's count (a charge alone: from E_n), then from the highest level of a coarse
  /// grid in that box, until the two agree within a tenth.
  func fittedExtent(_ box: CartesianBox) throws(FewBodyError) -> Double {
    var top: Double
    if problem.background == nil {
      var (n, below) = (1.0, 1.0)
      while below < Double(count) {
        n += 1
        below += n * n
      }
      top = -0.5 * energyScale / (n * n)
    } else {
      guard let energy = box.energy(levels: Double(count)) else { throw missing }
      top = energy
    }
    guard var extent = box.extent(energy: top) else { throw missing }
    guard problem.background != nil else { return extent }
    for _ in 0..<4 where !shouldStop() {
      var trial = self
      trial.extent = extent
      let spectrum = try trial.solver(1e-3 * trial.energyScale).lowest(
        count, of: trial.model(), points: min(24, request.points), shouldStop: shouldStop)
      let bound = spectrum.levels.map(\.energy).filter { $0 < box.threshold ?? .infinity }
      guard let highest = bound.last, let better = box.extent(energy: highest) else { break }
      if (better - extent).magnitude <= 0.1 * extent { break }
      extent = better
    }
    return extent
  }

  private var missing: FewBodyError {
    .invalid(
      "extent", "missing", accepted: "a length above 0: no box could be found for this potential")
  }

  func outcome(threshold: Double?) throws(FewBodyError) -> CartesianOutcome {
    let scale = energyScale
    let tolerance = min(request.tolerance * norm, 1e-7 * scale)
    let fine = try spectrum(request.points, tolerance)
    let middlePoints = 2 * ((3 * request.points + 4) / 8)
    let middle = shouldStop() ? nil : try spectrum(middlePoints, tolerance)
    let discretization = discretizationErrors(fine, middle)
    let freeWalls = FreeWalls(solve: self)
    var levels: [CartesianOutcome.Level] = []
    var raised: [Int] = []
    var freeCount = 0
    for (i, level) in fine.levels.enumerated() {
      let axes = (0..<3).map { nodeModel.axis(points: level.points, parity: level.sector[$0]) }
      let walls = WallEstimate(
        level, axes: axes, mass: problem.mass, potential: problem.potential)
      let algebra =
        level.isConverged
        ? min(level.residual, 20 * level.residual * level.residual / scale) : level.residual
      let rounding = 1e-12 * max(scale, level.energy.magnitude)
      let error = discretization[i] + unresolvedError + algebra + rounding
      var box = walls.shift
      if walls.isOpen || walls.shift > 1e-4 * scale {
        box = max(box, try freeWalls.depth(i, below: level.energy))
      }
      if let threshold, level.energy - error >= threshold {
        // A charge binds any number of levels: one up here has been raised by the walls.
        let isBound = hasCoulombTail(threshold) && level.energy - box < threshold - 2 * error
        if !isBound {
          freeCount += 1
          continue
        }
      }
      if box > 1e-4 * scale { raised.append(i) }
      levels.append(
        CartesianOutcome.Level(
          energy: level.energy, lower: level.energy - error - box, upper: level.energy + error,
          residual: level.residual, isConverged: level.isConverged, sector: level.sector,
          state: nodeModel.state(level)))
    }
    var outcome = CartesianOutcome(
      levels: levels, isComplete: fine.isComplete, check: fine.check, threshold: threshold,
      method: parameters(fine), because: because(middlePoints), notes: [])
    if !raised.isEmpty {
      let numbers = raised.map { "\($0)" }.joined(separator: ", ")
      outcome.notes.append(
        "the walls at \(extent) bohr raise the levels of index \(numbers): their lower bounds "
          + "allow for it, and a larger extent narrows them")
    }
    if freeCount > 0 {
      outcome.notes.append(
        "\(freeCount) levels of the box lie above the threshold and are left out")
    }
    return outcome
  }

  /// What no comparison of grids can see: equally spaced nodes that all miss the state at the charge,
  /// whose energy mu Z^2/2 is then the error.
  private var unresolvedError: Double {
    let step = 2 * extent / Double(request.points)
    let isUnresolved =
      request.grid == .uniform && problem.charge > 0 && step > 1.5 * problem.length
    return isUnresolved ? 0.5 * energyScale : 0
  }

  /// Whether -Z/r reaches far out along some axis, or the background screens it.
  private func hasCoulombTail(_ threshold: Double) -> Bool {
    guard problem.charge > 0, problem.background != nil else { return problem.charge > 0 }
    let r = 100 * extent
    let tail = [problem.potential(r, 0, 0), problem.potential(0, r, 0), problem.potential(0, 0, r)]
      .map { r * ($0 - threshold) }.min()
    return tail.map { $0 < -0.25 * problem.charge } ?? false
  }

  /// The estimates of all levels; equal levels share the largest.
  ///
  /// Levels are compared by their place in the order, which two close ones may exchange between
  /// grids: that widens their intervals and never narrows them.
  private func discretizationErrors(
    _ fine: CartesianSpectrum, _ middle: CartesianSpectrum?
  ) -> [Double] {
    let errors = fine.levels.enumerated().map { i, level in
      CartesianEstimate(
        fine: level.energy, middle: middle?.levels.dropFirst(i).first?.energy,
        coarse: fine.coarseEnergies?.dropFirst(i).first, order: order
      ).discretization
    }
    let distance = 1e-8 * energyScale
    return fine.levels.map { level in
      zip(fine.levels, errors).filter { ($0.0.energy - level.energy).magnitude <= distance }
        .map(\.1).max() ?? .infinity
    }
  }

  /// About ||H||.
  private var norm: Double {
    let axis = model().axis(points: request.points, parity: .even)
    let step = axis.faceStretch[0] * axis.step
    return 3 * .pi * .pi / (2 * problem.mass * step * step)
  }

  private var order: Int {
    if request.grid == .uniform { return problem.charge == 0 ? 2 : 1 }
    if case .differences(let order) = request.method { return order }
    return 8
  }

  private func because(_ points: Int) -> String {
    "a grid's error is estimated by comparing \(request.points), \(points) and "
      + "\(request.points / 2) points, the box's from the state at its walls"
  }

  private func parameters(_ spectrum: CartesianSpectrum) -> Parameters {
    var method: Parameters = ["name": request.method == .fourier ? "fft" : "fd"]
    if case .differences(let order) = request.method { method["order"] = .integer(order) }
    method["grid"] = .word(request.grid.rawValue)
    method["points"] = .integer(request.points)
    method["extent"] = .number(extent)
    if request.grid == .mapped, let core {
      method["map"] = "sinh"
      method["core"] = .number(core)
    }
    method["check"] = .word(spectrum.check)
    method["iterations"] = .integer(spectrum.iterations)
    method["bytes"] = .number(spectrum.bytes)
    return method
  }

  /// The least V on the walls, at the grid's nodes.
  var lowestAtWalls: Double {
    let nodes = model().nodes(points: 16)
    var lowest = Double.infinity
    for a in nodes {
      for b in nodes {
        for side in [-extent, extent] {
          lowest = min(
            lowest, problem.potential(side, a, b), problem.potential(a, side, b),
            problem.potential(a, b, side))
        }
      }
    }
    return lowest
  }
}
