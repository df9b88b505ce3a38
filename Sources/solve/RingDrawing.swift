import Charts
import FewBody

/// The pictures and arrays of a ring: its levels at one flux, or over a range of fluxes.
struct RingDrawing: SpectrumDrawing {
  let ring: Ring
  let filling: RingFilling?

  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    if let points = spectrum.sweep {
      let electrons = filling.map { "\($0.electrons) electron\($0.electrons == 1 ? "" : "s")" }
      try FluxSweepChart(
        points: points, title: title, filling: electrons, energyUnit: unit
      ).write(to: path)
    } else {
      try RingDiagram(
        spectrum: spectrum, potential: { ring.potential(at: $0) }, title: title, energyUnit: unit
      ).write(to: path)
    }
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive {
    try spectrum.ringArchive(
      potential: { ring.potential(at: $0) }, turns: ring.boundary == .spinor ? 2 : 1)
  }
}
