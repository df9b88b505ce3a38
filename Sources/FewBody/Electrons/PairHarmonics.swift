import ComplexModule
import FourierTransforms
import RealModule

/// V(phi) = sum_t v_t e^(i t phi) of the pair forces on a ring, and of their squares.
struct PairHarmonics: Sendable {
  /// Chord Coulomb 1/sqrt(4 R^2 sin^2(phi/2) + a^2): v_t at t = 0, 1, ..., until they vanish.
  let coulomb: [Double]
  /// Its square: what V does beyond a finite set of waves.
  let square: [Double]
  /// V_phi of Essen's Eq. (42) with the same chord, (1 + 3 cos phi)/4 sqrt(4 sin^2(phi/2) + (a/R)^2).
  let magnetic: [Double]
  /// The rounding of each v_t, from the transform.
  let rounding: Double

  /// v_t falls like e^(-eta t), eta = 2 arcsinh(a/2R), so that sampling adds nothing but rounding.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a thickness that 2^20 samples do not resolve.
  init(radius: Double, thickness: Double) throws(FewBodyError) {
    let decay = 2 * Double.asinh(thickness / (2 * radius))
    var points = 256
    while Double(points) * decay < 80 {
      points *= 2
      guard points <= 1 << 20 else {
        throw .invalid(
          "thickness", thickness,
          accepted: "0, or at least \(8e-5 * radius) on a ring of radius \(radius)")
      }
    }
    let ratio = thickness / radius
    var chords: [(coulomb: Double, magnetic: Double)] = []
    for i in 0..<points {
      let phi = 2 * Double.pi * Double(i) / Double(points)
      let half = Double.sin(phi / 2)
      let chord = (4 * half * half + ratio * ratio).squareRoot()
      chords.append((1 / (chord * radius), (1 + 3 * Double.cos(phi)) / (4 * chord)))
    }
    func series(
      _ value: ((coulomb: Double, magnetic: Double)) -> Double
    ) throws(FewBodyError) -> [Double] {
      let samples = chords.map { Complex(value($0)) }
      let transformed = try fourier { () throws(FourierTransformError) in
        try ComplexFourierTransform(length: points).transform(.forward, samples)
      }
      return transformed[...(points / 2)].map { $0.real / Double(points) }
    }
    coulomb = try series { $0.coulomb }
    square = try series { $0.coulomb * $0.coulomb }
    magnetic = try series { $0.magnetic }
    rounding = 16 * 0x1p-53 / thickness
  }

  /// v_t, 0 beyond the last that is kept.
  static func value(_ values: [Double], _ t: Int) -> Double {
    t.magnitude < values.count ? values[Int(t.magnitude)] : 0
  }

  /// sum |v_s| over s > t, of Coulomb's harmonics; t >= 0.
  func tails() -> [Double] {
    var tails = [Double](repeating: 0, count: coulomb.count + 1)
    for t in stride(from: coulomb.count - 2, through: 0, by: -1) {
      tails[t] = tails[t + 1] + coulomb[t + 1].magnitude
    }
    return tails
  }
}
