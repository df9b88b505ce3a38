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
}
