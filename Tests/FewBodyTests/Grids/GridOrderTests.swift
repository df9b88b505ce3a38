import RealModule
import Testing

@testable import FewBody

/// Observed orders of the differences, and the accuracy of both grids on the kinked kernel.
@Suite struct GridOrderTests {
  /// log2 of the error's ratio between `points` and twice as many.
  private func observedOrder(
    _ system: some LineSystem, order: Int, points: Int, extent: Double?, exact: Double, level: Int
  ) throws -> Double {
    let errors = try [points, 2 * points].map { count in
      try system.spectrum(
        lowest: level + 1,
        on: .finiteDifferences(order: order, points: count, extent: extent))[level].energy.hartree
        - exact
    }
    return .log(errors[0].magnitude / errors[1].magnitude) / .log(2)
  }

  @Test(
    "orders 2, 4, 6 and 8 on the soft kernel", arguments: [(2, 400), (4, 200), (6, 160), (8, 140)])
  func softOrders(order: Int, points: Int) throws {
    let pair = LinePair(coupling: 1, thickness: 1, reducedMass: 1, kernel: .soft)
    let exact = try pair.spectrum(lowest: 2)
    for level in 0..<2 {
      let observed = try observedOrder(
        pair, order: order, points: points, extent: 40, exact: exact[level].energy.hartree,
        level: level)
      #expect((observed - Double(order)).magnitude <= 0.3, "level \(level): \(observed)")
    }
  }

  @Test(
    "orders 2, 4, 6 and 8 on a uniform grid in a smooth well",
    arguments: [(2, 100), (4, 80), (6, 120), (8, 120)])
  func wellOrders(order: Int, points: Int) throws {
    let well = LineParticle(mass: 1, in: HyperbolicWell(strength: 3), between: -14...14)
    let exact = try well.spectrum(lowest: 1)
    let observed = try observedOrder(
      well, order: order, points: points, extent: nil, exact: exact[0].energy.hartree, level: 0)
    #expect((observed - Double(order)).magnitude <= 0.3, "\(observed)")
  }

  @Test("the kinked kernel: 1e-7 by differences of 4000 points, 1e-6 by 512 Fourier points")
  func kink() throws {
    let pair = LinePair(coupling: 1, thickness: 1)
    let exact = try pair.spectrum(lowest: 3)
    let differences = try pair.spectrum(
      lowest: 3, on: .finiteDifferences(order: 8, points: 4000, extent: 40))
    let fourier = try pair.spectrum(lowest: 3, on: .fourier(points: 512))
    // At 40 bohr the third level of mu = 1/2 feels the wall; the two lowest do not.
    for k in 0..<2 {
      let energy = exact[k].energy.hartree
      #expect((differences[k].energy.hartree - energy).magnitude <= 1e-7 * energy.magnitude)
    }
    for k in 0..<3 {
      let energy = exact[k].energy.hartree
      #expect((fourier[k].energy.hartree - energy).magnitude <= 1e-6 * energy.magnitude)
    }
  }

  @Test(
    "three discretizations meet inside their bounds",
    arguments: [0.1, 1, 30], LinePair.Kernel.allCases)
  func meeting(thickness: Double, kernel: LinePair.Kernel) throws {
    let pair = LinePair(coupling: 1, thickness: .bohr(thickness), kernel: kernel)
    let exact = try pair.spectrum(lowest: 4)
    for method in [LineMethod.finiteDifferences(order: 8, points: 2000), .fourier(points: 512)] {
      let grid = try pair.spectrum(lowest: 4, on: method)
      #expect(grid.count == 4 && grid.isComplete)
      for (a, b) in zip(exact, grid) {
        #expect(a.interval.overlaps(b.interval), "\(method) \(a.energy) \(b.energy) \(b.interval)")
        #expect(b.certainty.word == "estimate")
        #expect(b.labels["parity"] == a.labels["parity"])
        let size = a.energy.hartree.magnitude
        #expect((a.energy.hartree - b.energy.hartree).magnitude <= 1e-5 * size)
      }
    }
  }

  @Test("a box too small is noticed: the estimate still holds the exact energy")
  func smallBox() throws {
    let pair = LinePair(coupling: 1, thickness: 1, kernel: .soft)
    let exact = try pair.spectrum(lowest: 2)
    for method in [
      LineMethod.finiteDifferences(order: 8, points: 600, extent: 12),
      .fourier(points: 256, extent: 12),
    ] {
      for (a, b) in zip(exact, try pair.spectrum(lowest: 2, on: method)) {
        #expect(a.interval.overlaps(b.interval), "\(method) \(a.energy) \(b.interval)")
        #expect(b.energy >= a.energy)
      }
    }
  }

  @Test("grid states are orthonormal and have the right nodes")
  func states() throws {
    let pair = LinePair(coupling: 1, thickness: 1)
    for method in [LineMethod.finiteDifferences(order: 8, points: 800), .fourier(points: 256)] {
      let spectrum = try pair.spectrum(lowest: 4, on: method)
      for i in 0..<4 {
        for j in 0..<4 {
          let product = try #require(spectrum.matrixElement(i, j) { _ in 1 })
          #expect((product - (i == j ? 1 : 0)).magnitude < 1e-7)
        }
        let values = try #require(spectrum[i].state).quadrature().values
        let peak = values.map(\.magnitude).max() ?? 0
        let visible = values.filter { $0.magnitude > 1e-5 * peak }
        #expect(zip(visible, visible.dropFirst()).filter { ($0 < 0) != ($1 < 0) }.count == i)
      }
    }
  }
}
