import RealModule

/// One particle in space, H = p^2/2m + V, in a potential of the user's own.
public struct SpaceParticle: SpaceSystem {
  private enum Shape: Sendable {
    case proved(@Sendable (Double) -> LineProfile)
    case radial(@Sendable (Double) -> Double)
    case axial(@Sendable (Double, Double) -> Double)
    case general(@Sendable (Double, Double, Double) -> Double)
  }

  /// m, in electron masses.
  public let mass: Double
  /// What the potential is called in the printed parameters.
  public let name: String
  private let shape: Shape
  private let because: String

  /// V(r) as a generic Swift value of the distance, finite at the origin: bounds are rigorous.
  public init(mass: Double, radial potential: some Potential) {
    self.mass = mass
    name = "\(type(of: potential))"
    because = ""
    shape = .proved { LineProfile(potential, mass: $0) }
  }

  /// V(r) known only by its values; at the origin it may go like -Z/r. Bounds are estimates.
  public init(
    mass: Double, named name: String = "closure", because: String = Self.blackBox,
    radial potential: @escaping @Sendable (Double) -> Double
  ) {
    self.mass = mass
    self.name = name
    self.because = because
    shape = .radial(potential)
  }

  /// V(r, cos theta) known only by its values; at the origin it may go like -g(theta)/r. M is a good
  /// quantum number.
  public init(
    mass: Double, named name: String = "closure", because: String = Self.blackBox,
    axial potential: @escaping @Sendable (_ r: Double, _ cosine: Double) -> Double
  ) {
    self.mass = mass
    self.name = name
    self.because = because
    shape = .axial(potential)
  }

  /// V(x, y, z) known only by its values, finite everywhere: for the Cartesian grids.
  public init(
    mass: Double, named name: String = "closure", because: String = Self.blackBox,
    cartesian potential: @escaping @Sendable (_ x: Double, _ y: Double, _ z: Double) -> Double
  ) {
    self.mass = mass
    self.name = name
    self.because = because
    shape = .general(potential)
  }

  /// Why such bounds cannot be theorems.
  public static let blackBox =
    "V is a black box, known only at the points where it was sampled"

  /// Name, dimension, potential and m, in atomic units, in the order in which they are printed.
  public var parameters: Parameters {
    ["name": "particle", "dimension": 3, "potential": .word(name), "mass": .number(mass)]
  }

  /// The particle in its potential, split into -Z/r at the origin and the rest.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a mass that is not positive, and a potential that is
  ///   no number or infinite where it was sampled, falls without limit far away or, if axial, has no common
  ///   limit there.
  public func problem() throws(FewBodyError) -> SpaceProblem {
    try problem(mass: mass, name: "potential")
  }

  func problem(mass: Double, name flag: String) throws(FewBodyError) -> SpaceProblem {
    try require("reduced-mass", mass, accepted: "a finite mass above 0, in electron masses") {
      $0 > 0
    }
    func problem(_ charge: Double, _ external: SpaceProblem.External, _ threshold: Double?)
      -> SpaceProblem
    {
      SpaceProblem(
        mass: mass, charge: charge, kernel: .isotropic, external: external, threshold: threshold)
    }
    switch shape {
    case .proved(let profile):
      let profile = profile(mass)
      return problem(0, .radial(profile), profile.threshold)
    case .radial(let function):
      try check(function, flag)
      let split = try CoulombSingularity(of: function, named: name, flag: flag)
      let smooth = split.remainder
      // The line engine samples both half lines; beyond the origin V has no meaning.
      let profile = LineProfile.blackBox(
        { smooth($0.magnitude) }, mass: mass,
        breakpoints: split.edge > 0 ? [0, split.edge] : [0], because: because,
        cancelled: split.charge.magnitude)
      _ = try FarField([function], named: name, flag: flag)
      return problem(split.charge, .radial(profile), profile.threshold)
    case .axial(let function):
      for cosine in [-1.0, -0.4, 0, 0.7, 1] { try check({ function($0, cosine) }, flag) }
      // Refused here, with its name, rather than on one of the quadrature's rays.
      _ = try AngularIntegrals([0], magnetic: 0, of: function, named: name, flag: flag)
      let far = try FarField(
        [-1, -0.9, -0.4, 0, 0.3, 0.8, 1].map { cosine in { function($0, cosine) } },
        named: name, flag: flag)
      guard !far.isMixed, !far.isUneven else { throw far.mixed(name, flag) }
      return problem(0, .axial(function, because: because), far.limit)
    case .general(let function):
      let rays: [(Double) -> Double] = Self.directions.map { d in
        { function($0 * d.0, $0 * d.1, $0 * d.2) }
      }
      for ray in rays { try check(ray, flag) }
      let far = try FarField(rays, named: name, flag: flag)
      return problem(0, .general(function), far.limit)
    }
  }

  /// Both ways along the axes and along two lines of no symmetry.
  private static let directions: [(Double, Double, Double)] = [
    (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.48, 0.6, 0.64), (-0.36, 0.48, 0.8),
  ].flatMap { [$0, (-$0.0, -$0.1, -$0.2)] }

  /// A formula that is no number near the origin, or at moderate distances, is refused with the place.
  private func check(_ function: (Double) -> Double, _ flag: String) throws(FewBodyError) {
    for i in 0...160 {
      let r = Double.exp10(-8 + 0.0625 * Double(i))
      let value = function(r)
      guard !value.isNaN, value > -.infinity, value.isFinite || r > 1 else {
        throw .invalid(
          flag, "\(name), \(value.isNaN ? "not a number" : "infinite") at r = \(r)",
          accepted: "a potential that is finite for r > 0")
      }
    }
  }
}
