import RealModule

/// The levels of a ring at many fluxes.
public struct RingSweep: Sendable {
  /// What was found at one flux. Its `Codable` form is an element of the command line's `"sweep"`.
  public struct Point: Sendable {
    /// f = Phi/Phi0.
    public var flux: Double
    /// Sorted by energy, each with its ``Level/branch``.
    public var levels: [Level]
    /// Whether a count proved that none is missing; not encoded.
    public var isComplete: Bool
    /// Of the filling, where one was asked for.
    public var totalEnergy: Energy?
    /// What the bounds of the levels leave of it.
    public var totalEnergyInterval: ClosedRange<Energy>?
    /// In e E_h/hbar.
    public var totalCurrent: Double?
    /// Not encoded.
    public var occupation: RingOccupation?

    /// The levels at a flux in Phi0, without a filling.
    public init(flux: Double, levels: [Level], isComplete: Bool) {
      self.flux = flux
      self.levels = levels
      self.isComplete = isComplete
    }
  }

  /// The ring's parameters and the method; `levels` are those at the first flux.
  public var spectrum: Spectrum
  /// What was found at each flux, in the order of the sweep.
  public var points: [Point]

  /// Every flux was reached and every spectrum is complete.
  public var isComplete: Bool { spectrum.isComplete }

  /// Parts I_p of the total current I(f) = sum_p I_p sin(2 pi p f), p = 1, 2, ..., in e E_h/hbar.
  ///
  /// The rectangle rule over the whole periods that the sweep covers: its fluxes must be equally
  /// spaced and end a whole number of flux quanta after the first. Throws ``FewBodyError/invalid(_:)``
  /// where they do not, or where the sweep had no filling.
  public func harmonics(upTo count: Int) throws(FewBodyError) -> [Double] {
    let fluxes = points.map(\.flux)
    guard let first = fluxes.first, let last = fluxes.last, fluxes.count >= 3,
      last - first >= 0.5, ((last - first) - (last - first).rounded()).magnitude < 1e-12
    else {
      throw .invalid(
        "flux", "\(fluxes.first ?? 0):\(fluxes.last ?? 0):\(fluxes.count)",
        accepted: "a range of whole flux quanta for the harmonics of the current")
    }
    let step = (last - first) / Double(fluxes.count - 1)
    for (i, flux) in fluxes.enumerated() where (flux - first - step * Double(i)).magnitude > 1e-9 {
      throw .invalid("flux", flux, accepted: "equally spaced fluxes for the harmonics")
    }
    guard count >= 1, count <= (fluxes.count - 1) / 2 else {
      throw .invalid(
        "harmonics", count, accepted: "a whole number from 1 to \((fluxes.count - 1) / 2)")
    }
    var currents: [Double] = []
    for point in points {
      guard let current = point.totalCurrent else {
        throw .invalid(
          "electrons", "missing", accepted: "a number of electrons for the total current")
      }
      currents.append(current)
    }
    return (1...count).map { p in
      var sum = 0.0
      for i in 0..<(currents.count - 1) {
        sum += currents[i] * .sin(2 * .pi * Double(p) * fluxes[i])
      }
      return 2 * sum / Double(currents.count - 1)
    }
  }
}

extension RingSweep.Point: Codable {
  private enum CodingKeys: String, CodingKey {
    case flux
    case levels
    case totalEnergy
    case totalEnergyLower
    case totalEnergyUpper
    case totalCurrent
  }

  /// The point as an element of `"sweep"`, energies in hartree and the current in e E_h/hbar.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    try encodeMembers(to: encoder)
  }

  /// A point read back from JSON, taken to be complete and without its occupation.
  ///
  /// - Throws: `DecodingError` for a missing key or reversed bounds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      flux: try container.decode(Double.self, forKey: .flux),
      levels: try container.decode([Level].self, forKey: .levels), isComplete: true)
    totalEnergy = try container.decodeIfPresent(Double.self, forKey: .totalEnergy)
      .map(Energy.init(hartree:))
    totalEnergyInterval = try container.interval(
      lower: .totalEnergyLower, upper: .totalEnergyUpper)
    totalCurrent = try container.decodeIfPresent(Double.self, forKey: .totalCurrent)
  }
}

extension RingSweep.Point: JSONObject {
  var isSpread: Bool { !levels.isEmpty }

  func members(into members: inout some JSONMembers) throws {
    try members.set("flux", flux)
    try members.set("levels", levels)
    try members.setIfPresent("totalEnergy", totalEnergy?.hartree)
    try members.setIfPresent(
      totalEnergyInterval, lower: "totalEnergyLower", upper: "totalEnergyUpper")
    try members.setIfPresent("totalCurrent", totalCurrent)
  }
}
