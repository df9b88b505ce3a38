extension Spectrum {
  /// The levels as an aligned table for a terminal, under the caller's title lines.
  ///
  /// Columns: n (level where n is a label), the energy with the digits that its bounds justify, the interval, its certainty,
  /// one column for each label, the multiplicity, and, where a level has one, the exact energy and
  /// the difference from it; on a ring the current, in a sweep also the flux and the branch. Below stand
  /// the totals of a filling, the reasons of estimated bounds, the notes and, last, whether a level can
  /// be missing.
  public func table(title: [String] = [], in unit: EnergyUnit = .hartree) -> String {
    var text = title.map { $0 + "\n" }.joined()
    if !title.isEmpty { text += "\n" }
    if !rows.isEmpty { text += body(in: unit) + "\n" }
    text += totals(in: unit)
    for reason in reasons { text += "estimate: \(reason)\n" }
    for note in notes { text += "note: \(note)\n" }
    return text + completeness(in: unit) + "\n"
  }

  private func body(in unit: EnergyUnit) -> String {
    let rows = rows
    let levels = rows.map(\.level)
    let isScientific = EnergyText.isScientific(levels.map { unit.value(of: $0.energy) })
    let energies = levels.map { EnergyText($0, in: unit, isScientific: isScientific) }
    var columns = [
      // In space n is the name of a quantum number.
      Column(
        labelNames.contains("n") ? "level" : "n", levels.map { "\($0.index)" }, .trailing),
      Column("energy (\(unit.symbol))", Column.pointsAligned(energies.map(\.energy)), .leading),
      Column("interval", energies.map(\.interval), .leading),
      Column("bounds", levels.map(\.certainty.word), .leading),
    ]
    if sweep != nil {
      let fluxes = rows.map { $0.flux.map { "\($0)" } ?? "" }
      columns.insert(Column("flux", Column.pointsAligned(fluxes), .leading), at: 0)
    }
    for name in labelNames {
      columns.append(
        Column(name, levels.map { $0.labels[name]?.description ?? "" }, .leading))
    }
    columns.append(Column("multiplicity", levels.map { "\($0.multiplicity)" }, .trailing))
    let currents = levels.compactMap(\.current)
    if currents.count == levels.count {
      let texts = Column.pointsAligned(CurrentText.aligned(currents, scale: currentScale))
      columns.append(Column(CurrentText.heading, texts, .leading))
    }
    if levels.contains(where: { $0.branch != nil }) {
      let branches = levels.map { $0.branch.map { "\($0)" } ?? "" }
      columns.append(Column("branch", branches, .trailing))
    }
    if levels.contains(where: { $0.exact != nil }) {
      let exact = levels.map { $0.exact.map { "\(unit.value(of: $0))" } ?? "" }
      columns.append(Column("exact", exact, .leading))
      let difference = levels.map { level in
        level.exact.map { exact in
          let value = Energy(hartree: level.energy.hartree - exact.hartree)
          return ExactDecimal(unit.value(of: value)).scientific(significant: 2, .toNearestOrEven)
        } ?? ""
      }
      columns.append(Column("difference", difference, .leading))
    }
    return Column.text(of: columns, rows: levels.count)
  }

  /// Why bounds are estimates, each reason once.
  private var reasons: [String] {
    var reasons: [String] = []
    for level in rows.map(\.level) {
      if case .estimate(let because) = level.certainty, !reasons.contains(because) {
        reasons.append(because)
      }
    }
    return reasons
  }

  private func completeness(in unit: EnergyUnit) -> String {
    guard isComplete else {
      return "incomplete: no count shows that every level is listed; one may be missing"
    }
    if case .word(let check)? = method["check"] { return "complete: \(check)" }
    guard levels.isEmpty else {
      return "complete: a count shows that no level below the last one listed is missing"
    }
    guard let threshold else { return "complete: there is no level to list" }
    let value = unit.value(of: threshold)
    return "complete: there is no bound level below the threshold, \(value) \(unit.symbol)"
  }
}
