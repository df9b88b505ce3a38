extension FlowAnswer {
  private var rows: [(name: String, values: [Double])] {
    [
      ("position", sample.position), ("velocity", sample.velocity),
      ("berryConnection", sample.berryConnection), ("lorentz", sample.lorentz),
      ("kinetic", sample.kinetic), ("chemical", sample.chemical), ("loop", sample.loop),
      ("massTimesAcceleration", sample.massTimesAcceleration),
      ("momentumBalance", sample.momentumBalance),
    ]
  }

  /// The forces at the sample, the vortices and the checks, aligned for a terminal.
  public func table() -> String {
    var text = ""
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    for row in rows {
      let padding = String(repeating: " ", count: width - row.name.count)
      text += row.name + padding + row.values.map { "\($0)" }.joined(separator: "  ") + "\n"
    }
    text += "\n"
    if let winding { text += "winding \(winding)\n" }
    for vortex in vortices {
      text += "vortex of winding \(vortex.winding) at \(vortex.position), moving with "
      text += "\(vortex.velocity) in a flow of \(vortex.background): loop-current force "
      text += "\(vortex.loopForce)\n"
    }
    text += "balance \(balance) (largest relative error of the force identity, at "
    text += "\(balanceNodes) nodes)\n"
    if let motion {
      text += "\(motion.steps) steps of \(motion.step): estimated error \(motion.stepError), "
      text += "norm to \(motion.normDrift), energy to \(motion.energyDrift)\n"
      if let difference = motion.exactDifference {
        text += "distance to the closed form \(difference)\n"
      }
    }
    for note in notes { text += "note: \(note)\n" }
    return text
  }

  /// One line a quantity of the sample: its name and components.
  public func commaSeparated() -> String {
    let names = ["x", "y", "z"].prefix(sample.position.count)
    var text = "quantity," + names.joined(separator: ",") + "\n"
    for row in rows {
      text += row.name + "," + row.values.map { "\($0)" }.joined(separator: ",") + "\n"
    }
    return text
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
