import Testing

@testable import FewBody

/// Hydrogen on mapped grids against -mu Z^2/2n^2.
@Suite struct MappedHydrogenTests {
  /// E_n of the five lowest levels, in mu Z^2.
  private let exact = [-0.5, -0.125, -0.125, -0.125, -0.125]

  private func errors(
    _ method: CartesianProblem.Method, points: Int, charge: Double = 1, mass: Double = 1
  ) throws -> [Double] {
    let outcome = try CartesianProblem(mass: mass, charge: charge)
      .levels(5, CartesianProblem.Request(method: method, points: points))
    #expect(outcome.isComplete && outcome.levels.count == 5 && outcome.notes.isEmpty)
    return zip(outcome.levels, exact).map { level, value in
      let energy = value * mass * charge * charge
      #expect(level.lower <= energy && energy <= level.upper)
      #expect(level.isConverged)
      return ((level.energy - energy) / energy).magnitude
    }
  }

  @Test(
    "64 points: five levels within 1e-8 of themselves by both methods",
    arguments: [CartesianProblem.Method.fourier, .differences(order: 8)])
  func sixtyFour(method: CartesianProblem.Method) throws {
    #expect(try errors(method, points: 64).allSatisfy { $0 <= 1e-8 })
  }

  @Test(
    "48 points: five levels within 2e-7, for any charge and mass",
    arguments: [CartesianProblem.Method.fourier, .differences(order: 8)],
    [(1.0, 1.0), (2.0, 0.5), (1e-3, 206.8)])
  func fortyEight(method: CartesianProblem.Method, pair: (charge: Double, mass: Double)) throws {
    let found = try errors(method, points: 48, charge: pair.charge, mass: pair.mass)
    #expect(found.allSatisfy { $0 <= 2e-7 })
  }

  @Test("differences of order 2 and 4 are within 1e-2 and 1e-4 and say so", arguments: [2, 4])
  func lowOrders(order: Int) throws {
    let found = try errors(.differences(order: order), points: 48)
    #expect(found.allSatisfy { $0 <= (order == 2 ? 1e-2 : 1e-4) })
  }

  @Test("without symmetry the levels are the same", arguments: [CartesianProblem.Grid.mapped])
  func noSymmetry(grid: CartesianProblem.Grid) throws {
    var request = CartesianProblem.Request(method: .fourier, grid: grid, points: 32)
    let problem = CartesianProblem(mass: 1, charge: 1)
    let reduced = try problem.levels(5, request)
    request.usesSymmetry = false
    let whole = try problem.levels(5, request)
    #expect(whole.isComplete && whole.levels.count == 5)
    for (a, b) in zip(reduced.levels, whole.levels) {
      #expect((a.energy - b.energy).magnitude <= 1e-11)
    }
    #expect(whole.levels.allSatisfy { $0.sector == .whole })
    #expect(Set(reduced.levels.map(\.sector)).count == 4)
  }
}
