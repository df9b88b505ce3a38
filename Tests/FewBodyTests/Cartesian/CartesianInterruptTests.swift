import LinearOperators
import Testing

@testable import FewBody

/// A solve that is stopped returns what it has, marked; one that runs tells how far it is.
@Suite struct CartesianInterruptTests {
  @Test(arguments: [0, 3, 12], [CartesianSolver.Symmetry.detected, .none])
  func aStoppedSolveIsMarked(polls: Int, symmetry: CartesianSolver.Symmetry) throws {
    var left = polls
    let spectrum = try CartesianSolver(tolerance: 1e-9, symmetry: symmetry).lowest(
      5, of: hydrogen(), points: 32,
      shouldStop: {
        left -= 1
        return left < 0
      })
    #expect(spectrum.levels.count <= 5 && !spectrum.isComplete)
    #expect(spectrum.levels.allSatisfy { $0.energy.isFinite && $0.residual.isFinite })
    #expect(spectrum.levels.contains { !$0.isConverged })
    guard case .unverified = spectrum.completeness else {
      Issue.record("a stopped solve claims \(spectrum.completeness)")
      return
    }
  }

  @Test func aShortSolveIsMarked() throws {
    let spectrum = try CartesianSolver(tolerance: 1e-9, maxIterations: 2)
      .lowest(5, of: hydrogen(), points: 32)
    #expect(!spectrum.isComplete && spectrum.levels.contains { !$0.isConverged })
  }

  @Test func progressReachesTheTolerance() throws {
    var reports: [CartesianProgress] = []
    let solver = CartesianSolver(tolerance: 1e-7, symmetry: .none)
    let spectrum = try solver.lowest(
      5, of: hydrogen(), points: 32, progress: { reports.append($0) })
    let fine = reports.filter { $0.points == 32 }
    #expect(fine.count == spectrum.iterations + 1)
    #expect(fine.map(\.iteration) == Array(0...spectrum.iterations))
    #expect(fine.first?.fraction == 0 && fine.last?.fraction == 1)
    #expect(fine.last?.secondsLeft == 0)
    #expect((fine.last?.residual ?? 1) <= 1e-7)
  }

  @Test func aCancelledTaskStopsAllBlocks() async throws {
    let spectrum = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try CartesianSolver(tolerance: 1e-9).lowest(5, of: hydrogen(), points: 32)
    }.value
    #expect(!spectrum.isComplete && spectrum.iterations == 0)
  }

  @Test func refusesWhatCannotBe() throws {
    let model = try hydrogen()
    let solver = CartesianSolver()
    #expect(throws: FewBodyError.invalid("points", 31, accepted: "an even number from 8 to 100000"))
    { try solver.lowest(5, of: model, points: 31) }
    #expect(throws: FewBodyError.self) { try solver.lowest(0, of: model, points: 32) }
    #expect(throws: FewBodyError.self) {
      try CartesianSolver(tolerance: .nan).lowest(1, of: model, points: 32)
    }
    #expect(throws: FewBodyError.self) { try UniformStencil(extent: 20, order: 3) { _, _, _ in 0 } }
    #expect(throws: FewBodyError.self) { try UniformFourier(extent: .infinity) { _, _, _ in 0 } }
    do {
      _ = try solver.lowest(5, of: model, points: 20_000)
      Issue.record("8e12 nodes were accepted")
    } catch FewBodyError.tooLarge(_, let bytes, let limit) {
      #expect(bytes > limit && bytes > 8e12 * 8 * 10)
    }
    let hole = try UniformStencil(extent: 4) { x, _, _ in x > 3 ? .nan : 0 }
    #expect(throws: FewBodyError.self) { try solver.lowest(1, of: hole, points: 16) }
  }
}
