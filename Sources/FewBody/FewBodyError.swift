/// What can go wrong before or after the numerics, each case with its remedy.
///
/// Non-convergence is not here: a solve that falls short returns what it has, marked incomplete.
public enum FewBodyError: Error, Sendable, Equatable {
  /// A parameter that cannot be.
  case invalid(Parameter)
  /// A request that would not fit: the parameter with its value, bytes needed and bytes allowed.
  case tooLarge(what: String, bytes: Double, limit: Double)
  /// A data file whose content is wrong, with the line (1-based, or 0 for the file as a whole).
  case badData(file: String, line: Int, problem: String)
  /// A part of the library that was left out of this build.
  case notBuilt(part: String, remedy: String)
  /// A routine of an outside library failed.
  case external(routine: String, info: Int, meaning: String)

  /// The name, the offending value, and what would be accepted.
  public struct Parameter: Sendable, Equatable {
    /// What the parameter is called.
    public let name: String
    /// The offending value, as text.
    public let value: String
    /// What would be accepted, in words.
    public let accepted: String

    /// A parameter by name, offending value and what would be accepted.
    public init(name: String, value: String, accepted: String) {
      self.name = name
      self.value = value
      self.accepted = accepted
    }
  }

  /// Shorthand for ``invalid(_:)``.
  public static func invalid(_ name: String, _ value: some Any, accepted: String) -> FewBodyError {
    .invalid(Parameter(name: name, value: "\(value)", accepted: accepted))
  }
}

extension FewBodyError {
  /// Levels as they are read back from JSON, where wavefunctions are needed.
  static let withoutWavefunctions = FewBodyError.invalid(
    "levels", "without wavefunctions", accepted: "a spectrum as solved, not one read from JSON")
}

extension FewBodyError: CustomStringConvertible {
  /// The error in one sentence, with what would be accepted.
  public var description: String {
    switch self {
    case .invalid(let parameter):
      "\(parameter.name) is \(parameter.value); accepted: \(parameter.accepted)"
    case .tooLarge(let what, let bytes, let limit):
      "\(what) would need \(gibibytes(bytes)) of memory; \(gibibytes(limit)) are allowed"
    case .badData(let file, let line, let problem):
      line > 0 ? "\(file), line \(line): \(problem)" : "\(file): \(problem)"
    case .notBuilt(let part, let remedy): "\(part) is not part of this build; \(remedy)"
    case .external(let routine, let info, let meaning):
      "\(routine) returned info = \(info): \(meaning)"
    }
  }

  private func gibibytes(_ bytes: Double) -> String {
    let tenths = (bytes / 1_073_741_824 * 10).rounded(.up) / 10
    return "\(tenths) GiB"
  }
}

/// Throws unless `value` is finite and `condition` holds for it.
func require(
  _ name: String, _ value: Double, accepted: String, where condition: (Double) -> Bool
) throws(FewBodyError) {
  guard value.isFinite, condition(value) else {
    throw .invalid(name, value, accepted: accepted)
  }
}
