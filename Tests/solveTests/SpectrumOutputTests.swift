import ExactSolutions
import FewBody
import Foundation
import Testing

/// What arrives on stdout: JSON, CSV and the table of one and the same spectrum.
@Suite struct SpectrumOutputTests {
  @Test func jsonIsACompleteSpectrumWithRigorousBounds() throws {
    let outcome = try Executable.run(
      "pair --dim 1 --charge 1.7 --thickness 0.23 --reduced-mass 0.8 --states 5 --format json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let spectrum = try Executable.decode(outcome.output)
    #expect(spectrum.isComplete)
    #expect(spectrum.map(\.index) == [0, 1, 2, 3, 4])
    #expect(spectrum.map { $0.labels["parity"] } == ["even", "odd", "even", "odd", "even"])
    let exact = try ExactShiftedPair(charge: 1.7, thickness: 0.23, reducedMass: 0.8)
    for level in spectrum {
      let energy = try exact.energy(level: level.index).midpoint
      #expect(level.certainty == .rigorous)
      #expect(abs(level.energy.hartree - energy) <= 1e-12 * abs(energy))
      #expect(level.interval.lowerBound.hartree <= energy * (1 - 2e-15))
      #expect(level.interval.upperBound.hartree >= energy * (1 + 2e-15))
    }
  }

  @Test func keysStandInTheOrderOfTheContract() throws {
    let text = try Executable.run("pair --dim 1 --states 1 --repeat 2 --format json").output
    let keys = [
      "schema", "version", "system", "method", "units", "constants", "complete", "threshold",
      "levels", "solveSeconds",
    ]
    let places = keys.map { text.range(of: "\n  \"\($0)\":")?.lowerBound }
    #expect(!places.contains(nil))
    let found = places.compactMap { $0 }
    #expect(found == found.sorted())
  }

  @Test func csvAndTableHoldTheSameEnergies() throws {
    let energies = try Executable.spectrum("--states 3").map { $0.energy.electronvolts }
    let csv = try Executable.run("pair --dim 1 --states 3 --format csv --units eV").output
    let rows = csv.split(separator: "\n")
    let header = try #require(rows.first).split(separator: ",").map(String.init)
    let column = try #require(header.firstIndex { $0.hasPrefix("energy") })
    let fromCSV = rows.dropFirst().compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[column])
    }
    #expect(fromCSV.count == 3)
    for (a, b) in zip(energies, fromCSV) { #expect(abs(a - b) <= 1e-13 * abs(a)) }

    let table = try Executable.run("pair --dim 1 --states 3 --units eV").output
    #expect(table.contains("energy (eV)"))
    for energy in energies { #expect(table.contains("\(energy)".prefix(12))) }
  }

  @Test func exactValuesStandOnlyWhereThereIsAClosedForm() throws {
    let shifted = try Executable.spectrum("--exact --states 4")
    #expect(shifted.allSatisfy { $0.exact != nil })
    for level in shifted {
      let exact = try #require(level.exact)
      #expect(level.interval.contains(exact))
    }
    let soft = try Executable.spectrum(
      "--exact --states 3 --kernel soft --thickness 1.4142135623730951 --reduced-mass 1")
    #expect(soft.map { $0.exact != nil } == [true, false, false])
    #expect(abs(soft[0].energy.hartree + 0.5) < 1e-12)
    let generic = try Executable.spectrum("--exact --states 2 --kernel soft --thickness 0.37")
    #expect(generic.allSatisfy { $0.exact == nil })
    #expect(try Executable.spectrum("--states 2").allSatisfy { $0.exact == nil })
  }

  @Test func everyRepetitionIsTimed() throws {
    let spectrum = try Executable.spectrum("--repeat 3 --states 2")
    #expect(spectrum.solveSeconds.count == 3)
    #expect(spectrum.solveSeconds.allSatisfy { $0 > 0 })
    #expect(try Executable.spectrum("--states 2").solveSeconds.isEmpty)
  }

  @Test func theGoldRingIsBoundByAThirdOfAMillikelvin() throws {
    let outcome = try Executable.run(
      "pair --dim 1 --material Au --thickness 80nm --coupling average --units mK --states 1")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("-0.33363"))
    #expect(outcome.output.contains("average coupling: Z = (2/3) v_F^2/c^2\n"))
    // Essen's Eq. (46) and why it is too deep, said once.
    #expect(outcome.output.components(separatedBy: "-1.3426 mK").count == 2)
  }
}
