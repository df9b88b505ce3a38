import Charts
import FewBody

/// The pictures and arrays of a spectrum in space.
struct SpaceDrawing: SpectrumDrawing {
  let setup: SpacePairSetup
  let potential: @Sendable (Double, Double, Double) -> Double

  init(_ setup: SpacePairSetup) throws {
    self.setup = setup
    potential = try setup.system.potential()
  }

  func draw(_ spectrum: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    throw FewBodyError.invalid("plot", path, accepted: "none yet")
  }

  func archive(_ spectrum: Spectrum) throws -> NumpyArchive {
    try spectrum.spaceArchive(potential: potential)
  }
}
