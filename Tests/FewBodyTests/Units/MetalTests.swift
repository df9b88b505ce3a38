import Foundation
import Testing

@testable import FewBody

@Suite struct MetalTests {
  @Test(arguments: [("Au", 3.01), ("Cu", 2.67), ("Al", 2.07), ("Be", 1.87)])
  func densityRadiusIsAshcroftAndMermins(symbol: String, radius: Double) throws {
    #expect(try Metal.named(symbol).densityRadius == radius)
  }

  @Test func isFoundBySymbolOrNameWhateverTheCase() throws {
    let gold = try Metal.named("Au")
    #expect(gold.name == "gold")
    for word in ["au", "AU", "gold", "Gold"] { #expect(try Metal.named(word) == gold) }
    #expect(try Metal.named("hg").debyeTemperature == 71.9)
  }

  @Test func anUnknownMetalIsRefusedWithTheKnownSymbols() throws {
    let error = #expect(throws: FewBodyError.self) { try Metal.named("Unobtainium") }
    guard case .invalid(let parameter) = error else {
      Issue.record("not .invalid: \(String(describing: error))")
      return
    }
    #expect(parameter.name == "material")
    #expect(parameter.value == "Unobtainium")
    for metal in try Metal.all() { #expect(parameter.accepted.contains(metal.symbol)) }
  }

  @Test func fermiFactorIsTheCubeRoot() {
    let cube = Metal.fermiFactor * Metal.fermiFactor * Metal.fermiFactor
    #expect((cube / (9 * Double.pi / 4) - 1).magnitude < 1e-15)
  }

  /// r_s, E_F and n are three printed columns of one quantity.
  @Test func columnsOfTheTableFollowFromOneAnother() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Data/metals.csv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    let metals = try Metal.all()
    #expect(metals.count >= 25)
    #expect(lines.count == metals.count + 1)
    #expect(Set(metals.map(\.symbol)).count == metals.count)
    for (metal, line) in zip(metals, lines.dropFirst()) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(fields.count == 13)
      for source in fields[8...] { #expect(!source.isEmpty, "\(metal.symbol) has no source") }
      let density = try #require(Double(fields[5])) * 1e28
      let radius = cbrt(3 / (4 * Double.pi * density)) / Constants.bohrInMetres
      #expect((radius / metal.densityRadius - 1).magnitude < 0.003, "\(metal.symbol): r_s and n")
      let energy = Energy(hartree: metal.fermiVelocity * metal.fermiVelocity / 2).electronvolts
      #expect(
        (energy / metal.fermiEnergy.electronvolts - 1).magnitude < 0.005,
        "\(metal.symbol): E_F and r_s")
      #expect(metal.debyeTemperature > 30 && metal.debyeTemperature < 1500)
    }
  }

  @Test func aBadTableIsRefusedByLine() {
    let header =
      "symbol,name,valence,density_radius_bohr,fermi_energy_ev,debye_temperature_k,atomic_mass_u\n"
    let cases = [
      ("symbol,name\nAu,gold\n", 1), (header + "Au,gold,1,3.01,5.53\n", 2),
      (header + "Au,gold,1,3.01,5.53,165,197\nCu,copper,1,-2.67,7,343,64\n", 3),
      (header + "Au,gold,one,3.01,5.53,165,197\n", 2), (header + "Au,gold,1,nan,5.53,165,197\n", 2),
    ]
    for (text, line) in cases {
      let error = #expect(throws: FewBodyError.self) { try MetalTable.parse(text, file: "t.csv") }
      guard case .badData(let file, let found, _) = error else {
        Issue.record("not .badData")
        continue
      }
      #expect(file == "t.csv")
      #expect(found == line)
    }
  }
}
