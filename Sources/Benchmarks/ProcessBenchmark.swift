import Foundation

/// The wall-clock time of the command line, start to end.
struct ProcessBenchmark {
  let runs: Int

  func run() throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("solve")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      return print("solve is not built beside this program")
    }
    var seconds: [Double] = []
    for _ in 0..<runs {
      let process = Process()
      process.executableURL = program
      process.arguments = ["pair", "--dim", "1", "--format", "json"]
      process.standardOutput = FileHandle.nullDevice
      let time = try clock.measure {
        try process.run()
        process.waitUntilExit()
      }
      seconds.append(time.seconds)
    }
    print("solve pair --dim 1 --format json: median \(short(seconds.median * 1e3)) ms of \(runs)")
  }
}
