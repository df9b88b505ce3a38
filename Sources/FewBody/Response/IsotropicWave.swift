import ComplexModule
import RealModule

/// Waves in an isotropic medium of one susceptibility: the dispersion relation (Cho, Eq 29) and its roots.
///
/// Averaged over directions, chi = a + i beta k sigma + d k^2 for circular waves sigma = +-1 (+: x + iy), so that
/// n^2 (1 - 4 pi d/c) - 2 sigma kappa n - (1 + 4 pi c a/w^2) = 0, kappa = 2 pi i beta/w: a quadratic with complex roots.
public struct IsotropicWave: Sendable {
  /// eps = 1 + 4 pi c a/w^2, the k^0 part.
  public let permittivity: Complex<Double>
  /// mu = 1/(1 - 4 pi chi_B), chi_B = d/c, the k^2 part.
  public let permeability: Complex<Double>
  /// The k^1 part, 0 without chirality.
  public let chirality: Complex<Double>

  /// A medium of eps, mu and kappa that are known, without units.
  public init(
    permittivity: Complex<Double>, permeability: Complex<Double>, chirality: Complex<Double>
  ) {
    self.permittivity = permittivity
    self.permeability = permeability
    self.chirality = chirality
  }

  /// The average over directions of a susceptibility.
  ///
  /// - Throws: as ``Susceptibility/validate(at:)``, and for a frequency of 0.
  public init(_ susceptibility: Susceptibility, at frequency: Energy) throws(FewBodyError) {
    let w = frequency.hartree
    try require("frequency", w, accepted: "a frequency above 0") { $0 > 0 }
    let parts = try susceptibility.parts(at: frequency)
    let c = 1 / Constants.fineStructure
    var (a, beta, full, cross) = (
      Complex<Double>.zero, Complex<Double>.zero, Complex<Double>.zero, Complex<Double>.zero
    )
    for i in 0..<3 {
      a += parts.constant[4 * i]
      let (j, k) = ((i + 1) % 3, (i + 2) % 3)
      beta += parts.linear[9 * i + 3 * j + k] - parts.linear[9 * i + 3 * k + j]
      for x in 0..<3 {
        full += parts.quadratic[27 * x + 9 * x + 4 * i]
        let straight = parts.quadratic[27 * i + 9 * x + 3 * i + x]
        let crossed = parts.quadratic[27 * i + 9 * x + 3 * x + i]
        cross += (straight + crossed).multiplied(by: 0.5)
      }
    }
    // The isotropic tensor A delta_ab delta_ij + B (delta_ai delta_bj + delta_aj delta_bi): transverse waves see A.
    let transverse = (full.multiplied(by: 2) - cross).multiplied(by: 1.0 / 15)
    permittivity = 1 + a.multiplied(by: 4 * .pi * c / (3 * w * w))
    permeability = 1 / (1 - transverse.multiplied(by: 4 * .pi / c))
    chirality = Complex(0, 2 * .pi / w) * beta.multiplied(by: 1.0 / 6)
  }

  /// n_+ and n_- of the waves that decay or carry energy forward: Im n >= 0; real ones as the limit of a damping.
  public var indices: (plus: Complex<Double>, minus: Complex<Double>) {
    (root(chirality), root(-chirality))
  }

  private func root(_ kappa: Complex<Double>) -> Complex<Double> {
    let root = Complex.sqrt(kappa * kappa + permittivity / permeability)
    let both = [(kappa + root) * permeability, (kappa - root) * permeability]
    let decaying = both.max { $0.imaginary < $1.imaginary } ?? both[0]
    let size = both.reduce(0) { max($0, $1.length) }
    if decaying.imaginary > 1e-14 * size { return decaying }
    // Of real roots the damping's limit takes the negative one where eps and mu are.
    let isLeftHanded = permittivity.real < 0 && permeability.real < 0
    let forward = both.max { isLeftHanded ? $0.real > $1.real : $0.real < $1.real }
    return forward ?? both[0]
  }

  /// |(n - eps)/(n + eps)|^2 of a half space without chirality, normal incidence.
  public var reflectance: Double {
    let n = indices.plus
    return ((n - permittivity) / (n + permittivity)).lengthSquared
  }

  /// c times the rotation of linearly polarised light for a length, w (n_+ - n_-)/2.
  public func rotation(at frequency: Energy) -> Double {
    let (plus, minus) = indices
    return frequency.hartree * (plus - minus).real / 2
  }
}

/// The Drude-Born-Fedorov relations, D = eps (E + beta curl E), B = mu (H + beta curl H), which a single susceptibility
/// does not reproduce: where eps and mu have a pole in common, (ck/w)^2 has a double one (Cho, Eq 43, section 3.3).
public struct DrudeBornFedorov: Sendable {
  /// eps.
  public var permittivity: Complex<Double>
  /// mu.
  public var permeability: Complex<Double>
  /// beta w/c.
  public var chirality: Complex<Double>

  /// A medium of eps, mu and beta w/c, without units.
  public init(
    permittivity: Complex<Double>, permeability: Complex<Double>, chirality: Complex<Double>
  ) {
    self.permittivity = permittivity
    self.permeability = permeability
    self.chirality = chirality
  }

  /// n = sqrt(eps mu)/(1 +- (beta w/c) sqrt(eps mu)), with + and with -.
  public var indices: (plus: Complex<Double>, minus: Complex<Double>) {
    let root = Complex.sqrt(permittivity * permeability)
    return (root / (1 + chirality * root), root / (1 - chirality * root))
  }
}
