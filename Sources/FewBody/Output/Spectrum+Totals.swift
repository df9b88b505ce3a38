extension Spectrum {
  /// The energy and the current of the electrons that fill the levels, as lines or as a table.
  func totals(in unit: EnergyUnit) -> String {
    let points = (sweep ?? []).filter { $0.totalEnergy != nil && $0.totalCurrent != nil }
    if let totalEnergy, let totalCurrent {
      return "total energy   \(unit.value(of: totalEnergy)) \(unit.symbol)\n"
        + "total current  \(CurrentText.aligned([totalCurrent])[0]) \(CurrentText.unit)\n\n"
    }
    guard !points.isEmpty else { return "" }
    let energies = points.compactMap { $0.totalEnergy.map { "\(unit.value(of: $0))" } }
    let currents = CurrentText.aligned(points.compactMap(\.totalCurrent))
    var text = Column.text(
      of: [
        Column("flux", Column.pointsAligned(points.map { "\($0.flux)" }), .leading),
        Column("total energy (\(unit.symbol))", Column.pointsAligned(energies), .leading),
        Column("total \(CurrentText.heading)", Column.pointsAligned(currents), .leading),
      ], rows: points.count)
    for (i, harmonic) in CurrentText.aligned(currentHarmonics).enumerated() {
      text += i == 0 ? "\n" : ""
      text += "harmonic I_\(i + 1) of the total current  \(harmonic) \(CurrentText.unit)\n"
    }
    return text + "\n"
  }
}

/// Currents as a person reads them.
enum CurrentText {
  static let unit = "e E_h/hbar"
  static let heading = "current (\(unit))"

  /// Ten digits of the largest, and as many places for the others; rounding noise is 0.
  static func aligned(_ currents: [Double]) -> [String] {
    let largest = currents.reduce(0) { max($0, $1.magnitude) }
    let isScientific = EnergyText.isScientific(currents)
    let point = ExactDecimal(largest).point
    return currents.map { current in
      guard current.magnitude > 1e-13 * largest else { return "0" }
      let decimal = ExactDecimal(current)
      return isScientific
        ? decimal.scientific(significant: max(1, 10 + decimal.point - point), .toNearestOrEven)
        : decimal.fixed(places: max(0, 10 - point), .toNearestOrEven)
    }
  }
}
