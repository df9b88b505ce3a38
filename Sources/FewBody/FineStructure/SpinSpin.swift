/// (8 pi Z/3mM) s_1.s_2 delta(r): Fermi's contact interaction of the two magnetic moments.
///
/// -(8 pi/3) mu_1.mu_2 delta(r) with mu_1 = -s_1/m and mu_2 = Z s_2/M. Bethe and Salpeter, Section 39,
/// H_5; Berestetskii et al., Section 83. With |psi(0)|^2 = (mu Z)^3/pi it splits the 1S level of
/// muonium by (8/3)(mu Z)^3 Z/mM, that is (16/3) alpha^2 (m/M)(1 + m/M)^-3 rydberg: E. Fermi, Z. Phys.
/// 60, 320 (1930).
struct SpinSpin: BreitPauliTerm {
  let name = FineStructureTerm.spinSpin

  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment {
    let masses = species.electronMass * species.nuclearMass
    return 8 * .pi * species.charge / (3 * masses) * moments.contactDensity
  }

  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix {
    multiplet.spinProduct
  }
}
