import FewBody
import LinearOperators

/// Five levels of the seven-point hydrogen operator, beside PRIMME (`peers/space_pair.py`).
///
/// Same matrix, and at least the residual of PRIMME's stricter run; ours and theirs alternate.
struct SpaceBenchmark {
  let points: Int
  let rounds = 3

  private struct Peer: Decodable {
    let peer: String
    let seconds: Double
    let energies: [Double]
    let residual: Double
  }

  private struct Run {
    let name: String
    let symmetry: CartesianSolver.Symmetry
    let threads: Int
    var seconds: [Double] = []
    var spectrum: CartesianSpectrum?
  }

  static let hydrogen: @Sendable (Double, Double, Double) -> Double = { x, y, z in
    -1 / (x * x + y * y + z * z).squareRoot()
  }

  func run() throws {
    let model = try UniformStencil(extent: 20, potential: Self.hydrogen)
    var own = [
      Run(name: "no symmetry, 1 thread", symmetry: .none, threads: 1),
      Run(name: "no symmetry, 2 threads", symmetry: .none, threads: 2),
      Run(name: "symmetry, 1 thread", symmetry: .detected, threads: 1),
      Run(name: "symmetry, 2 threads", symmetry: .detected, threads: 2),
    ]
    var theirs: [String: [Double]] = [:]
    var order: [String] = []
    var peers: [String: Peer] = [:]
    for _ in 0..<rounds {
      for peer: Peer in try runPeers(
        "space_pair.py", ["--points", "\(points)"], onEveryProcessor: true)
      {
        if peers[peer.peer] == nil { order.append(peer.peer) }
        peers[peer.peer] = peer
        theirs[peer.peer, default: []].append(peer.seconds)
      }
      let tolerance = peers.values.map(\.residual).min() ?? 1e-7
      for i in own.indices {
        for _ in 0..<3 {
          let solver = CartesianSolver(
            tolerance: tolerance, symmetry: own[i].symmetry, threads: Threads(own[i].threads))
          let time = try clock.measure {
            own[i].spectrum = try solver.lowest(5, of: model, points: points)
          }
          own[i].seconds.append(time.seconds)
        }
      }
    }
    let best = order.compactMap { theirs[$0]?.median }.min()
    let reference = peers.values.first?.energies.sorted()
    print("\(points)^3 nodes, extent 20; medians of \(rounds) rounds\n")
    print(
      "| solver | seconds | ours/PRIMME's better | residual | largest difference | vectors a level |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for name in order {
      guard let peer = peers[name], let times = theirs[name] else { continue }
      print("| \(name) | \(short(times.median)) | | \(short(peer.residual)) | | |")
    }
    for run in own {
      guard let spectrum = run.spectrum else { continue }
      let median = run.seconds.median
      let residual = spectrum.levels.map(\.residual).max() ?? .infinity
      let difference = reference.map { energies in
        zip(energies, spectrum.levels).map { abs($0 - $1.energy) }.max() ?? .infinity
      }
      let cube = Double(points) * Double(points) * Double(points)
      let columns = [
        run.name, short(median), best.map { short(median / $0) } ?? "no peer", short(residual),
        difference.map { short($0) } ?? "no peer", short(spectrum.bytes / (40 * cube)),
      ]
      print("| \(columns.joined(separator: " | ")) |")
    }
    print(
      "\nTwo threads: \(gain(own[0], own[1])) times without symmetry, \(gain(own[2], own[3])) with."
    )
    if let spectrum = own[3].spectrum { print("Checked: \(spectrum.check).") }
    try seeds(model)
  }

  private func gain(_ one: Run, _ two: Run) -> String {
    short(one.seconds.median / two.seconds.median)
  }

  /// How many of forty random starts find all five levels without symmetry.
  private func seeds(_ model: UniformStencil) throws {
    let exact = try CartesianSolver(tolerance: 1e-8).lowest(5, of: model, points: points)
    var found = 0
    for seed in 1...40 {
      let solver = CartesianSolver(tolerance: 1e-6, symmetry: .none, seed: UInt64(seed))
      let spectrum = try solver.lowest(5, of: model, points: points)
      let isRight = zip(spectrum.levels, exact.levels).allSatisfy {
        abs($0.energy - $1.energy) < 1e-8
      }
      if spectrum.isComplete && isRight { found += 1 }
    }
    print("\(found) of 40 random seeds find all five levels.")
  }
}
