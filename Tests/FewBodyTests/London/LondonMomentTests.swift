import RealModule
import Testing

@testable import FewBody

/// Essen's Eqs. (27)-(30) and (51)-(55).
@Suite struct LondonMomentTests {
  /// The field of N charges on a turning sphere is London's: mu0 N e/6 pi R = 2m/e, in SI.
  @Test func sphere() throws {
    let moment = try LondonMoment(radius: .metres(0.01))
    #expect((moment.sphereElectrons / 1.064607e13 - 1).magnitude < 1e-6)
    #expect((moment.sphereRatio - 3).magnitude < 1e-12)
    #expect((moment.cylinderRatio - 1).magnitude < 1e-12)
    let (mu0, charge) = (1.256_637_061_27e-6, 1.602_176_634e-19)
    let field = mu0 * moment.sphereElectrons * charge / (6 * .pi * 0.01)
    #expect((field / LondonMoment.fieldPerAngularVelocity - 1).magnitude < 1e-8)
    #expect((LondonMoment.fieldPerAngularVelocity / 1.137126e-11 - 1).magnitude < 1e-6)
    // The long cylinder: mu0 n e/2 pi, n electrons per length.
    let line = mu0 * moment.cylinderElectrons / 0.01 * charge / (2 * .pi)
    #expect((line / LondonMoment.fieldPerAngularVelocity - 1).magnitude < 1e-8)
  }

  @Test func sizes() throws {
    let two = try LondonMoment.smallestSize(dimension: 2)
    let three = try LondonMoment.smallestSize(dimension: 3)
    #expect((two.bohr - 18778.9).magnitude < 0.05)
    #expect((two.nanometers - 993.735).magnitude < 0.01)
    #expect((three.bohr - 137.036).magnitude < 1e-3)
    #expect((three.nanometers - 7.25163).magnitude < 1e-4)
    let between = try LondonMoment.smallestSize(dimension: 2.5)
    #expect(between < two && between > three)
  }

  /// In one dimension no size will do, Eq. (53).
  @Test(arguments: [1.0, 0, -2, .nan, .infinity]) func oneDimension(d: Double) {
    #expect(throws: FewBodyError.self) { try LondonMoment.smallestSize(dimension: d) }
  }

  @Test func noRadius() {
    #expect(throws: FewBodyError.self) { try LondonMoment(radius: 0) }
  }
}
