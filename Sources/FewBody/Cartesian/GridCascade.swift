import LinearOperators

/// The grids of a solve, coarsest first, and the blocks of each.
///
/// On a coarse grid every block is solved until its highest level lies above the wanted ones. On the
/// finest grid blocks are solved for the levels the coarse grid found among the wanted ones; that no
/// other belongs there is then checked against how far levels moved between the two grids.
struct GridCascade<Model: CartesianModel> {
  let solver: CartesianSolver
  let model: Model
  let symmetry: CartesianSymmetry
  /// Levels wanted.
  let count: Int
  let watch: Watch

  /// Energies are then right to its square over the spacing: 10⁻⁹ hartree for hydrogen.
  private static var coarseTolerance: Double { 1e-5 }

  /// The levels found in each orbit on one grid.
  struct Stage {
    let points: Int
    let tolerance: Double
    let probe: Davidson.Probe
    var found: [Eigenpairs<Double>?]
    var bytes = 0.0

    /// Energies with their orbit, each as often as the orbit has members, ascending.
    func energies(_ orbits: [CartesianSymmetry.Orbit]) -> [(energy: Double, orbit: Int)] {
      found.indices.flatMap { s in
        (found[s]?.values ?? []).flatMap { energy in
          orbits[s].members.map { _ in (energy, s) }
        }
      }.sorted { ($0.energy, $0.orbit) < ($1.energy, $1.orbit) }
    }
  }

  func solve(points: Int) throws(FewBodyError) -> CartesianSpectrum {
    let orbits = symmetry.orbits
    var grids = [points]
    while let finer = grids.first, (finer / 4) * 2 >= max(16, leastPoints) {
      grids.insert((finer / 4) * 2, at: 0)
    }
    var coarse: Stage?
    let loose = max(solver.tolerance, Self.coarseTolerance)
    for grid in grids.dropLast() {
      coarse = try complete(grid, tolerance: loose, from: coarse, orbits)
    }
    guard let coarse else {
      let only = try complete(points, tolerance: solver.tolerance, from: nil, orbits)
      return spectrum(only, nil, orbits, margin: nil)
    }
    return try finest(points, from: coarse, orbits)
  }

  /// Blocks should be several times larger than the basis.
  private var leastPoints: Int {
    var points = 8
    let blocks = symmetry == .none ? 1 : 8
    while points * points * points / blocks < 8 * (count + solver.guardVectors) { points += 2 }
    return points
  }

  /// All blocks of a grid, each until its highest level lies above the wanted ones.
  private func complete(
    _ points: Int, tolerance: Double, from coarse: Stage?, _ orbits: [CartesianSymmetry.Orbit]
  ) throws(FewBodyError) -> Stage {
    var stage = Stage(
      points: points, tolerance: tolerance, probe: .afterwards, found: orbits.map { _ in nil })
    var wanted = orbits.indices.map { s in
      coarse?.found[s]?.count ?? (orbits.count == 1 ? count : 1 + count / 8)
    }
    while true {
      try extend(&stage, to: wanted, from: coarse, orbits)
      let energies = stage.energies(orbits)
      guard orbits.count > 1, !watch.isStopped else { return stage }
      var isComplete = true
      let highest = energies.count >= count ? energies[count - 1].energy : .infinity
      for s in orbits.indices {
        guard let pairs = stage.found[s], let top = pairs.values.last, top <= highest else {
          continue
        }
        let most = orbits[s].representative.dimension(points: points)
        guard pairs.count < most else { continue }
        wanted[s] = min(most, pairs.count + max(1, count / 8))
        isComplete = false
      }
      if isComplete { return stage }
    }
  }

