/// -(p^4/8)(1/m^3 + 1/M^3): sqrt(m^2 c^4 + p^2 c^2) beyond p^2/2m, for both particles.
///
/// Bethe and Salpeter, Section 39, H_1; Berestetskii et al., Section 83.
struct MassVelocity: BreitPauliTerm {
  let name = FineStructureTerm.massVelocity

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    let (light, heavy) = (species.electronMass, species.nuclearMass)
    return -(1 / (light * light * light) + 1 / (heavy * heavy * heavy)) / 8 * moments.kineticSquared
  }
}
