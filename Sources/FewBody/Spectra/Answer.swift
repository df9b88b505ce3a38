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

/// The keys that all answers share.
enum AnswerKey: String, CodingKey {
  case schema, version, system, method, units, constants, complete, notes, solveSeconds
}

extension Answer {
  /// Encodes the frame around the numbers, which `contents` encodes.
  func encodeFrame(to encoder: any Encoder, contents: () throws -> Void) throws {
    var frame = encoder.container(keyedBy: AnswerKey.self)
    try frame.encode(Self.schema, forKey: .schema)
    try frame.encode(FewBodyVersion.number, forKey: .version)
    try frame.encode(system, forKey: .system)
    try frame.encode(method, forKey: .method)
    try frame.encode(Self.units, forKey: .units)
    try frame.encode(Constants.edition, forKey: .constants)
    try frame.encode(isComplete, forKey: .complete)
    try contents()
    if !notes.isEmpty { try frame.encode(notes, forKey: .notes) }
    if !solveSeconds.isEmpty { try frame.encode(solveSeconds, forKey: .solveSeconds) }
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
