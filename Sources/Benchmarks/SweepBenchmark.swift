import FewBody
import Foundation
import LinearOperators

#if canImport(Glibc)
  import Glibc
#endif

/// `solve sweep` over charge and thickness of the pair, 100 x 100 points, beside the bare solves: the same
/// points in a loop inside one process that keeps nothing.
struct SweepBenchmark {
  let states: Int
  let threads: Int
  let rounds: Int
  private let side = 100

  func run() throws {
    guard FileManager.default.isExecutableFile(atPath: solveProgram) else {
      return print("solve is not built beside this program")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sweep-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sweep.yaml").path
    try Data(
      """
      command: pair
      arguments: {dim: 1, states: \(states)}
      grid: {charge: "0.5:2:\(side)", thickness: "0.1:1:\(side)"}
      """.utf8
    ).write(to: URL(fileURLWithPath: file))
    var (bare, sweep): ([Double], [Double]) = ([], [])
    for round in 0..<rounds {
      bare.append(clock.measure { solveAll() }.seconds)
      let store = folder.appendingPathComponent("\(round).sqlite").path
      sweep.append(
        clock.measure {
          spawn(
            solveProgram,
            ["sweep", file, "--store", store, "--threads", "\(threads)", "--quiet"])
        }.seconds)
    }
    let overhead = (sweep.median / bare.median - 1) * 100
    print(
      "| \(states) | \(threads) | \(short(bare.median)) | \(short(sweep.median)) | \(short(overhead)) % |"
    )
  }

  private func solveAll() {
    Threads(threads).forEach(side * side) { point in
      let (i, j) = point.quotientAndRemainder(dividingBy: side)
      let step = Double(side - 1)
      // What fails would be missing from the sweep as well, where it is noticed.
      _ = try? LinePair(
        coupling: 0.5 + 1.5 * Double(i) / step,
        thickness: Length(bohr: 0.1 + 0.9 * Double(j) / step)
      ).spectrum(lowest: states, tolerance: 1e-10)
    }
  }
}
