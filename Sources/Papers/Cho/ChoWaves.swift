import ComplexModule
import FewBody
import RealModule

/// Cho, sections 2.4, 3.3 and appendix A: dispersion with one susceptibility, with two, and of Drude, Born and Fedorov.
enum ChoWaves {
  static let claims = [
    PaperClaim("cho-dispersion", "n^2 -+ 2 kappa n - eps = 0, kappa = 8 pi N S/3 w.", dispersion),
    PaperClaim(
      "cho-rotation", "Rosenfeld's 8 pi N S/3 hbar c is half the difference of n_+ and n_-.",
      rotation),
    PaperClaim("cho-equivalence", "mu = 1/(1 - 4 pi chi_B).", equivalence),
    PaperClaim(
      "cho-fedorov",
      "curl gives +-k for circular waves; (ck/w)^2 has a double pole where eps and mu share one.",
      fedorov),
    PaperClaim("cho-susceptibilities", "B = H + 4 pi M.", susceptibilities),
  ]

  private static let medium = ChiralMedium(
    density: 0.001, rotationalStrength: 0.02, resonance: 1, permittivity: 1.5)
  private static let frequency = 0.5

  /// A wave whose kappa the one susceptibility makes of a line of rotational strength S.
  private static func wave() throws -> IsotropicWave {
    let zero = Complex<Double>.zero
    // mu_0nu . m_nu0 = iS with a weak magnetic moment: the permeability stays 1 to 1e-12.
    let electric = 1000.0
    let line = CurrentMoments(
      energy: Energy(hartree: medium.resonance), electric: [zero, Complex(electric), zero],
      magnetic: [zero, Complex(0, -medium.rotationalStrength / electric), zero],
      quadrupole: [Complex<Double>](repeating: zero, count: 9))
    let kappa = try IsotropicWave(
      Susceptibility(transitions: [line], density: medium.density), at: Energy(hartree: frequency)
    ).chirality
    return IsotropicWave(
      permittivity: Complex(medium.permittivity), permeability: 1, chirality: kappa)
  }

  static func dispersion(_ p: PublishedClaim) throws -> [Finding] {
    let roots = try wave().indices
    let (plus, minus) = try medium.indices(at: frequency)
    let kappa = try wave().chirality.real
    return [
      .both("n_+", printed: roots.plus.real, ours: plus, within: 1e-13),
      .both("n_-", printed: roots.minus.real, ours: minus, within: 1e-13),
      .both(
        "n_+^2 - 2 kappa n_+", printed: medium.permittivity, ours: plus * plus - 2 * kappa * plus,
        within: 1e-13),
      .both(
        "n_-^2 + 2 kappa n_-", printed: medium.permittivity,
        ours: minus * minus + 2 * kappa * minus, within: 1e-13),
    ]
  }

  static func rotation(_ p: PublishedClaim) throws -> [Finding] {
    [
      .both(
        "c phi", printed: try wave().rotation(at: Energy(hartree: frequency)),
        ours: try medium.rotation(at: frequency), within: 1e-9, "a.u.")
    ]
  }

  static func equivalence(_ p: PublishedClaim) throws -> [Finding] {
    let (electric, magnetic) = (0.2, -0.03)
    let epsilon = 1 + 4 * Double.pi * electric
    let product = epsilon * (1 + 4 * .pi * magnetic / (1 - 4 * .pi * magnetic))
    let wave = IsotropicWave(
      permittivity: Complex(epsilon), permeability: Complex(1 / (1 - 4 * .pi * magnetic)),
      chirality: .zero)
    let n = wave.indices.plus.real
    return [
      .both("(ck/w)^2 of (35)", printed: product, ours: n * n, within: 1e-13),
      .both(
        "(ck/w)^2 - 4 pi chi_B (ck/w)^2 of (36)", printed: epsilon,
        ours: n * n * (1 - 4 * .pi * magnetic), within: 1e-13),
    ]
  }

  static func fedorov(_ p: PublishedClaim) throws -> [Finding] {
    let (epsilon, mu, beta) = (2.0, 1.0, 0.01)
    let indices = DrudeBornFedorov(
      permittivity: Complex(epsilon), permeability: Complex(mu), chirality: Complex(beta)
    ).indices
    // With curl -> s k the four equations give n^2 = eps mu (1 + s beta n)^2.
    func right(_ n: Double, _ sign: Double) -> Double {
      epsilon * mu * (1 + sign * beta * n) * (1 + sign * beta * n)
    }
    let (plus, minus) = (indices.plus.real, indices.minus.real)
    return [
      .both(
        "n with the upper sign, squared", printed: plus * plus, ours: right(plus, -1), within: 1e-13
      ),
      .both("with the lower sign", printed: minus * minus, ours: right(minus, 1), within: 1e-13),
      .value("n with the upper sign", plus), .value("n with the lower sign", minus),
    ]
  }

  static func susceptibilities(_ p: PublishedClaim) throws -> [Finding] {
    // Medium (B) is given by its chi_B; its index knows chi_m by n^2 = eps_b (1 + 4 pi chi_m).
    let medium = LeftHandedMedium(assignment: .b)
    let w = 0.9995
    let chi = medium.strength / (1 - w) / (4 * .pi)
    let n = try medium.index(at: w).real
    return [
      .both(
        "M/H", printed: chi / (1 - 4 * .pi * chi),
        ours: (n * n / medium.background - 1) / (4 * .pi),
        within: 1e-14)
    ]
  }
}
