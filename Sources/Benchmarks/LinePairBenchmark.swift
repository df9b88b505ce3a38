import FewBody

/// Five levels of the pair with bounds, beside pyslise and SciPy (`peers/line_pair.py`).
struct LinePairBenchmark {
  let thickness: Double

  private struct Peer: Decodable {
    let peer: String
    let seconds: Double
    let energies: [Double]
  }

  func run() throws {
    let rounds = 5
    var own: [Double] = []
    var theirs: [String: [Double]] = [:]
    var order: [String] = []
    var peers: [String: Peer] = [:]
    var spectrum: Spectrum?
    for _ in 0..<rounds {
      for _ in 0..<200 {
        let time = try clock.measure {
          spectrum = try LinePair(coupling: 1, thickness: Length(bohr: thickness))
            .spectrum(lowest: 5, tolerance: 1e-12)
        }
        own.append(time.seconds)
      }
      for peer: Peer in try runPeers(
        "line_pair.py", ["--thickness", "\(thickness)", "--repeat", "15"])
      {
        if peers[peer.peer] == nil { order.append(peer.peer) }
        peers[peer.peer] = peer
        theirs[peer.peer, default: []].append(peer.seconds)
      }
    }
    guard let spectrum else { return }
    let median = own.median
    let width =
      spectrum.map { level in
        (level.interval.upperBound.hartree - level.interval.lowerBound.hartree)
          / level.energy.hartree.magnitude
      }.max() ?? 0
    print("thickness \(thickness) bohr; medians of \(rounds) rounds\n")
    print("| solver | microseconds | ours/theirs | levels |")
    print("| --- | --- | --- | --- |")
    print(
      "| this library, bounds of relative width \(short(width)) | \(short(median * 1e6)) | 1 | \(list(spectrum.map(\.energy.hartree))) |"
    )
    for name in order {
      guard let peer = peers[name], let times = theirs[name] else { continue }
      let ratio = median / times.median
      print("| \(name) | \(short(times.median * 1e6)) | \(short(ratio)) | \(list(peer.energies)) |")
    }
    let missing = order.filter { name in
      guard name.hasPrefix("pyslise"), let lowest = peers[name]?.energies.min() else {
        return false
      }
      return lowest > spectrum[0].energy.hartree * 0.5
    }
    if !missing.isEmpty {
      print(
        "\nThe ground state is missing, without a word, from: \(missing.joined(separator: ", ")).")
    }
  }

  private func list(_ energies: [Double]) -> String {
    energies.sorted().map { short($0, digits: 7) }.joined(separator: ", ")
  }
}
