import ComplexModule
import RealModule

/// A magnetic resonance in a background of negative permittivity (Cho, Eqs 44-47, Figs 1 and 2).
///
/// Frequencies are in omega_0, Delta = 4 pi b/omega_0, gamma the damping in place of 0+:
/// (A) the resonance is the pole of chi_m, n^2 = eps_b (1 + Delta/(1 - w - i gamma)); (B) it is the pole of
/// chi_B, n^2 = eps_b/(1 - Delta/(1 - w - i gamma)).
public struct LeftHandedMedium: Sendable {
  /// Which susceptibility has the resonance as its pole.
  public enum Assignment: String, Sendable, CaseIterable {
    /// chi_m, n^2 = eps_b (1 + Delta/(1 - w - i gamma)).
    case a = "A"
    /// chi_B, n^2 = eps_b/(1 - Delta/(1 - w - i gamma)).
    case b = "B"
  }

  /// Whether the resonance is the pole of chi_m or of chi_B.
  public var assignment: Assignment
  /// eps_b.
  public var background: Double
  /// Delta.
  public var strength: Double
  /// gamma, from 0.
  public var damping: Double

  /// A medium of eps_b, Delta and gamma, the last two in omega_0; ``index(at:)`` checks them.
  public init(
    assignment: Assignment, background: Double = -1, strength: Double = 0.001, damping: Double = 0
  ) {
    self.assignment = assignment
    self.background = background
    self.strength = strength
    self.damping = damping
  }

  /// The index of the wave that decays into the medium, Im n > 0, in the limit of the damping.
  ///
  /// Im n^2 has the sign of eps_b for every gamma > 0 (in (B) because (x - i gamma)/(x - Delta - i gamma) has the
  /// imaginary part gamma Delta/|..|^2), so that the limit gamma -> 0 of a real n has that sign too: the
  /// branch with a positive group velocity.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for parameters that cannot be, and at the pole without damping.
  public func index(at frequency: Double) throws(FewBodyError) -> Complex<Double> {
    try require("background", background, accepted: "a number other than 0, up to 1e6 in size") {
      $0 != 0 && $0.magnitude <= 1e6
    }
    try require("strength", strength, accepted: "a number above 0, up to 1e6") {
      $0 > 0 && $0 <= 1e6
    }
    try require("damping", damping, accepted: "a number from 0 to 1e6") { (0...1e6).contains($0) }
    try require("frequency", frequency, accepted: "a number above 0, up to 1e6, in omega_0") {
      $0 > 0 && $0 <= 1e6
    }
    let distance = 1 - frequency
    let upper = Complex(assignment == .a ? distance + strength : distance, -damping)
    let lower = Complex(assignment == .a ? distance : distance - strength, -damping)
    // 1 - w - Delta has an error of a few units in the last place of 1 and w: nearer there is only the pole.
    let rounding = 4 * max(1, frequency, strength).ulp
    let square = (upper / lower).multiplied(by: background)
    guard max(lower.real.magnitude, damping) > rounding, square.isFinite else {
      throw .invalid(
        "frequency", frequency, accepted: "another frequency than the pole's, or a damping above 0")
    }
    if damping > 0 {
      let root = Complex.sqrt(square)
      return root.imaginary < 0 ? -root : root
    }
    let size = square.real.magnitude.squareRoot()
    return square.real < 0 ? Complex(0, size) : Complex(background < 0 ? -size : size, 0)
  }

  /// R = |(n - eps_b)/(n + eps_b)|^2 of a half space at normal incidence (Fresnel with sqrt(mu/eps) = n/eps_b).
  ///
  /// The source's |(n + 1)/(n - 1)|^2 is the case eps_b = -1.
  public func reflectance(at frequency: Double) throws(FewBodyError) -> Double {
    let n = try index(at: frequency)
    return ((n - Complex(background)) / (n + Complex(background))).lengthSquared
  }
}
