/// One term of the Breit-Pauli Hamiltonian in first order, a radial times an angular factor.
///
/// H. A. Bethe and E. E. Salpeter, Quantum Mechanics of One- and Two-Electron Atoms (1957), Sections
/// 38-42; V. B. Berestetskii, E. M. Lifshitz and L. P. Pitaevskii, Quantum Electrodynamics (1982),
/// Sections 83-84. In the centre-of-mass frame the electron has momentum p and the nucleus -p.
/// Factors are in alpha^2 hartree: 1/c^2 is taken out.
protocol BreitPauliTerm: Sendable {
  var name: FineStructureTerm { get }
  /// The expectation value of the radial part, with masses and charges.
  func radialFactor(_ moments: RadialMoments, _ species: Species) -> Moment
  /// The angular and spin part between the states of a multiplet.
  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix
}

extension BreitPauliTerm {
  func angularFactor(_ multiplet: AngularMultiplet, _ species: Species) -> SpinMatrix {
    multiplet.identity
  }
}

/// The names of the Breit-Pauli terms, in the order in which they are printed.
public enum FineStructureTerm: String, Sendable, CaseIterable, Codable, CodingKey {
  /// -(p^4/8)(1/m^3 + 1/M^3).
  case massVelocity
  /// (pi Z/2)(1/m^2 + 1/M^2) delta(r).
  case darwin
  /// -(Z/2mM)(1/r)(p^2 + rhat.(rhat.p) p).
  case orbitOrbit
  /// (Z/r^3)[(1/2m^2 + 1/mM) L.s_1 + (1/2M^2 + 1/mM) L.s_2].
  case spinOrbit
  /// (8 pi Z/3mM) s_1.s_2 delta(r).
  case spinSpin
  /// (Z/4mM) S_12/r^3, S_12 = 12 (s_1.rhat)(s_2.rhat) - 4 s_1.s_2.
  case tensor
  /// (2 pi/m^2)(s_1.s_2 + 3/4) delta(r), for a particle and its antiparticle.
  case annihilation

  /// The term's name in words.
  public var title: String {
    switch self {
    case .massVelocity: "mass-velocity"
    case .darwin: "Darwin"
    case .orbitOrbit: "orbit-orbit"
    case .spinOrbit: "spin-orbit"
    case .spinSpin: "spin-spin"
    case .tensor: "tensor"
    case .annihilation: "annihilation"
    }
  }

  var term: any BreitPauliTerm {
    switch self {
    case .massVelocity: MassVelocity()
    case .darwin: DarwinTerm()
    case .orbitOrbit: OrbitOrbit()
    case .spinOrbit: SpinOrbit()
    case .spinSpin: SpinSpin()
    case .tensor: Tensor()
    case .annihilation: Annihilation()
    }
  }
}
