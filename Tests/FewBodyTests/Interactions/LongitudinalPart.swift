import FewBody

/// The longitudinal part of a transition current, from the gauges and from the density.
///
/// div j = -i (E_a - E_b) psi_a* psi_b for mass 1: literal - transverse = alpha^2 (E_a - E_b)^2 [V(0) - V(lambda)]/lambda^2
/// with the Coulomb exchange V.
struct LongitudinalPart {
  let transverse: Double
  let literal: Double
  let expected: Double

  /// |literal - transverse - expected|/literal.
  var defect: Double { ((literal - transverse - expected) / literal).magnitude }

  init(_ a: CentralOrbital, _ b: CentralOrbital, gap: Double, screening: Double) throws {
    func exchange(_ interaction: ElectronInteraction) throws -> Double {
      try a.interaction(interaction, with: b).exchange.value
    }
    transverse = try exchange(ElectronInteraction(.ampere, screening: screening))
    literal = try exchange(
      ElectronInteraction(.ampere, gauge: .literal, screening: screening))
    let bare = try exchange(ElectronInteraction(.coulomb))
    let screened = try exchange(ElectronInteraction(.coulomb, screening: screening))
    let factor = Constants.fineStructure * gap / screening
    expected = factor * factor * (bare - screened)
  }
}
