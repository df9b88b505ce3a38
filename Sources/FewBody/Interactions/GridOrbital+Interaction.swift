import ComplexModule
import LinearOperators
import RealModule

extension GridOrbital: InteractingOrbital {
  /// U and J of two orbitals on one grid, by convolutions that see no periodic image.
  ///
  /// The error is 1.5 times the difference from the same on a grid of three quarters of the points
  /// (order 2 or better leaves 1.3 of it), and what the tails outside the box could add.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for grids or masses that differ;
  ///   ``FewBodyError/tooLarge(what:bytes:limit:)``.
  public func interaction(
    _ interaction: ElectronInteraction, with other: GridOrbital, threads: Int?,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> InteractionPair? {
    guard extent == other.extent, points == other.points else {
      throw .invalid(
        "grid", "\(other.points) points to \(other.extent) bohr",
        accepted: "that of the other orbital, \(points) to \(extent)")
    }
    guard mass == other.mass else {
      throw .invalid("mass", other.mass, accepted: "\(mass), that of the other orbital")
    }
    let bytes = GridEnergy.bytes(points: points)
    guard bytes <= Memory.available else {
      throw .tooLarge(what: "points \(points)", bytes: bytes, limit: Memory.available)
    }
    let team = threads.map { Threads($0) } ?? .available
    func values(_ points: Int) throws(FewBodyError) -> Values? {
      try self.values(interaction, other, points: points, threads: team, shouldStop: shouldStop)
    }
    guard let coarse = try values(points * 3 / 4 / 2 * 2), let fine = try values(points) else {
      return nil
    }
    func integral(
      _ keyPath: KeyPath<Values, Double>, tail: Double
    ) -> InteractionIntegral {
      let (value, other) = (fine[keyPath: keyPath], coarse[keyPath: keyPath])
      return interaction.strength
        * InteractionIntegral(
          value: value, error: 1.5 * (value - other).magnitude + tail)
    }
    let tails = fine.missing
    let overlap = (tails.first * tails.second).squareRoot()
    return InteractionPair(
      direct: integral(\.direct, tail: (tails.first + tails.second) / extent),
      exchange: integral(
        \.exchange, tail: 2 * overlap * (fine.exchange.magnitude / extent).squareRoot()))
  }

  private struct Values {
    let direct: Double
    let exchange: Double
    let missing: (first: Double, second: Double)
  }

  private func values(
    _ interaction: ElectronInteraction, _ other: GridOrbital, points: Int, threads: Threads,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Values? {
    let fields = GridFields(
      self, other, points: points, isCurrent: interaction.channel == .ampere, threads: threads)
    if shouldStop() { return nil }
    guard
      let energy = try GridEnergy(
        interaction, points: points, step: fields.step, threads: threads, shouldStop: shouldStop)
    else { return nil }
    let (a, b) = (fields.first, fields.second)
    let source =
      interaction.channel == .coulomb ? fields.densities : fields.currents
    // The densities of one orbital are real: their first part is all there is.
    var direct = 0.0
    if let first = source(a, a).first, let second = source(b, b).first {
      guard let found = energy.energy(first, with: second, shouldStop: shouldStop) else {
        return nil
      }
      direct = found
    }
    var exchange = 0.0
    for part in source(a, b) {
      guard let found = energy.energy(part, shouldStop: shouldStop) else { return nil }
      exchange += found
    }
    return Values(
      direct: direct, exchange: exchange,
      missing: (fields.missing(a), fields.missing(b)))
  }
}
