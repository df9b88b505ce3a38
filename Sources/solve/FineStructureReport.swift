import Charts
import FewBody

/// The terms and totals of one fine structure.
struct FineStructureReport: AnswerReport {
  let title: [String]
  let shared: SharedOptions

  /// Totals are in alpha^2 hartree anyhow, so that hartree, the default, means electronvolts beside.
  private var unit: EnergyUnit { shared.units == .hartree ? .electronvolt : shared.units }

  func draw(_ spectrum: FineStructureSpectrum, to path: String) throws {
    try FineStructureDiagram(spectrum: spectrum, title: title[0]).write(to: path)
  }

  func archive(_ spectrum: FineStructureSpectrum) throws -> NumpyArchive {
    try spectrum.archive()
  }

  func table(_ spectrum: FineStructureSpectrum) -> String {
    spectrum.table(title: title, in: unit)
  }

  func commaSeparated(_ spectrum: FineStructureSpectrum) -> String {
    spectrum.commaSeparated(in: unit)
  }
}
