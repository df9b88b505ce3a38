import ComplexModule
import RealModule

/// A one-electron state on a ring of radius R and thickness a, psi = (2 pi)^(-1/2) sum c_m exp(i n_m phi).
///
/// Two electrons at angles phi_1 and phi_2 are d = (4R^2 sin^2(phi/2) + a^2)^(1/2) apart; the current flows along the
/// circle, j_ab = sum (n + n' + 2f) c_n* c_n'/2mR ..., with f the flux in Phi0.
public struct RingOrbital: Sendable {
  /// What tables call it.
  public let name: String
  /// R and a, in bohr.
  public let radius: Double
  /// a, in bohr.
  public let thickness: Double
  /// m, in electron masses.
  public let mass: Double
  /// f = Phi/Phi0.
  public let flux: Double
  /// c_m, one array for each component of the spin.
  let coefficients: [[Complex<Double>]]
  /// n_m of the first.
  let first: Double

  /// - Parameters:
  ///   - name: what tables call it.
  ///   - coefficients: c_m, one array for each spin component, sum |c|^2 = 1.
  ///   - first: n of the first coefficient; the others follow in steps of 1.
  ///   - radius: R.
  ///   - thickness: a.
  ///   - mass: in electron masses.
  ///   - flux: f = Phi/Phi0.
  /// - Throws: ``FewBodyError/invalid(_:)`` for lengths or a mass that are not positive, or a state that is
  ///   not normalised.
  public init(
    name: String, coefficients: [[Complex<Double>]], first: Double, radius: Length,
    thickness: Length, mass: Double = 1, flux: Double = 0
  ) throws(FewBodyError) {
    try require("radius", radius.bohr, accepted: "a length above 0") { $0 > 0 }
    try require(
      "thickness", thickness.bohr,
      accepted: "a length above 0: without it 1/d has no mean on a circle"
    ) { $0 > 0 }
    try require("mass", mass, accepted: "a number above 0") { $0 > 0 }
    try require("flux", flux, accepted: "a finite number") { _ in true }
    let norm = coefficients.joined().reduce(0) { $0 + $1.lengthSquared }
    try require("norm", norm, accepted: "1, to 1e-9") { ($0 - 1).magnitude <= 1e-9 }
    self.name = name
    self.coefficients = coefficients
    self.first = first
    self.radius = radius.bohr
    self.thickness = thickness.bohr
    self.mass = mass
    self.flux = flux
  }

  /// A state of `solve ring`.
  ///
  /// - Throws: as above, and for states that do not repeat after one turn or have a Rashba coupling, whose
  ///   current has a term of the spin.
  public init(
    _ state: RingState, of ring: Ring, thickness: Length, name: String
  ) throws(FewBodyError) {
    guard state.step == 1 else {
      throw .invalid("boundary", "spinor", accepted: "a density that repeats after one turn")
    }
    guard (ring.rashba ?? 0) == 0 else {
      throw .invalid("rashba", ring.rashba ?? 0, accepted: "0: the current of a spin is left out")
    }
    try self.init(
      name: name, coefficients: state.coefficients, first: state.first, radius: ring.radius,
      thickness: thickness, mass: ring.mass, flux: ring.flux)
  }

  /// The coefficients q -> sum c_n* w c_(n+q)/2 pi of a (transition) density, w = 1, or current,
  /// w = (2n + q + 2f)/2mR, and the lowest q.
  func transition(
    to other: RingOrbital, isCurrent: Bool
  ) -> (lowest: Double, values: [Complex<Double>]) {
    let (m, k) = (count, other.count)
    var values = [Complex<Double>](repeating: .zero, count: m + k - 1)
    for (a, b) in zip(coefficients, other.coefficients) {
      for i in a.indices {
        for j in b.indices {
          let sum = first + Double(i) + other.first + Double(j) + flux + other.flux
          let weight = (isCurrent ? sum / (2 * mass * radius) : 1) / (2 * .pi)
          values[j - i + m - 1] += (a[i].conjugate * b[j]).multiplied(by: weight)
        }
      }
    }
    return (other.first - first - Double(m - 1), values)
  }

  private var count: Int { coefficients.first?.count ?? 0 }
}
