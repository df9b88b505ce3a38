import RealModule

/// Levels of three or more electrons that cannot pass one another.
struct GapLevels {
  let ring: ElectronRing
  /// Nil for as high as needed.
  let degree: Int?
  let tolerance: Double

  /// A basis chosen without being asked for is no larger.
  private static let ownLimit = 1900.0
  /// The largest basis that is accepted.
  private static let limit = 7000.0

  /// The lowest levels of some spins together.
  ///
  /// Moving the first electron once round the ring past the others costs its sign, the rotation of the
  /// whole and a turn of the spins: C = (-1)^(N-1) e^(-2 pi i (J + k)/N) in the gaps.
  func lowest(
    _ count: Int, spins: [ElectronSpin], shouldStop: () -> Bool
  ) throws(FewBodyError) -> RelativeLevels {
    let n = ring.count
    for spin in spins { try validate(spin) }
    let multiplets = multiplets(spins)
    let turns = Set(multiplets.map(\.turn)).sorted()
    var degree = self.degree ?? [3: 12, 4: 10, 5: 8][n] ?? 6
    let exponent = try bestExponent(min(degree, [3: 10, 4: 8][n] ?? 6), turn: turns.first ?? 0)
    var levels: [RelativeLevel] = []
    while true {
      let solver = GapSolver(
        electrons: n, radius: ring.radius.bohr, thickness: ring.thickness.bohr, degree: degree,
        exponent: exponent)
      levels = []
      var slowest = 0.0
      for turn in turns where !shouldStop() {
        for entry in try solver.lowest(count, turn: turn) {
          for multiplet in multiplets where multiplet.turn == turn {
            levels.append(level(entry, solver, turn, multiplet.spin))
          }
        }
      }
      levels.sort { ($0.energy, $0.spin) < ($1.energy, $1.spin) }
      levels = Array(levels.prefix(count))
      for level in levels {
        slowest = max(slowest, (level.upper - level.lower) / level.energy.magnitude)
      }
      let next = next(degree, slowest)
      if self.degree != nil || slowest <= tolerance || shouldStop() || next == degree {
        return RelativeLevels(
          levels: levels, isComplete: levels.count == count && !shouldStop(),
          method: [
            "name": "gaps", "degree": .integer(degree), "exponent": .integer(exponent),
            "functions": .integer(solver.basis.count),
            "check": "all levels of the basis were found",
          ])
      }
      degree = next
    }
  }

  /// Every multiplet of these spins with its turn class 0 ... N/2.
  private func multiplets(_ spins: [ElectronSpin]) -> [(spin: ElectronSpin, turn: Int)] {
    let n = ring.count
    var multiplets: [(spin: ElectronSpin, turn: Int)] = []
    for spin in spins {
      for k in 0..<n {
        let turn = (ring.totalMomentum + k + n * (n - 1) / 2) % n
        let positive = (turn + n) % n
        for _ in 0..<SpinTurns.multiplicity(spin, of: n, turn: k) {
          multiplets.append((spin, min(positive, n - positive)))
        }
      }
    }
    return multiplets
  }

  /// The degree that the width calls for: two degrees more gain about a digit.
  private func next(_ degree: Int, _ width: Double) -> Int {
    let digits = max(1, Double.log10(max(width, 1e-16) / tolerance))
    var next = degree + 2 * Int(min(digits, 4).rounded(.up))
    while next > degree, GapBasis.count(electrons: ring.count, degree: next) > Self.ownLimit {
      next -= 2
    }
    return next
  }

  private func validate(_ spin: ElectronSpin) throws(FewBodyError) {
    guard ring.thickness.bohr == 0 || spin.twice == ring.count else {
      throw .invalid(
        "method", "gaps", accepted: "determinants where electrons of opposite spin can meet")
    }
    guard let degree else { return }
    guard (2...60).contains(degree) else {
      throw .invalid("degree", degree, accepted: "a whole number from 2 to 60")
    }
    let functions = GapBasis.count(electrons: ring.count, degree: degree)
    guard functions <= Self.limit else {
      throw .tooLarge(
        what: "degree \(degree), \(Int(min(functions, 1e18))) functions,",
        bytes: 8 * 4 * functions * functions,
        limit: 8 * 4 * Self.limit * Self.limit)
    }
  }

  /// The wider the ring, the farther electrons keep apart: the exponent that lowers the first level most.
  private func bestExponent(_ degree: Int, turn: Int) throws(FewBodyError) -> Int {
    var best = (exponent: 1, energy: Double.infinity)
    for exponent in [1, 2, 3, 4, 6, 8, 12, 16, 24] {
      let solver = GapSolver(
        electrons: ring.count, radius: ring.radius.bohr, thickness: ring.thickness.bohr,
        degree: degree, exponent: exponent)
      guard let energy = try solver.lowest(1, turn: turn).first?.energy, energy < best.energy
      else { break }
      best = (exponent, energy)
    }
    return best.exponent
  }

  /// The upper bound is Ritz's; below, what two degrees more brought last time, twice over.
  private func level(
    _ entry: GapSolver.Entry, _ solver: GapSolver, _ turn: Int, _ spin: ElectronSpin
  ) -> RelativeLevel {
    let rounding = 1e-13 * entry.energy.magnitude
    let last = (entry.coarser.first ?? 2 * entry.energy) - entry.energy
    return RelativeLevel(
      energy: entry.energy, lower: entry.energy - 2 * max(last, 0) - rounding,
      upper: entry.energy + rounding, certainty: .variational, residual: entry.residual, spin: spin,
      state: {
        ElectronState(coulombEnergy: entry.potential, darwinBreitEnergy: nil) {
          let statistics = GapStatistics(solver, entry, turn: turn)
          return { statistics.density(at: $0) }
        }
      })
  }
}
