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

  static func end(
    _ error: any Error, describedBy message: (any Error) -> String,
    code: (any Error) -> Int32
  ) -> Never {
    if let ending = error as? ExitCode { exit(ending.rawValue) }
    if let (failure, text) = classified(error) {
      write("Error: \(text)\n", to: stderrDescriptor)
      exit(failure.rawValue)
    }
    let text = message(error)
    let status = code(error)
    // Help and the version are no errors: they go to stdout.
    write(text.hasSuffix("\n") ? text : text + "\n", to: status == 0 ? 1 : stderrDescriptor)
    exit(status)
  }

  private static let stderrDescriptor: Int32 = 2

  private static func classified(_ error: any Error) -> (Failure, String)? {
    switch error {
    case let error as FewBodyError: classified(error)
    case let error as NoSuchFile: (.noInput, "--potential-file \(error)")
    case let error as OutputError:
      switch error {
      case .cannotWrite: (.cannotCreate, "--output: \(error)")
      case .ioError: (.inputOutput, "--output: \(error)")
      }
    case let error as ChartError: (.cannotCreate, "--plot: \(error)")
    default: nil
    }
  }

  private static func classified(_ error: FewBodyError) -> (Failure, String) {
    switch error {
    case .invalid(let parameter):
      (.usage, "--\(parameter.name) is \(parameter.value); accepted: \(parameter.accepted)")
    case .tooLarge: (.usage, "\(error)")
    case .badData: (.badData, "--potential-file \(error)")
    case .notBuilt: (.usage, "\(error)")
    case .external: (.software, "\(error)")
    }
  }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
