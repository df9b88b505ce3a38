/// (Z/4mM) S_12/r^3, S_12 = 12 (s_1.rhat)(s_2.rhat) - 4 s_1.s_2: the two magnetic moments at a distance.
///
/// [mu_1.mu_2 - 3 (mu_1.rhat)(mu_2.rhat)]/r^3 with mu_1 = -s_1/m and mu_2 = Z s_2/M. Bethe and
/// Salpeter, Section 39, H_5; Berestetskii et al., Section 83. It also couples l to l + 2, but within
/// one n the radial integral of 1/r^3 vanishes there (S. Pasternack and R. M. Sternheimer, J. Math.
/// Phys. 3, 1280 (1962)), so that l stays good in first order.
struct Tensor: BreitPauliTerm {
  let name = FineStructureTerm.tensor

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    species.charge / (4 * species.electronMass * species.nuclearMass) * moments.inverseCube
  }

  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix {
    multiplet.tensor
  }
}
