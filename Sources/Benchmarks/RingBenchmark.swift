import FewBody
import FourierTransforms

/// A disordered ring at 201 fluxes, twenty levels each, beside LAPACK on plane waves
/// (`peers/ring_sweep.py`): the whole sweep, with currents, states and branches, from cold.
struct RingBenchmark {
  private struct Peer: Decodable {
    let seconds: Double
    let cosines: [[Double]]
    let first: [Double]
    let middle: [Double]
  }

  func run() throws {
    let rounds = 5
    var own: [Int: [Double]] = [:]
    var theirs: [Double] = []
    var difference = 0.0
    for _ in 0..<rounds {
      guard let peer = try (runPeers("ring_sweep.py") as [Peer]).first else {
        return print("peers/ring_sweep.py did not run: python with numpy and scipy is needed")
      }
      theirs.append(peer.seconds)
      var ring = Ring()
      for cosine in peer.cosines {
        ring = ring.adding(
          cosine: cosine[1], amplitude: .hartree(cosine[0]), phase: cosine[2])
      }
      let fluxes = try FluxRange(from: 0, to: 1, count: 201).values
      for threads in [1, 2, 1, 2, 1, 2] {
        var sweep: RingSweep?
        forgetPlans()
        own[threads, default: []].append(
          try clock.measure {
            sweep = try ring.sweep(fluxes: fluxes, lowest: 20, threads: threads)
          }.seconds)
        guard let sweep else { return }
        for (point, levels) in [(0, peer.first), (100, peer.middle)] {
          for (level, energy) in zip(sweep.points[point].levels, levels) {
            difference = max(difference, (level.energy.hartree - energy).magnitude)
          }
        }
      }
    }
    let peers = theirs.median
    print("201 fluxes, 20 levels; medians of \(rounds) rounds\n")
    print("| solver | milliseconds | ours/theirs |")
    print("| --- | --- | --- |")
    for threads in [1, 2] {
      let ours = (own[threads] ?? []).median
      print(
        "| this library, \(threads) thread\(threads == 1 ? "" : "s"): bounds, currents, states, "
          + "branches | \(short(ours * 1e3)) | \(short(ours / peers)) |")
    }
    print("| scipy.linalg.eigh, energies only | \(short(peers * 1e3)) | |")
    print("\nLargest difference of an energy: \(short(difference)) hartree")
  }
}
