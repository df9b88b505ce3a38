import RealModule
import Testing

@testable import FewBody

/// Whether the estimated bounds hold the exact levels, whatever is asked.
@Suite struct CartesianEnclosureTests {
  @Test(
    "random charges, masses, traps, boxes and grids: no exact level outside its interval",
    arguments: [
      CartesianProblem.Method.fourier, .differences(order: 8), .differences(order: 6),
      .differences(order: 4), .differences(order: 2),
    ])
  func random(method: CartesianProblem.Method) throws {
    var random = SeededGenerator(seed: 2026)
    let mesh = try RadialMesh()
    for _ in 0..<8 {
      let charge = Double.exp(.random(in: -1.5...1.5, using: &random))
      let mass = Double.exp(.random(in: -1.5...1.5, using: &random))
      let isTrapped = Bool.random(using: &random)
      let w = isTrapped ? charge * charge * mass * .exp(.random(in: -3...2, using: &random)) : 0
      let points = 2 * Int.random(in: 16...24, using: &random)
      let count = Int.random(in: 1...5, using: &random)
      let tightness = [nil, nil, 0.8, 0.5, 0.3, 0.15][Int.random(in: 0..<6, using: &random)]
      var problem = CartesianProblem(mass: mass, charge: charge)
      if isTrapped {
        problem.background = { x, y, z in 0.5 * mass * w * w * (x * x + y * y + z * z) }
      }
      let scale = min(0.4 / (mass * charge), isTrapped ? 0.3 / (mass * w).squareRoot() : .infinity)
      let exact = try mesh.merged(count, mass: mass, scale: scale) { r in
        0.5 * mass * w * w * r * r - charge / r
      }
      var request = CartesianProblem.Request(method: method, points: points)
      if let tightness {
        let box = CartesianBox(mass: mass, scale: problem.length, potential: problem.potential)
        request.extent = try #require(box.extent(energy: exact[count - 1])) * tightness
      }
      let outcome = try problem.levels(count, request)
      let name = "\(method) Z \(charge) mu \(mass) w \(w) points \(points) \(tightness ?? 1)"
      #expect(outcome.isComplete && outcome.levels.count == count, "\(name)")
      for (level, energy) in zip(outcome.levels, exact) {
        #expect(level.lower <= energy && energy <= level.upper, "\(name): \(energy) \(level.lower)")
        #expect(level.lower <= level.energy && level.energy <= level.upper)
        // Not absurdly wide: 1000 times the error, or 1e-3 of the scale.
        let unit = mass * charge * charge + w
        let width = level.upper - level.lower
        let error = (level.energy - energy).magnitude
        #expect(width <= max(1000 * error, 1e-3 * unit), "\(name): width \(width) error \(error)")
      }
    }
  }

  @Test("a box too small is noticed: wide bounds and a note", arguments: [4.0, 8.0, 12.0])
  func smallBox(extent: Double) throws {
    let request = CartesianProblem.Request(method: .fourier, points: 32, extent: extent)
    let outcome = try CartesianProblem(mass: 1, charge: 1).levels(5, request)
    #expect(outcome.levels.count == 5 && !outcome.notes.isEmpty)
    for (level, energy) in zip(outcome.levels, [-0.5, -0.125, -0.125, -0.125, -0.125]) {
      #expect(level.lower <= energy && energy <= level.upper)
    }
    let last = outcome.levels[4]
    #expect(last.upper - last.lower >= last.energy + 0.125)
  }

  @Test("the peers' grid: its error of first order is inside its interval", arguments: [2, 8])
  func uniform(order: Int) throws {
    let request = CartesianProblem.Request(
      method: .differences(order: order), grid: .uniform, points: 48, extent: 20)
    let outcome = try CartesianProblem(mass: 1, charge: 1).levels(5, request)
    #expect(outcome.levels.count == 5)
    for (level, energy) in zip(outcome.levels, [-0.5, -0.125, -0.125, -0.125, -0.125]) {
      #expect(level.lower <= energy && energy <= level.upper)
    }
    #expect((outcome.levels[0].energy + 0.5).magnitude > 1e-3)
    let exact = Double.exp(-5.0.squareRoot()) / Double.pi.squareRoot()
    #expect((outcome.levels[0].state.value(at: 2, -1, 0) - exact).magnitude < 0.2 * exact)
  }
}
