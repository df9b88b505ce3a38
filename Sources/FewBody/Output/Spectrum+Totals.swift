import RealModule

extension Spectrum {
  /// The energy and the current of the electrons that fill the levels, as lines or as a table.
  func totals(in unit: EnergyUnit) -> String {
    let points = (sweep ?? []).filter { $0.totalEnergy != nil && $0.totalCurrent != nil }
    func text(_ energy: Energy, _ bounds: ClosedRange<Energy>?, _ isScientific: Bool) -> EnergyText
    {
      EnergyText(energy, in: bounds ?? energy...energy, unit: unit, isScientific: isScientific)
    }
    if let totalEnergy, let totalCurrent {
      let isScientific = EnergyText.isScientific([unit.value(of: totalEnergy)])
      let total = text(totalEnergy, totalEnergyInterval, isScientific)
      let current = CurrentText.aligned([totalCurrent], scale: currentScale)[0]
      return "total energy   \(total.energy) \(total.interval) \(unit.symbol)\n"
        + "total current  \(current) \(CurrentText.unit)\n\n"
    }
    guard !points.isEmpty else { return "" }
    let isScientific = EnergyText.isScientific(
      points.compactMap { $0.totalEnergy.map(unit.value(of:)) })
    let energies = points.compactMap { point in
      point.totalEnergy.map { text($0, point.totalEnergyInterval, isScientific) }
    }
    let currents = CurrentText.aligned(points.compactMap(\.totalCurrent), scale: currentScale)
    var text = Column.text(
      of: [
        Column("flux", Column.pointsAligned(points.map { "\($0.flux)" }), .leading),
        Column(
          "total energy (\(unit.symbol))", Column.pointsAligned(energies.map(\.energy)), .leading),
        Column("interval", energies.map(\.interval), .leading),
        Column("total \(CurrentText.heading)", Column.pointsAligned(currents), .leading),
      ], rows: points.count)
    let harmonics = CurrentText.aligned(currentHarmonics, scale: currentScale)
    for (i, harmonic) in harmonics.enumerated() {
      text += i == 0 ? "\n" : ""
      text += "harmonic I_\(i + 1) of the total current  \(harmonic) \(CurrentText.unit)\n"
    }
    return text + "\n"
  }
}

extension Spectrum {
  /// B/pi, the current of one quantum of angular momentum; 0 where there is no ring.
  var currentScale: Double {
    guard case .number(let radius) = system["radius"], case .number(let mass) = system["mass"]
    else {
      return 0
    }
    return 0.5 / (mass * radius * radius) / .pi
  }
}

/// Currents as a person reads them.
enum CurrentText {
  static let unit = "e E_h/hbar"
  static let heading = "current (\(unit))"

  /// Ten digits of the largest or of `scale`, and as many places for the others: the two ways to a current
  /// are held to agree to that. What is smaller is 0.
  static func aligned(_ currents: [Double], scale: Double) -> [String] {
    let largest = currents.reduce(scale) { max($0, $1.magnitude) }
    let isScientific = EnergyText.isScientific([largest])
    let point = ExactDecimal(largest).point
    return currents.map { current in
      guard current.magnitude > 0.5e-10 * largest else { return "0" }
      let decimal = ExactDecimal(current)
      return isScientific
        ? decimal.scientific(significant: max(1, 10 + decimal.point - point), .toNearestOrEven)
        : decimal.fixed(places: max(0, 10 - point), .toNearestOrEven)
    }
  }
}
