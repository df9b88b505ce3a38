import ExactSolutions
import FewBody
import Testing

@Suite struct ThinPairTests {
  /// Essen's example a_m/a = 100: Eq (46) against its resummation.
  @Test func energiesAtAHundred() throws {
    let pair = try ThinPair(charge: 1, thickness: 0.02)
    #expect((pair.bohrRadius / pair.thickness - 100).magnitude < 1e-12)
    let unit = pair.spaceEnergy.hartree
    #expect(unit == -0.25)
    #expect((pair.leadingLogarithm.hartree / unit - 84.8304).magnitude < 5e-5)
    #expect((pair.resummedLogarithm.hartree / unit - 20.473).magnitude < 5e-4)
  }

  /// Charge and mass enter only through mu Z^2 and mu Z a.
  @Test func scalesWithChargeAndMass() throws {
    let one = try ThinPair(charge: 1, thickness: 0.01, reducedMass: 1)
    let other = try ThinPair(charge: 2, thickness: 0.01 / 6, reducedMass: 3)
    for energy in [\ThinPair.spaceEnergy, \.leadingLogarithm, \.resummedLogarithm] {
      let ratio = other[keyPath: energy].hartree / one[keyPath: energy].hartree
      #expect((ratio - 12).magnitude < 1e-11)
    }
  }
}
