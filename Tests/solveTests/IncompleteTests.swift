import FewBody
import Foundation
import Testing

/// What is printed when the asked result was not reached: everything found, and a word about it.
@Suite struct IncompleteTests {
  @Test(.timeLimit(.minutes(1))) func anInterruptPrintsWhatWasFound() throws {
    let folder = try Scratch()
    let output = folder.path("out")
    let process = try Executable.start(
      ["pair", "--dim", "1", "--states", "3000", "--format", "json"], output: output,
      errors: folder.path("err"))
    // Blocking: a suspended task comes back when the other tests let it, perhaps after the end.
    Thread.sleep(forTimeInterval: 0.9)
    #expect(process.isRunning)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let spectrum = try Executable.decode(String(contentsOfFile: output, encoding: .utf8))
    #expect(!spectrum.isComplete)
    #expect(spectrum.count < 3000)
    #expect(spectrum.map(\.index) == Array(0..<spectrum.count))
    #expect(zip(spectrum, spectrum.dropFirst()).allSatisfy { $0.energy < $1.energy })
  }

  @Test func anAccuracyBeyondRoundingIsReportedAsMissed() throws {
    let outcome = try Executable.run("pair --dim 1 --states 3 --tolerance 1e-15 --format json")
    #expect(outcome.status == 70)
    let spectrum = try Executable.decode(outcome.output)
    #expect(!spectrum.isComplete)
    #expect(spectrum.count == 3)
    // Missed, and yet right: the same energies as with the default tolerance.
    for (a, b) in zip(spectrum, try Executable.spectrum("--states 3")) {
      #expect(abs(a.energy.hartree - b.energy.hartree) <= 1e-12 * abs(b.energy.hartree))
    }
  }

  /// Every Coulomb tail binds infinitely many levels, so that an empty complete list is a lie.
  @Test(arguments: ["--charge 1e-30", "--reduced-mass 1e-30", "--kernel soft --charge 1e-30"])
  func aPairWithoutLevelsIsNeverComplete(line: String) throws {
    let outcome = try Executable.run("pair --dim 1 \(line) --format json")
    #expect([0, 64, 70].contains(outcome.status))
    if outcome.status != 64 {
      let spectrum = try Executable.decode(outcome.output)
      #expect(spectrum.isComplete == (spectrum.count == 6))
      #expect(spectrum.isComplete == (outcome.status == 0))
    }
  }

  @Test(arguments: [40, 120])
  func manyLevelsAreComplete(count: Int) throws {
    let spectrum = try Executable.spectrum("--states \(count)")
    #expect(spectrum.isComplete)
    #expect(spectrum.count == count)
    #expect(zip(spectrum, spectrum.dropFirst()).allSatisfy { $0.energy < $1.energy })
  }
}
