import Charts
import FewBody

/// The pictures and arrays of interacting electrons: pair densities at one flux, levels and currents over
/// a range of them.
struct ElectronsDrawing: SpectrumDrawing {
  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    if let points = spectrum.sweep {
      let filling = points.first?.totalCurrent == nil ? nil : "ground state"
      try FluxSweepChart(points: points, title: title, filling: filling, energyUnit: unit)
        .write(to: path)
    } else {
      try PairDensityChart(levels: spectrum.levels, title: title, energyUnit: unit)
        .write(to: path)
    }
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive { try spectrum.electronArchive() }
}
