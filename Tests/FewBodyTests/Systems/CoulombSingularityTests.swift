import RealModule
import Testing

@testable import FewBody

/// The split of a black box into -Z/r and a remainder that is finite at the origin.
@Suite struct CoulombSingularityTests {
  @Test func coulombAndYukawaGiveTheirCharge() throws {
    for charge in [1.0, -2.5, 3e-6] {
      for range in [0.3, 2.0, 500.0] {
        let split = try CoulombSingularity(
          of: { -charge / $0 * Double.exp(-$0 / range) }, named: "yukawa", flag: "potential")
        #expect((split.charge - charge).magnitude < 1e-14 * charge.magnitude)
        for r in [1e-7, 1e-3, 0.1, 0.9, 1.1, 7] {
          let exact = -charge / r * Double.expMinusOne(-r / range)
          // A rounding of r V over r; the first of 17 Chebyshev points lies at 0.0021 of the edge.
          let rounding = 1e-14 * charge.magnitude / max(r, 0.0021 * split.edge)
          #expect((split.remainder(r) - exact).magnitude < rounding, "r = \(r), range \(range)")
        }
      }
    }
  }

  @Test func aFinitePotentialHasNone() throws {
    for function: @Sendable (Double) -> Double in [
      { 0.5 * $0 * $0 }, { -1 / Double.cosh($0) }, { $0 < 0.5 ? -3 : 0 }, { _ in 0 },
      { -1 / ($0 + 0.01) },
    ] {
      let split = try CoulombSingularity(of: function, named: "V", flag: "potential")
      #expect(split.charge.magnitude < 1e-12)
      for r in [1e-6, 0.2, 0.7, 3] {
        #expect((split.remainder(r) - function(r)).magnitude < 1e-10)
      }
    }
  }

  @Test(arguments: [2, 3])
  func whatIsMoreSingularIsRefused(power: Int) throws {
    let error = #expect(throws: FewBodyError.self) {
      try CoulombSingularity(of: { -1 / Double.pow($0, power) }, named: "1/r^n", flag: "potential")
    }
    #expect("\(try #require(error))".contains("potential is 1/r^n"))
  }
}
