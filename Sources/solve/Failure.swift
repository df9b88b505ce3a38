import ArgumentParser
import Charts
import FewBody

#if Sweeps
  import ResultStore
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a run ends that did not end well: the exit codes of the contract (sysexits).
enum Failure: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  case interrupted = 130

  /// Ends the process: one line that begins `Error:`, a usage line where the flags were at fault,
  /// and the exit code. Help and the version, which the parser also throws, go to stdout.
  static func end(_ error: any Error) -> Never {
    if let ending = error as? ExitCode { exit(ending.rawValue) }
    if let (failure, text) = classified(error, of: asked) { end(failure, text) }
    if Solve.exitCode(for: error) == .success {
      do {
        try StandardOutput.write(Solve.fullMessage(for: error) + "\n")
        exit(0)
      } catch { end(error) }
    }
    end(.usage, Solve.message(for: error))
  }

  /// The exit code that an error of this subcommand would end the process with, and its one line.
  static func outcome(of error: any Error, in subcommand: String) -> (code: Int32, text: String) {
    if let ending = error as? ExitCode {
      return (ending.rawValue, "not complete, or not to the asked accuracy")
    }
    let (failure, text) =
      classified(error, of: subcommand) ?? (.usage, Solve.message(for: error))
    return (failure.rawValue, oneLine(text))
  }

  /// A value of the user's may hold line breaks; the error stays on one line.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func end(_ failure: Failure, _ text: String) -> Never {
    var lines = "Error: \(oneLine(text))\n"
    if failure == .usage { lines += usageLine }
    StandardOutput.warn(lines)
    exit(failure.rawValue)
  }

  private static var asked: String? {
    CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") }
  }

  /// The usage of the subcommand that was asked for.
  private static var usageLine: String {
    let known = Solve.configuration.subcommands.map { $0._commandName }
    guard let asked, known.contains(asked) else {
      return "Usage: solve <subcommand> [options]; see 'solve help'\n"
    }
    return "Usage: solve \(asked) [options]; see 'solve help \(asked)'\n"
  }

  private static func classified(
    _ error: any Error, of subcommand: String?
  ) -> (Failure, String)? {
    #if Sweeps
      switch error {
      case let error as SweepFileError:
        if case .missing = error { return (.noInput, "\(error)") }
        return (.badData, "\(error)")
      case let error as StoreError: return aboutStore(error)
      default: break
      }
    #endif
    return switch error {
    case let error as Unwritable:
      switch error.cause {
      case .cannotWrite: (.cannotCreate, "\(error.flag): \(error.cause)")
      case .ioError: (.inputOutput, "\(error.flag): \(error.cause)")
      }
    case let error as FewBodyError: aboutPhysics(error, of: subcommand)
    case let error as NoSuchFile: (.noInput, "\(fileFlag(of: subcommand)) \(error)")
    case let error as ChartError: (.cannotCreate, "--plot: \(error)")
    default: nil
    }
  }

  #if Sweeps
    private static func aboutStore(_ error: StoreError) -> (Failure, String) {
      switch error.kind {
      case .badData: (.badData, "the store \(error)")
      case .cannotOpen: (.cannotCreate, "the store \(error)")
      case .inputOutput:
        (.inputOutput, "the store \(error); rows finished before are kept: make room and run again")
      }
    }
  #endif

  // A name of its own: beside the one above, which returns an optional, an overload would call itself.
  private static func aboutPhysics(
    _ error: FewBodyError, of subcommand: String?
  ) -> (Failure, String) {
    switch error {
    case .invalid(let parameter):
      (
        .usage,
        "\(flag(for: parameter.name, of: subcommand)) is \(parameter.value); accepted: \(parameter.accepted)"
      )
    case .tooLarge: (.usage, "--\(error)")
    case .badData: (.badData, "\(fileFlag(of: subcommand)) \(error)")
    case .notBuilt: (.usage, "\(error)")
    case .external: (.software, "\(error)")
    }
  }

  private static func fileFlag(of subcommand: String?) -> String {
    subcommand == "dipoles" ? "--dipoles-file" : "--potential-file"
  }

  /// The library speaks of physical parameters; a person typed flags.
  private static func flag(for parameter: String, of subcommand: String?) -> String {
    switch parameter {
    case "mass" where subcommand == "pair": "--reduced-mass"
    case "walls": "--extent"
    default: "--\(parameter)"
    }
  }
}

/// A file that could not be written, and the flag that named it.
struct Unwritable: Error {
  let flag: String
  let cause: OutputError
}
