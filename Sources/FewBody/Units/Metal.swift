import ReferenceData

/// A metal as a free-electron gas: r_s, the Fermi velocity, the Debye temperature and the atomic mass.
///
/// The values are measured or tabulated ones of `Data/metals.csv`, each with its source there:
/// N. W. Ashcroft and N. D. Mermin, Solid State Physics (1976), Tables 1.1 and 2.1;
/// C. Kittel, Introduction to Solid State Physics, 8th ed. (2005), ch. 5, Table 1;
/// IUPAC, Pure Appl. Chem. 94, 573 (2022).
public struct Metal: Sendable, Hashable {
  /// The chemical symbol.
  public let symbol: String
  /// The English name, in lower case.
  public let name: String
  /// Conduction electrons per atom.
  public let valence: Int
  /// r_s, the radius of the sphere that holds one conduction electron, in bohr.
  public let densityRadius: Double
  /// The tabulated free-electron Fermi energy.
  public let fermiEnergy: Energy
  /// In kelvin.
  public let debyeTemperature: Double

  /// Mass of an atom, in atomic mass units.
  public let atomicMass: Double

  /// k_F = (9 pi/4)^(1/3)/r_s, in bohr^(-1).
  public var fermiWaveNumber: Double { Metal.fermiFactor / densityRadius }

  /// hbar omega_p of the conduction electrons, omega_p^2 = 4 pi n = 3/r_s^3 in atomic units.
  public var plasmaEnergy: Energy {
    Energy(hartree: (3 / (densityRadius * densityRadius * densityRadius)).squareRoot())
  }

  /// hbar omega_I of the ions, omega_I^2/omega_p^2 = z m/M for z conduction electrons an atom.
  public var ionPlasmaEnergy: Energy {
    let ratio = Double(valence) * Constants.electronInAtomicMasses / atomicMass
    return Energy(hartree: plasmaEnergy.hartree * ratio.squareRoot())
  }

  /// v_F = (9 pi/4)^(1/3)/r_s = 1.919158/r_s in atomic units (Ashcroft & Mermin Eq 2.22).
  public var fermiVelocity: Double { Metal.fermiFactor / densityRadius }

  /// (9 pi/4)^(1/3).
  static let fermiFactor = 1.919_158_292_677_512_8

  /// The metal of a symbol or a name, whatever its case; throws with the symbols that are known.
  public static func named(_ word: String) throws(FewBodyError) -> Metal {
    let metals = try all()
    let wanted = word.lowercased()
    for metal in metals where metal.symbol.lowercased() == wanted || metal.name == wanted {
      return metal
    }
    let symbols = metals.map(\.symbol).joined(separator: ", ")
    throw .invalid("material", word, accepted: "one of \(symbols), or its English name")
  }

  /// Every metal of the table, in its order.
  public static func all() throws(FewBodyError) -> [Metal] { try table.get() }

  private static let table = Result<[Metal], FewBodyError> { () throws(FewBodyError) in
    try MetalTable.parse(ReferenceData.metals, file: "metals.csv")
  }
}
