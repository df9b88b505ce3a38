/// What the elements ask of H = -d/dx k(x) d/dx + V(x), one element at a time, with k = 1/2 mu or
/// k = 1/2M(x).
///
/// The solver sees nothing else of a system: no name, no unit, no parameter.
struct LineProfile: Sendable {
  /// k(x): a constant, or enclosures and samples of k and of k'.
  enum Kinetic: Sendable {
    case constant(Double)
    case varying(
      value: @Sendable (Double, Double) -> Enclosure,
      slope: @Sendable (Double, Double) -> Enclosure,
      sample: @Sendable (Double) -> KineticSample
    )
  }

  /// k and k' at a point, with bounds of the errors of both.
  struct KineticSample {
    var value: Double
    var slope: Double
    var error: Double
    var slopeError: Double
  }

  var kinetic: Kinetic
  /// `rigorous` where `enclosure` and `lowerBound` are theorems.
  var certainty: Certainty
  /// Where elements must end.
  var breakpoints: [Double]
  var enclosure: @Sendable (Double, Double) -> Enclosure
  /// Fills in V at the points and returns a bound of the evaluation's error.
  var sample: @Sendable (UnsafeBufferPointer<Double>, UnsafeMutablePointer<Double>) -> Double
  /// V >= this on [x, infinity), and on (-infinity, x].
  var lowerBoundBeyond: @Sendable (Double) -> Double
  var lowerBoundBefore: @Sendable (Double) -> Double
  /// The smaller of the limits of V at +-infinity; nil if it grows without limit.
  var threshold: Double?
  /// How far V itself may be off at x, where it was interpolated from a table.
  var uncertainty: (@Sendable (Double) -> Double)?

  /// k on an element, from below and from above.
  func kineticRange(_ left: Double, _ right: Double) -> (lower: Double, upper: Double) {
    switch kinetic {
    case .constant(let k): return (k, k)
    case .varying(let value, _, _):
      let enclosure = value(left, right)
      return (enclosure.lower, enclosure.upper)
    }
  }

  func value(at x: Double) -> Double {
    var value = 0.0
    withUnsafePointer(to: x) { point in
      _ = sample(UnsafeBufferPointer(start: point, count: 1), &value)
    }
    return value
  }
}
