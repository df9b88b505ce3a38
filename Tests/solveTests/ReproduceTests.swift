import Foundation
import Testing

/// `solve reproduce` as a process.
@Suite struct ReproduceTests {
  @Test func theContractsKeys() throws {
    let outcome = try Executable.run("reproduce hu --format json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "few-body/reproduction/1")
    #expect(object["complete"] as? Bool == true)
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.count == 9)
    for claim in claims {
      for key in ["claim", "equation", "published", "computed", "verdict", "why"] {
        #expect((claim[key] as? String)?.isEmpty == false, "\(key) of \(claim)")
      }
    }
  }

  @Test func tableAndList() throws {
    let table = try Executable.run("reproduce hu cho")
    #expect(table.status == 0 && table.output.contains("CORRECTED"))
    #expect(table.output.contains("\nhu\n") || table.output.hasPrefix("hu\n"))
    let list = try Executable.run("reproduce hu --format csv")
    let lines = list.output.split(separator: "\n")
    #expect(lines.first == "seed,equation,claim,published,computed,verdict,why")
    #expect(lines.count == 10)
  }

  @Test(arguments: [
    ("reproduce einstein", "paper"), ("reproduce hu hu", "paper"),
    ("reproduce hu --plot a.svg", "--plot"),
    ("reproduce hu --states 0", "--states"),
  ])
  func whatCannotBe(line: String, flag: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.hasPrefix("Error: \(flag)") == true, "\(outcome.errors)")
  }

  /// Again and again, so that the interrupt meets work under way on any machine.
  @Test(.timeLimit(.minutes(1))) func anInterruptPrintsTheClaimsThatWereComputed() throws {
    let folder = try Scratch()
    let process = try Executable.start(
      ["reproduce", "--repeat", "1000", "--format", "json"], output: folder.path("out"),
      errors: folder.path("err"))
    Thread.sleep(forTimeInterval: 0.9)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let object = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: folder.path("out")))) as? [String: Any])
    let claims = try #require(object["claims"] as? [[String: Any]])
    let all = try ReproduceTests.claims.get()
    #expect(claims.count <= all.count)
    #expect(object["complete"] as? Bool == (claims.count == all.count))
    // What is there is there in full, in the order of the whole list.
    #expect(claims.map { $0["claim"] as? String } == all.prefix(claims.count).map(\.self))
  }

  private static let claims = Result {
    let outcome = try Executable.run("reproduce --format json")
    let object =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (object?["claims"] as? [[String: Any]] ?? []).map { $0["claim"] as? String }
  }
}
