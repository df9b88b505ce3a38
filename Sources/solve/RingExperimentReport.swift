import FewBody

/// What was measured beside what the formulas give.
struct RingExperimentReport: AnswerReport {
  let shared: SharedOptions
  private let experiment: RingExperiment

  init(_ flags: RingCommand, named name: String) throws(FewBodyError) {
    experiment = try RingExperiment(named: name)
    shared = flags.shared
  }

  func run() throws { try run { _, _ in try RingComparison(of: experiment) } }

  func draw(_: RingComparison, to path: String) throws {
    throw FewBodyError.invalid("plot", "given", accepted: "a picture without --experiment")
  }

  func archive(_: RingComparison) throws -> NumpyArchive {
    throw FewBodyError.invalid("output", ".npz", accepted: ".json or .csv with --experiment")
  }

  func table(_ comparison: RingComparison) -> String {
    RingExperiment.table(comparison.claims, title: "rings of \(experiment.name)")
  }

  func commaSeparated(_ comparison: RingComparison) -> String {
    RingExperiment.commaSeparated(comparison.claims)
  }
}
