import Charts
import FewBody

/// The pictures and arrays of a spectrum on a line.
struct LineDrawing: SpectrumDrawing {
  let potential: @Sendable (Double) -> Double

  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    try LevelDiagram(
      spectrum: spectrum, potential: potential, title: title, energyUnit: unit
    ).write(to: path)
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive {
    try spectrum.archive(potential: potential)
  }
}
