/// Two electrons on a ring with the exact Darwin-Breit Hamiltonian of H. Essen (2013), Eq. (39):
/// H = J_C^2/2M_C(phi) + J (1/2M_phi(phi)) J in the relative angle phi = phi_1 - phi_2, with
/// M_C = 2 m R^2 (1 + eps V), M_phi = m R^2 (1 - eps V)/2, eps = Z alpha^2/(m R) = r_e/R and
/// V(phi) = (1 + 3 cos phi)/(4 sqrt(4 sin^2(phi/2) + (a/R)^2)), Eq. (42) with the chord r -> sqrt(r^2 + a^2).
///
/// The whole of H is kept: nothing is expanded in eps, and J_C^2/4mR^2 is part of the energy. A
/// thickness a <= Z r_e would make the mass M_phi negative at contact and is refused.
public struct RingPair: LineSystem {
  /// R.
  public let radius: Length
  /// a, which regularises the chord: r -> sqrt(r^2 + a^2).
  public let thickness: Length
  /// J_C = hbar J, a whole number. Single-valued wavefunctions of phi_1 and phi_2 are periodic in
  /// phi for even J and antiperiodic for odd J.
  public let momentum: Int
  /// e^2 in units of its actual value.
  public let charge: Double
  /// m/2, in electron masses.
  public let reducedMass: Double
  /// The operator ordering M^A p M^(-1-2A) p M^A/2; A = 0 is BenDaniel and Duke's p (1/2M) p.
  public let ordering: Double

  /// Two electrons with J_C = hbar `momentum` on a ring; ``problem()`` checks the values.
  public init(
    radius: Length, thickness: Length, momentum: Int = 0, charge: Double = 1,
    reducedMass: Double = 0.5, ordering: Double = 0
  ) {
    self.radius = radius
    self.thickness = thickness
    self.momentum = momentum
    self.charge = charge
    self.reducedMass = reducedMass
    self.ordering = ordering
  }

  /// Name, dimension, kernel and every parameter, in atomic units, in the order in which they are printed.
  public var parameters: Parameters {
    [
      "name": "pair", "dimension": 1, "kernel": "ring", "charge": .number(charge),
      "thickness": .number(thickness.bohr), "reducedMass": .number(reducedMass),
      "radius": .number(radius.bohr), "momentum": .integer(momentum),
      "ordering": .number(ordering),
    ]
  }

  /// The relative motion in the arc R phi between the electrons, from -pi R to pi R.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless Z, R and the mass are positive, a > Z r_e, R > Z r_e/3.9,
  ///   the ordering is finite and |J| < 2^26.
  public func problem() throws(FewBodyError) -> LineProblem {
    try require("charge", charge, accepted: "a finite charge above 0") { $0 > 0 }
    try require("reduced-mass", reducedMass, accepted: "a finite mass above 0") { $0 > 0 }
    try require("radius", radius.bohr, accepted: "a finite length above 0") { $0 > 0 }
    try require("ordering", ordering, accepted: "a finite number") { _ in true }
    let contact = charge * Constants.classicalElectronRadius / (2 * reducedMass)
    try require(
      "thickness", thickness.bohr,
      accepted: "more than the classical electron radius \(contact) bohr, inside which the mass of "
        + "Eq. (39) is negative"
    ) { $0 > 1.000001 * contact }
    guard momentum.magnitude < 1 << 26 else {
      throw .invalid("momentum", momentum, accepted: "a whole number below 2^26 in size")
    }
    let kernel = RingKernel(
      contact: contact, radius: radius.bohr, thickness: thickness.bohr,
      mass: 2 * reducedMass, momentum: Double(momentum), ordering: ordering)
    try require(
      "radius", contact / radius.bohr < 3.9 ? radius.bohr : .nan,
      accepted: "a radius above a quarter of the classical electron radius"
    ) { _ in true }
    let end = Double.pi * radius.bohr
    let profile = LineProfile.ringPair(kernel, adding: nil)
    let isPeriodic = momentum.isMultiple(of: 2)
    return LineProblem(
      profile: profile, domain: ElementMesh.Domain(left: -end, right: end), isMirrored: true,
      antipode: ElementSolver.Antipode(
        even: isPeriodic ? .mirror : .wall, odd: isPeriodic ? .wall : .mirror),
      coreLength: thickness.bohr)
  }
}

extension LineProfile {
  /// Eq. (39) in the arc between the electrons, and a repulsion that its classical limit leaves out.
  static func ringPair(_ kernel: RingKernel, adding repulsion: RingRepulsion?) -> LineProfile {
    let rotation = RingPotential(kernel: kernel)
    var profile =
      repulsion.map {
        LineProfile(
          RingRepulsionAndRotation(repulsion: $0, rotation: rotation), mass: kernel.mass / 2)
      } ?? LineProfile(rotation, mass: kernel.mass / 2)
    let (kinetic, slope) = (RingKinetic(kernel: kernel), RingKineticSlope(kernel: kernel))
    profile.kinetic = .varying(
      value: { kinetic.enclosure(from: $0, to: $1) },
      slope: { slope.enclosure(from: $0, to: $1) },
      sample: { x in
        let (k, dk) = (kinetic.sample(at: x), slope.sample(at: x))
        return LineProfile.KineticSample(
          value: k.value, slope: dk.value, error: k.error, slopeError: dk.error)
      })
    profile.breakpoints = []
    return profile
  }
}
