extension Spectrum {
  /// A level as one line of a table, with the flux and the totals of its place in a sweep.
  struct Row {
    var level: Level
    var flux: Double?
    var totalEnergy: Energy?
    var totalEnergyInterval: ClosedRange<Energy>?
    var totalCurrent: Double?
  }

  /// The levels, or those of every flux, one after the other.
  var rows: [Row] {
    guard let sweep else {
      return levels.map {
        Row(
          level: $0, totalEnergy: totalEnergy, totalEnergyInterval: totalEnergyInterval,
          totalCurrent: totalCurrent)
      }
    }
    return sweep.flatMap { point in
      point.levels.map {
        Row(
          level: $0, flux: point.flux, totalEnergy: point.totalEnergy,
          totalEnergyInterval: point.totalEnergyInterval,
          totalCurrent: point.totalCurrent)
      }
    }
  }
}
