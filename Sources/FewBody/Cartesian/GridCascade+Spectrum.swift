import LinearOperators

extension GridCascade {
  /// The wanted levels of a grid, copied to all members of their orbits, and the account of them.
  func spectrum(
    _ stage: Stage, _ coarse: Stage?, _ orbits: [CartesianSymmetry.Orbit], margin: Double?
  ) -> CartesianSpectrum {
    var levels: [(level: CartesianLevel, order: Int)] = []
    for (s, pairs) in stage.found.enumerated() {
      guard let pairs else { continue }
      let shape = orbits[s].representative.shape(points: stage.points)
      for i in 0..<pairs.count {
        for (order, member) in orbits[s].members.enumerated() {
          levels.append(
            (
              CartesianLevel(
                energy: pairs.values[i], residual: pairs.residuals[i],
                isConverged: pairs.residuals[i] <= 1.01 * stage.tolerance, sector: member.sector,
                points: stage.points,
                vector: Self.permuted(pairs.vectors[i], shape, member.permutation)),
              s * 8 + order
            ))
        }
      }
    }
    levels.sort { ($0.level.energy, $0.order) < ($1.level.energy, $1.order) }
    let solved = stage.found.compactMap { $0 }
    return CartesianSpectrum(
      levels: levels.prefix(count).map(\.level),
      coarseEnergies: coarse.map { Array($0.energies(orbits).prefix(count).map(\.energy)) },
      coarsePoints: coarse?.points, iterations: solved.map(\.iterations).max() ?? 0,
      bytes: stage.bytes, completeness: completeness(solved),
      check: check(stage, coarse, orbits, margin))
  }

  /// A vector of the representative in the axes of a member: axis p[a] of the member is axis a.
  private static func permuted(
    _ vector: ArraySlice<Double>, _ shape: (x: Int, y: Int, z: Int), _ p: [Int]
  ) -> [Double] {
    if p == [0, 1, 2] { return Array(vector) }
    let old = [shape.x, shape.y, shape.z]
    let strides = [shape.y * shape.z, shape.z, 1]
    var (counts, jumps) = ([0, 0, 0], [0, 0, 0])
    for a in 0..<3 { (counts[p[a]], jumps[p[a]]) = (old[a], strides[a]) }
    var result: [Double] = []
    result.reserveCapacity(vector.count)
    let start = vector.startIndex
    for i in 0..<counts[0] {
      for j in 0..<counts[1] {
        let row = start + i * jumps[0] + j * jumps[1]
        for k in 0..<counts[2] { result.append(vector[row + k * jumps[2]]) }
      }
    }
    return result
  }

  private func completeness(_ solved: [Eigenpairs<Double>]) -> Completeness {
    if watch.isStopped { return .unverified(because: "the solve was stopped") }
    var steps = Int.max
    for pairs in solved {
      switch pairs.completeness {
      case .direct, .counted: continue
      case .probed(let done): steps = min(steps, done)
      case .unverified: return pairs.completeness
      }
    }
    return steps == .max ? .direct : .probed(steps: steps)
  }

  private func check(
    _ stage: Stage, _ coarse: Stage?, _ orbits: [CartesianSymmetry.Orbit], _ margin: Double?
  ) -> String {
    let grids =
      coarse.map { " (after convergence on \($0.points) points, all along on \(stage.points))" }
      ?? ""
    let probe =
      "random vectors in the complement of the levels, \(solver.probeSteps) steps or more\(grids), "
      + "brought no other"
    guard orbits.count > 1 else { return probe }
    let skipped = zip(stage.found, orbits).filter { $0.0 == nil }
    var text = "\(symmetry): degenerate partners lie in blocks of their own; in each block \(probe)"
    if let margin, let coarse {
      text +=
        "; levels left out lie, on \(coarse.points) points, more than "
        + "\(ExactDecimal(margin).scientific(significant: 2, .down)) hartree above the "
        + "wanted ones, twice the largest shift of those between the grids; \(skipped.count) of "
        + "\(orbits.count) distinct blocks were not needed"
    }
    return text
  }
}

extension Sector {
  /// The length of the block's vectors.
  func dimension(points: Int) -> Int {
    let shape = shape(points: points)
    return shape.x * shape.y * shape.z
  }
}
