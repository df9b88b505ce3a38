/// One particle on a line, H = p^2/2m + V(x), on the whole line or between hard walls.
public struct LineParticle: LineSystem {
  /// m, in electron masses.
  public let mass: Double
  /// The hard walls, in bohr; nil for the whole line.
  public let walls: ClosedRange<Double>?
  private let name: String
  private let makeProfile: @Sendable (Double) -> LineProfile
  private let isEven: @Sendable (Double) -> Bool
  private let sample: @Sendable (Double) -> Double

  /// A particle in a potential written as a generic Swift value: bounds are rigorous.
  public init(mass: Double, in potential: some Potential, between walls: ClosedRange<Double>? = nil)
  {
    self.mass = mass
    self.walls = walls
    name = "\(type(of: potential))"
    makeProfile = { LineProfile(potential, mass: $0) }
    isEven = { _ in potential.isProvenEven }
    sample = { potential.value(at: $0) }
  }

  /// A particle in a potential known only by its values: bounds are estimates.
  public init(
    mass: Double, between walls: ClosedRange<Double>? = nil, breakpoints: [Double] = [0],
    named name: String = "closure",
    because: String = "V is a black box, known only at the points where it was sampled",
    _ potential: @escaping @Sendable (Double) -> Double
  ) {
    self.init(
      mass: mass, between: walls, breakpoints: breakpoints, named: name, because: because,
      uncertainty: nil, function: potential)
  }

  init(
    mass: Double, between walls: ClosedRange<Double>?, breakpoints: [Double], named name: String,
    because: String, uncertainty: (@Sendable (Double) -> Double)?,
    function potential: @escaping @Sendable (Double) -> Double
  ) {
    self.mass = mass
    self.walls = walls
    self.name = name
    makeProfile = {
      var profile = LineProfile.blackBox(
        potential, mass: $0, breakpoints: breakpoints, because: because)
      profile.uncertainty = uncertainty
      return profile
    }
    isEven = { LineProfile.looksEven(potential, within: $0) }
    sample = potential
  }

  /// Name, dimension, potential, m and walls, in atomic units, in the order in which they are printed.
  public var parameters: Parameters {
    var parameters: Parameters = [
      "name": "particle", "dimension": 1, "potential": .word(name), "mass": .number(mass),
    ]
    if let walls { parameters["walls"] = .numbers([walls.lowerBound, walls.upperBound]) }
    return parameters
  }

  /// The particle on the whole line or between its walls.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a mass that is not positive, walls that are not finite or in order,
  ///   and a potential that is not finite between them.
  public func problem() throws(FewBodyError) -> LineProblem {
    try require("mass", mass, accepted: "a finite mass above 0, in electron masses") { $0 > 0 }
    var domain = ElementMesh.Domain(left: -.infinity, right: .infinity)
    if let walls {
      guard walls.lowerBound.isFinite, walls.upperBound.isFinite,
        walls.lowerBound < walls.upperBound
      else { throw .invalid("walls", walls, accepted: "two finite positions, in bohr") }
      domain = ElementMesh.Domain(left: walls.lowerBound, right: walls.upperBound)
      // A formula that is not finite somewhere in the box is refused with the place.
      let span = walls.upperBound - walls.lowerBound
      for i in 0...512 {
        let x = walls.lowerBound + span * (Double(i) / 512)
        let value = sample(x)
        guard value.isFinite else {
          throw .invalid(
            "potential", "\(name), \(value.isNaN ? "not a number" : "infinite") at x = \(x)",
            accepted: "a potential that is finite on [\(walls.lowerBound), \(walls.upperBound)]")
        }
      }
    }
    let isSymmetric = domain.left == -domain.right
    return LineProblem(
      profile: makeProfile(mass), domain: domain,
      isMirrored: isSymmetric && isEven(domain.right.isFinite ? domain.right : 1e3))
  }
}
