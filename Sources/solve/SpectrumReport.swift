import ArgumentParser
import Charts
import FewBody
import FourierTransforms

/// Solves, then prints, writes and draws one spectrum.
struct SpectrumReport {
  let title: [String]
  let exact: (@Sendable (Int) throws -> Double?)?
  let notes: [String]
  let shared: SharedOptions
  let tolerance: Double
  let potential: @Sendable (Double) -> Double

  typealias Solver = (_ progress: (Double) -> Void, _ shouldStop: () -> Bool) throws -> Spectrum

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
    let isAccurate = spectrum.levels.allSatisfy { level in
      let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
      return spectrum.method["name"] != "spectral" || level.isRoundingLimited
        || width <= tolerance * level.energy.hartree.magnitude
    }
    if !isAccurate { spectrum.isComplete = false }
    if let exact {
      for i in spectrum.levels.indices {
        if let value = try exact(i) { spectrum.levels[i].exact = Energy(hartree: value) }
      }
    }
    try write(spectrum)
    if let plot = shared.plot {
      try LevelDiagram(
        spectrum: spectrum, potential: potential, title: title[0], energyUnit: shared.units
      ).write(to: plot)
    }
    if Interrupt.hasArrived { throw ExitCode(Failure.interrupted.rawValue) }
    if !spectrum.isComplete { throw ExitCode(Failure.software.rawValue) }
  }

  private func write(_ spectrum: Spectrum) throws {
    guard let path = shared.output, let ending = shared.ending else {
      switch shared.format {
      case .table: return print(table(spectrum))
      case .json: return print(try OrderedJSONEncoder().encode(spectrum) + "\n")
      case .csv: return print(spectrum.commaSeparated(in: shared.units))
      }
    }
    switch ending {
    case .json: try AtomicFile.write(try OrderedJSONEncoder().encode(spectrum) + "\n", to: path)
    case .csv: try AtomicFile.write(spectrum.commaSeparated(in: shared.units), to: path)
    case .npz:
      try AtomicFile.write(try spectrum.archive(potential: potential).bytes, to: path)
    }
  }

  private func table(_ spectrum: Spectrum) -> String {
    var text = spectrum.table(title: title, in: shared.units)
    for level in spectrum.levels {
      if let exact = level.exact {
        let difference = level.energy.hartree - exact.hartree
        text += "n = \(level.index): exact \(exact.hartree) hartree, difference \(difference)\n"
      }
    }
    for note in spectrum.notes { text += "\(note)\n" }
    return text
  }

  private func print(_ text: String) { Failure.write(text, to: 1) }
}
