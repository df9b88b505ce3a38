/// What can go wrong between a result and its file.
public enum OutputError: Error, Sendable, Equatable {
  /// The file cannot be opened, made or replaced (sysexits: 73, cannot create).
  case cannotWrite(path: String, reason: String)
  /// The bytes did not reach the file (sysexits: 74, input/output error).
  case ioError(path: String, reason: String)
}

extension OutputError: CustomStringConvertible {
  /// The error in words, with the path and the reason.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .ioError(let path, let reason): "writing \(path) failed: \(reason)"
    }
  }
}
