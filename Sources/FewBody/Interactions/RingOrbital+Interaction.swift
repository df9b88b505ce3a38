import ComplexModule
import RealModule

extension RingOrbital: InteractingOrbital {
  /// U and J of two orbitals on one ring: 2 pi sum_q a_q* V_q b_q over the harmonics of their densities or
  /// currents.
  ///
  /// The error is the difference of two quadratures of V_q, with rounding.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for orbitals of different rings, or whose wave numbers do not
  ///   differ by whole numbers.
  public func interaction(
    _ interaction: ElectronInteraction, with other: RingOrbital, threads _: Int?,
    shouldStop _: () -> Bool
  ) throws(FewBodyError) -> InteractionPair? {
    guard radius == other.radius, thickness == other.thickness, mass == other.mass,
      flux == other.flux
    else {
      throw .invalid(
        "ring", "R = \(other.radius), a = \(other.thickness), m = \(other.mass), f = \(other.flux)",
        accepted: "that of the other orbital")
    }
    let shift = other.first - first
    guard shift == shift.rounded(), coefficients.count == other.coefficients.count else {
      throw .invalid(
        "boundary", "wave numbers \(first) and \(other.first)",
        accepted: "orbitals with one boundary condition")
    }
    guard interaction.screening * radius <= 1e5 else {
      throw .invalid(
        "screening", interaction.screening, accepted: "at most \(1e5 / radius) bohr^-1 on this ring"
      )
    }
    let isCurrent = interaction.channel == .ampere
    let own = transition(to: self, isCurrent: isCurrent)
    let others = other.transition(to: other, isCurrent: isCurrent)
    let mixed = transition(to: other, isCurrent: isCurrent)
    let kernel = RingKernelHarmonics(
      radius: radius, thickness: thickness, interaction: interaction)
    func integral(
      _ a: (lowest: Double, values: [Complex<Double>]),
      _ b: (lowest: Double, values: [Complex<Double>])
    ) -> InteractionIntegral {
      let offset = Int(a.lowest - b.lowest)
      var (numbers, weights) = ([Double](), [Double]())
      for i in a.values.indices where b.values.indices.contains(i + offset) {
        let weight = (a.values[i].conjugate * b.values[i + offset]).real
        guard weight != 0 else { continue }
        numbers.append(a.lowest + Double(i))
        weights.append(2 * .pi * weight)
      }
      let fine = kernel.harmonics(numbers, rule: .fine)
      let coarse = kernel.harmonics(numbers, rule: .coarse)
      var (value, error) = (0.0, 0.0)
      for i in weights.indices {
        value += weights[i] * fine.values[i]
        error +=
          weights[i].magnitude
          * ((fine.values[i] - coarse.values[i]).magnitude + 0x1p-46 * fine.magnitude)
      }
      return interaction.strength * InteractionIntegral(value: value, error: error)
    }
    return InteractionPair(direct: integral(own, others), exchange: integral(mixed, mixed))
  }
}
