import LinearOperators

/// The lowest relative levels of one spin sector in plane waves up to M.
struct DeterminantSolver {
  let radius: Double
  let thickness: Double
  let electrons: Int
  /// 2S; S_z = S.
  let twiceSpin: Int
  /// J, between -N/2 and N/2.
  let momentum: Int
  let harmonics: PairHarmonics
  let hasCoulomb: Bool
  /// -alpha^2/R^3 where the Darwin-Breit force is part of H.
  var magnetic: Double?
  /// Added to every wave number to make it a velocity; matters to the Darwin-Breit force alone.
  var shift = 0.0
  var threads = Threads.available
  var tolerance = 1e-10

  var up: Int { (electrons + twiceSpin) / 2 }
  var down: Int { (electrons - twiceSpin) / 2 }
  var pairs: Double { Double(electrons * (electrons - 1) / 2) }

  struct Solution: Sendable {
    let space: DeterminantSpace
    let hamiltonian: DeterminantHamiltonian
    let pairs: Eigenpairs<Double>
    /// The largest <S_- S_+> among the states: 0 for pure spin.
    let impurity: Double
    /// The size of H's parts, the scale of rounding.
    let scale: Double
  }

  func dimension(waves: Int) -> Double {
    DeterminantSpace.dimension(up: up, down: down, waves: waves, momentum: momentum)
  }

  func force(waves: Int) -> PairForce {
    PairForce(
      harmonics, reach: 2 * waves, coulomb: hasCoulomb, magnetic: magnetic, shift: shift)
  }

  /// Lifts spin S + 1 by 2 (S + 1) times this: more than the levels asked for are apart.
  private var firstPenalty: Double {
    down == 0 ? 0 : 2 / (radius * radius) + (hasCoulomb ? harmonics.coulomb[0] : 0)
  }

  /// The lowest `count` levels, or all if there are fewer.
  ///
  /// - Throws: ``FewBodyError/tooLarge(what:bytes:limit:)`` for a basis that does not fit.
  func lowest(
    _ count: Int, waves: Int, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Solution {
    try requireFit(count, waves: waves)
    let space = DeterminantSpace(up: up, down: down, waves: waves, momentum: momentum)
    var penalty = firstPenalty
    while true {
      let hamiltonian = DeterminantHamiltonian(
        space: space, force: force(waves: waves), radius: radius, penalty: penalty)
      let pairs = try lowest(count, of: hamiltonian, shouldStop: shouldStop)
      let impurity = impurity(pairs, space)
      // Only a level pushed up less than the range asked for is left to be pushed further.
      if impurity < 1e-3 || penalty > 1e6 * firstPenalty || shouldStop() {
        let scale = (hamiltonian.diagonal.map(\.magnitude).max() ?? 0) + penalty
        return Solution(
          space: space, hamiltonian: hamiltonian, pairs: pairs, impurity: impurity, scale: scale)
      }
      penalty *= 8
    }
  }

  private func impurity(_ pairs: Eigenpairs<Double>, _ space: DeterminantSpace) -> Double {
    guard down > 0 else { return 0 }
    let ladder = SpinLadder(space)
    return (0..<pairs.count).reduce(0) { worst, j in
      let vector = pairs.vectors.vector(j)
      return vector.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { max(worst, ladder.expectation($0)) } ?? worst
      }
    }
  }

  private func lowest(
    _ count: Int, of hamiltonian: DeterminantHamiltonian, shouldStop: () -> Bool
  ) throws(FewBodyError) -> Eigenpairs<Double> {
    let n = hamiltonian.dimension
    let wanted = min(count, n)
    let size = (hamiltonian.diagonal.map(\.magnitude).max() ?? 0) + hamiltonian.penalty
    let davidson = Davidson(
      tolerance: max(tolerance, 64 * 0x1p-53 * size), maxIterations: 400, guardVectors: 2,
      basisBlocks: 6, threads: threads)
    let order = hamiltonian.diagonal.indices.sorted {
      (hamiltonian.diagonal[$0], $0) < (hamiltonian.diagonal[$1], $1)
    }
    let floor = 0.1 / (radius * radius)
    return try algebra { () throws(LinearAlgebraError) in
      try davidson.lowest(
        wanted, of: hamiltonian,
        preconditioner: DiagonalPreconditioner(diagonal: hamiltonian.diagonal, floor: floor),
        starts: min(wanted, n),
        fill: { j, column in
          for i in column.indices { column[i] = 0 }
          column[order[j]] = 1
        }, shouldStop: shouldStop)
    }
  }

  /// Refuses a basis that does not fit, with its size.
  func requireFit(_ count: Int, waves: Int) throws(FewBodyError) {
    guard 2 * waves + 1 <= Occupations.orbitalLimit else {
      throw .invalid(
        "waves", waves, accepted: "at most \((Occupations.orbitalLimit - 1) / 2) waves each way")
    }
    let dimension = dimension(waves: waves)
    let bytes = 8 * dimension * Double(14 * (count + 2) + 6)
    let limit = Memory.available
    guard dimension >= 1 else {
      throw .invalid(
        "waves", waves, accepted: "more waves: \(electrons) electrons do not fit into these")
    }
    guard bytes <= limit, dimension < 2e9 else {
      throw .tooLarge(
        what:
          "waves \(waves), \(Int(min(dimension, 1e18))) determinants of \(electrons) electrons,",
        bytes: bytes, limit: limit)
    }
  }
}
