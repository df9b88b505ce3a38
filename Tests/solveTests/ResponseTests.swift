import Foundation
import Testing

/// `solve response` and `solve dipoles` as processes.
@Suite struct ResponseCommandTests {
  private static func object(_ line: String) throws -> [String: Any] {
    let outcome = try Executable.run("\(line) --format json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func theContractsKeys() throws {
    let medium = try ResponseCommandTests.object(
      "response left-handed --assignment A --background -1 --strength 0.001 --frequency 1.0002")
    #expect(abs(try #require(medium["index"] as? Double) + 2) < 1e-11)
    #expect(abs(try #require(medium["reflectance"] as? Double) - 1.0 / 9) < 1e-11)
    let helix = try ResponseCommandTests.object(
      "response helix --radius 2 --pitch 0.5 --turns 1 --states 40")
    let lines = try #require(helix["transitions"] as? [[String: Any]])
    #expect(lines.count == 780)
    let sums = try #require(helix["sums"] as? [String: Double])
    #expect(abs((sums["oscillatorStrength"] ?? 0) - 1) < 1e-3)
    let dipoles = try ResponseCommandTests.object(
      "dipoles --frequencies 1,1.2 --separation 4 --states 4")
    #expect((dipoles["levels"] as? [Any])?.count == 4)
    let couplings = try #require(dipoles["couplings"] as? [[String: Any]])
    #expect(couplings.compactMap { $0["term"] as? String }.count == 5)
    let schemas = [medium, helix, dipoles].compactMap { $0["schema"] as? String }
    #expect(Set(schemas).count == 3)
  }

  @Test(arguments: [
    ("dipoles --separation 0", "--separation"), ("dipoles --frequencies -1,1", "--frequencies"),
    ("dipoles --frequencies 1", "--frequencies"), ("dipoles --moment 1e200", "--moment"),
    ("response left-handed --assignment B --frequency 0.999", "--frequency"), ("response", "helix"),
    ("dipoles --frequencies 0,0 --plot a.svg", "--frequencies"),
    ("response left-handed --frequency 1", "--frequency"),
    ("response left-handed --frequency -1", "--frequency"),
    ("response left-handed --strength 0", "--strength"),
    ("response helix --radius 0", "--radius"), ("response helix --turns -1", "--turns"),
    ("response helix --states 1", "--states"), ("response helix --states 401", "--states"),
  ])
  func whatCannotBe(line: String, flag: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.contains(flag) == true, "\(outcome.errors)")
    #expect(outcome.errorLines.first?.hasPrefix("Error: ") == true)
  }
}
