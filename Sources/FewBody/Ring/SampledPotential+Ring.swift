import RealModule

extension SampledPotential {
  /// The table as a function of period 2 pi.
  ///
  /// It is continued by eight of its own nodes at both ends, so that the interpolant has no seam.
  func wrappedAroundRing(name: String) throws(FewBodyError) -> PeriodicPotential.Sampled {
    let turn = 2 * Double.pi
    let span = domain.upperBound - domain.lowerBound
    var (x, v) = (nodes, values)
    let step = span / Double(Swift.max(1, nodes.count - 1))
    let size = values.reduce(0) { Swift.max($0, $1.magnitude) }
    if (span - turn).magnitude <= 1e-9 * turn {
      guard (values[0] - values[values.count - 1]).magnitude <= 1e-9 * size else {
        throw .invalid(
          "potential-file",
          "\(name), V = \(values[0]) at its beginning and \(values[values.count - 1]) a turn later",
          accepted: "a table of period 2 pi")
      }
      x.removeLast()
      v.removeLast()
    } else if span > turn || turn - span > 3 * step {
      throw .invalid(
        "potential-file", "\(name), phi from \(domain.lowerBound) to \(domain.upperBound)",
        accepted: "a table that spans one turn, 2 pi, with its end point or one step short of it")
    }
    guard x.count >= 8 else {
      throw .invalid(
        "potential-file", "\(name), \(x.count) different angles", accepted: "at least 8 angles")
    }
    let before = (x.suffix(8).map { $0 - turn }, Array(v.suffix(8)))
    let after = (x.prefix(9).map { $0 + turn }, Array(v.prefix(9)))
    let start = x[0]
    let table = try SampledPotential(
      nodes: before.0 + x + after.0, values: before.1 + v + after.1)
    @Sendable func reduced(_ angle: Double) -> Double {
      angle - turn * ((angle - start) / turn).rounded(.down)
    }
    return PeriodicPotential.Sampled(
      name: name, because: "V is known at the \(x.count) angles of a table only",
      breakpoints: [], uncertainty: { table.error(at: reduced($0)) },
      value: { table.value(at: reduced($0)) })
  }
}
