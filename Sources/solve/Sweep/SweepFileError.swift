#if Sweeps
  /// What is wrong with the file that describes a sweep.
  enum SweepFileError: Error, Equatable, CustomStringConvertible {
    case missing(path: String)
    /// `line` counts from 1; 0 is the file as a whole.
    case wrong(path: String, line: Int, problem: String)

    var description: String {
      switch self {
      case .missing(let path): "\(path): no such file"
      case .wrong(let path, let line, let problem):
        line > 0 ? "\(path), line \(line): \(problem)" : "\(path): \(problem)"
      }
    }
  }
#endif
