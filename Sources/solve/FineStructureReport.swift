import ArgumentParser
import Charts
import FewBody

/// Solves, then prints, writes and draws one fine structure.
struct FineStructureReport {
  let title: [String]
  let shared: SharedOptions

  typealias Solver = (
    _ progress: (Double) -> Void, _ shouldStop: () -> Bool
  ) throws -> FineStructureSpectrum

  func run(_ solve: Solver) throws {
    Interrupt.listen()
    var progress = Progress(quiet: shared.quiet)
    var seconds: [Double] = []
    var result: FineStructureSpectrum?
    for _ in 0..<(shared.repetitions ?? 1) {
      let clock = ContinuousClock()
      let start = clock.now
      result = try solve({ progress.report(SolveProgress(fraction: $0)) }, { Interrupt.hasArrived })
      let elapsed = (clock.now - start).components
      seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
      if Interrupt.hasArrived { break }
    }
    progress.finish()
    guard var spectrum = result else { return }
    if shared.repetitions != nil { spectrum.solveSeconds = seconds }
    // The picture first: where it cannot be written, stdout stays empty.
    if let plot = shared.plot { try draw(spectrum, to: plot) }
    try write(spectrum)
    if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
    if !spectrum.isComplete { throw ExitCode(Failure.software.rawValue) }
  }

  /// Totals are in alpha^2 hartree anyhow, so that hartree, the default, means electronvolts beside.
  private var unit: EnergyUnit { shared.units == .hartree ? .electronvolt : shared.units }

  private func draw(_ spectrum: FineStructureSpectrum, to path: String) throws {
    do {
      try FineStructureDiagram(spectrum: spectrum, title: title[0]).write(to: path)
    } catch let error as OutputError {
      throw Unwritable(flag: "--plot", cause: error)
    }
  }

  private func write(_ spectrum: FineStructureSpectrum) throws {
    guard let path = shared.output else {
      return try StandardOutput.write(text(of: spectrum, as: shared.format))
    }
    do {
      switch shared.ending {
      case .json: try AtomicFile.write(text(of: spectrum, as: .json), to: path)
      case .csv: try AtomicFile.write(text(of: spectrum, as: .csv), to: path)
      case .npz: try AtomicFile.write(spectrum.archive().bytes, to: path)
      case nil: try AtomicFile.write(text(of: spectrum, as: shared.format), to: path)
      }
    } catch let error as OutputError {
      throw Unwritable(flag: "--output", cause: error)
    }
  }

  private func text(
    of spectrum: FineStructureSpectrum, as format: SharedOptions.Format
  ) throws -> String {
    switch format {
    case .table: spectrum.table(title: title, in: unit)
    case .json: try OrderedJSONEncoder().encode(spectrum) + "\n"
    case .csv: spectrum.commaSeparated(in: unit)
    }
  }
}
