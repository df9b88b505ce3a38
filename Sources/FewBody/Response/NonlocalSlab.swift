import ComplexModule
import LinearOperators
import RealModule

/// A slab whose excitations are standing waves across it, in light at normal incidence: the microscopic nonlocal
/// response, solved with its field (Cho, Eqs 18-22), without boundary conditions of the field.
///
/// I_nu(z) = j sqrt(2/L) sin(kappa z), kappa = nu pi/L, across the direction z; F_nu = int I_nu A dz,
/// A = e^{iqz} + (4 pi/c) int (i/2q) e^{iq|z - z'|} I(z') dz', I = (1/c) sum (g + h barred) I_nu F_nu, q = w/c.
public struct NonlocalSlab: Sendable {
  /// L.
  public var thickness: Length
  /// E_nu, nu = 1, 2, ...
  public var energies: [Energy]
  /// j^2: E times j^2/E^2 is the oscillator strength in a volume.
  public var strength: Double
  /// gamma in hartree.
  public var damping: Double

  /// A slab of thickness L, excitations E_nu, strength j^2 and gamma in hartree; ``validate(at:)`` checks them.
  public init(thickness: Length, energies: [Energy], strength: Double, damping: Double = 0) {
    self.thickness = thickness
    self.energies = energies
    self.strength = strength
    self.damping = damping
  }

  /// Excitations whose centres move with a mass: E_nu = E + nu^2 pi^2/(2 M L^2).
  public static func excitons(
    thickness: Length, energy: Energy, mass: Double, strength: Double, damping: Double = 0,
    states: Int
  ) -> NonlocalSlab {
    let unit = Double.pi * Double.pi / (2 * mass * thickness.bohr * thickness.bohr)
    return NonlocalSlab(
      thickness: thickness,
      energies: (1...max(1, states)).map {
        Energy(hartree: energy.hartree + unit * Double($0 * $0))
      }, strength: strength, damping: damping)
  }

  /// - Throws: ``FewBodyError/invalid(_:)`` for lengths, strengths or energies that cannot be, or a pole without damping.
  public func validate(at frequency: Energy) throws(FewBodyError) {
    let w = frequency.hartree
    try require("frequency", w, accepted: "a frequency above 0") { $0 > 0 && $0 <= 1e6 }
    try require("thickness", thickness.bohr, accepted: "a length from 1e-6 to 1e9 bohr") {
      (1e-6...1e9).contains($0)
    }
    try require("strength", strength, accepted: "a number from 0 to 1e12") {
      (0...1e12).contains($0)
    }
    try require("damping", damping, accepted: "a number from 0 to 1e6") { (0...1e6).contains($0) }
    guard (1...1000).contains(energies.count) else {
      throw .invalid("states", energies.count, accepted: "a whole number from 1 to 1000")
    }
    for energy in energies {
      try require("energies", energy.hartree, accepted: "energies above 0") { $0 > 0 }
      guard damping > 0 || (energy.hartree - w).magnitude > 4 * w.ulp else {
        throw .invalid(
          "frequency", w, accepted: "another frequency than an excitation's, or a damping above 0")
      }
    }
  }

  /// g + h, barred: 2 w^2/[E (E^2 - w^2)] without damping.
  private func factor(_ energy: Energy, _ w: Double) -> Complex<Double> {
    let e = energy.hartree
    let shifted = Complex(w, damping)
    let both = shifted / Complex(e - w, -damping) - shifted / Complex(e + w, damping)
    return both / Complex(e)
  }

  /// eps of a local medium of the same strength, for excitations of one energy: 1 + 4 pi j^2 (g + h)/w^2.
  public func localPermittivity(
    energy: Energy, at frequency: Energy
  ) throws(FewBodyError) -> Complex<Double> {
    try validate(at: frequency)
    let w = frequency.hartree
    return 1 + factor(energy, w).multiplied(by: 4 * .pi * strength / (w * w))
  }

