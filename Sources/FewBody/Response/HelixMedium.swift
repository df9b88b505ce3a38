import ComplexModule

/// Many helices in all directions, of one density and temperature: the wave that an isotropic medium of them carries.
public struct HelixMedium: Sendable {
  /// The curve that they all have.
  public var helix: Helix
  /// Of the lowest levels of each helix.
  public var states: Int
  /// N, helices in a cubic bohr.
  public var density: Double
  /// gamma.
  public var damping: Energy
  /// k_B T.
  public var temperature: Energy

  /// A medium of N helices in a cubic bohr at k_B T, each with `states` levels damped by gamma;
  /// ``wave(at:shouldStop:)`` checks them.
  public init(
    helix: Helix, states: Int, density: Double = 1e-4, damping: Energy = 0, temperature: Energy = 0
  ) {
    (self.helix, self.states, self.density) = (helix, states, density)
    (self.damping, self.temperature) = (damping, temperature)
  }

  /// - Parameters:
  ///   - frequency: of the light.
  ///   - shouldStop: polled once a populated state; with it the answer is of the transitions so far.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a helix, a density, a damping, a temperature or a frequency that cannot be,
  ///   and at a transition without damping.
  public func wave(
    at frequency: Energy, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> HelixWave {
    try require("density", density, accepted: "a number from 0 to 1, helices in a cubic bohr") {
      (0...1).contains($0)
    }
    try require("frequency", frequency.hartree, accepted: "a frequency above 0, up to 1e6 hartree")
    { $0 > 0 && $0 <= 1e6 }
    let electron = try CurveElectron.helix(helix, states: states)
    let transitions = try electron.transitions(temperature: temperature, shouldStop: shouldStop)
    let susceptibility = Susceptibility(
      transitions: transitions, density: density, damping: damping.hartree)
    let wave = try IsotropicWave(susceptibility, at: frequency)
    return HelixWave(wave, medium: self, frequency: frequency)
  }
}

/// Numbers of an ``IsotropicWave``, complex ones as real and imaginary part.
public struct HelixWave: Sendable, Codable {
  /// w, in hartree.
  public var frequency: Double
  /// N, helices in a cubic bohr.
  public var density: Double
  /// gamma, in hartree.
  public var damping: Double
  /// k_B T, in hartree.
  public var temperature: Double
  /// The parts of order k^0, k^2 and k^1.
  public var permittivity: [Double]
  /// mu, the part of order k^2.
  public var permeability: [Double]
  /// kappa, the part of order k^1.
  public var chirality: [Double]
  /// n_+ of x + iy, and n_-.
  public var indexPlus: [Double]
  /// n_-, of x - iy.
  public var indexMinus: [Double]
  /// c phi: the rotation for a length times c.
  public var rotation: Double

  init(_ wave: IsotropicWave, medium: HelixMedium, frequency: Energy) {
    func pair(_ z: Complex<Double>) -> [Double] { [z.real, z.imaginary] }
    self.frequency = frequency.hartree
    (density, damping) = (medium.density, medium.damping.hartree)
    temperature = medium.temperature.hartree
    permittivity = pair(wave.permittivity)
    permeability = pair(wave.permeability)
    chirality = pair(wave.chirality)
    indexPlus = pair(wave.indices.plus)
    indexMinus = pair(wave.indices.minus)
    rotation = wave.rotation(at: frequency)
  }

  func table() -> String {
    let rows: [(String, [Double])] = [
      ("permittivity", permittivity), ("permeability", permeability), ("chirality", chirality),
      ("n+", indexPlus), ("n-", indexMinus),
    ]
    let columns = [
      Column("at \(frequency) hartree", rows.map(\.0) + ["c phi"], .leading),
      Column("real part", rows.map { "\($0.1[0])" } + ["\(rotation)"], .leading),
      Column("imaginary part", rows.map { "\($0.1[1])" } + [""], .leading),
    ]
    return "\n" + Column.text(of: columns, rows: rows.count + 1)
  }

  /// A list of its own: quantity, real part, imaginary part.
  func commaSeparated() -> String {
    let rows: [(String, [Double])] = [
      ("permittivity", permittivity), ("permeability", permeability), ("chirality", chirality),
      ("indexPlus", indexPlus), ("indexMinus", indexMinus), ("rotation", [rotation, 0]),
    ]
    return rows.reduce("\n" + Spectrum.record(["quantity", "real", "imaginary"])) { text, row in
      text + Spectrum.record([row.0, "\(row.1[0])", "\(row.1[1])"])
    }
  }
}
