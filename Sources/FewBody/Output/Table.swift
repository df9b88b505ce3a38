extension Spectrum {
  /// The levels as an aligned table for a terminal, under the caller's title lines.
  ///
  /// Columns: n, the energy with the digits that its bounds justify, the interval, its certainty,
  /// one column for each label, the multiplicity, and, where a level has one, the exact energy and
  /// the difference from it. Below stand the reasons of estimated bounds, the notes and, last, whether a level can be missing.
  public func table(title: [String] = [], in unit: EnergyUnit = .hartree) -> String {
    var text = title.map { $0 + "\n" }.joined()
    if !title.isEmpty { text += "\n" }
    if !levels.isEmpty { text += rows(in: unit) + "\n" }
    for reason in reasons { text += "estimate: \(reason)\n" }
    for note in notes { text += "note: \(note)\n" }
    return text + completeness(in: unit) + "\n"
  }

  private func rows(in unit: EnergyUnit) -> String {
    let isScientific = EnergyText.isScientific(levels.map { unit.value(of: $0.energy) })
    let energies = levels.map { EnergyText($0, in: unit, isScientific: isScientific) }
    var columns = [
      Column("n", levels.map { "\($0.index)" }, .trailing),
      Column("energy (\(unit.symbol))", Column.pointsAligned(energies.map(\.energy)), .leading),
      Column("interval", energies.map(\.interval), .leading),
      Column("bounds", levels.map(\.certainty.word), .leading),
    ]
    for name in labelNames {
      columns.append(
        Column(name, levels.map { $0.labels[name]?.description ?? "" }, .leading))
    }
    columns.append(Column("multiplicity", levels.map { "\($0.multiplicity)" }, .trailing))
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
    for level in levels {
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
