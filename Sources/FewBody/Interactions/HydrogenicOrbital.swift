import ComplexModule
import RealModule

/// An eigenstate |n l m> of p^2/2m - Z/r, in closed form.
///
/// R_nl = 2 kappa A rho^l e^(-rho/2) L_(n-l-1)^(2l+1)(rho), rho = 2 kappa r, kappa = m Z/n,
/// A^2 = m Z (n-l-1)!/[n^2 (n+l)!] (L. D. Landau and E. M. Lifshitz, Quantum Mechanics, 3rd ed., 1977,
/// Eq. (36.13)); psi = R_nl Y_lm with the phase of Condon and Shortley.
public struct HydrogenicOrbital: Sendable, Hashable {
  /// The principal quantum number, 1 to 60.
  public let n: Int
  /// The orbital angular momentum, 0 to n - 1, in hbar.
  public let l: Int
  /// Its component along z, -l to l, in hbar.
  public let m: Int
  /// Z, in units of e.
  public let charge: Double
  /// In electron masses.
  public let mass: Double
  /// A.
  private let amplitude: Double

  /// The letters of l = 0, 1, 2, ...
  static let letters = Array("spdfghiklmnoqrtuvwxyz")
  static let largest = 60

  /// - Throws: ``FewBodyError/invalid(_:)`` unless 0 <= |m| <= l < n <= 60 and Z and the mass are
  ///   positive.
  public init(n: Int, l: Int, m: Int, charge: Double = 1, mass: Double = 1) throws(FewBodyError) {
    guard n >= 1, n <= HydrogenicOrbital.largest else {
      throw .invalid("n", n, accepted: "1 to \(HydrogenicOrbital.largest)")
    }
    guard l >= 0, l < n else { throw .invalid("l", l, accepted: "0 to n - 1 = \(n - 1)") }
    guard m.magnitude <= l else { throw .invalid("m", m, accepted: "\(-l) to \(l)") }
    let range = "a number from 1e-6 to 1e6"
    try require("charge", charge, accepted: range) { $0 >= 1e-6 && $0 <= 1e6 }
    try require("mass", mass, accepted: range) { $0 >= 1e-6 && $0 <= 1e6 }
    self.n = n
    self.l = l
    self.m = m
    self.charge = charge
    self.mass = mass
    // By products: the logarithms of factorials would cost a digit.
    var square = mass * charge / Double(n * n)
    for k in (n - l)...(n + l) { square /= Double(k) }
    amplitude = square.squareRoot()
  }

  /// `1s`, `2p+1`, `3d0`, ...
  public var name: String {
    let letter =
      l < HydrogenicOrbital.letters.count ? String(HydrogenicOrbital.letters[l]) : "[\(l)]"
    return "\(n)\(letter)" + (l == 0 ? "" : m > 0 ? "+\(m)" : "\(m)")
  }

  /// E = -m Z^2/2n^2.
  public var energy: Energy { Energy(hartree: -mass * charge * charge / Double(2 * n * n)) }

  /// R and dR/dr, in bohr^(-3/2) and bohr^(-5/2).
  func radial(at r: Double) -> (value: Double, slope: Double) {
    let scale = 2 * mass * charge / Double(n)
    let rho = scale * r
    guard rho < 1400 else { return (0, 0) }
    let (degree, order) = (n - l - 1, Double(2 * l + 1))
    let envelope = amplitude * scale * Double.exp(-rho / 2)
    let polynomial = HydrogenicOrbital.laguerre(degree, order: order, at: rho)
    let derivative =
      degree == 0 ? 0 : -HydrogenicOrbital.laguerre(degree - 1, order: order + 1, at: rho)
    let value = envelope * Double.pow(rho, l) * polynomial
    let lower =
      l == 0
      ? derivative - polynomial / 2
      : Double.pow(rho, l - 1) * ((Double(l) - rho / 2) * polynomial + rho * derivative)
    return (value, scale * envelope * lower)
  }

  /// psi(x, y, z) in bohr^(-3/2).
  public func value(_ x: Double, _ y: Double, _ z: Double) -> Complex<Double> {
    let r = (x * x + y * y + z * z).squareRoot()
    let cosine = r > 0 ? min(max(z / r, -1), 1) : 1
    let angular = SphericalHarmonics.theta(through: l, magnetic: m, cosine: cosine)
    let size = radial(at: r).value * angular[l - Int(m.magnitude)]
    return m == 0
      ? Complex(size) : Complex(length: 1, phase: Double(m) * .atan2(y: y, x: x)) * Complex(size)
  }

  /// L_k^(order)(x) by the recurrence in the degree (DLMF 18.9.1), stable where it oscillates.
  private static func laguerre(_ k: Int, order: Double, at x: Double) -> Double {
    var (previous, current) = (0.0, 1.0)
    for j in 0..<k {
      let degree = Double(j)
      let next =
        ((2 * degree + 1 + order - x) * current - (degree + order) * previous) / (degree + 1)
      (previous, current) = (current, next)
    }
    return current
  }
}
