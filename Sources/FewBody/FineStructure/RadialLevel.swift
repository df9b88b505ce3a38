/// A radial level of -Z/r: its quantum number, its energy between two bounds, and its state.
struct RadialLevel: Sendable {
  let n: Int
  /// Holds E, in hartree.
  let energy: ClosedRange<Double>
  let state: RadialSamples
  /// u(r).
  let function: @Sendable (Double) -> Double
  /// Whether counts proved the bounds and that no level below is missing.
  let isCertified: Bool

  var middle: Double { energy.lowerBound + (energy.upperBound - energy.lowerBound) / 2 }
}
