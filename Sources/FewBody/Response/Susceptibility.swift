import ComplexModule
import RealModule

/// The one susceptibility chi_em(k, w) of the induced current, I = chi A, and its parts of order k^0, k^1 and k^2.
///
/// Cho, Eq 27, with g = 1/(E - w - i gamma), h = 1/(E + w + i gamma), barred (minus 1/E, Eq 66) at k^0 and k^1. At k^2 the
/// factors stay unbarred, where the bars would take away the static magnetism, and the products of I0 and I2, which Eq 23
/// leaves out, are added: then chi does not depend on the origin, order by order. hbar = m = e = 1, c = 1/alpha, Gaussian.
public struct Susceptibility: Sendable {
  /// The transitions of one system, each with its weight.
  public var transitions: [CurrentMoments]
  /// N, systems in a cubic bohr.
  public var density: Double
  /// gamma in hartree, from 0.
  public var damping: Double

  /// chi = k0 + k_a k1_a + k_a k_b k2_ab; tensors with component (i, j) at `3 i + j`, behind the indices a, b.
  public struct Parts: Sendable {
    /// k0, component (i, j) at `3 i + j`.
    public var constant: [Complex<Double>]
    /// k1_a, component (i, j) at `9 a + 3 i + j`.
    public var linear: [Complex<Double>]
    /// k2_ab, component (i, j) at `27 a + 9 b + 3 i + j`.
    public var quadratic: [Complex<Double>]

    /// The tensor at a wave vector.
    public func tensor(at k: SIMD3<Double>) -> [Complex<Double>] {
      var result = constant
      for a in 0..<3 {
        for entry in 0..<9 {
          result[entry] += linear[9 * a + entry].multiplied(by: k[a])
          for b in 0..<3 {
            result[entry] += quadratic[27 * a + 9 * b + entry].multiplied(by: k[a] * k[b])
          }
        }
      }
      return result
    }
  }

  /// Of N systems in a cubic bohr with these transitions, damped by gamma in hartree; ``validate(at:)`` checks them.
  public init(transitions: [CurrentMoments], density: Double, damping: Double = 0) {
    self.transitions = transitions
    self.density = density
    self.damping = damping
  }

  /// - Throws: ``FewBodyError/invalid(_:)`` for moments that cannot be, a frequency below 0, or a pole without damping.
  public func validate(at frequency: Energy) throws(FewBodyError) {
    let w = frequency.hartree
    try require("frequency", w, accepted: "a frequency from 0 to 1e6 hartree") {
      (0...1e6).contains($0)
    }
    try require("density", density, accepted: "a density from 0") { $0 >= 0 }
    try require("damping", damping, accepted: "a number from 0 to 1e6") { (0...1e6).contains($0) }
    for transition in transitions {
      try transition.validate()
      let pole = transition.energy.hartree
      // A difference of two levels has lost a few bits.
      guard damping > 0 || (pole - w).magnitude > 32 * pole.ulp else {
        throw .invalid(
          "frequency", w, accepted: "another frequency than a transition's, or a damping above 0")
      }
    }
  }

  /// - Throws: as ``validate(at:)``.
  public func parts(at frequency: Energy) throws(FewBodyError) -> Parts {
    try validate(at: frequency)
    return parts(real: frequency.hartree)
  }

  /// Without checks, also for negative frequencies.
  func parts(real w: Double) -> Parts {
    var parts = Parts(
      constant: [Complex<Double>](repeating: .zero, count: 9),
      linear: [Complex<Double>](repeating: .zero, count: 27),
      quadratic: [Complex<Double>](repeating: .zero, count: 81))
    for transition in transitions {
      let energy = transition.energy.hartree
      let weight = Complex(transition.weight)
      let g = weight / Complex(energy - w, -damping)
      let h = weight / Complex(energy + w, damping)
      // g - 1/E and h - 1/E without cancellation.
      let gBar = g * Complex(w, damping) / Complex(energy)
      let hBar = -h * Complex(w, damping) / Complex(energy)
      let (i0, i1, i2) = (transition.uniform, transition.linear, transition.quadratic)
      for i in 0..<3 {
        for j in 0..<3 {
          let entry = 3 * i + j
          let zero = i0[i] * i0[j].conjugate
          parts.constant[entry] += gBar * zero + hBar * zero.conjugate
          for a in 0..<3 {
            let one = i0[i] * i1[3 * a + j].conjugate + i1[3 * a + i] * i0[j].conjugate
            parts.linear[9 * a + entry] += gBar * one - hBar * one.conjugate
            for b in 0..<3 {
              let outer = i0[i] * i2[9 * a + 3 * b + j].conjugate
              let inner = i2[9 * a + 3 * b + i] * i0[j].conjugate
              let middle = i1[3 * a + i] * i1[3 * b + j].conjugate
              let two = outer + inner + middle
              parts.quadratic[27 * a + 9 * b + entry] += g * two + h * two.conjugate
            }
          }
        }
      }
    }
    let scale = density * Constants.fineStructure
    parts.constant = parts.constant.map { $0.multiplied(by: scale) }
    parts.linear = parts.linear.map { $0.multiplied(by: scale) }
    parts.quadratic = parts.quadratic.map { $0.multiplied(by: scale) }
    return parts
  }
}
