import RealModule

extension CentralOrbital: InteractingOrbital {
  /// U and J of two orbitals about one centre, by multipoles and Gauss points on the elements of both.
  ///
  /// The error is the difference of the rules of 22 and 28 points on the same elements, with 2^7 units
  /// of rounding of the sum of magnitudes, and the uncertainty of the states.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for orbitals of unequal masses, or a screening length that
  ///   would take too many elements to resolve.
  public func interaction(
    _ interaction: ElectronInteraction, with other: CentralOrbital, threads _: Int?,
    shouldStop _: () -> Bool
  ) throws(FewBodyError) -> InteractionPair? {
    guard mass == other.mass else {
      throw .invalid(
        "mass", other.mass, accepted: "\(mass), the mass of the other orbital's particle")
    }
    let fine = try energies(interaction, other, rule: .fine)
    let coarse = try energies(interaction, other, rule: .coarse)
    func integral(_ fine: MultipoleEnergy, _ coarse: MultipoleEnergy) -> InteractionIntegral {
      let doubt = uncertainty + other.uncertainty + 0x1p-46
      return interaction.strength
        * InteractionIntegral(
          value: fine.value,
          error: (fine.value - coarse.value).magnitude + doubt * fine.magnitude)
    }
    return InteractionPair(
      direct: integral(fine.direct, coarse.direct),
      exchange: integral(fine.exchange, coarse.exchange))
  }

  private func energies(
    _ interaction: ElectronInteraction, _ other: CentralOrbital, rule: CumulativeRule
  ) throws(FewBodyError) -> (direct: MultipoleEnergy, exchange: MultipoleEnergy) {
    let most = 2 * max(largest, other.largest) + 1
    let mesh = try InteractionMesh(
      [nodes, other.nodes], screening: interaction.screening, largest: most, rule: rule)
    let reach = 1 + interaction.screening * (mesh.nodes.last ?? 0)
    guard Double(most) * Double.log10(reach) < 280 else {
      throw .invalid(
        "screening", interaction.screening,
        accepted: "less for multipoles up to \(most): their Bessel functions overflow")
    }
    let multipoles = ScreenedMultipoles(mesh, screening: interaction.screening)
    let (a, b) = (OrbitalSamples(self, on: mesh), OrbitalSamples(other, on: mesh))
    var (direct, exchange) = (MultipoleEnergy(multipoles), MultipoleEnergy(multipoles))
    let (own, others) = (
      AngularProduct((largest, largest), magnetic: (magnetic, magnetic)),
      AngularProduct(
        (other.largest, other.largest), magnetic: (other.magnetic, other.magnetic))
    )
    let mixed = AngularProduct(
      (largest, other.largest), magnetic: (magnetic, other.magnetic))
    switch interaction.channel {
    case .coulomb:
      direct.add(
        ChargeMultipoles(a, a, angular: own), ChargeMultipoles(b, b, angular: others))
      let transition = ChargeMultipoles(a, b, angular: mixed)
      exchange.add(transition, transition)
    case .ampere:
      direct.add(
        CurrentMultipoles(of: a, mass: mass, angular: own),
        CurrentMultipoles(of: b, mass: mass, angular: others), gauge: interaction.gauge)
      let transition = CurrentMultipoles(a, b, mass: mass, angular: mixed)
      exchange.add(transition, transition, gauge: interaction.gauge)
    }
    return (direct, exchange)
  }
}
