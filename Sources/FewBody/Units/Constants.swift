/// CODATA 2022 recommended values: the only numbers by which Hartree atomic units leave the library.
///
/// Source: P. J. Mohr, D. B. Newell, B. N. Taylor, E. Tiesinga, CODATA recommended values of the
/// fundamental physical constants: 2022 (NIST, May 2024). Inside, hbar = m_e = e = 4 pi eps0 = 1.
public enum Constants {
  /// The adjustment that the numbers are taken from.
  public static let edition = "CODATA 2022"
  /// Fine-structure constant, alpha = e^2/(4 pi eps0 hbar c).
  public static let fineStructure = 7.297_352_564_3e-3
  /// Speed of light, c = 1/alpha, in hartree bohr/hbar.
  public static let speedOfLight = 1 / fineStructure
  /// Classical electron radius r_e = alpha^2, in bohr.
  public static let classicalElectronRadius = fineStructure * fineStructure
  /// Mass of the muon, in electron masses.
  public static let muonMass = 206.768_282_7
  /// Mass of the electron in atomic mass units.
  public static let electronInAtomicMasses = 5.485_799_090_441e-4
  /// Bohr radius in metres.
  public static let bohrInMetres = 5.291_772_105_44e-11
  /// Hartree energy in joules.
  public static let hartreeInJoules = 4.359_744_722_206_0e-18
  /// Hartree energy in electronvolts.
  public static let hartreeInElectronvolts = 27.211_386_245_981
  /// Boltzmann constant in joules per kelvin (exact).
  public static let boltzmannInJoulesPerKelvin = 1.380_649e-23
  /// The atomic unit of current, e E_h/hbar, in amperes.
  public static let currentInAmperes = 6.623_618_237_508_2e-3
  /// The atomic unit of the magnetic field, hbar/e a0^2, in tesla.
  public static let fieldInTesla = 2.350_517_570_77e5
  /// Hartree energy over k_B, in kelvin.
  public static let hartreeInKelvin = hartreeInJoules / boltzmannInJoulesPerKelvin
  /// The electron's g-factor, without its sign.
  public static let electronGFactor = 2.002_319_304_360_92
  /// The elementary charge in coulombs.
  public static let chargeInCoulombs = hartreeInJoules / hartreeInElectronvolts
  /// The atomic unit of time, hbar/E_h, in seconds.
  public static let timeInSeconds = chargeInCoulombs / currentInAmperes
  /// The atomic unit of velocity, alpha c, in metres per second.
  public static let velocityInMetresPerSecond = bohrInMetres / timeInSeconds
}
