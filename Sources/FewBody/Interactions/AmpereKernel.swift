import ComplexModule
import RealModule

/// The dynamic kernel of the Ampere interaction, V_J(q, omega) = (1/2 eps0)/(omega^2 - Omega_q^2).
///
/// Omega_q^2 = c^2 q^2 + omega_p^2 + omega_I^2: photons made massive by the <n> A^2 terms of electrons and ions
/// (Y. Su et al., seed 000, Eqs (3), (16), (18), (23) and (24)). Atomic units: 1/2 eps0 = 2 pi, mu0/8 pi =
/// alpha^2/2. The static energy is the integral of V_J(r_12, 0) j(1) . j(2) over both positions.
public struct AmpereKernel: Sendable, Hashable {
  /// omega_p of the electrons and omega_I of the ions, in hartree/hbar.
  public let electronFrequency: Double
  /// omega_I of the ions, in hartree/hbar.
  public let ionFrequency: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` for a negative plasma energy.
  public init(plasmaEnergy: Energy, ionPlasmaEnergy: Energy = 0) throws(FewBodyError) {
    for (name, energy) in [("plasma-energy", plasmaEnergy), ("ion-plasma-energy", ionPlasmaEnergy)]
    {
      try require(name, energy.hartree, accepted: "a finite energy from 0") { $0 >= 0 }
    }
    electronFrequency = plasmaEnergy.hartree
    ionFrequency = ionPlasmaEnergy.hartree
  }

  /// The kernel within a metal, its ions included.
  public init(_ metal: Metal) {
    electronFrequency = metal.plasmaEnergy.hartree
    ionFrequency = metal.ionPlasmaEnergy.hartree
  }

  /// omega_p^2 + omega_I^2.
  var squaredMass: Double {
    electronFrequency * electronFrequency + ionFrequency * ionFrequency
  }

  /// q_F = (omega_p^2 + omega_I^2)^(1/2)/c, in bohr^(-1).
  public var screening: Double { squaredMass.squareRoot() * Constants.fineStructure }

  /// Omega_q, in hartree/hbar; q in bohr^(-1).
  public func frequency(_ q: Double) -> Double {
    let light = Constants.speedOfLight * q
    return (light * light + squaredMass).squareRoot()
  }

  /// The poles in omega: Omega_q just below the real axis and -Omega_q just above, Eq. (3).
  public func poles(_ q: Double) -> [Double] { [frequency(q), -frequency(q)] }

  /// V_J(q, omega), in atomic units, at a real frequency.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` at a pole.
  public func value(_ q: Double, frequency omega: Double) throws(FewBodyError) -> Double {
    let pole = frequency(q)
    let denominator = (omega - pole) * (omega + pole)
    guard denominator.isFinite, denominator != 0 else {
      throw .invalid("frequency", omega, accepted: "a finite number other than the poles +-\(pole)")
    }
    return 2 * .pi / denominator
  }

  /// V_J(q, i nu) at a Matsubara frequency, Eq. (16): never singular but at q = nu = 0 in the vacuum.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` there.
  public func value(_ q: Double, matsubara nu: Double) throws(FewBodyError) -> Double {
    let denominator = nu * nu + frequency(q) * frequency(q)
    guard denominator.isFinite, denominator > 0 else {
      throw .invalid("q", q, accepted: "a wave number above 0 where nothing screens")
    }
    return -2 * .pi / denominator
  }

  /// V_J(q, t) = -(i/4 eps0 Omega_q) e^(-i Omega_q |t|), the retarded kernel of Eq. (23).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` where Omega_q = 0.
  public func value(_ q: Double, time t: Double) throws(FewBodyError) -> Complex<Double> {
    let omega = frequency(q)
    guard omega > 0, t.isFinite else {
      throw .invalid("q", q, accepted: "a wave number above 0 where nothing screens")
    }
    return Complex(0, -Double.pi / omega) * Complex(length: 1, phase: -omega * t.magnitude)
  }

  /// V_J(r, omega) = -(mu0/8 pi) e^(-kappa r)/r, kappa = (omega_p^2 - omega^2)^(1/2)/c; above omega_p an outgoing
  /// wave, kappa = -i (omega^2 - omega_p^2)^(1/2)/c. Eq. (18) is omega = 0.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless r > 0.
  public func value(
    distance r: Double, frequency omega: Double = 0
  ) throws(FewBodyError) -> Complex<Double> {
    try require("distance", r, accepted: "a distance above 0") { $0 > 0 }
    try require("frequency", omega, accepted: "a finite number") { _ in true }
    let alpha = Constants.fineStructure
    let difference = squaredMass - omega * omega
    let kappa = difference.magnitude.squareRoot() * alpha
    let size = -alpha * alpha / (2 * r)
    return difference >= 0
      ? Complex(size * Double.exp(-kappa * r))
      : Complex(length: size.magnitude, phase: .pi + kappa * r)
  }
}

extension AmpereKernel {
  /// V_J(q, omega) with its pole, or V_J(q, t), by name, for ``InteractionResult``; in atomic units.
  ///
  /// - Throws: as ``value(_:frequency:)`` and ``value(_:time:)``.
  public func parameters(
    _ q: Double, frequency omega: Double, time: Double? = nil
  ) throws(FewBodyError) -> Parameters {
    let pole: Parameters = [
      "pole": .number(frequency(q)),
      "poleElectronvolts": .number(Energy(hartree: frequency(q)).electronvolts),
    ]
    var found: Parameters
    if let time {
      let value = try value(q, time: time)
      found = ["kernelReal": .number(value.real), "kernelImaginary": .number(value.imaginary)]
    } else {
      found = ["kernel": .number(try value(q, frequency: omega))]
    }
    for name in pole.names { found[name] = pole[name] }
    return found
  }

  /// V_J(r, omega), by name, for ``InteractionResult``; in atomic units.
  ///
  /// - Throws: as ``value(distance:frequency:)``.
  public func parameters(
    distance: Double, frequency omega: Double
  ) throws(FewBodyError) -> Parameters {
    let value = try value(distance: distance, frequency: omega)
    return [
      "kernelReal": .number(value.real), "kernelImaginary": .number(value.imaginary),
      "screeningLengthNanometres": .number(Length(bohr: 1 / screening).nanometers),
    ]
  }
}
