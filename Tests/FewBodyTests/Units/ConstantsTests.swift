import FewBody
import Foundation
import Testing

@Suite struct ConstantsTests {
  /// Every number of Constants.swift against Data/constants.csv, within CODATA's own uncertainty.
  @Test func agreeWithTheTableOfCODATA2022() throws {
    let known: [String: Double] = [
      "fineStructure": Constants.fineStructure,
      "speedOfLight": Constants.speedOfLight,
      "muonMass": Constants.muonMass,
      "electronInAtomicMasses": Constants.electronInAtomicMasses,
      "bohrInMetres": Constants.bohrInMetres,
      "hartreeInJoules": Constants.hartreeInJoules,
      "hartreeInElectronvolts": Constants.hartreeInElectronvolts,
      "boltzmannInJoulesPerKelvin": Constants.boltzmannInJoulesPerKelvin,
      "hartreeInKelvin": Constants.hartreeInKelvin,
      "currentInAmperes": Constants.currentInAmperes,
      "fieldInTesla": Constants.fieldInTesla,
      "classicalElectronRadius": Constants.classicalElectronRadius * Constants.bohrInMetres,
    ]
    let derived: Set = ["speedOfLight", "hartreeInKelvin", "classicalElectronRadius"]
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Data/constants.csv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
    var seen: Set<String> = []
    for line in lines {
      let fields = line.split(separator: ",").map(String.init)
      try #require(fields.count == 7)
      let value = try #require(Double(fields[2]))
      let uncertainty = try #require(Double(fields[3]))
      let member = try #require(known[fields[5]], "no constant \(fields[5])")
      if derived.contains(fields[5]) {
        #expect((member - value).magnitude <= uncertainty, "\(fields[5])")
      } else {
        #expect(member == value, "\(fields[5])")
      }
      seen.insert(fields[5])
    }
    #expect(seen == Set(known.keys))
  }

  /// E_h = m_e c^2 alpha^2: joules and electronvolts must differ by the exact elementary charge.
  @Test func jouleAndElectronvoltAgreeThroughTheElementaryCharge() {
    let ratio = Constants.hartreeInJoules / Constants.hartreeInElectronvolts
    #expect((ratio / 1.602_176_634e-19 - 1).magnitude < 2e-12)
  }
}
