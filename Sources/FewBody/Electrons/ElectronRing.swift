/// One to six electrons on a ring of radius R that repel each other and are threaded by a flux.
///
/// H = sum_i (J_i + f)^2/2R^2 + sum_(i<j) 1/sqrt(4 R^2 sin^2(phi_ij/2) + a^2) + H_DB, with
/// H_DB = -(alpha^2/R^3) sum_(i<j) [(J_i + f) V (J_j + f) + (J_j + f) V (J_i + f)]/2,
/// V(phi) = (1 + 3 cos phi)/4 sqrt(4 sin^2(phi/2) + (a/R)^2): Essen (2013), Eqs. (5), (32), (42), with the
/// chord r -> sqrt(r^2 + a^2). Two electrons have Eq. (39) exactly instead.
///
/// Total angular momentum J and total spin S are good. Of pair forces without H_DB the flux enters
/// through E = E_rel + (J + N f)^2/2NR^2 alone, and E_rel depends on J through J mod N.
public struct ElectronRing: Sendable {
  /// N.
  public var count: Int
  /// R.
  public var radius: Length
  /// a.
  public var thickness: Length
  /// The forces between the electrons.
  public var interaction: Interaction
  /// S; nil for all.
  public var spin: ElectronSpin?
  /// J.
  public var totalMomentum: Int
  /// f = Phi/Phi0.
  public var flux: Double
  /// How far the Darwin-Breit force is carried; nil for exactly with two electrons and first order with
  /// more.
  public var magneticOrder: MagneticOrder?

  /// Which forces act between the electrons.
  public enum Interaction: String, Sendable, CaseIterable {
    /// No force.
    case none
    /// 1/sqrt(r^2 + a^2) alone.
    case coulomb
    /// The Darwin-Breit force alone.
    case darwinBreit = "darwin-breit"
    /// Both forces.
    case both

    var hasCoulomb: Bool { self == .coulomb || self == .both }
    var isMagnetic: Bool { self == .darwinBreit || self == .both }
  }

  /// Eq. (39), or its terms up to alpha^2.
  public enum MagneticOrder: String, Sendable, CaseIterable {
    /// Eq. (39) in full, for two electrons only.
    case exact
    /// Its terms up to alpha^2, H_DB; the only choice for more than two electrons.
    case first
  }

  /// N electrons on a ring; a solve checks the parameters.
  public init(
    count: Int = 2, radius: Length = 1, thickness: Length = 0,
    interaction: Interaction = .coulomb, spin: ElectronSpin? = nil, totalMomentum: Int = 0,
    flux: Double = 0, magneticOrder: MagneticOrder? = nil
  ) {
    self.count = count
    self.radius = radius
    self.thickness = thickness
    self.interaction = interaction
    self.spin = spin
    self.totalMomentum = totalMomentum
    self.flux = flux
    self.magneticOrder = magneticOrder
  }

  /// Name, N, R and a in bohr, forces, S, J and f, as an answer's system.
  public var parameters: Parameters {
    var parameters: Parameters = [
      "name": "electrons", "dimension": 1, "count": .integer(count),
      "radius": .number(radius.bohr), "thickness": .number(thickness.bohr),
      "interaction": .word(interaction.rawValue),
      "spin": .word(spin?.description ?? "all"), "totalMomentum": .integer(totalMomentum),
      "flux": .number(flux),
    ]
    if interaction.isMagnetic { parameters["magneticOrder"] = .word(order.rawValue) }
    return parameters
  }

  var order: MagneticOrder { magneticOrder ?? (count == 2 ? .exact : .first) }

  /// The spins to solve for.
  var spins: [ElectronSpin] { spin.map { [$0] } ?? ElectronSpin.all(of: count) }

  /// (J + N f)^2/2NR^2 and its part of the current, -(J + N f)/2 pi R^2.
  var rotation: (energy: Double, current: Double) {
    let turns = Double(totalMomentum) + Double(count) * flux
    let square = radius.bohr * radius.bohr
    return (turns * turns / (2 * Double(count) * square), -turns / (2 * .pi * square))
  }

  /// J as a representative between -N/2 and N/2, and the turns that were taken off all electrons.
  var reducedMomentum: (momentum: Int, turns: Int) {
    let turns = Int((Double(totalMomentum) / Double(count)).rounded())
    return (totalMomentum - turns * count, turns)
  }

  func validate() throws(FewBodyError) {
    guard (1...6).contains(count) else {
      throw .invalid("count", count, accepted: "1 to 6 electrons")
    }
    try require("radius", radius.bohr, accepted: "a length from 1e-6 to 1e9 bohr") {
      $0 >= 1e-6 && $0 <= 1e9
    }
    try require("thickness", thickness.bohr, accepted: "a length of 0 or more") { $0 >= 0 }
    try require("flux", flux, accepted: "a number of flux quanta, at most 2^20 in size") {
      $0.magnitude <= 0x1p20
    }
    guard totalMomentum.magnitude <= 1 << 20 else {
      throw .invalid(
        "total-momentum", totalMomentum, accepted: "a whole number of at most 2^20 in size")
    }
    if let spin, !ElectronSpin.all(of: count).contains(spin) {
      let possible = ElectronSpin.all(of: count).map(\.description).joined(separator: ", ")
      throw .invalid(
        "spin", spin, accepted: "\(possible) or polarized for \(count) electrons")
    }
    try validateMagnetism()
  }

  private func validateMagnetism() throws(FewBodyError) {
    guard interaction.isMagnetic, count > 1 else { return }
    if count > 2, order == .exact {
      throw .invalid(
        "darwin-breit", order.rawValue,
        accepted: "first for \(count) electrons; Eq. (39) is the Hamiltonian of two")
    }
    let contact = Constants.classicalElectronRadius
    let reason =
      order == .exact
      ? "inside which the mass of Eq. (39) is negative"
      : "because p (1/r) p has no lower bound where electrons meet"
    let least = order == .exact ? 1.000001 * contact : Double(count) * contact
    guard thickness.bohr > least else {
      throw .invalid(
        "thickness", thickness.bohr,
        accepted: "more than \(least) bohr with the Darwin-Breit force (r_e = \(contact) bohr), "
          + reason)
    }
    if contact / radius.bohr >= 3.9 {
      throw .invalid(
        "radius", radius.bohr, accepted: "more than a quarter of the classical electron radius")
    }
  }
}
