extension LineParticle {
  /// A particle between hard walls in a potential known at the nodes of a table.
  ///
  /// The interpolant is of class C2; its own error estimate, averaged over each level's density,
  /// widens that level's bounds.
  public init(mass: Double, in table: SampledPotential, between walls: ClosedRange<Double>? = nil) {
    let inner = table.nodes.dropFirst().dropLast()
    let because =
      "V is interpolated between \(table.nodes.count) tabulated values; the interpolant's error, "
      + "estimated, is part of the bounds"
    self.init(
      mass: mass, between: walls ?? table.domain, breakpoints: Array(inner), named: "table",
      because: because, uncertainty: { table.error(at: $0) }, function: { table.value(at: $0) })
  }
}
