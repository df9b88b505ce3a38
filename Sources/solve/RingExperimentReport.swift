import FewBody

/// What was measured beside what the formulas give.
struct RingExperimentReport: AnswerReport {
  let shared: SharedOptions
  private let experiment: RingExperiment

  init(_ flags: RingCommand, named name: String) throws(FewBodyError) {
    experiment = try RingExperiment(named: name)
    shared = flags.shared
    // The rings are those of the paper: a parameter of another would be dropped without a word.
    let given: [(name: String, isGiven: Bool)] = [
      ("flux", flags.flux != nil), ("boundary", flags.boundary != nil),
      ("radius", flags.radius != nil), ("mass", flags.mass != nil),
      ("cosine", !flags.cosine.isEmpty), ("potential", flags.potential != nil),
      ("potential-file", flags.potentialFile != nil), ("disorder", flags.disorder != nil),
      ("rashba", flags.rashba != nil), ("zeeman", flags.zeeman != nil),
      ("electrons", flags.electrons != nil), ("temperature", flags.temperature != nil),
      ("spin-degeneracy", flags.spinDegeneracy != nil), ("order", flags.order != nil),
      ("points", flags.points != nil), ("tolerance", flags.tolerance != nil),
    ]
    if let flag = given.first(where: \.isGiven) {
      throw .invalid(flag.name, "given", accepted: "no parameters of a ring with --experiment")
    }
  }

  func run() throws { try run { _, _ in try RingComparison(of: experiment) } }

  func draw(_: RingComparison, to path: String) throws {
    throw FewBodyError.invalid("plot", "given", accepted: "a picture without --experiment")
  }

  func table(_ comparison: RingComparison) -> String {
    RingExperiment.table(comparison.claims, title: "rings of \(experiment.name)")
  }

  func commaSeparated(_ comparison: RingComparison) -> String {
    RingExperiment.commaSeparated(comparison.claims)
  }
}
