extension InteractionResult {
  /// An aligned table for a terminal, under the caller's title lines.
  public func text(title: [String] = [], in unit: EnergyUnit = .hartree) -> String {
    var text = title.map { $0 + "\n" }.joined()
    if !title.isEmpty { text += "\n" }
    switch content {
    case .pair(let pair):
      guard let pair else { return text + "interrupted before an integral was found\n" }
      let integrals = [pair.direct, pair.exchange]
      text += Column.text(
        of: [
          Column("integral", ["direct U", "exchange J"], .leading),
          Column("value (\(unit.symbol))", integrals.map { number($0.value, unit) }, .trailing),
          Column("error", integrals.map { brief($0.error, unit) }, .trailing),
        ], rows: 2)
    case .table(let table): text += rows(table, unit)
    case .estimates(let estimates):
      text += Column.text(
        of: [
          Column("estimate", estimates.names, .leading),
          Column(
            "value", estimates.names.map { estimates[$0]?.description ?? "" }, .leading),
        ], rows: estimates.names.count)
    }
    return text
  }

  private func rows(_ table: HubbardHeisenberg, _ unit: EnergyUnit) -> String {
    func column(
      _ name: String, _ value: (HubbardHeisenberg.Entry) -> InteractionIntegral?
    ) -> Column {
      Column(
        name, table.entries.map { entry in value(entry).map { number($0.value, unit) } ?? "" },
        .trailing)
    }
    let columns = [
      Column("first", table.entries.map(\.first), .leading),
      Column("second", table.entries.map(\.second), .leading),
      column("U\u{1d9c}") { $0.coulomb.direct },
      column("J\u{1d9c}") { $0.isOnSite ? nil : $0.coulomb.exchange },
      column("U\u{1d43}") { $0.ampere.direct },
      column("J\u{1d43}") { $0.isOnSite ? nil : $0.ampere.exchange },
      column("E_S - E_T") { $0.isOnSite ? nil : $0.singletTripletSplitting },
    ]
    let worst =
      table.entries.flatMap {
        [$0.coulomb.direct, $0.coulomb.exchange, $0.ampere.direct, $0.ampere.exchange]
      }.map(\.error).max() ?? 0
    return Column.text(of: columns, rows: table.entries.count)
      + "\nin \(unit.symbol); no error above \(brief(worst, unit))\n"
  }

  private func number(_ hartree: Double, _ unit: EnergyUnit) -> String {
    ExactDecimal(unit.value(of: Energy(hartree: hartree))).scientific(
      significant: 12, .toNearestOrEven)
  }

  private func brief(_ hartree: Double, _ unit: EnergyUnit) -> String {
    ExactDecimal(unit.value(of: Energy(hartree: hartree))).scientific(significant: 2, .up)
  }

  /// Comma-separated values under a line of names, one line an integral, a pair or an estimate.
  public func commaSeparated(in unit: EnergyUnit = .hartree) -> String {
    func value(_ hartree: Double) -> String { "\(unit.value(of: Energy(hartree: hartree)))" }
    switch content {
    case .pair(let pair):
      let names = Spectrum.record(["integral", "value[\(unit.symbol)]", "error[\(unit.symbol)]"])
      guard let pair else { return names }
      return names
        + Spectrum.record(["direct", value(pair.direct.value), value(pair.direct.error)])
        + Spectrum.record(["exchange", value(pair.exchange.value), value(pair.exchange.error)])
    case .table(let table):
      let names = ["coulombDirect", "coulombExchange", "ampereDirect", "ampereExchange"]
      var text = Spectrum.record(
        ["first", "second"]
          + (names + ["singletTriplet"]).flatMap { ["\($0)[\(unit.symbol)]", "\($0)Error"] })
      for entry in table.entries {
        let integrals: [InteractionIntegral?] = [
          entry.coulomb.direct, entry.isOnSite ? nil : entry.coulomb.exchange,
          entry.ampere.direct, entry.isOnSite ? nil : entry.ampere.exchange,
          entry.isOnSite ? nil : entry.singletTripletSplitting,
        ]
        text += Spectrum.record(
          [entry.first, entry.second]
            + integrals.flatMap { integral in
              integral.map { [value($0.value), value($0.error)] } ?? ["", ""]
            })
      }
      return text
    case .estimates(let estimates):
      return Spectrum.record(["estimate", "value"])
        + estimates.names.map {
          Spectrum.record([$0, estimates[$0]?.description ?? ""])
        }.joined()
    }
  }
}
