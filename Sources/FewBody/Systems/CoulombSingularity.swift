import RealModule

/// V(r) = -Z/r + W(r) with W finite at the origin, for a V that is known only by its values.
///
/// W = V + Z/r loses all digits as r -> 0. On [0, r1], where r V(r) is a polynomial of degree 16
/// to rounding, Z is that polynomial's value at 0 and W the interpolant of (r V + Z)/r through the
/// same nodes, which has no noise between them; beyond r1 the difference is harmless.
struct CoulombSingularity: Sendable {
  let charge: Double
  /// r1, where the interpolant ends; 0 without a singularity.
  let edge: Double
  /// W(r).
  let remainder: @Sendable (Double) -> Double

  private static let nodes = 17
  private static let shortest = 1e-6

  /// `scale` is the size of the terms of r V near the origin, which may cancel along one ray of many.
  /// Throws where V is more singular than 1/r.
  init(
    of function: @escaping @Sendable (Double) -> Double, named name: String, flag: String,
    scale: Double = 0
  ) throws(FewBodyError) {
    var reach = 1.0
    while reach >= Self.shortest {
      let series = ChebyshevSeries(on: reach, count: Self.nodes) { $0 * function($0) }
      if series.isResolved(beside: scale) {
        let limit = series.value(at: 0)
        guard limit.magnitude > 1e-14 * max(series.largest, scale) else {
          (charge, edge) = (0, 0)
          remainder = { function(max($0, 1e-300)) }
          return
        }
        let smooth = ChebyshevSeries(on: reach, count: Self.nodes) {
          (series.value(at: $0) - limit) / $0
        }
        let split = reach
        (charge, edge) = (-limit, reach)
        remainder = { $0 < split ? smooth.value(at: $0) : function($0) - limit / $0 }
        return
      }
      reach /= 2
    }
    let near = (1e-8 * function(1e-8)).magnitude
    guard near <= 1e-3 * max(function(1).magnitude, 1e-100) else {
      throw .invalid(
        flag, "\(name), not like -Z/r + a smooth function at the origin",
        accepted: "a potential with a finite limit of r V(r) as r -> 0, analytic beside it")
    }
    (charge, edge) = (0, 0)
    remainder = { function(max($0, 1e-300)) }
  }
}

/// An interpolant on [0, reach] through the Chebyshev points of the first kind.
struct ChebyshevSeries: Sendable {
  private let reach: Double
  private let coefficients: [Double]
  let largest: Double

  init(on reach: Double, count: Int, _ function: (Double) -> Double) {
    self.reach = reach
    let angles = (0..<count).map { .pi * (Double($0) + 0.5) / Double(count) }
    let values = angles.map { function(0.5 * reach * (1 + Double.cos($0))) }
    coefficients = (0..<count).map { k in
      let sum = zip(angles, values).reduce(0) { $0 + Double.cos(Double(k) * $1.0) * $1.1 }
      return sum * (k == 0 ? 1 : 2) / Double(count)
    }
    largest = values.map(\.magnitude).max() ?? 0
  }

  /// The last coefficients are rounding of the values, or of terms of the size `scale`.
  func isResolved(beside scale: Double) -> Bool {
    largest.isFinite
      && coefficients.suffix(4).allSatisfy { $0.magnitude <= 2e-15 * max(largest, scale) }
  }

  /// C. W. Clenshaw, Math. Comp. 9, 118 (1955).
  func value(at r: Double) -> Double {
    let t = 2 * r / reach - 1
    var (b, next) = (0.0, 0.0)
    for c in coefficients.dropFirst().reversed() { (b, next) = (c + 2 * t * b - next, b) }
    return coefficients[0] + t * b - next
  }
}
