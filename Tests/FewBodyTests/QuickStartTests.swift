import FewBody
import Foundation
import Testing

/// The README's quick start is compiled and run here, and is the program that Tests/Consumer builds.
@Suite struct QuickStartTests {
  @Test func quickStartRuns() throws {
    // begin
    let gold = try LinePair(metal: .named("Au"), thickness: .nanometers(80))
    let spectrum = try gold.spectrum(lowest: 6)
    print("complete:", spectrum.isComplete)
    for level in spectrum {
      let bounds = level.interval
      print(bounds.lowerBound.millikelvin, level.energy.millikelvin, bounds.upperBound.millikelvin)
    }
    // end
    #expect(spectrum.isComplete)
    #expect(spectrum.count == 6)
    #expect(spectrum.allSatisfy { $0.certainty == .rigorous })
    // Essen's Eq. (45), solved by Whittaker functions: 0.334 mK for gold.
    #expect(abs(spectrum[0].energy.millikelvin + 0.334) < 5e-4)
  }

  @Test func readmeShowsThisProgram() throws {
    let program = "import FewBody\n\n" + (try ownSource())
    let readme = try text("README.md")
    #expect(readme.contains("```swift\n\(program)```\n"))
    #expect(try text("Tests/Consumer/Sources/QuickStart/main.swift") == program)
  }

  /// The lines between the two marks, without their indentation.
  private func ownSource() throws -> String {
    let lines = try text("Tests/FewBodyTests/QuickStartTests.swift")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0 == "    // begin" })
    let last = try #require(lines.firstIndex { $0 == "    // end" })
    try #require(first + 1 < last)
    return lines[(first + 1)..<last].map { $0.dropFirst(4) + "\n" }.joined()
  }

  /// A file of the repository, found from where this one lies: Tests/FewBodyTests.
  private func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
