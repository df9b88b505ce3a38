/// Two charged particles on a line in their relative coordinate: H = p^2/2 mu + V(x).
///
/// H. Essen (2013), Eqs. (44)-(45): the Darwin-Breit attraction of two electrons that travel with
/// the Fermi velocity is a Coulomb potential -Z/|x|, cut off by the thickness a of the wire. Two
/// electrons have mu = 1/2. Z is an explicit choice: see ``Coupling``.
public struct LinePair: LineSystem {
  /// How the Coulomb potential is regularised.
  public enum Kernel: String, Sendable, CaseIterable {
    /// -Z/(|x| + a), Essen's Eq. (45).
    case shifted
    /// -Z/sqrt(x^2 + a^2).
    case soft
  }

  /// Z, in units of e^2.
  public let coupling: Double
  /// a, the thickness of the wire.
  public let thickness: Length
  /// mu, in electron masses.
  public let reducedMass: Double
  /// The regularisation of -Z/|x| at contact.
  public let kernel: Kernel

  /// A pair with charge Z, thickness a and reduced mass mu; ``problem()`` checks the values.
  public init(
    coupling: Double, thickness: Length, reducedMass: Double = 0.5, kernel: Kernel = .shifted
  ) {
    self.coupling = coupling
    self.thickness = thickness
    self.reducedMass = reducedMass
    self.kernel = kernel
  }

  /// A pair of conduction electrons of a metal, with the charge that a coupling assigns to them.
  public init(metal: Metal, thickness: Length, coupling: Coupling = .average) {
    self.init(coupling: coupling.charge(of: metal), thickness: thickness)
  }

  /// Name, dimension, kernel, Z, a and mu, in atomic units, in the order in which they are printed.
  public var parameters: Parameters {
    [
      "name": "pair", "dimension": 1, "kernel": .word(kernel.rawValue),
      "charge": .number(coupling), "thickness": .number(thickness.bohr),
      "reducedMass": .number(reducedMass),
    ]
  }

  /// The relative motion on the whole line, even in x.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless Z, a and mu are positive and mu Z a is from 1e-100 to 1e100,
  ///   and with the soft kernel a > 1e-140 bohr.
  public func problem() throws(FewBodyError) -> LineProblem {
    try require("charge", coupling, accepted: "a finite charge above 0") { $0 > 0 }
    try require("thickness", thickness.bohr, accepted: "a finite length above 0") { $0 > 0 }
    try require("reduced-mass", reducedMass, accepted: "a finite mass above 0") { $0 > 0 }
    let product = reducedMass * coupling * thickness.bohr
    guard product >= 1e-100, product <= 1e100 else {
      throw .invalid(
        "thickness", thickness.bohr,
        accepted: "a length with mu Z a from 1e-100 to 1e100 (here \(product))")
    }
    // a^2 is part of the formula.
    try require(
      "thickness", kernel == .shifted || thickness.bohr > 1e-140 ? thickness.bohr : .nan,
      accepted: "a length above 1e-140 bohr for the soft kernel"
    ) { _ in true }
    let profile: LineProfile
    switch kernel {
    case .shifted:
      profile = LineProfile(
        ShiftedCoulomb(charge: coupling, thickness: thickness.bohr), mass: reducedMass)
    case .soft:
      profile = LineProfile(
        SoftCoulomb(charge: coupling, thickness: thickness.bohr), mass: reducedMass)
    }
    return LineProblem(
      profile: profile, domain: ElementMesh.Domain(left: -.infinity, right: .infinity),
      isMirrored: true, coreLength: thickness.bohr, hasKink: kernel == .shifted)
  }
}
