import FewBody

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Spectra with awkward words and numbers, for the writers to be held against.
enum OutputSamples {
  static let pair = Spectrum(
    system: ["name": "pair", "dimension": 1, "charge": 1.5, "kernel": "shifted"],
    method: ["name": "spectral", "order": 24, "extent": 61.25, "graded": true],
    levels: [
      level(0, -2.127_212_494_323_76, 4e-13, .rigorous, "even"),
      level(1, -0.25, 1e-12, .variational, "odd"),
      level(2, -0.0625, 1.5e-3, .estimate(because: "a \"black box\", seen from outside"), "even"),
    ],
    isComplete: true, threshold: .hartree(0.125))

  static func level(
    _ index: Int, _ energy: Double, _ radius: Double, _ certainty: Certainty, _ parity: String
  ) -> Level {
    Level(
      index: index, energy: Energy(hartree: energy),
      interval: Energy(hartree: energy - radius)...Energy(hartree: energy + radius),
      certainty: certainty, residual: 0.5e-14, labels: ["parity": .word(parity)],
      state: gaussian(width: Double(index) + 1))
  }

  /// exp(-x^2/2w^2) / sqrt(w sqrt(pi)).
  static func gaussian(width: Double) -> LineState {
    let value: @Sendable (Double) -> Double = { x in
      let z = x / width
      return exp(-z * z / 2) / (width * Double.pi.squareRoot()).squareRoot()
    }
    let step = width / 8
    let points = (-64...64).map { Double($0) * step }
    return LineState(
      support: (-8 * width)...(8 * width), points: points,
      weights: points.map { _ in step }, values: points.map(value), evaluate: value)
  }
}
