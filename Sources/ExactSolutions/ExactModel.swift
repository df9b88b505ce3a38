import FewBody

/// A one-dimensional system whose levels are known in closed form or as roots of known functions.
///
/// H = p^2/2m + V(x) in Hartree atomic units, levels counted from 0 upwards in energy.
public protocol ExactModel: Sendable {
  /// The mass m of p^2/2m, in electron masses (a pair's reduced mass).
  var mass: Double { get }
  /// Where the wavefunction lives; it vanishes at a finite end.
  var domain: ClosedRange<Double> { get }
  /// The number of bound levels, nil if infinite.
  var levelCount: Int? { get }
  /// V(x) in hartree.
  func potential(at x: Double) -> Double
  /// The exact energy of level k, in hartree, rounding included.
  func energy(level k: Int) throws(FewBodyError) -> Ball
  /// psi_k(x), real, normalised to integral psi^2 dx = 1, in bohr^(-1/2).
  func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double
}

extension ExactModel {
  /// The whole line, in bohr.
  public var domain: ClosedRange<Double> { -Double.infinity...Double.infinity }
  /// Nil: infinitely many levels.
  public var levelCount: Int? { nil }

  /// Throws unless level k exists.
  func requireLevel(_ k: Int) throws(FewBodyError) {
    if let count = levelCount {
      guard k >= 0, k < count else {
        throw .invalid(
          "level", k, accepted: count == 0 ? "none: nothing is bound" : "0...\(count - 1)")
      }
    } else if k < 0 {
      throw .invalid("level", k, accepted: "0 or more")
    }
  }
}

/// Throws unless `value` is positive and finite.
func requirePositive(_ name: String, _ value: Double) throws(FewBodyError) {
  guard value.isFinite, value > 0 else {
    throw .invalid(name, value, accepted: "a positive number")
  }
}