  /// The finest grid: the levels the coarse one chose, and what the margin cannot exclude.
  private func finest(
    _ points: Int, from coarse: Stage, _ orbits: [CartesianSymmetry.Orbit]
  ) throws(FewBodyError) -> CartesianSpectrum {
    var stage = Stage(
      points: points, tolerance: solver.tolerance, probe: .alongside,
      found: orbits.map { _ in nil })
    var wanted = orbits.map { _ in 0 }
    let chosen = coarse.energies(orbits).prefix(count)
    for s in orbits.indices {
      let highest = chosen.last { $0.orbit == s }?.energy
      wanted[s] = coarse.found[s]?.values.filter { $0 <= highest ?? -.infinity }.count ?? 0
    }
    while true {
      try extend(&stage, to: wanted, from: coarse, orbits)
      guard orbits.count > 1, !watch.isStopped else {
        return spectrum(stage, coarse, orbits, margin: nil)
      }
      let margin = self.margin(stage, coarse, orbits)
      let highest = stage.energies(orbits).prefix(count).last?.energy ?? .infinity
      var isComplete = true
      for s in orbits.indices {
        guard let next = coarse.found[s]?.values.dropFirst(wanted[s]).first else { continue }
        if next - margin <= highest {
          wanted[s] += 1
          isComplete = false
        }
      }
      if isComplete { return spectrum(stage, coarse, orbits, margin: margin) }
    }
  }

  /// Twice the largest distance that the upper half of the levels moved from grid to grid.
  ///
  /// Low levels sit where the potential is steep and move further: of no use for the next ones.
  private func margin(
    _ fine: Stage, _ coarse: Stage, _ orbits: [CartesianSymmetry.Orbit]
  ) -> Double {
    let moves = orbits.indices.flatMap { s in
      zip(fine.found[s]?.values ?? [], coarse.found[s]?.values ?? []).map { ($0, abs($0 - $1)) }
    }.sorted { $0.0 < $1.0 }
    return 2 * moves.dropFirst(moves.count / 2).reduce(0) { max($0, $1.1) }
  }

  /// Solves the blocks that have fewer levels than wanted, side by side if there are several.
  private func extend(
    _ stage: inout Stage, to wanted: [Int], from coarse: Stage?,
    _ orbits: [CartesianSymmetry.Orbit]
  ) throws(FewBodyError) {
    let jobs = orbits.indices.filter { wanted[$0] > stage.found[$0]?.count ?? 0 }
    watch.begin()
    let current = stage
    let results = solver.threads.map(jobs.count) { job in
      let s = jobs[job]
      return Result { () throws(FewBodyError) in
        try self.solve(
          orbits[s].representative, wanted[s], on: current, known: current.found[s],
          coarse: coarse.flatMap { stage in stage.found[s].map { (stage.points, $0) } },
          threads: jobs.count > 1 ? .single : solver.threads)
      }
    }
    var bytes = 0.0
    for (s, result) in zip(jobs, results) {
      let (pairs, size) = try result.get()
      stage.found[s] = pairs
      bytes += size
    }
    stage.bytes = max(stage.bytes, bytes)
  }

  /// One block, from the levels already known on this grid or on a coarser one.
  private func solve(
    _ sector: Sector, _ wanted: Int, on stage: Stage, known: Eigenpairs<Double>?,
    coarse: (points: Int, pairs: Eigenpairs<Double>)?, threads: Threads
  ) throws(FewBodyError) -> (Eigenpairs<Double>, bytes: Double) {
    let points = stage.points
    let block = try model.block(points: points, sector: sector)
    let davidson = Davidson(
      tolerance: stage.tolerance, maxIterations: solver.maxIterations,
      guardVectors: solver.guardVectors, probeSteps: solver.probeSteps,
      probe: stage.probe, seed: solver.seed, threads: threads)
    let prolongation = coarse.map {
      Prolongation(sector: sector, coarse: $0.points, fine: points)
    }
    let starts = max(known?.count ?? 0, coarse?.pairs.count ?? 0)
    let watch = watch
    do throws(LinearAlgebraError) {
      let pairs = try davidson.lowest(
        wanted, of: block.hamiltonian, preconditioner: block.preconditioner, starts: starts,
        fill: { j, column in
          if let known, j < known.count {
            _ = column.update(fromContentsOf: known.vectors[j])
          } else if let coarse, let prolongation {
            prolongation.apply(coarse.pairs.vectors[j], column)
          }
        },
        shouldStop: { watch.isStopped },
        progress: {
          watch.report(
            points: points, sector: sector, iteration: $0, residual: $1,
            tolerance: davidson.tolerance)
        })
      let n = block.dimension
      return (pairs, 8 * (davidson.memory(wanted, dimension: n) + Double(n)))
    } catch {
      throw FewBodyError(error)
    }
  }
}
