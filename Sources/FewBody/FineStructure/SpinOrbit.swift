/// (Z/r^3)[(1/2m^2 + 1/mM) L.s_1 + (1/2M^2 + 1/mM) L.s_2].
///
/// Each spin sees the field of the charge past which it moves, halved by Thomas' precession, and the
/// magnetic field of that charge's own motion, which is not halved. Bethe and Salpeter, Section 39,
/// H_3; Berestetskii et al., Section 83; it is (3/2) L.S/r^3 in positronium.
struct SpinOrbit: BreitPauliTerm {
  let name = FineStructureTerm.spinOrbit

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    species.charge * moments.inverseCube
  }

  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix {
    let (light, heavy) = (species.electronMass, species.nuclearMass)
    return (0.5 / (light * light) + 1 / (light * heavy)) * multiplet.electronSpinOrbit
      + (0.5 / (heavy * heavy) + 1 / (light * heavy)) * multiplet.nuclearSpinOrbit
  }
}
