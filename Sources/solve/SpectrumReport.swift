import FewBody

/// What a dimension's states look like, in a picture and in a `.npz` file.
protocol SpectrumDrawing {
  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws
  func archive(_ spectrum: Spectrum) throws -> NumpyArchive
}

/// The levels of one system.
struct SpectrumReport: AnswerReport {
  /// In lines; made where it is shown.
  let title: () -> [String]
  let exact: (@Sendable (Level) throws -> Double?)?
  let notes: [String]
  let shared: SharedOptions
  /// The relative width of the bounds that method spectral must reach; nil where the system judges.
  let tolerance: Double?
  let drawing: any SpectrumDrawing

  func finish(_ spectrum: inout Spectrum) throws {
    spectrum.notes += notes
    if let tolerance, spectrum.method["name"] == "spectral" {
      // By position: a level is large, and an element would be a copy.
      let isAccurate = spectrum.levels.indices.allSatisfy { i in
        let interval = spectrum.levels[i].interval
        let width = interval.upperBound.hartree - interval.lowerBound.hartree
        // Below 1e-12 rounding is no excuse: the asked accuracy was not reached.
        return (spectrum.levels[i].isRoundingLimited && tolerance >= 1e-12)
          || width <= tolerance * spectrum.levels[i].energy.hartree.magnitude
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
  }

  func draw(_ spectrum: Spectrum, to path: String) throws {
    try drawing.draw(spectrum, title: title()[0], unit: shared.units, to: path)
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive { try drawing.archive(spectrum) }

  func table(_ spectrum: Spectrum) -> String { spectrum.table(title: title(), in: shared.units) }

  func commaSeparated(_ spectrum: Spectrum) -> String {
    spectrum.commaSeparated(in: shared.units)
  }
}
