import Testing

@testable import FewBody

/// What a request refuses, and what a stopped one gives.
@Suite struct CartesianRequestTests {
  private func refused(
    _ problem: CartesianProblem, _ count: Int = 2,
    _ change: (inout CartesianProblem.Request) -> Void = { _ in }
  ) -> String? {
    var request = CartesianProblem.Request(points: 16)
    change(&request)
    do {
      _ = try problem.levels(count, request)
      return nil
    } catch {
      if case .invalid(let parameter) = error { return parameter.name }
      return "\(error)"
    }
  }

  @Test("values that cannot be are named")
  func invalid() {
    let hydrogen = CartesianProblem(mass: 1, charge: 1)
    #expect(refused(hydrogen) == nil)
    #expect(refused(hydrogen, 0) == "states")
    #expect(refused(hydrogen) { $0.points = 15 } == "points")
    #expect(refused(hydrogen) { $0.points = 8 } == "points")
    #expect(refused(hydrogen) { $0.extent = -1 } == "extent")
    #expect(refused(hydrogen) { $0.extent = .nan } == "extent")
    #expect(refused(hydrogen) { $0.tolerance = 0 } == "tolerance")
    #expect(refused(hydrogen) { $0.method = .differences(order: 3) } == "order")
    #expect(refused(CartesianProblem(mass: 0, charge: 1)) == "reduced-mass")
    #expect(refused(CartesianProblem(mass: 1, charge: .infinity)) == "charge")
    #expect(refused(CartesianProblem(mass: 1, charge: -1)) == "charge")
    let slope = CartesianProblem(mass: 1, charge: 1) { x, _, _ in -x }
    #expect(refused(slope) == "extent")
    let hole = CartesianProblem(mass: 1, charge: 1) { x, _, _ in x > 1 ? .nan : 0 }
    #expect(refused(hole) { $0.extent = 5 } == "potential")
  }

  @Test("a grid that does not fit is refused with its size")
  func memory() {
    #expect(throws: FewBodyError.self) {
      _ = try CartesianProblem(mass: 1, charge: 1)
        .levels(2, CartesianProblem.Request(points: 20_000))
    }
  }

  @Test("a stopped solve returns, marked incomplete")
  func stopped() throws {
    let outcome = try CartesianProblem(mass: 1, charge: 1)
      .levels(3, CartesianProblem.Request(points: 32), shouldStop: { true })
    #expect(!outcome.isComplete)
    #expect(outcome.levels.allSatisfy { $0.lower <= $0.energy && $0.energy <= $0.upper })
  }

  @Test("a well of finite depth has one bound level, not five")
  func shallow() throws {
    let well = CartesianProblem(mass: 1, charge: 0) { x, y, z in
      -6 / (1 + (x * x + y * y + z * z)) / (1 + (x * x + y * y + z * z))
    }
    let outcome = try well.levels(5, CartesianProblem.Request(method: .fourier, points: 32))
    let exact = try RadialMesh().levels(1, l: 0, mass: 1, scale: 0.15) { r in
      -6 / ((1 + r * r) * (1 + r * r))
    }
    #expect(outcome.levels.count == 1 && outcome.isComplete && !outcome.notes.isEmpty)
    let level = try #require(outcome.levels.first)
    #expect((level.energy - exact[0]).magnitude <= 1e-3, "\(level.energy) \(exact)")
    #expect(level.lower <= exact[0] && exact[0] <= level.upper && outcome.threshold != nil)
  }
}
