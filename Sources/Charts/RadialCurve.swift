import FewBody

/// u(r) = r R(r) of a state in a radial potential, with its level's energy.
public struct RadialCurve: Sendable {
  /// Such as `2p`.
  public var label: String
  /// l, the quantum number of the angular momentum.
  public var angularMomentum: Int
  /// The energy of the state's level.
  public var energy: Energy
  /// In bohr^(-1/2) of r in bohr; only its shape is drawn.
  public var value: @Sendable (_ r: Double) -> Double

  /// A state known by u(r), in bohr^(-1/2) of r in bohr.
  public init(
    label: String, angularMomentum: Int, energy: Energy,
    value: @escaping @Sendable (_ r: Double) -> Double
  ) {
    self.label = label
    self.angularMomentum = angularMomentum
    self.energy = energy
    self.value = value
  }

  /// The radius inside which all but 0.2 % of u^2 lies, 0 where u vanishes at all radii looked at.
  var radius: Double {
    let radii = (-384...768).map { decimalPower(Double($0) / 64) }
    let shells = radii.map { r in
      let u = value(r)
      return u.isFinite ? r * u * u : 0
    }
    let total = shells.reduce(0, +)
    guard total > 0, total.isFinite else { return 0 }
    var sum = 0.0
    for (r, shell) in zip(radii, shells) {
      sum += shell
      if sum >= 0.998 * total { return r }
    }
    return 0
  }
}
