/// Two charged particles in space in their relative coordinate: H = p^2/2 mu + V(r).
///
/// H. Essen (2013), section IV: two electrons that travel with the Fermi velocity along z attract
/// by the Darwin-Breit interaction -Z'(1 + cos^2 theta)/2r, Z' = v_F^2/c^2. He goes on with its
/// average over the directions, -Z/r with Z = (2/3) v_F^2/c^2. Both are here; the true ground
/// state lies 3.1 % below that of the average.
public struct SpacePair: SpaceSystem {
  /// How the interaction depends on the direction.
  public enum Kernel: String, Sendable, CaseIterable {
    /// -Z/r: E = -mu Z^2/2n^2.
    case isotropic
    /// -Z (1 + cos^2 theta)/2r: E = mu Z^2 eps, eps_0 = -0.229148759659336.
    case breit
  }

  /// Z, in units of e^2.
  public let charge: Double
  /// mu, in electron masses; 1/2 for two electrons.
  public let reducedMass: Double
  /// The interaction, isotropic or Breit's.
  public let kernel: Kernel
  private var added: SpaceParticle?

  /// A pair of charge Z (e^2) and reduced mass mu (electron masses); ``problem()`` checks the values.
  public init(charge: Double, reducedMass: Double = 0.5, kernel: Kernel = .isotropic) {
    self.charge = charge
    self.reducedMass = reducedMass
    self.kernel = kernel
  }

  /// A pair of conduction electrons of a metal, with the charge that a coupling assigns to them.
  ///
  /// By default Z = v_F^2/c^2 for the Breit kernel, whose own angular factor averages to 2/3, and
  /// Z = (2/3) v_F^2/c^2 for the isotropic one: the same attraction on average.
  public init(metal: Metal, kernel: Kernel = .isotropic, coupling: Coupling? = nil) {
    let coupling = coupling ?? Self.coupling(for: kernel)
    self.init(charge: coupling.charge(of: metal), kernel: kernel)
  }

  /// The coupling that makes a kernel the Darwin-Breit interaction of a metal's electrons.
  public static func coupling(for kernel: Kernel) -> Coupling {
    kernel == .breit ? .ring : .average
  }

  /// No external potential was added.
  public var isBare: Bool { added == nil }

  /// The pair in an external potential, such as a trap, finite at the origin.
  public func adding(_ external: SpaceParticle) -> SpacePair {
    var pair = self
    pair.added = external
    return pair
  }

  /// Name, dimension, kernel, Z, mu and any external potential, in the order in which they are printed.
  public var parameters: Parameters {
    var parameters: Parameters = [
      "name": "pair", "dimension": 3, "kernel": .word(kernel.rawValue),
      "charge": .number(charge), "reducedMass": .number(reducedMass),
    ]
    if let added { parameters["external"] = .word(added.name) }
    return parameters
  }

  /// The relative motion with the kernel's -Z/r and the external potential, if one was added.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless mu is positive, Z is positive (in an external potential finite)
  ///   and mu |Z| is from 1e-40 to 1e40; also for an external potential that is not finite at the origin.
  public func problem() throws(FewBodyError) -> SpaceProblem {
    try require("reduced-mass", reducedMass, accepted: "a finite mass above 0") { $0 > 0 }
    if added == nil {
      try require("charge", charge, accepted: "a finite charge above 0") { $0 > 0 }
    } else {
      try require("charge", charge, accepted: "a finite charge") { _ in true }
    }
    // Lengths are 1/(mu Z) and energies mu Z^2: both stay far from the ends of the doubles.
    let product = reducedMass * charge.magnitude
    guard charge == 0 || (product >= 1e-40 && product <= 1e40), charge.magnitude <= 1e40 else {
      throw .invalid(
        "charge", charge, accepted: "a charge with mu Z from 1e-40 to 1e40 (here \(product))")
    }
    guard let added else {
      return SpaceProblem(mass: reducedMass, charge: charge, kernel: kernel)
    }
    let outer = try added.problem(mass: reducedMass, name: "external")
    guard outer.charge == 0 else {
      throw .invalid(
        "external", "like \(-outer.charge)/r at the origin",
        accepted: "a potential that is finite there; the charge Z holds the 1/r")
    }
    return SpaceProblem(
      mass: reducedMass, charge: charge, kernel: kernel, external: outer.external,
      threshold: outer.threshold)
  }
}
