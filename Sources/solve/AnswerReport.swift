import ArgumentParser
import FewBody
import FourierTransforms
import LinearOperators

/// Solves, then prints, writes and draws one answer.
protocol AnswerReport {
  associatedtype Result: Answer

  var shared: SharedOptions { get }

  /// What the command line adds to an answer, and its last judgement of it.
  func finish(_ answer: inout Result) throws
  func draw(_ answer: Result, to path: String) throws
  func archive(_ answer: Result) throws -> NumpyArchive
  func table(_ answer: Result) -> String
  func commaSeparated(_ answer: Result) -> String
}

extension AnswerReport {
  func finish(_: inout Result) {}

  /// The columns of the table, for an answer without wavefunctions.
  func archive(_ answer: Result) throws -> NumpyArchive {
    try NumpyArchive(commaSeparated: commaSeparated(answer))
  }

  func run(
    _ solve: (_ progress: (SolveProgress) -> Void, _ shouldStop: () -> Bool) throws -> Result
  ) throws {
    if let recording = Recording.current { return try record(solve, in: recording) }
    Interrupt.listen()
    var progress = Progress(quiet: shared.quiet)
    var seconds: [Double] = []
    var result: Result?
    for _ in 0..<(shared.repetitions ?? 1) {
      forgetPlans()
      let clock = ContinuousClock()
      let start = clock.now
      result = try Threads.$limit.withValue(shared.threads) {
        try solve({ progress.report($0) }, { Interrupt.hasArrived })
      }
      let elapsed = (clock.now - start).components
      seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
      if Interrupt.hasArrived { break }
    }
    progress.finish()
    guard var answer = result else { return }
    if shared.repetitions != nil { answer.solveSeconds = seconds }
    try finish(&answer)
    // The picture first: where it cannot be written, stdout stays empty.
    if let plot = shared.plot { try writing("--plot") { try draw(answer, to: plot) } }
    try write(answer)
    if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
    if !answer.isComplete { throw ExitCode(Failure.software.rawValue) }
  }

  /// For a sweep, which keeps nothing of a solve that an interrupt cut short.
  private func record(
    _ solve: (_ progress: (SolveProgress) -> Void, _ shouldStop: () -> Bool) throws -> Result,
    in recording: Recording
  ) throws {
    var answer = try solve({ _ in }, { Interrupt.hasArrived })
    if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
    try finish(&answer)
    try recording.keep(answer)
    if !answer.isComplete { throw ExitCode(Failure.software.rawValue) }
  }

  private func write(_ answer: Result) throws {
    guard let path = shared.output else {
      return try StandardOutput.write(text(of: answer, as: shared.format))
    }
    try writing("--output") {
      switch shared.ending {
      case .json: try AtomicFile.write(text(of: answer, as: .json), to: path)
      case .csv: try AtomicFile.write(text(of: answer, as: .csv), to: path)
      case .npz: try AtomicFile.write(archive(answer).bytes, to: path)
      case nil: try AtomicFile.write(text(of: answer, as: shared.format), to: path)
      }
    }
  }

  private func writing(_ flag: String, _ body: () throws -> Void) throws {
    do { try body() } catch let error as OutputError { throw Unwritable(flag: flag, cause: error) }
  }

  private func text(of answer: Result, as format: SharedOptions.Format) throws -> String {
    switch format {
    case .table: table(answer)
    case .json: try OrderedJSONEncoder().encode(answer) + "\n"
    case .csv: commaSeparated(answer)
    }
  }
}
