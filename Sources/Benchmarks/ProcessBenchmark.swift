import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The command line, built beside this program.
let solveProgram = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appendingPathComponent("solve").path

/// The wall-clock time of the command line, start to end.
struct ProcessBenchmark {
  let runs: Int

  func run() throws {
    guard FileManager.default.isExecutableFile(atPath: solveProgram) else {
      return print("solve is not built beside this program")
    }
    var seconds: [Double] = []
    for _ in 0..<runs {
      // Not Foundation's Process: it notices an exit up to 30 ms late.
      seconds.append(
        clock.measure { spawn(solveProgram, ["pair", "--dim", "1", "--format", "json"]) }.seconds)
    }
    print("solve pair --dim 1 --format json: median \(short(seconds.median * 1e3)) ms of \(runs)")
  }
}

/// Runs a program to its end, its output thrown away.
func spawn(_ program: String, _ arguments: [String]) {
  var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
  words.append(nil)
  defer { for word in words { free(word) } }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var process = pid_t()
  guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else { return }
  waitpid(process, nil, 0)
}
