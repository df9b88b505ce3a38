import ExactSolutions
import FewBody
import Testing

@Suite struct CouplingTests {
  /// Z r_s^2 of each choice, hence a_m = 2/Z = number * r_s^2 bohr.
  @Test(arguments: [(Coupling.average, 1.52957e4), (.ring, 1.01971e4), (.fermi, 2.03943e4)])
  func bohrRadiusOfThePair(coupling: Coupling, number: Double) throws {
    for metal in try Metal.all() {
      let radius = 2 / coupling.charge(of: metal)
      let scaled = radius / (metal.densityRadius * metal.densityRadius)
      #expect((scaled / number - 1).magnitude < 4e-6)
    }
  }

  /// Essen's "a_m/a of order 100" at a = 80 nm.
  @Test(arguments: [("Au", 91.6670), ("Cu", 72.1278)])
  func thicknessOfTheRings(symbol: String, ratio: Double) throws {
    let charge = Coupling.average.charge(of: try Metal.named(symbol))
    let pair = try ThinPair(charge: charge, thickness: Length.nanometers(80).bohr)
    #expect((pair.bohrRadius / pair.thickness - ratio).magnitude < 6e-5)
  }

  @Test(arguments: [("Au", 0.0164427), ("Cu", 0.0265580), ("Al", 0.0735120), ("Be", 0.110376)])
  func spaceEnergyInMillikelvin(symbol: String, millikelvin: Double) throws {
    let charge = Coupling.average.charge(of: try Metal.named(symbol))
    let pair = try ThinPair(charge: charge, thickness: 1)
    #expect((-pair.spaceEnergy.millikelvin / millikelvin - 1).magnitude < 5e-6)
  }

  @Test(arguments: [("Au", 1.34263), ("Cu", 1.94458)])
  func equation46InMillikelvin(symbol: String, millikelvin: Double) throws {
    let charge = Coupling.average.charge(of: try Metal.named(symbol))
    let pair = try ThinPair(charge: charge, thickness: Length.nanometers(80).bohr)
    #expect((-pair.leadingLogarithm.millikelvin / millikelvin - 1).magnitude < 4e-6)
  }

  @Test func formulasAreDistinct() {
    #expect(Set(Coupling.allCases.map(\.formula)).count == 3)
    #expect(Coupling(rawValue: "ring") == .ring)
    #expect(Coupling(rawValue: "Ring") == nil)
  }
}
