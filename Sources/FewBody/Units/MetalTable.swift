/// Reads metals from comma-separated text whose header names the columns.
enum MetalTable {
  private static let columns = [
    "symbol", "name", "valence", "density_radius_bohr", "fermi_energy_ev", "debye_temperature_k",
    "atomic_mass_u",
  ]

  /// Throws ``FewBodyError/badData(file:line:problem:)`` at the first row that is not a metal.
  static func parse(_ text: String, file: String) throws(FewBodyError) -> [Metal] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = fields(of: lines.first ?? "")
    var positions: [String: Int] = [:]
    for column in columns {
      guard let position = header.firstIndex(of: column) else {
        throw .badData(file: file, line: 1, problem: "no column '\(column)'")
      }
      positions[column] = position
    }
    var metals: [Metal] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let row = fields(of: line)
      guard row.count == header.count else {
        throw .badData(
          file: file, line: index + 1,
          problem: "\(row.count) fields where the header has \(header.count)")
      }
      func text(_ column: String) -> String { positions[column].map { row[$0] } ?? "" }
      func positive(_ column: String) throws(FewBodyError) -> Double {
        guard let value = Double(text(column)), value.isFinite, value > 0 else {
          throw .badData(
            file: file, line: index + 1,
            problem: "\(column) is '\(text(column))'; a positive number is accepted")
        }
        return value
      }
      guard let valence = Int(text("valence")), valence > 0 else {
        throw .badData(
          file: file, line: index + 1,
          problem: "valence is '\(text("valence"))'; a positive whole number is accepted")
      }
      metals.append(
        Metal(
          symbol: text("symbol"), name: text("name"), valence: valence,
          densityRadius: try positive("density_radius_bohr"),
          fermiEnergy: .electronvolts(try positive("fermi_energy_ev")),
          debyeTemperature: try positive("debye_temperature_k"),
          atomicMass: try positive("atomic_mass_u")))
    }
    return metals
  }

  private static func fields(of line: some StringProtocol) -> [String] {
    line.split(omittingEmptySubsequences: false) { $0 == "," }.map { String($0) }
  }
}
