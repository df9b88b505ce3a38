import RealModule

/// The populations of a system's states at a temperature, p_n = e^{-E_n/kT}/Z.
public struct CanonicalEnsemble: Sendable {
  /// k_B T; at 0 the lowest states share equally.
  public var temperature: Energy

  /// An ensemble at k_B T; ``populations(of:)`` refuses a negative one.
  public init(temperature: Energy) { self.temperature = temperature }

  /// p_n, of sum 1.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a negative temperature, or energies that are none.
  public func populations(of energies: [Energy]) throws(FewBodyError) -> [Double] {
    let t = temperature.hartree
    try require("temperature", t, accepted: "a temperature of 0 or more") { $0 >= 0 }
    guard let lowest = energies.min(), energies.allSatisfy({ $0.hartree.isFinite }) else {
      throw .invalid("energies", "\(energies.count)", accepted: "one finite energy or more")
    }
    let weights = energies.map { energy in
      let gap = energy.hartree - lowest.hartree
      return t > 0 ? Double.exp(-gap / t) : (gap > 0 ? 0 : 1)
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
