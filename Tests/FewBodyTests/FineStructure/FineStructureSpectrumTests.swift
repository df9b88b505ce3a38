import Foundation
import Testing

@testable import FewBody

/// The list of levels: its order, its length, its JSON, and what it refuses.
@Suite struct FineStructureSpectrumTests {
  @Test(arguments: Species.all)
  func levelsAscendInEnergyAndFewerAreAPrefix(species: Species) throws {
    let full = try FineStructure(of: species).spectrum(lowest: 20)
    #expect(full.count == 20)
    #expect(full.map(\.index) == Array(0..<20))
    for (a, b) in zip(full, full.dropFirst()) {
      #expect(a.n < b.n || a.total < b.total + 1e-12)
      #expect(a.gross.hartree + a.shift.hartree < b.gross.hartree + b.shift.hartree + 1e-14)
    }
    for count in [1, 2, 7] {
      let part = try FineStructure(of: species).spectrum(lowest: count)
      #expect(part.map(\.symbol) == full.prefix(count).map(\.symbol))
      #expect(part.isComplete)
    }
  }

  @Test(arguments: Species.all)
  func aTotalIsTheSumOfItsTermsWithinItsBounds(species: Species) throws {
    for level in try FineStructure(of: species).spectrum(lowest: 14) {
      #expect(level.terms.count == FineStructureTerm.allCases.count)
      let sum = level.terms.values.reduce(0, +)
      #expect(level.interval.contains(level.total))
      #expect(level.interval.contains(sum))
      #expect(level.certainty.word == "estimate")
      let volts = level.shift.electronvolts
      let factor = Constants.fineStructure * Constants.fineStructure
      #expect(abs(volts - level.total * factor * 27.211386245981) <= 1e-15 * abs(volts))
    }
  }

  @Test(arguments: Species.all)
  func jsonReadsBackToTheSameSpectrum(species: Species) throws {
    let spectrum = try FineStructure(of: species).spectrum(lowest: 9)
    let text = try OrderedJSONEncoder().encode(spectrum)
    let copy = try JSONDecoder().decode(FineStructureSpectrum.self, from: Data(text.utf8))
    #expect(copy.system == spectrum.system)
    #expect(copy.isComplete == spectrum.isComplete)
    #expect(copy.notes == spectrum.notes)
    #expect(copy.map(\.symbol) == spectrum.map(\.symbol))
    #expect(copy.map(\.gross) == spectrum.map(\.gross))
    #expect(copy.map(\.terms) == spectrum.map(\.terms))
    #expect(copy.map(\.total) == spectrum.map(\.total))
    #expect(copy.map(\.interval) == spectrum.map(\.interval))
    #expect(copy.map(\.certainty) == spectrum.map(\.certainty))
    #expect(copy.map(\.singletWeight) == spectrum.map(\.singletWeight))
    #expect(copy.map(\.degeneracy) == spectrum.map(\.degeneracy))
  }

  @Test func anInterruptedSolveReturnsWholeShells() throws {
    var polls = 0
    let part = try FineStructure(of: .positronium).spectrum(
      lowest: 40,
      shouldStop: {
        polls += 1
        return polls > 2
      })
    #expect(!part.isComplete)
    #expect(part.map(\.n).max() == 2)
    #expect(part.count == 8)
  }

  @Test(arguments: [
    (Species(name: "x", nuclearMass: 0), "nuclear-mass"),
    (Species(name: "x", nuclearMass: .nan), "nuclear-mass"),
    (Species(name: "x", electronMass: -1, nuclearMass: 1), "electron-mass"),
    (Species(name: "x", electronMass: .infinity, nuclearMass: 1), "electron-mass"),
    (Species(name: "x", charge: 0, nuclearMass: 1), "charge"),
    (Species(name: "x", charge: 1e300, nuclearMass: 1), "charge"),
    (Species(name: "x", nuclearMass: 2, annihilates: true), "annihilates"),
    (Species(name: "x", charge: 2, nuclearMass: 1, annihilates: true), "annihilates"),
  ])
  func aSpeciesThatCannotBeIsRefused(species: Species, name: String) {
    let error = #expect(throws: FewBodyError.self) {
      try FineStructure(of: species).spectrum(lowest: 1)
    }
    guard case .invalid(let parameter) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(parameter.name == name)
  }

  @Test(arguments: [0, -1, 1_000_000, Int.max])
  func aCountThatCannotBeIsRefused(count: Int) {
    #expect(throws: FewBodyError.self) {
      try FineStructure(of: .positronium).spectrum(lowest: count)
    }
  }
}
