import ArgumentParser
import FewBody
import FourierTransforms

/// What a dimension's states look like, in a picture and in a `.npz` file.
protocol SpectrumDrawing {
  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws
  func archive(_ spectrum: Spectrum) throws -> NumpyArchive
}

/// Solves, then prints, writes and draws one spectrum.
struct SpectrumReport {
  let title: [String]
  let exact: (@Sendable (Level) throws -> Double?)?
  let notes: [String]
  let shared: SharedOptions
  /// The relative width of the bounds that method spectral must reach; nil where the system judges.
  let tolerance: Double?
  let drawing: any SpectrumDrawing

  typealias Solver = (_ progress: (SolveProgress) -> Void, _ shouldStop: () -> Bool) throws ->
    Spectrum

  func run(_ solve: Solver) throws {
    Interrupt.listen()
    var progress = Progress(quiet: shared.quiet)
    var seconds: [Double] = []
    var result: Spectrum?
    for _ in 0..<(shared.repetitions ?? 1) {
      forgetPlans()
      let clock = ContinuousClock()
      let start = clock.now
      result = try solve({ progress.report($0) }, { Interrupt.hasArrived })
      let elapsed = (clock.now - start).components
      seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
      if Interrupt.hasArrived { break }
    }
    progress.finish()
    guard var spectrum = result else { return }
    if shared.repetitions != nil { spectrum.solveSeconds = seconds }
    spectrum.notes += notes
    if let tolerance, spectrum.method["name"] == "spectral" {
      let isAccurate = spectrum.levels.allSatisfy { level in
        let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
        // Below 1e-12 rounding is no excuse: the asked accuracy was not reached.
        return (level.isRoundingLimited && tolerance >= 1e-12)
          || width <= tolerance * level.energy.hartree.magnitude
      }
      if !isAccurate { spectrum.isComplete = false }
    }
    if let exact {
      for i in spectrum.levels.indices {
        if let value = try exact(spectrum.levels[i]) {
          spectrum.levels[i].exact = Energy(hartree: value)
        }
      }
    }
    // The picture first: where it cannot be written, stdout stays empty.
    if let plot = shared.plot { try draw(spectrum, to: plot) }
    try write(spectrum)
    if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
    if !spectrum.isComplete { throw ExitCode(Failure.software.rawValue) }
  }

  private func draw(_ spectrum: Spectrum, to path: String) throws {
    do {
      try drawing.draw(spectrum, title: title[0], unit: shared.units, to: path)
    } catch let error as OutputError {
      throw Unwritable(flag: "--plot", cause: error)
    }
  }

  private func write(_ spectrum: Spectrum) throws {
    guard let path = shared.output else {
      return try StandardOutput.write(text(of: spectrum, as: shared.format))
    }
    do {
      switch shared.ending {
      case .json: try AtomicFile.write(text(of: spectrum, as: .json), to: path)
      case .csv: try AtomicFile.write(text(of: spectrum, as: .csv), to: path)
      case .npz: try AtomicFile.write(drawing.archive(spectrum).bytes, to: path)
      case nil: try AtomicFile.write(text(of: spectrum, as: shared.format), to: path)
      }
    } catch let error as OutputError {
      throw Unwritable(flag: "--output", cause: error)
    }
  }

  private func text(of spectrum: Spectrum, as format: SharedOptions.Format) throws -> String {
    switch format {
    case .table: spectrum.table(title: title, in: shared.units)
    case .json: try OrderedJSONEncoder().encode(spectrum) + "\n"
    case .csv: spectrum.commaSeparated(in: shared.units)
    }
  }
}
