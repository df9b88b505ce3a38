import FewBody
import Foundation
import Testing

@Suite struct SampledPotentialFileTests {
  private func withFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("few-body-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  @Test func untidyTablesAreRead() throws {
    let text =
      "\u{FEFF}# made by hand\r\n\r\n \"x\" , \"V\"\r\n-1, 1\r\n\"0\",\"0\"\r\n"
      + "# middle\n\t1 ,1e0\n\n"
    let table = try withFile(Array(text.utf8)) { try SampledPotential(contentsOf: $0) }
    #expect(table.nodes == [-1, 0, 1] && table.values == [1, 0, 1] && table.isEven)
    let falling = try SampledPotential(csv: "x,V\n3,1\n2,5\n-1,2", file: "f")
    #expect(falling.nodes == [-1, 2, 3] && falling.values == [2, 5, 1])
  }

  @Test(arguments: [
    ("", 0, "empty"), ("# only\n", 0, "empty"), ("x,V\n", 0, "0 data rows"),
    ("x,V\n1,2\n", 0, "1 data row;"), ("r,V\n1,2\n3,4\n", 1, "header"),
    ("1,2\n3,4\n", 1, "header"), ("x,V\n1\n2,3\n", 2, "1 field;"),
    ("x,V\n1,2,3\n", 2, "3 fields"), ("x,V\n1,2\n2,abc\n", 3, "'abc' is not a number"),
    ("x,V\n1,2\n,3\n", 3, "'' is not a number"), ("x,V\n\n1,2\n2,nan\n", 4, "not finite"),
    ("x,V\n1,2\ninf,3\n", 3, "not finite"), ("x,V\n1,2\n1,3\n", 3, "repeated"),
    ("x,V\n1,2\n2,3\n1.5,4\n", 4, "turns back"), ("x,V\n3,2\n2,3\n2.5,4\n", 4, "turns back"),
    ("x,V\n1,2\n2;3\n", 3, "1 field;"), ("x,V\n1,1e999\n", 2, "not finite"),
    ("x,V\n0,1e300\n1e-300,-1e300\n2e-300,1e300\n", 0, "overflow"),
  ])
  func faultsAreNamedWithTheirLine(text: String, line: Int, problem: String) throws {
    try withFile(Array(text.utf8)) { path in
      let error = #expect(throws: FewBodyError.self) { try SampledPotential(contentsOf: path) }
      guard case .badData(let file, let found, let message)? = error else {
        Issue.record("\(String(describing: error)) is not badData")
        return
      }
      #expect(file == path && found == line)
      #expect(message.contains(problem), "\(message)")
    }
  }

  @Test func filesThatAreNotTextAreRefused() throws {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: NoSuchFile(path: folder + "/no/such.csv")) {
      try SampledPotential(contentsOf: folder + "/no/such.csv")
    }
    let directory = #expect(throws: FewBodyError.self) { try SampledPotential(contentsOf: folder) }
    #expect("\(String(describing: directory))".contains("directory"))
    try withFile([0x78, 0x2C, 0x56, 0x0A, 0xFF, 0xFE]) { path in
      let error = #expect(throws: FewBodyError.self) { try SampledPotential(contentsOf: path) }
      #expect("\(String(describing: error))".contains("UTF-8"))
    }
  }
}
