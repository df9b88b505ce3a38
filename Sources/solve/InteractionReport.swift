import ArgumentParser
import Charts
import FewBody

/// Solves, then prints, writes and draws `solve interaction`.
struct InteractionReport {
  let flags: InteractionCommand
  let setup: InteractionSetup

  private var shared: SharedOptions { flags.shared }

  func run() throws {
    guard shared.ending != .npz else {
      throw FewBodyError.invalid(
        "output", shared.output ?? "", accepted: "a path that ends in .json or .csv")
    }
    var seconds: [Double] = []
    var result: InteractionResult?
    for _ in 0..<(shared.repetitions ?? 1) {
      let clock = ContinuousClock()
      let start = clock.now
      result = try setup.solve()
      let elapsed = (clock.now - start).components
      seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    }
    guard var found = result else { return }
    if shared.repetitions != nil { found.solveSeconds = seconds }
    // The picture first: where it cannot be written, stdout stays empty.
    if let plot = shared.plot { try draw(to: plot) }
    try write(found)
  }

  private func draw(to path: String) throws {
    guard flags.system == .atom, flags.material == nil, flags.orbitals == nil else {
      throw FewBodyError.invalid(
        "plot", path, accepted: "a pair of hydrogenic orbitals: the map is over Z")
    }
    let first = try HydrogenicOrbital(named: flags.first ?? "1s", flag: "first")
    let second = try HydrogenicOrbital(
      named: flags.second ?? flags.first ?? "1s", flag: "second")
    do {
      try InteractionRatioMap(first: first, second: second, gauge: flags.gauge).write(to: path)
    } catch let error as OutputError {
      throw Unwritable(flag: "--plot", cause: error)
    }
  }

  private func write(_ result: InteractionResult) throws {
    guard let path = shared.output else {
      return try StandardOutput.write(text(of: result, as: shared.format))
    }
    do {
      switch shared.ending {
      case .json: try AtomicFile.write(text(of: result, as: .json), to: path)
      case .csv: try AtomicFile.write(text(of: result, as: .csv), to: path)
      case .npz, nil: try AtomicFile.write(text(of: result, as: shared.format), to: path)
      }
    } catch let error as OutputError {
      throw Unwritable(flag: "--output", cause: error)
    }
  }

  private func text(
    of result: InteractionResult, as format: SharedOptions.Format
  ) throws -> String {
    switch format {
    case .table: result.text(title: setup.title, in: shared.units)
    case .json: try OrderedJSONEncoder().encode(result) + "\n"
    case .csv: result.commaSeparated(in: shared.units)
    }
  }
}
