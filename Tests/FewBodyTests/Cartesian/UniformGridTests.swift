import LinearOperators
import RealModule
import Testing

@testable import FewBody

/// The operators themselves: orders of the stencils, sines, and the transfer between grids.
@Suite struct UniformGridTests {
  @Test(arguments: [(2, 24), (4, 24), (6, 24), (8, 32)])
  func stencilsConvergeAtTheirOrder(order: Int, points: Int) throws {
    let errors = try [points, 2 * points].map { n in
      let model = try UniformStencil(extent: 6.5, order: order) { x, y, z in
        0.5 * (x * x + y * y + z * z)
      }
      let spectrum = try CartesianSolver(tolerance: 1e-8).lowest(1, of: model, points: n)
      return (spectrum.levels[0].energy - 1.5).magnitude
    }
    let observed = Double.log(errors[0] / errors[1]) / Double.log(2)
    #expect((observed - Double(order)).magnitude < 0.3, "\(observed), \(errors)")
  }

  /// T sin sin sin = Λ sin sin sin for every operator: exactly (π k/W)²/2μ with sines, and the
  /// symbol of the formula with differences, reflections at the walls included.
  @Test(arguments: [(1, 2, 3), (16, 16, 16), (5, 15, 8)])
  func sinesAreEigenvectors(k: (Int, Int, Int)) throws {
    let (n, extent) = (16, 5.0)
    let unit = Double.pi / Double(n + 1)
    func sine(_ wave: Int) -> [Double] { (1...n).map { .sin(unit * Double(wave * $0)) } }
    let (a, b, c) = (sine(k.0), sine(k.1), sine(k.2))
    let vector = a.flatMap { x in b.flatMap { y in c.map { x * y * $0 } } }
    let step = 2 * extent / Double(n)
    let fourier = [k.0, k.1, k.2].reduce(0.0) { sum, wave in
      let q = unit * Double(wave) / step
      return sum + q * q / 4
    }
    let spectral = try UniformFourier(extent: extent, mass: 2) { _, _, _ in 0 }
    #expect(try residual(spectral, points: n, vector, fourier) < 1e-12 * 64)
    let seven = [k.0, k.1, k.2].reduce(0.0) { sum, wave in
      sum + (1 - .cos(unit * Double(wave))) / (2 * step * step)
    }
    let stencil = try UniformStencil(extent: extent, mass: 2) { _, _, _ in 0 }
    #expect(try residual(stencil, points: n, vector, seven) < 1e-12 * 64)
    let eighth = try UniformStencil(extent: extent, order: 8, mass: 2) { _, _, _ in 0 }
    let symbol = [k.0, k.1, k.2].reduce(0.0) { sum, wave in
      let t = unit * Double(wave)
      let series: Double =
        205.0 / 72 - 16.0 / 5 * .cos(t) + 2.0 / 5 * .cos(2 * t) - 16.0 / 315 * .cos(3 * t)
        + 1.0 / 280 * .cos(4 * t)
      return sum + series / (4 * step * step)
    }
    #expect(try residual(eighth, points: n, vector, symbol) < 1e-12 * 64)
  }

  /// The preconditioner inverts the kinetic energy plus the shift.
  @Test(arguments: [Sector.whole, Sector(x: .odd, y: nil, z: .even)])
  func thePreconditionerInvertsTheKineticEnergy(sector: Sector) throws {
    for order in [2, 6] {
      let model = try UniformStencil(extent: 5, order: order) { _, _, _ in 0 }
      let block = try model.block(points: 16, sector: sector)
      let vector = (0..<block.dimension).map { Double.sin(Double($0 * $0)) }
      var (image, back) = (vector, vector)
      vector.withUnsafeBufferPointer { x in
        image.withUnsafeMutableBufferPointer { block.hamiltonian.apply(x, $0) }
      }
      for i in vector.indices { image[i] += 0.4 * vector[i] }
      image.withUnsafeBufferPointer { x in
        back.withUnsafeMutableBufferPointer {
          block.preconditioner.correct(x, level: -0.4, into: $0)
        }
      }
      #expect(zip(back, vector).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
  }

  @Test func anOscillatorBySinesIsExact() throws {
    let model = try UniformFourier(extent: 7) { x, y, z in 0.5 * (x * x + y * y + z * z) }
    let spectrum = try CartesianSolver(tolerance: 1e-7).lowest(10, of: model, points: 32)
    let exact = [1.5] + Array(repeating: 2.5, count: 3) + Array(repeating: 3.5, count: 6)
    #expect(spectrum.isComplete)
    for (level, expected) in zip(spectrum.levels, exact) {
      #expect((level.energy - expected).magnitude < 1e-9)
    }
  }

  /// Interpolation error of a smooth vector falls sixteenfold with the step.
  @Test func prolongationIsOfFourthOrder() {
    func error(_ n: Int, _ sector: Sector) -> Double {
      func sample(_ points: Int) -> [Double] {
        let places = (0..<3).map { axis in
          let all = (0..<points).map { (Double($0) + 0.5) / Double(points) - 0.5 }
          return sector[axis] == nil ? all : Array(all.suffix(points / 2))
        }
        return places[0].flatMap { x in
          places[1].flatMap { y in
            places[2].map { z in
              let own: Double = sector.z == .odd ? .sin(2 * .pi * z) : .cos(.pi * z)
              return Double.cos(.pi * x) * Double.sin(2 * .pi * y) * own
            }
          }
        }
      }
      let exact = sample(2 * n)
      var fine = exact
      fine.withUnsafeMutableBufferPointer {
        Prolongation(sector: sector, coarse: n, fine: 2 * n).apply(sample(n)[...], $0)
      }
      // The outermost nodes feel a wall one step out, which these waves do not have.
      return zip(fine, exact).enumerated().reduce(0) { worst, item in
        let shape = sector.shape(points: 2 * n)
        let (i, rest) = (item.offset / (shape.y * shape.z), item.offset % (shape.y * shape.z))
        let places = [(i, shape.x), (rest / shape.z, shape.y), (rest % shape.z, shape.z)]
        let isInside = places.enumerated().allSatisfy { axis, place in
          place.0 < place.1 - 6 && (sector[axis] != nil || place.0 >= 6)
        }
        return isInside ? max(worst, (item.element.0 - item.element.1).magnitude) : worst
      }
    }
    for sector in [Sector.whole, Sector(x: .even, y: .odd, z: .odd)] {
      let ratio = error(16, sector) / error(32, sector)
      #expect((13...19).contains(ratio), "\(sector): \(ratio)")
    }
  }
}
