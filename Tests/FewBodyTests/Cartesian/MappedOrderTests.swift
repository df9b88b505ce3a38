import LinearOperators
import RealModule
import Testing

@testable import FewBody

/// Observed orders of the mapped grids at a fixed map.
@Suite struct MappedOrderTests {
  /// The lowest level of a block with a wide map, whose error comes from the origin.
  private func level(
    _ derivative: AxisDerivative, points: Int, core: Double, sector: Sector, breit: Bool = false
  ) throws -> Double {
    let charge = MappedModel.Charge(
      isotropic: breit ? 2.0 / 3 : 1, quadrupole: breit ? 1.0 / 3 : 0)
    let model = MappedModel(
      mass: 1, charge: charge, extent: breit ? 40 : 24, core: core, derivative: derivative,
      background: nil)
    let block = try model.block(points: points, sector: sector)
    let solver = Davidson(
      tolerance: 1e-7, guardVectors: 1, basisBlocks: 6, probeSteps: 0, threads: .available)
    return try solver.lowest(
      1, of: block.hamiltonian, preconditioner: block.preconditioner
    ).values[0]
  }

  private func order(_ errors: [Double], _ points: [Int]) -> Double {
    .log(errors[0].magnitude / errors[1].magnitude)
      / .log(Double(points[1]) / Double(points[0]))
  }

  private static let even = Sector(x: .even, y: .even, z: .even)

  @Test("the cusp of 1s costs order 6, not 4", arguments: [AxisDerivative.fourier])
  func ground(derivative: AxisDerivative) throws {
    let points = [40, 60]
    let errors = try points.map {
      try level(derivative, points: $0, core: 0.6, sector: Self.even) + 0.5
    }
    let found = order(errors, points)
    #expect((found - 6).magnitude < 0.3, "\(found)")
  }

  @Test("differences of order 2, 4 and 6 show it", arguments: [(2, 0.4), (4, 0.4), (6, 0.8)])
  func differences(order p: Int, within: Double) throws {
    let points = [48, 72]
    let errors = try points.map {
      try level(.differences(order: p), points: $0, core: 0.3, sector: Self.even) + 0.5
    }
    let found = order(errors, points)
    #expect((found - Double(p)).magnitude < within, "\(found)")
  }

  @Test("the Breit pair is better than of fourth order")
  func breit() throws {
    let points = [40, 60]
    let errors = try points.map {
      try level(.fourier, points: $0, core: 0.6, sector: Self.even, breit: true)
        + 0.229148759659336
    }
    let found = order(errors, points)
    #expect(found > 3.3 && found < 5.5, "\(found)")
  }
}
