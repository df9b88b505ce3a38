import LinearOperators
import Testing

@testable import FewBody

/// Five levels of hydrogen on the seven-point grid: 1s, three 2p, 2s.
@Suite struct CartesianSolverTests {
  /// From PRIMME on the same matrix (`Sources/Benchmarks/peers/space_pair.py --points 48`).
  private let primme = [
    -0.4400870234611, -0.1279284657656, -0.1279284657656, -0.1279284657656, -0.1193359775686,
  ]

  @Test(arguments: [CartesianSolver.Symmetry.detected, .none])
  func fiveLevelsMeetPRIMME(symmetry: CartesianSolver.Symmetry) throws {
    let solver = CartesianSolver(tolerance: 1e-7, symmetry: symmetry)
    let spectrum = try solver.lowest(5, of: hydrogen(), points: 48)
    #expect(spectrum.isComplete && spectrum.levels.count == 5)
    for (level, expected) in zip(spectrum.levels, primme) {
      #expect((level.energy - expected).magnitude < 1e-11)
      #expect(level.residual <= 1.01e-7)
    }
    #expect(spectrum.bytes / 8 / (48 * 48 * 48) <= 10 * 5)
    #expect(spectrum.bytes <= solver.memory(5, points: 48))
  }

  /// The members of an orbit are copies: each, expanded, has to solve the unreduced problem.
  @Test func permutedSectorsSolveTheWholeProblem() throws {
    let model = try hydrogen()
    let spectrum = try CartesianSolver(tolerance: 1e-8).lowest(9, of: model, points: 32)
    let vectors = spectrum.levels.map { $0.expanded() }
    for (i, level) in spectrum.levels.enumerated() {
      let found = try residual(model, points: 32, vectors[i], level.energy)
      #expect(found < 1.1e-8, "level \(i) in \(level.sector): \(found)")
      for j in 0...i {
        #expect((overlap(vectors[i], vectors[j]) - (i == j ? 1 : 0)).magnitude < 1e-10)
      }
    }
    #expect(Set(spectrum.levels[1...3].map(\.sector)).count == 3)
  }

  @Test func symmetryChangesNoLevel() throws {
    let model = try UniformStencil(extent: 8, order: 4) { x, y, z in
      -2 / (1 + x * x + 2 * y * y + z * z).squareRoot() + 0.05 * x * x
    }
    let on = try CartesianSolver(tolerance: 1e-8).lowest(8, of: model, points: 24)
    let off = try CartesianSolver(tolerance: 1e-8, symmetry: .none)
      .lowest(8, of: model, points: 24)
    #expect(on.isComplete && off.isComplete)
    for (a, b) in zip(on.levels, off.levels) { #expect((a.energy - b.energy).magnitude < 1e-12) }
  }

  @Test func coarseEnergiesAreThoseOfTheCoarseGrid() throws {
    let fine = try CartesianSolver(tolerance: 1e-7).lowest(5, of: hydrogen(), points: 48)
    let coarse = try CartesianSolver(tolerance: 1e-7).lowest(5, of: hydrogen(), points: 24)
    #expect(fine.coarsePoints == 24)
    for (a, b) in zip(fine.coarseEnergies ?? [], coarse.levels) {
      #expect((a - b.energy).magnitude < 1e-8)
    }
    #expect(fine.coarseEnergies?.count == 5)
  }

  @Test func threadsChangeNothing() throws {
    for symmetry in [CartesianSolver.Symmetry.detected, .none] {
      let levels = try [1, 2, 3].map { count in
        try CartesianSolver(tolerance: 1e-8, symmetry: symmetry, threads: Threads(count))
          .lowest(5, of: hydrogen(), points: 24).levels.map(\.energy)
      }
      for other in levels.dropFirst() {
        for (a, b) in zip(other, levels[0]) { #expect((a - b).magnitude < 1e-13) }
      }
    }
  }
}
