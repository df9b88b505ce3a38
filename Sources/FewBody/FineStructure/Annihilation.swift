/// (2 pi/m^2)(s_1.s_2 + 3/4) delta(r): a particle and its antiparticle, virtually one photon.
///
/// One photon carries angular momentum 1 and odd charge parity, so that of the states that meet at
/// r = 0 only S = 1 takes part. Berestetskii et al., Section 83.
struct Annihilation: BreitPauliTerm {
  let name = FineStructureTerm.annihilation

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    guard species.annihilates else { return .zero }
    return 2 * .pi / (species.electronMass * species.electronMass) * moments.contactDensity
  }

  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix {
    multiplet.triplet
  }
}
