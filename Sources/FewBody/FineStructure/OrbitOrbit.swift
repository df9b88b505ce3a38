/// -(Z/2mM)(1/r)(p^2 + rhat.(rhat.p) p): the Darwin-Breit interaction of the two convection currents.
///
/// H. Essen (2013), Eq. (1), in momenta: -(e1 e2/2 m1 m2 c^2 r)[p1.p2 + (p1.rhat)(p2.rhat)], here with
/// e1 e2 = -Z and p1 = -p2 = p. Bethe and Salpeter, Section 39, H_2; Berestetskii et al., Section 83.
struct OrbitOrbit: BreitPauliTerm {
  let name = FineStructureTerm.orbitOrbit

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    -species.charge / (2 * species.electronMass * species.nuclearMass) * moments.orbitOrbit
  }
}
