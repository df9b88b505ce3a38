extension FineStructureSpectrum {
  /// The terms that some level has; a term that a species does not know at all has no column.
  private var shownTerms: [FineStructureTerm] {
    FineStructureTerm.allCases.filter { term in levels.contains { ($0.terms[term] ?? 0) != 0 } }
  }

  private var hasMixture: Bool { levels.contains { $0.singletWeight != nil } }

  /// Two aligned tables for a terminal, under the caller's title lines: every term and the total by
  /// n, l, S and j, in alpha^2 hartree and in `unit`.
  ///
  /// Totals have the digits that their bounds justify. Below stand why the bounds are estimates,
  /// the notes, and whether a level can be missing.
  public func table(title: [String] = [], in unit: EnergyUnit = .electronvolt) -> String {
    var text = title.map { $0 + "\n" }.joined()
    if !title.isEmpty { text += "\n" }
    if !levels.isEmpty {
      text += "in \u{3b1}\u{b2} hartree:\n\n" + ownUnitRows() + "\n"
      text += "in \(unit.symbol):\n\n" + rows(in: unit) + "\n"
    }
    if case .estimate(let because) = levels.first?.certainty {
      text += "estimate: \(because)\n"
    }
    for note in notes { text += "note: \(note)\n" }
    return text
      + (isComplete
        ? "complete: counts show that no level below the last one listed is missing"
        : "incomplete: no count shows that every level is listed; one may be missing") + "\n"
  }

  private var labelColumns: [Column] {
    let half = FineStructureLevel.text
    var columns = [
      Column("level", levels.map(\.symbol), .leading),
      Column("n", levels.map { "\($0.n)" }, .trailing),
      Column("l", levels.map { "\($0.l)" }, .trailing),
      Column("S", levels.map { half($0.doubledSpin) }, .trailing),
      Column("j", levels.map { half($0.doubledTotal) }, .trailing),
    ]
    if hasMixture {
      let weights = levels.map { level in
        level.singletWeight.map { ExactDecimal($0).fixed(places: 4, .toNearestOrEven) } ?? ""
      }
      columns.append(Column("singlet", weights, .leading))
    }
    return columns
  }

  private func ownUnitRows() -> String {
    var columns = labelColumns
    for term in shownTerms {
      let cells = levels.map {
        ExactDecimal($0.terms[term] ?? 0).fixed(places: 10, .toNearestOrEven)
      }
      columns.append(Column(term.title, cells, .trailing))
    }
    let totals = levels.map { level in
      EnergyText(
        Level(
          energy: Energy(hartree: level.total),
          interval: Energy(
            hartree: level.interval.lowerBound)...Energy(hartree: level.interval.upperBound),
          certainty: level.certainty, residual: 0), in: .hartree, isScientific: false)
    }
    columns.append(Column("total", Column.pointsAligned(totals.map(\.energy)), .leading))
    columns.append(Column("interval", totals.map(\.interval), .leading))
    columns.append(Column("degeneracy", levels.map { "\($0.degeneracy)" }, .trailing))
    return Column.text(of: columns, rows: levels.count)
  }

  private func rows(in unit: EnergyUnit) -> String {
    var columns = labelColumns
    func cells(_ value: (FineStructureLevel) -> Energy) -> [String] {
      levels.map {
        ExactDecimal(unit.value(of: value($0))).scientific(significant: 8, .toNearestOrEven)
      }
    }
    for term in shownTerms {
      columns.append(Column(term.title, cells { $0.shift(term) }, .trailing))
    }
    columns.append(Column("total", cells(\.shift), .trailing))
    return Column.text(of: columns, rows: levels.count)
  }

  /// The levels as comma-separated values, one line a level under a line of names.
  ///
  /// Columns: index, n, l, S, j, the weight of S = 0 where levels mix, degeneracy, the gross
  /// energy in `unit`, the seven terms and the total with its bounds in alpha^2 hartree, then the
  /// seven terms and the total in `unit`; the names state the units.
  public func commaSeparated(in unit: EnergyUnit = .electronvolt) -> String {
    let terms = FineStructureTerm.allCases
    let own = "[alpha^2 hartree]"
    let other = "[\(unit.symbol)]"
    var text = Spectrum.record(
      ["index", "n", "l", "S", "j"] + (hasMixture ? ["singletWeight"] : [])
        + ["degeneracy", "gross" + other] + terms.map { $0.rawValue + own }
        + ["total" + own, "lower", "upper", "bounds"] + terms.map { $0.rawValue + other }
        + ["total" + other])
    for level in levels {
      var fields = ["\(level.index)", "\(level.n)", "\(level.l)"]
      fields += [level.doubledSpin, level.doubledTotal].map { doubled in
        doubled.isMultiple(of: 2) ? "\(doubled / 2)" : "\(Double(doubled) / 2)"
      }
      if hasMixture { fields.append(level.singletWeight.map { "\($0)" } ?? "") }
      fields += ["\(level.degeneracy)", "\(unit.value(of: level.gross))"]
      fields += terms.map { "\(level.terms[$0] ?? 0)" }
      fields += ["\(level.total)", "\(level.interval.lowerBound)", "\(level.interval.upperBound)"]
      fields += [level.certainty.word]
      fields += terms.map { "\(unit.value(of: level.shift($0)))" }
      fields += ["\(unit.value(of: level.shift))"]
      text += Spectrum.record(fields)
    }
    return text
  }
}
