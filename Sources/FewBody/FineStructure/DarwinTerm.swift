/// (pi Z/2)(1/m^2 + 1/M^2) delta(r): each particle feels the other's potential, averaged over about
/// its own Compton wavelength.
///
/// For spin 1/2, (1/8m^2) laplace V = (1/8m^2) 4 pi Z delta(r). Bethe and Salpeter, Section 39, H_4;
/// Berestetskii et al., Section 83.
struct DarwinTerm: BreitPauliTerm {
  let name = FineStructureTerm.darwin

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    let (light, heavy) = (species.electronMass, species.nuclearMass)
    return .pi * species.charge / 2 * (1 / (light * light) + 1 / (heavy * heavy))
      * moments.contactDensity
  }
}
