import ArgumentParser
import FewBody
import Papers

struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "What five papers state, beside what this library computes.",
    discussion: """
      Every number, formula and figure of a paper, computed now, with a verdict: agrees, rounding (only its \
      order or a rounded value holds) or corrected, and why. Papers: essen, su, koizumi, hu, cho; without a \
      name all of them, in seconds.

        solve reproduce essen
        solve reproduce --format json --output claims.json
        solve reproduce cho --format csv
      """)

  @Argument(help: "essen, su, koizumi, hu or cho (default: all).")
  var paper: [String] = []

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    try ReproductionReport(shared: shared).refuseWhatIsNot()
    let papers = try chosen()
    try ReproductionReport(shared: shared).run { progress, shouldStop in
      try Paper.reproduce(papers, progress: progress, shouldStop: shouldStop)
    }
  }

  private func chosen() throws -> [Paper] {
    if paper.isEmpty { return Paper.allCases }
    var papers: [Paper] = []
    for name in paper {
      guard let known = Paper(rawValue: name), !papers.contains(known) else {
        let names = Paper.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("paper is '\(name)'; accepted: each at most once, of \(names)")
      }
      papers.append(known)
    }
    return papers
  }
}

/// Claims as table, JSON or comma-separated values.
struct ReproductionReport: AnswerReport {
  let shared: SharedOptions

  /// Before the work, what there is none of.
  func refuseWhatIsNot() throws(FewBodyError) {
    if shared.plot != nil { throw Self.withoutPicture }
  }

  func draw(_: Reproduction, to _: String) throws { throw Self.withoutPicture }
  func table(_ answer: Reproduction) -> String { answer.table() }
  func commaSeparated(_ answer: Reproduction) -> String { answer.commaSeparated() }

  private static let withoutPicture = FewBodyError.invalid(
    "plot", "given",
    accepted: "a picture of ring, collective, dipoles or response, which draw the papers' figures")
}
