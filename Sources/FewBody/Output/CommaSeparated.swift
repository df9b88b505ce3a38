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
  /// Columns: index, energy, lower, upper, bounds, residual, multiplicity, then exact and
  /// difference where a level has an exact energy, then one for each label. Energies, bounds and residuals are in `unit`, which the second name states; bounds are
  /// rounded outward. Fields are quoted as RFC 4180 says; lines end with a line feed.
  public func commaSeparated(in unit: EnergyUnit = .hartree) -> String {
    let names = labelNames
    let heading = [
      "index", "energy[\(unit.symbol)]", "lower", "upper", "bounds", "residual", "multiplicity",
    ]
    let hasExact = levels.contains { $0.exact != nil }
    var text = Spectrum.record(heading + (hasExact ? ["exact", "difference"] : []) + names)
    for level in levels {
      var fields = [
        "\(level.index)",
        "\(unit.value(of: level.energy))",
        "\(unit.lowerBound(level.interval.lowerBound))",
        "\(unit.upperBound(level.interval.upperBound))",
        level.certainty.word,
        "\(level.residual * unit.perHartree)",
        "\(level.multiplicity)",
      ]
      if hasExact {
        let exact = level.exact
        fields.append(exact.map { "\(unit.value(of: $0))" } ?? "")
        fields.append(
          exact.map { "\((level.energy.hartree - $0.hartree) * unit.perHartree)" } ?? "")
      }
      text += Spectrum.record(fields + names.map { level.labels[$0]?.description ?? "" })
    }
    return text
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
