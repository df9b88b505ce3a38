extension FlowAnswer {
  private struct Row {
    let name: String
    let title: String
    let unit: String
    let values: [Double]
  }

  private var rows: [Row] {
    let force = "hartree/bohr"
    return [
      Row(name: "position", title: "r", unit: "bohr", values: sample.position),
      Row(name: "velocity", title: "v", unit: "bohr hartree/\u{127}", values: sample.velocity),
      Row(
        name: "berryConnection", title: "Berry connection", unit: "1/bohr",
        values: sample.berryConnection),
      Row(name: "lorentz", title: "-(E + v x B)", unit: force, values: sample.lorentz),
      Row(name: "kinetic", title: "grad mv\u{b2}/2", unit: force, values: sample.kinetic),
      Row(name: "chemical", title: "-grad \u{3bc}", unit: force, values: sample.chemical),
      Row(name: "loop", title: "-v x curl A", unit: force, values: sample.loop),
      Row(
        name: "massTimesAcceleration", title: "m D_t v", unit: force,
        values: sample.massTimesAcceleration),
      Row(
        name: "momentumBalance", title: "m D_t v, by the density", unit: force,
        values: sample.momentumBalance),
    ]
  }

  private func brief(_ value: Double) -> String {
    ExactDecimal(value).scientific(significant: 2, .up)
  }

  private func number(_ value: Double) -> String {
    ExactDecimal(value).scientific(significant: 10, .toNearestOrEven)
  }

  /// The forces at the sample, the vortices and the checks, aligned for a terminal.
  public func table() -> String {
    let names = ["x", "y", "z"].prefix(sample.position.count)
    let title = sample.position.count == 1 ? ["value"] : Array(names)
    var text = Column.text(
      of: [Column("at one point", rows.map(\.title), .leading)]
        + title.indices.map { axis in
          Column(title[axis], rows.map { number($0.values[axis]) }, .trailing)
        } + [Column("unit", rows.map(\.unit), .leading)], rows: rows.count)
    text += "\n"
    if let winding { text += "winding \(winding)\n" }
    if !vortices.isEmpty {
      func column(_ name: String, _ value: (VortexRow) -> [Double]) -> Column {
        Column(
          name,
          vortices.map { vortex in
            value(vortex).map {
              ExactDecimal($0).scientific(significant: 6, .toNearestOrEven)
            }.joined(separator: ", ")
          }, .leading)
      }
      text += "\n"
      text += Column.text(
        of: [
          Column("vortex", vortices.map { "\($0.winding)" }, .trailing),
          column("at (bohr)", \.position), column("v (bohr hartree/\u{127})", \.velocity),
          column("flow beside it", \.background),
          column("loop-current force (bohr hartree)", \.loopForce),
        ], rows: vortices.count)
      text += "\n"
    }
    text += "balance of the forces: \(brief(balance)), the largest relative error at "
    text += "\(balanceNodes) nodes\n"
    if let motion {
      text += "\(motion.steps) steps of \(motion.step) \u{127}/hartree: estimated error "
      text += "\(brief(motion.stepError)), norm to \(brief(motion.normDrift)), energy to "
      text += "\(brief(motion.energyDrift)) hartree\n"
      if let difference = motion.exactDifference {
        text += "distance to the closed form \(brief(difference))\n"
      }
    }
    for note in notes { text += "note: \(note)\n" }
    return text
  }

  /// One line a quantity of the sample: its name, unit and components.
  public func commaSeparated() -> String {
    let names = ["x", "y", "z"].prefix(sample.position.count)
    return Spectrum.record(["quantity", "unit"] + names)
      + rows.map { row in
        Spectrum.record([row.name, row.unit] + row.values.map { "\($0)" })
      }.joined()
  }

  /// The density at every node, and velocities where it does not vanish (0 elsewhere).
  ///
  /// - Throws: ``FewBodyError`` for an answer read from JSON, which has no field.
  public func archive() throws(FewBodyError) -> NumpyArchive {
    guard let field else { throw .withoutWavefunctions }
    var archive = NumpyArchive()
    for (axis, name) in zip(field.grid.axes, ["x", "y", "z"]) { try archive.add(name, axis.nodes) }
    let d = field.grid.dimension
    func add(_ name: String, _ values: [Double]) throws(FewBodyError) {
      if d == 1 { return try archive.add(name, values) }
      try archive.add(name, values, shape: field.grid.shape)
    }
    try add("density", field.density)
    var velocity = [[Double]](repeating: [Double](repeating: 0, count: field.grid.count), count: d)
    for node in field.nodes(denserThan: 1e-10) {
      let flow = try field.flow(node: node)
      for axis in 0..<d { velocity[axis][node] = flow.velocity[axis] }
    }
    for (axis, name) in zip(0..<d, ["vx", "vy", "vz"]) { try add(name, velocity[axis]) }
    return archive
  }
}
