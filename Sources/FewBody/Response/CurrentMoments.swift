import ComplexModule
import RealModule

/// The current of one transition, 0 -> nu, as a Taylor series in the wave vector.
///
/// J_0nu(k) = <0| int e^{-ik.r} J(r) dr |nu> = I0 + k_a I1_a + k_a k_b I2_ab + ... With the moments of Cho's Eq 24,
/// I0 + k_a I1_a = -i w_nu [mu - (i/2) k.Q] + i c k x m (hbar = 1, Gaussian units, charge and mass of the electron).
public struct CurrentMoments: Sendable {
  /// w_nu = E_nu - E_0.
  public var energy: Energy
  /// I0: component at `i`.
  public var uniform: [Complex<Double>]
  /// I1_a: component i at `3 a + i`.
  public var linear: [Complex<Double>]
  /// I2_ab: component i at `9 a + 3 b + i`.
  public var quadratic: [Complex<Double>]
  /// p_0 - p_nu, the difference of the populations: 1 from a ground state, less where it is warm.
  public var weight = 1.0

  /// A transition of energy w_nu with I0, I1 and I2 of 3, 9 and 27 components, in atomic units (Gaussian).
  public init(
    energy: Energy, uniform: [Complex<Double>], linear: [Complex<Double>],
    quadratic: [Complex<Double>]
  ) {
    self.energy = energy
    self.uniform = uniform
    self.linear = linear
    self.quadratic = quadratic
  }

  /// From E1, M1 and E2: mu_0nu, m_0nu (alpha is inside m) and Q_0nu, entry (a, i) at `3 a + i`. I2 is left out.
  public init(
    energy: Energy, electric: [Complex<Double>], magnetic: [Complex<Double>],
    quadrupole: [Complex<Double>]
  ) {
    let w = energy.hartree
    let c = 1 / Constants.fineStructure
    self.energy = energy
    uniform = electric.map { Complex(0, -w) * $0 }
    linear = quadrupole.map { $0.multiplied(by: -w / 2) }
    quadratic = [Complex<Double>](repeating: .zero, count: 27)
    // i c (k x m)_i = i c epsilon_iab k_a m_b.
    for i in 0..<3 {
      let (a, b) = ((i + 1) % 3, (i + 2) % 3)
      linear[3 * a + i] += Complex(0, c) * magnetic[b]
      linear[3 * b + i] -= Complex(0, c) * magnetic[a]
    }
  }

  func validate() throws(FewBodyError) {
    try require("energies", energy.hartree, accepted: "a transition energy above 0") { $0 > 0 }
    try require("weight", weight, accepted: "a difference of populations, from -1 to 1") {
      $0.magnitude <= 1
    }
    let all = uniform + linear + quadratic
    guard uniform.count == 3, linear.count == 9, quadratic.count == 27, all.allSatisfy(\.isFinite)
    else {
      throw .invalid(
        "moments", "\(uniform.count), \(linear.count) and \(quadratic.count) components",
        accepted: "3, 9 and 27 finite components")
    }
  }
}
