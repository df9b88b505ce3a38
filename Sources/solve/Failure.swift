import ArgumentParser
import Charts
import FewBody

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
    if let (failure, text) = classified(error) { end(failure, text) }
    if Solve.exitCode(for: error) == .success {
      do {
        try StandardOutput.write(Solve.fullMessage(for: error) + "\n")
        exit(0)
      } catch { end(error) }
    }
    end(.usage, Solve.message(for: error))
  }

  private static func end(_ failure: Failure, _ text: String) -> Never {
    // A value of the user's may hold line breaks; the error stays on one line.
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var lines = "Error: \(words)\n"
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

  private static func classified(_ error: any Error) -> (Failure, String)? {
    switch error {
    case let error as Unwritable:
      switch error.cause {
      case .cannotWrite: (.cannotCreate, "\(error.flag): \(error.cause)")
      case .ioError: (.inputOutput, "\(error.flag): \(error.cause)")
      }
    case let error as FewBodyError: classified(error)
    case let error as NoSuchFile: (.noInput, "\(fileFlag) \(error)")
    case let error as ChartError: (.cannotCreate, "--plot: \(error)")
    default: nil
    }
  }

  private static func classified(_ error: FewBodyError) -> (Failure, String) {
    switch error {
    case .invalid(let parameter):
      (
        .usage,
        "\(flag(for: parameter.name)) is \(parameter.value); accepted: \(parameter.accepted)"
      )
    case .tooLarge: (.usage, "--\(error)")
    case .badData: (.badData, "\(fileFlag) \(error)")
    case .notBuilt: (.usage, "\(error)")
    case .external: (.software, "\(error)")
    }
  }

  private static var fileFlag: String {
    asked == "dipoles" ? "--dipoles-file" : "--potential-file"
  }

  /// The library speaks of physical parameters; a person typed flags.
  private static func flag(for parameter: String) -> String {
    switch parameter {
    case "mass" where asked != "ring": "--reduced-mass"
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
