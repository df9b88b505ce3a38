import LinearOperators
import RealModule

/// Two electrons that repel each other in a parabolic dot and a magnetic field: Larmor's theorem for
/// quantum levels.
///
/// H = sum_i [(p_i + A_i)^2/2 + w0^2 rho_i^2/2] + q/r_12 = H(B = 0) + (B/2) L_z + B^2 sum_i rho_i^2/8, so that
/// a level of angular momentum L moves by B L/2, the turn by the Larmor frequency of Essen's Eq. (17), and
/// then by the second-order B^2 <sum rho^2>/8. With W^2 = w0^2 + B^2/4 the centre has the energy W (2 n + |M| + 1) +
/// B M/2 and the distance -u'' + [(m^2 - 1/4)/r^2 + W^2 r^2/4 + q/r] u = e u (M. Taut, J. Phys. A 27,
/// 1045 (1994), with closed forms). Singlets have even m, triplets odd.
public struct PlanarPair: Sendable {
  /// w0.
  public var frequency: Double
  /// q.
  public var charge: Double
  /// B, in atomic units.
  public var field: Double

  /// A dot of frequency w0 in hartree/hbar, repulsion q and field B; ``levels(lowest:relative:center:)`` checks them.
  public init(frequency: Double = 1, charge: Double = 1, field: Double = 0) {
    self.frequency = frequency
    self.charge = charge
    self.field = field
  }

  /// A level and what the field does to it.
  public struct Level: Sendable {
    /// E of the centre and the distance together.
    public let energy: Energy
    /// The upper bound is variational, the lower twice what the last polynomials brought.
    public let interval: ClosedRange<Energy>
    /// m + M.
    public let angularMomentum: Int
    /// <rho_1^2 + rho_2^2>, in bohr^2.
    public let square: Double
    /// B.
    let field: Double

    /// The magnetic moment -dE/dB = -L/2 - B <sum rho^2>/4, Larmor's part and the diamagnetic one.
    public var moment: Double { -0.5 * Double(angularMomentum) - 0.25 * field * square }
  }

  /// The lowest `count` levels of relative angular momentum m, the centre in its state n, M.
  ///
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func levels(
    lowest count: Int, relative m: Int, center: (radial: Int, angular: Int) = (0, 0)
  ) throws(FewBodyError) -> [Level] {
    try require("frequency", frequency, accepted: "a number above 0") { $0 > 0 }
    try require("field", field, accepted: "a finite number") { _ in true }
    try require("charge", charge, accepted: "0 or more: electrons repel each other") { $0 >= 0 }
    guard (1...10).contains(count) else {
      throw .invalid("count", count, accepted: "1 to 10 levels")
    }
    guard m.magnitude <= 100, center.angular.magnitude <= 100, (0...100).contains(center.radial)
    else {
      throw .invalid(
        "angular momenta", "m \(m), n \(center.radial), M \(center.angular)",
        accepted: "at most 100 in size, n of 0 or more")
    }
    let total = (frequency * frequency + 0.25 * field * field).squareRoot()
    let quanta = Double(2 * center.radial) + Double(center.angular.magnitude) + 1
    let shift = total * quanta + 0.5 * field * Double(m + center.angular)
    // In units of the oscillator's length the repulsion is q/(r sqrt W) W.
    let basis = PlanarPolynomials(momentum: Int(m.magnitude), strength: charge / total.squareRoot())
    let fine = try basis.levels(count, polynomials: Self.polynomials)
    let coarse = try basis.levels(count, polynomials: Self.polynomials - 8)
    return fine.indices.map { j in
      let energy = total * fine[j].energy + shift
      let rounding = 1e-13 * (energy.magnitude + total * fine[j].energy)
      let brought = 2 * total * max(0, coarse[j].energy - fine[j].energy)
      return Level(
        energy: Energy(hartree: energy),
        interval: Energy(hartree: energy - brought - rounding)...Energy(hartree: energy + rounding),
        angularMomentum: m + center.angular,
        square: (quanta + 0.5 * fine[j].square) / total, field: field)
    }
  }

  private static let polynomials = 48
}

/// The distance of the two in polynomials of r, orthonormal with the weight r^(2|m| + 1) e^(-r^2/2).
///
/// With u = r^(|m| + 1/2) e^(-r^2/4) g the form is int [g'^2 + (q/r) g^2 + (|m| + 1) g^2] w dr. Odd powers are in the
/// basis, because the repulsion gives g the cusp g'(0) = q g(0)/(2|m| + 1); g is analytic, so the
/// convergence is faster than any power.
private struct PlanarPolynomials {
  let momentum: Int
  let strength: Double

  func levels(
    _ count: Int, polynomials: Int
  ) throws(FewBodyError) -> [(energy: Double, square: Double)] {
    let (points, weights) = rule(polynomials)
    var (values, slopes): ([[Double]], [[Double]]) = ([], [])
    for k in 0..<polynomials {
      // r times the last one, made orthogonal to all, twice.
      var value = k == 0 ? points.map { _ in 1.0 } : zip(points, values[k - 1]).map { $0 * $1 }
      var slope =
        k == 0
        ? points.map { _ in 0.0 }
        : points.indices.map { values[k - 1][$0] + points[$0] * slopes[k - 1][$0] }
      for _ in 0..<2 {
        for j in 0..<k {
          let overlap = points.indices.reduce(0) { $0 + weights[$1] * value[$1] * values[j][$1] }
          for i in points.indices {
            value[i] -= overlap * values[j][i]
            slope[i] -= overlap * slopes[j][i]
          }
        }
      }
      let norm = points.indices.reduce(0) { $0 + weights[$1] * value[$1] * value[$1] }.squareRoot()
      values.append(value.map { $0 / norm })
      slopes.append(slope.map { $0 / norm })
    }
    return try algebra { () throws(LinearAlgebraError) in
      let matrix = try SymmetricMatrix(dimension: polynomials) { a, b in
        var sum = a == b ? Double(momentum + 1) : 0
        for i in points.indices {
          let repulsion = strength / points[i] * values[a][i] * values[b][i]
          sum += weights[i] * (slopes[a][i] * slopes[b][i] + repulsion)
        }
        return sum
      }
      let pairs = try matrix.eigenpairs(.lowest(count))
      return (0..<count).map { j in
        let vector = pairs.vectors.vector(j)
        let square = points.indices.reduce(0) { sum, i in
          let g = (0..<polynomials).reduce(0) { $0 + vector[$1] * values[$1][i] }
          return sum + weights[i] * points[i] * points[i] * g * g
        }
        return (pairs.values[j], square)
      }
    }
  }

  /// Sixteen points on each of the pieces of [0, X], beyond which the weight is below 1e-40 of its
  /// maximum even with the polynomials' squares.
  private func rule(_ polynomials: Int) -> ([Double], [Double]) {
    let power = Double(2 * momentum + 1)
    let farthest = (power + 2 * Double(polynomials)).squareRoot() + 14
    let quadrature = GapQuadrature(count: 16)
    let pieces = 64
    let step = farthest / Double(pieces)
    // The weight's maximum is at r^2 = 2|m| + 1: relative to it nothing overflows.
    let top = 0.5 * power * (.log(power) - 1)
    var (points, weights): ([Double], [Double]) = ([], [])
    for piece in 0..<pieces {
      for (node, weight) in zip(quadrature.points, quadrature.weights) {
        let r = (Double(piece) + node) * step
        points.append(r)
        weights.append(step * weight * .exp(power * .log(r) - 0.5 * r * r - top))
      }
    }
    return (points, weights)
  }
}
