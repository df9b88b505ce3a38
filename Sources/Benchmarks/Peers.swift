import Foundation

/// Runs a script of `peers/`, which prints one JSON object a line; no Python, no peers.
///
/// Large problems may use every processor in their BLAS; small ones are faster with one.
func runPeers<Peer: Decodable>(
  _ script: String, _ arguments: [String] = [], onEveryProcessor: Bool = false
) throws -> [Peer] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python", "Sources/Benchmarks/peers/\(script)"] + arguments
  var environment = ProcessInfo.processInfo.environment
  if onEveryProcessor { environment["OPENBLAS_NUM_THREADS"] = nil }
  process.environment = environment
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  do { try process.run() } catch { return [] }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
  return lines.compactMap { try? JSONDecoder().decode(Peer.self, from: Data($0.utf8)) }
}
