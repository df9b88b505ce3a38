/// What every answer says beside its numbers: of what system, how it was found, and whether that
/// is all.
///
/// Its `Codable` form is the JSON of the command line: schema, version, system, method, units,
/// constants and completeness, then the numbers, then notes. Numbers are in Hartree atomic units.
public protocol Answer: Codable, Sendable {
  /// The name and version of its JSON, such as `few-body/spectrum/1`.
  static var schema: String { get }
  /// The unit of every kind of number in its JSON.
  static var units: Parameters { get }

  /// The system's name and parameters, in atomic units.
  var system: Parameters { get set }
  /// The method's name and what was chosen.
  var method: Parameters { get set }
  /// True only where it is known that nothing that was asked for is missing.
  var isComplete: Bool { get set }
  /// What a reader of the numbers should know, in sentences.
  var notes: [String] { get set }
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  var solveSeconds: [Double] { get set }
}

/// The keys of all answers that are read back.
enum AnswerKey: String, CodingKey {
  case schema, system, method, complete, notes, solveSeconds
}

extension Answer {
  /// Encodes the frame around the numbers, which `contents` encodes.
  func encodeFrame(to encoder: any Encoder, contents: () throws -> Void) throws {
    var members = EncodedMembers(encoder.container(keyedBy: JSONKey.self))
    try frame(into: &members) { _ in try contents() }
  }

  /// The members of the frame, with those of the numbers where they belong.
  func frame<Members: JSONMembers>(
    into members: inout Members, contents: (inout Members) throws -> Void
  ) throws {
    try members.set("schema", Self.schema)
    try members.set("version", FewBodyVersion.number)
    try members.set("system", system)
    try members.set("method", method)
    try members.set("units", Self.units)
    try members.set("constants", Constants.edition)
    try members.set("complete", isComplete)
    try contents(&members)
    if !notes.isEmpty { try members.set("notes", notes) }
    if !solveSeconds.isEmpty { try members.set("solveSeconds", solveSeconds) }
  }

  /// Sets everything that the frame holds; another schema is an error.
  mutating func decodeFrame(from decoder: any Decoder) throws {
    let frame = try decoder.container(keyedBy: AnswerKey.self)
    let schema = try frame.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: frame, debugDescription: "schema \(schema)")
    }
    system = try frame.decode(Parameters.self, forKey: .system)
    method = try frame.decode(Parameters.self, forKey: .method)
    isComplete = try frame.decode(Bool.self, forKey: .complete)
    notes = try frame.decodeIfPresent([String].self, forKey: .notes) ?? []
    solveSeconds = try frame.decodeIfPresent([Double].self, forKey: .solveSeconds) ?? []
  }
}

/// The version that files and the command line carry.
public enum FewBodyVersion {
  /// The version number, `major.minor.patch`.
  public static let number = "0.1.0"
}
