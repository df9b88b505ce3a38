extension Spectrum {
  /// The names of all labels, in the order in which the levels first mention them.
  var labelNames: [String] {
    var names: [String] = []
    for level in levels {
      for name in level.labels.names where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The levels as comma-separated values, one line a level under a line of names.
  ///
  /// Columns: flux in a sweep; index, energy, lower, upper, bounds, residual, multiplicity; then, where a
  /// level has them, exact and difference, current and currentFromDensity, branch, totalEnergy with
  /// totalLower and totalUpper, and totalCurrent; then one for each label. Energies, bounds and residuals are in `unit`, which the
  /// energy's name states; bounds are rounded outward. Currents are in e E_h/hbar. Fields are quoted as
  /// RFC 4180 says; lines end with a line feed.
  public func commaSeparated(in unit: EnergyUnit = .hartree) -> String {
    let rows = rows
    var columns: [(name: String, field: (Row) -> String)] = [
      ("index", { "\($0.level.index)" }),
      ("energy[\(unit.symbol)]", { "\(unit.value(of: $0.level.energy))" }),
      ("lower", { "\(unit.lowerBound($0.level.interval.lowerBound))" }),
      ("upper", { "\(unit.upperBound($0.level.interval.upperBound))" }),
      ("bounds", { $0.level.certainty.word }),
      ("residual", { "\($0.level.residual * unit.perHartree)" }),
      ("multiplicity", { "\($0.level.multiplicity)" }),
    ]
    func add(_ name: String, _ value: @escaping (Row) -> (some CustomStringConvertible)?) {
      guard rows.contains(where: { value($0) != nil }) else { return }
      columns.append((name, { row in value(row)?.description ?? "" }))
    }
    if sweep != nil { columns.insert(("flux", { $0.flux?.description ?? "" }), at: 0) }
    add("exact") { $0.level.exact.map(unit.value(of:)) }
    add("difference") { row in
      row.level.exact.map { (row.level.energy.hartree - $0.hartree) * unit.perHartree }
    }
    add("current") { $0.level.current }
    add("currentFromDensity") { $0.level.currentFromDensity }
    add("branch") { $0.level.branch }
    add("totalEnergy") { $0.totalEnergy.map(unit.value(of:)) }
    add("totalLower") { $0.totalEnergyInterval.map { unit.lowerBound($0.lowerBound) } }
    add("totalUpper") { $0.totalEnergyInterval.map { unit.upperBound($0.upperBound) } }
    add("totalCurrent") { $0.totalCurrent }
    for name in labelNames {
      columns.append((name, { $0.level.labels[name]?.description ?? "" }))
    }
    return rows.reduce(into: Spectrum.record(columns.map(\.name))) { text, row in
      text += Spectrum.record(columns.map { $0.field(row) })
    }
  }

  static func record(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = !field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    if isPlain { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
