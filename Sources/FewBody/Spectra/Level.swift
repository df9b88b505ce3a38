/// One energy level of the continuous system, between two bounds.
public struct Level: Sendable {
  /// The number of levels of the asked symmetry below it, multiplicities included.
  public var index: Int
  /// E, the best value for the exact energy.
  public var energy: Energy
  /// Encloses the exact energy: discretisation, box, algebra and rounding are all inside.
  public var interval: ClosedRange<Energy>
  /// What the interval is worth: a theorem, a variational bound or an estimate.
  public var certainty: Certainty
  /// ||H psi - E psi||_2 of the discrete problem at ||psi|| = 1, in hartree. It bounds the error
  /// of the matrix's eigenvalue and says nothing of the discretisation.
  public var residual: Double
  /// How many levels are equal to this one, or have intervals that overlap in a chain with it.
  public var multiplicity: Int
  /// Good quantum numbers, in the order in which they are printed.
  public var labels: Parameters
  /// The exact energy, where a closed form is known and was asked for.
  public var exact: Energy?
  /// Whether the interval is as narrow as rounding allows, although not narrow beside |E|: the
  /// energy is a small difference of large parts.
  public var isRoundingLimited = false
  /// The wavefunction on a line; nil in space and for a level read back from JSON.
  public var state: LineState?
  /// The wavefunction in space; nil on a line and for a level read back from JSON.
  public var spaceState: SpaceState?
  /// On a ring: -(1/2 pi) dE/df by Hellmann and Feynman's theorem, in e E_h/hbar.
  public var current: Double?
  /// On a ring: the same current as the integral of the current density, its A term included.
  public var currentFromDensity: Double?
  /// In a flux sweep: the branch that the level belongs to, followed through crossings.
  public var branch: Int?
  /// The wavefunction on a ring; nil elsewhere and for a level read back from JSON.
  public var ringState: RingState?
  /// What interacting electrons on a ring do in this state; nil elsewhere and for a level read back.
  public var electronState: ElectronState?

  /// A level of given energy, bounds and residual (hartree); everything else is nil until it is set.
  public init(
    index: Int = 0, energy: Energy, interval: ClosedRange<Energy>, certainty: Certainty,
    residual: Double, multiplicity: Int = 1, labels: Parameters = [:], state: LineState? = nil
  ) {
    self.index = index
    self.energy = energy
    self.interval = interval
    self.certainty = certainty
    self.residual = residual
    self.multiplicity = multiplicity
    self.labels = labels
    self.state = state
  }

  /// psi(x), normalised to integral psi^2 dx = 1, real, in bohr^(-1/2).
  public func wavefunction(at x: Double) -> Double? { state?.value(at: x) }

  /// The expectation value of a function of position.
  public func expectation(_ f: (Double) -> Double) -> Double? {
    state.map { $0.matrixElement(with: $0, of: f) }
  }
}

extension Level: Codable {
  private enum CodingKeys: String, CodingKey {
    case index
    case energy
    case lower
    case upper
    case bounds
    case because
    case residual
    case multiplicity
    case labels
    case current
    case currentFromDensity
    case branch
    case exact
  }

  /// The level as a JSON object, energies in hartree; states are left out.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeMembers(to: encoder)
  }

  /// A level read back, without its states.
  ///
  /// - Throws: `DecodingError` for a missing key, a lower bound above the upper one, or unknown bounds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let lower = try container.decode(Double.self, forKey: .lower)
    let upper = try container.decode(Double.self, forKey: .upper)
    guard lower <= upper else {
      throw DecodingError.dataCorruptedError(
        forKey: .lower, in: container, debugDescription: "lower \(lower) exceeds upper \(upper)")
    }
    let word = try container.decode(String.self, forKey: .bounds)
    let certainty: Certainty
    switch word {
    case "rigorous": certainty = .rigorous
    case "variational": certainty = .variational
    case "estimate":
      certainty = .estimate(
        because: try container.decodeIfPresent(String.self, forKey: .because) ?? "")
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .bounds, in: container, debugDescription: "bounds \(word)")
    }
    self.init(
      index: try container.decode(Int.self, forKey: .index),
      energy: Energy(hartree: try container.decode(Double.self, forKey: .energy)),
      interval: Energy(hartree: lower)...Energy(hartree: upper),
      certainty: certainty,
      residual: try container.decode(Double.self, forKey: .residual),
      multiplicity: try container.decode(Int.self, forKey: .multiplicity),
      labels: try container.decode(Parameters.self, forKey: .labels))
    current = try container.decodeIfPresent(Double.self, forKey: .current)
    currentFromDensity = try container.decodeIfPresent(Double.self, forKey: .currentFromDensity)
    branch = try container.decodeIfPresent(Int.self, forKey: .branch)
    exact = try container.decodeIfPresent(Double.self, forKey: .exact).map(Energy.init(hartree:))
  }
}

extension Level: JSONObject {
  func members(into members: inout some JSONMembers) throws {
    try members.set("index", index)
    try members.set("energy", energy.hartree)
    try members.set("lower", interval.lowerBound.hartree)
    try members.set("upper", interval.upperBound.hartree)
    try members.set("bounds", certainty.word)
    if case .estimate(let because) = certainty { try members.set("because", because) }
    try members.set("residual", residual)
    try members.set("multiplicity", multiplicity)
    try members.set("labels", labels)
    try members.setIfPresent("current", current)
    try members.setIfPresent("currentFromDensity", currentFromDensity)
    try members.setIfPresent("branch", branch)
    try members.setIfPresent("coulombEnergy", electronState?.coulombEnergy)
    try members.setIfPresent("darwinBreitEnergy", electronState?.darwinBreitEnergy)
    if let exact {
      try members.set("exact", exact.hartree)
      try members.set("difference", energy.hartree - exact.hartree)
    }
  }
}
