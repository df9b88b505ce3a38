import LinearOperators
import Testing

@testable import FewBody

/// What is taken for a symmetry, and the sectors that follow.
@Suite struct CartesianSymmetryTests {
  private func symmetry(
    _ potential: @escaping @Sendable (Double, Double, Double) -> Double
  ) throws -> CartesianSymmetry {
    try CartesianSymmetry(
      of: UniformStencil(extent: 4, potential: potential), points: 16, threads: .single)
  }

  @Test func aSphereHasFourDistinctSectors() throws {
    let sphere = try symmetry { x, y, z in -1 / (x * x + y * y + z * z).squareRoot() }
    #expect(sphere.parity == [true, true, true] && sphere.permutations.count == 6)
    #expect(sphere.orbits.map(\.members.count).sorted() == [1, 1, 3, 3])
    #expect(Set(sphere.orbits.flatMap { $0.members.map(\.sector) }).count == 8)
  }

  @Test func axesThatDifferAreKeptApart() throws {
    let axial = try symmetry { x, y, z in x * x + y * y + 2 * z * z }
    #expect(axial.permutations == [[0, 1, 2], [1, 0, 2]])
    #expect(axial.orbits.count == 6)
    let box = try symmetry { x, y, z in x * x + 2 * y * y + 3 * z * z }
    #expect(box.permutations.count == 1 && box.orbits.count == 8)
    let tilted = try symmetry { x, y, z in x * y + z * z }
    #expect(tilted.parity == [false, false, true] && tilted.permutations.count == 2)
    #expect(tilted.orbits.count == 2)
    #expect(try symmetry { x, y, z in x + 2 * y + 3 * z }.orbits.count == 1)
  }

  /// One node of 4096 differs by 1e-9 of the whole.
  @Test func oneOddNodeIsNoticed() throws {
    let spoiled = try symmetry { x, y, z in
      let square = x * x + y * y + z * z
      return x == 1.25 && y == 0.25 && z == -3.25 ? square * (1 + 1e-9) : square
    }
    #expect(spoiled == .none)
  }

  /// Levels of a displaced, anisotropic oscillator: nothing to exploit, and exact answers.
  @Test func aPotentialWithoutSymmetry() throws {
    let model = try UniformFourier(extent: 7) { x, y, z in
      let (a, b, c) = (x - 0.3, 1.1 * (y + 0.2), 1.25 * (z - 0.1))
      return 0.5 * (a * a + b * b + c * c)
    }
    let spectrum = try CartesianSolver(tolerance: 1e-7).lowest(6, of: model, points: 32)
    var exact: [Double] = []
    for i in 0..<5 {
      for j in 0..<5 {
        for k in 0..<5 {
          exact.append(1.675 + Double(i) + 1.1 * Double(j) + 1.25 * Double(k))
        }
      }
    }
    exact.sort()
    #expect(spectrum.isComplete && spectrum.levels.allSatisfy { $0.sector == .whole })
    for (level, expected) in zip(spectrum.levels, exact) {
      #expect((level.energy - expected).magnitude < 1e-9)
    }
  }
}
