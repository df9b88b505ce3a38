/// The phonon-mediated kernel of one branch at one wave vector, Eqs (30)-(33) of Y. Su et al. (seed 000).
///
/// V_ep = -(i g/sqrt N) c+ c (b + b+) gives in second order
/// g_p(omega) = (g^2/N) hbar omega_ph/(omega^2 - omega_ph^2), static limit -g^2/N hbar omega_ph. The displacement
/// u = (hbar/2 M omega N)^(1/2)(b + b+) makes g = (hbar/2 M omega)^(1/2) (q.e) V_L; the source lacks the 2, which
/// doubles Eq. (32).
public struct PhononKernel: Sendable, Hashable {
  /// g, in hartree.
  public let coupling: Double
  /// hbar omega_ph, in hartree.
  public let phononEnergy: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` unless both are positive.
  public init(coupling: Energy, phononEnergy: Energy) throws(FewBodyError) {
    try require("phonon-coupling", coupling.hartree, accepted: "an energy above 0") { $0 > 0 }
    try require("phonon-energy", phononEnergy.hartree, accepted: "an energy above 0") { $0 > 0 }
    self.coupling = coupling.hartree
    self.phononEnergy = phononEnergy.hartree
  }

  /// From the ion's mass (in electron masses), q.e (in bohr^(-1)) and V_L(q) (in hartree).
  ///
  /// - Parameters:
  ///   - ionMass: M, in electron masses.
  ///   - phononEnergy: hbar omega.
  ///   - projection: q.e, in bohr^(-1).
  ///   - potential: V_L(q).
  ///   - literal: hbar/M omega as Eq. (30) is printed, instead of hbar/2 M omega.
  public init(
    ionMass: Double, phononEnergy: Energy, projection: Double, potential: Energy,
    literal: Bool = false
  ) throws(FewBodyError) {
    try require("ion-mass", ionMass, accepted: "a mass above 0") { $0 > 0 }
    try require("phonon-energy", phononEnergy.hartree, accepted: "an energy above 0") { $0 > 0 }
    let displacement = (1 / ((literal ? 1 : 2) * ionMass * phononEnergy.hartree)).squareRoot()
    try self.init(
      coupling: Energy(hartree: (displacement * projection * potential.hartree).magnitude),
      phononEnergy: phononEnergy)
  }

  /// N g_p(omega), in hartree.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` at the phonon's own frequency.
  public func value(frequency omega: Double) throws(FewBodyError) -> Double {
    let denominator = (omega - phononEnergy) * (omega + phononEnergy)
    guard denominator.isFinite, denominator != 0 else {
      throw .invalid(
        "frequency", omega, accepted: "a finite number other than +-\(phononEnergy)")
    }
    return coupling * coupling * phononEnergy / denominator
  }

  /// N g_p(i nu).
  public func value(matsubara nu: Double) -> Double {
    -coupling * coupling * phononEnergy / (nu * nu + phononEnergy * phononEnergy)
  }
}
