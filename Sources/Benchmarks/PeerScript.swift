import Foundation

/// A peer's script of `peers`, run as a process of its own.
enum PeerScript {
  /// The one JSON object that it prints; nil where python or a package of it is missing.
  static func run<Result: Decodable>(
    _ name: String, _ arguments: [String] = [], as type: Result.Type = Result.self
  ) -> Result? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python", "Sources/Benchmarks/peers/\(name)"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try? JSONDecoder().decode(type, from: data)
  }
}