  /// chi_em(0, w) L, the slab as a sheet: the long-wavelength limit (Eq 26) for L to 0.
  public func sheetSusceptibility(at frequency: Energy) throws(FewBodyError) -> Complex<Double> {
    try validate(at: frequency)
    var sum = Complex<Double>.zero
    for (index, energy) in energies.enumerated() where index.isMultiple(of: 2) {
      let overlap = 2 * thickness.bohr / (.pi * Double(index + 1))
      let square = strength * 2 / thickness.bohr * overlap * overlap
      sum += factor(energy, frequency.hartree).multiplied(by: square)
    }
    return sum.multiplied(by: Constants.fineStructure)
  }

  /// Amplitudes of the reflected wave (at z = 0) and the transmitted one (e^{iqz}), of A = 1.
  ///
  /// - Throws: as ``validate(at:)``.
  public func amplitudes(
    at frequency: Energy
  ) throws(FewBodyError) -> (reflected: Complex<Double>, transmitted: Complex<Double>) {
    try validate(at: frequency)
    let w = frequency.hartree
    let q = w * Constants.fineStructure
    let factors = energies.map { factor($0, w) }
    let square = strength * 2 / thickness.bohr
    // (4 pi/c^2)(i/2q) j^2 (2/L).
    let alpha = Constants.fineStructure
    let coupling = Complex(0, 2 * .pi * alpha * alpha / q * square)
    let overlaps = energies.indices.map { wave($0 + 1, Complex(q)) }
    let solution: [Complex<Double>]
    do throws(LinearAlgebraError) {
      let system = try ComplexLinearSystem(dimension: energies.count) { m, n in
        let mutual = coupling * propagated(m + 1, n + 1, q) * factors[n]
        return Complex<Double>(m == n ? 1.0 : 0.0) - mutual
      }
      solution = try system.solution(of: overlaps)
    } catch { throw FewBodyError(error) }
    var (reflected, transmitted) = (Complex<Double>.zero, Complex<Double>.one)
    for n in energies.indices {
      let source = coupling * factors[n] * solution[n]
      reflected += source * overlaps[n]
      transmitted += source * overlaps[n].conjugate
    }
    return (reflected, transmitted)
  }

  /// S = int sin(kappa z) e^{iqz} dz over the slab.
  private func wave(_ n: Int, _ q: Complex<Double>) -> Complex<Double> {
    let length = thickness.bohr
    let kappa = Complex(.pi * Double(n) / length)
    func half(_ k: Complex<Double>) -> Complex<Double> {
      let y = k.multiplied(by: length / 2)
      let ratio = y.length < 1e-4 ? 1 - y * y / 6 : Complex.sin(y) / y
      return Complex.exp(Complex.i * y) * ratio
    }
    return (half(q + kappa) - half(q - kappa)) * Complex(0, -length / 2)
  }

  /// int int sin(kappa' z) e^{iq|z - z'|} sin(kappa z') = [i q L delta - (1 + (-1)^{n + n'}) kappa S']/(q^2 - kappa^2).
  private func propagated(_ m: Int, _ n: Int, _ q: Double) -> Complex<Double> {
    guard (m + n).isMultiple(of: 2) else { return .zero }
    let length = thickness.bohr
    let kappa = Double.pi * Double(n) / length
    func closed(_ q: Complex<Double>) -> Complex<Double> {
      let own = m == n ? (Complex.i * q).multiplied(by: length) : Complex<Double>.zero
      return (own - wave(m, q).multiplied(by: 2 * kappa)) / (q * q - Complex(kappa * kappa))
    }
    guard (q - kappa).magnitude * length < 0.5 else { return closed(Complex(q)) }
    // The pole is removable: an entire function is its mean over a circle.
    var sum = Complex<Double>.zero
    for k in 0..<24 {
      let angle = 2 * Double.pi * (Double(k) + 0.5) / 24
      sum += closed(Complex(q) + Complex(length: 1 / length, phase: angle))
    }
    return sum.multiplied(by: 1.0 / 24)
  }
}
