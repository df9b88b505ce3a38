import Charts
import FewBody

/// The flow of one state as table, comma-separated values, archive or picture.
struct FlowReport: AnswerReport {
  let shared: SharedOptions

  func draw(_ answer: FlowAnswer, to path: String) throws {
    guard let field = answer.field else { throw FewBodyError.withoutFlow }
    try VelocityChart(field, vortices: answer.vortices).write(to: path)
  }

  func archive(_ answer: FlowAnswer) throws -> NumpyArchive { try answer.archive() }
  func table(_ answer: FlowAnswer) -> String { answer.table() }
  func commaSeparated(_ answer: FlowAnswer) -> String { answer.commaSeparated() }
}

extension FewBodyError {
  fileprivate static let withoutFlow = FewBodyError.invalid(
    "plot", "of an answer without its field", accepted: "an answer as solved")
}
