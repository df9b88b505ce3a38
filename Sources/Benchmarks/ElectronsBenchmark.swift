import FewBody
import Foundation

/// Four spin-polarized electrons on a ring, beside ARPACK on the same determinants
/// (`peers/electrons.py`); then sizes that the peer does not reach.
struct ElectronsBenchmark {
  private struct Peer: Decodable {
    let determinants: Int
    let buildSeconds: Double
    let seconds: Double
    let energies: [Double]
  }

  func run() throws {
    let rounds = 5
    print("N = 4, R = 2, a = 0.5, J = 0: build and solve, medians of \(rounds) rounds\n")
    print(
      "| waves | determinants | this library, ms | ARPACK, ms | ours/theirs | largest difference |")
    print("| --- | --- | --- | --- | --- | --- |")
    for waves in [14, 20] {
      var (own, theirs): ([Double], [Double]) = ([], [])
      var (difference, determinants) = (0.0, 0)
      for _ in 0..<rounds {
        let peers: [Peer] = try runPeers("electrons.py", ["--count", "4", "--waves", "\(waves)"])
        guard let peer = peers.first else {
          return print("peers/electrons.py did not run: python with numpy and scipy is needed")
        }
        theirs.append(peer.buildSeconds + peer.seconds)
        determinants = peer.determinants
        for _ in 0..<3 {
          let (seconds, spectrum) = try solve(count: 4, waves: waves)
          own.append(seconds)
          for (level, energy) in zip(spectrum, peer.energies) {
            difference = max(difference, (level.energy.hartree - energy).magnitude)
          }
        }
      }
      let (ours, peers) = (own.median, theirs.median)
      print(
        "| \(waves) | \(determinants) | \(short(ours * 1e3)) | \(short(peers * 1e3)) | "
          + "\(short(ours / peers)) | \(short(difference)) |")
    }
    print(
      "\n| N | waves | determinants | seconds | peak memory, MiB | microseconds a determinant |")
    print("| --- | --- | --- | --- | --- | --- |")
    for (count, waves) in [(5, 12), (5, 18), (5, 26), (6, 12), (6, 16), (6, 20)] {
      let (seconds, spectrum) = try solve(count: count, waves: waves)
      guard case .integer(let size)? = spectrum.method["determinants"] else { continue }
      print(
        "| \(count) | \(waves) | \(size) | \(short(seconds)) | \(short(Self.peakMemory / 1024)) | "
          + "\(short(1e6 * seconds / Double(size))) |")
    }
  }

  private func solve(count: Int, waves: Int) throws -> (Double, Spectrum) {
    let ring = ElectronRing(
      count: count, radius: 2, thickness: 0.5, spin: ElectronSpin(twice: count))
    let start = clock.now
    let spectrum = try ring.spectrum(lowest: 3, on: .determinants(waves: waves))
    return ((clock.now - start).seconds, spectrum)
  }

  /// The high-water mark of this process, in kibibytes.
  private static var peakMemory: Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
    else { return 0 }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Double($0) }.first
      ?? 0
  }
}
