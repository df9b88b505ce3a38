import FewBody

/// Prints or writes what was measured beside what the formulas give.
struct RingExperimentReport {
  private let experiment: RingExperiment
  private let shared: SharedOptions

  init(_ flags: RingCommand, named name: String) throws(FewBodyError) {
    experiment = try RingExperiment(named: name)
    shared = flags.shared
    guard shared.plot == nil else {
      throw .invalid("plot", "given", accepted: "a picture without --experiment")
    }
    guard shared.ending != .npz else {
      throw .invalid("output", ".npz", accepted: ".json or .csv with --experiment")
    }
  }

  /// The JSON of `--experiment`.
  private struct Document: Encodable {
    var schema = "few-body/experiment/1"
    var version = FewBodyVersion.number
    var experiment: String
    var constants = Constants.edition
    var claims: [RingExperiment.Claim]
  }

  func run() throws {
    let claims = try experiment.claims()
    let format: SharedOptions.Format =
      switch shared.ending {
      case .json: .json
      case .csv: .csv
      case .npz, nil: shared.format
      }
    let text =
      switch format {
      case .table: RingExperiment.table(claims, title: "rings of \(experiment.name)")
      case .json:
        try OrderedJSONEncoder().encode(Document(experiment: experiment.name, claims: claims))
          + "\n"
      case .csv: RingExperiment.commaSeparated(claims)
      }
    guard let path = shared.output else { return try StandardOutput.write(text) }
    do {
      try AtomicFile.write(text, to: path)
    } catch {
      throw Unwritable(flag: "--output", cause: error)
    }
  }
}
