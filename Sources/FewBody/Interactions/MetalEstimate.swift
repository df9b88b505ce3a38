import RealModule

/// How strong the Ampere interaction is in a metal beside phonons and the Coulomb interaction: the estimates of
/// Y. Su et al. (seed 000), Eqs (34), (39) and (53), and what becomes of them.
public struct MetalEstimate: Sendable {
  /// The metal, for its density, frequencies and Debye temperature.
  public let metal: Metal
  /// <g>, the mean coupling to phonons.
  public let coupling: Energy

  /// - Throws: ``FewBodyError/invalid(_:)`` unless the coupling is positive.
  public init(_ metal: Metal, coupling: Energy) throws(FewBodyError) {
    try require("phonon-coupling", coupling.hartree, accepted: "an energy above 0") { $0 > 0 }
    self.metal = metal
    self.coupling = coupling
  }

  /// V_J within the metal, its ions included.
  public var kernel: AmpereKernel { AmpereKernel(metal) }

  /// hbar omega_D = k_B theta_D, Eq. (35).
  public var phononEnergy: Energy { .kelvin(metal.debyeTemperature) }

  /// alpha_1 = E_F hbar omega_D/g^2 as Eq. (34) is printed, with N = N_e and q = 0.
  public var literalPhononRatio: Double {
    metal.fermiEnergy.hartree * phononEnergy.hartree / (coupling.hartree * coupling.hartree)
  }

  /// alpha_1 with N/N_e = 1/z ions an electron, which Eq. (33) has.
  public var phononRatio: Double { literalPhononRatio / Double(metal.valence) }

  /// The mean over the Fermi sphere, in units of q = 0: ``BandCoupling/fermiSurfaceAverage(screening:fermiWaveNumber:)`` of
  /// the electrons alone.
  public var fermiSurfaceFactor: Double {
    let ratio = metal.plasmaEnergy.hartree * Constants.fineStructure
    return BandCoupling.fermiSurfaceAverage(
      screening: ratio, fermiWaveNumber: metal.fermiWaveNumber)
  }

  /// alpha_1 as printed, averaged over the Fermi sphere.
  public var averagedPhononRatio: Double { literalPhononRatio * fermiSurfaceFactor }

  /// alpha_2 = v1.v2/c^2 of Eq. (39) for electrons at the Fermi velocity, which holds along the line between
  /// them; across it the transverse kernel has half.
  public var velocityRatio: Double {
    let ratio = metal.fermiVelocity * Constants.fineStructure
    return ratio * ratio
  }

  /// alpha_3/alpha_1 = (omega_p/c q)^2 of Eq. (53); q = k_F unless it is given, in bohr^(-1).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless q > 0.
  public func retardationFactor(waveNumber: Double? = nil) throws(FewBodyError) -> Double {
    let q = waveNumber ?? metal.fermiWaveNumber
    try require("wave-number", q, accepted: "a number above 0") { $0 > 0 }
    let ratio = metal.plasmaEnergy.hartree / (Constants.speedOfLight * q)
    return ratio * ratio
  }
}

extension MetalEstimate {
  /// All of it by name, for ``InteractionResult``.
  ///
  /// - Throws: as ``retardationFactor(waveNumber:)``.
  public func parameters() throws(FewBodyError) -> Parameters {
    let retardation = try retardationFactor()
    let length = Length(bohr: Constants.speedOfLight / metal.plasmaEnergy.hartree)
    let ratio = metal.ionPlasmaEnergy.hartree / metal.plasmaEnergy.hartree
    return [
      "alpha1": .number(literalPhononRatio), "alpha1PerIon": .number(phononRatio),
      "alpha1FermiSurface": .number(averagedPhononRatio),
      "fermiSurfaceFactor": .number(fermiSurfaceFactor), "alpha2": .number(velocityRatio),
      "alpha3": .number(literalPhononRatio * retardation),
      "alpha3OverAlpha1": .number(retardation),
      "plasmaEnergyElectronvolts": .number(metal.plasmaEnergy.electronvolts),
      "londonLengthNanometres": .number(length.nanometers),
      "ionToElectronPlasmaFrequencySquared": .number(ratio * ratio),
      "phononEnergyMillielectronvolts": .number(phononEnergy.millielectronvolts),
      "fermiEnergyElectronvolts": .number(metal.fermiEnergy.electronvolts),
    ]
  }
}
