import LinearOperators
import RealModule

/// The matrix between momenta and velocities of electrons on a circle, H. Essen (2013), Eq. (50):
/// J_i = m R^2 sum_j M_ij phidot_j, M_ij = delta_ij + eps V(phi_i - phi_j), eps = r_e/R,
/// V(phi) = (1 + 3 cos phi)/4 sqrt(2 (1 - cos phi)).
public struct VelocityMatrix: Sendable {
  /// The angles phi_i.
  public let positions: [Double]
  /// eps = r_e/R.
  public let ratio: Double
  /// lambda_k: for equal spacing in the order k = 0 ... N - 1 of lambda_k = 1 + eps sum_j V(2 pi j/N)
  /// cos(2 pi j k/N), otherwise ascending.
  public let eigenvalues: [Double]
  /// The eps at which the first eigenvalue vanishes, -1/min of V's; nil where V has no negative one.
  public let criticalRatio: Double?
  /// Whether the electrons are equally spaced.
  public let isCirculant: Bool

  /// Electrons equally spaced.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for fewer than two electrons or a ratio that is no finite
  ///   number of 0 or more.
  public init(equallySpaced count: Int, ratio: Double) throws(FewBodyError) {
    try Self.validate(count, ratio)
    let step = 2 * Double.pi / Double(count)
    let kernel = (1..<count).map { Self.kernel(step * Double($0)) }
    // lambda_k = lambda_(N-k): half of the sums.
    let half = (0...count / 2).map { k in
      // The angles of the cosines are taken modulo one turn, exactly in whole numbers.
      kernel.enumerated().reduce(0.0) { sum, term in
        sum + term.element * Double.cos(step * Double((term.offset + 1) * k % count))
      }
    }
    let values = (0..<count).map { half[min($0, count - $0)] }
    positions = (0..<count).map { step * Double($0) }
    self.ratio = ratio
    eigenvalues = values.map { 1 + ratio * $0 }
    criticalRatio = Self.critical(values)
    isCirculant = true
  }

  /// Electrons at given angles, in radians.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for angles that coincide, where V is infinite.
  public init(positions: [Double], ratio: Double) throws(FewBodyError) {
    try Self.validate(positions.count, ratio)
    for (i, angle) in positions.enumerated() {
      try require("positions", angle, accepted: "finite angles in radians") { _ in true }
      for other in positions[..<i] where Self.chord(angle - other) < 1e-12 {
        throw .invalid("positions", angle, accepted: "angles that differ, because V is infinite")
      }
    }
    let matrix = try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: positions.count) { i, j in
        i == j ? 0 : Self.kernel(positions[i] - positions[j])
      }
    }
    let values = try algebra { () throws(LinearAlgebraError) in
      try matrix.eigenpairs(.all, vectors: false).values
    }
    self.positions = positions
    self.ratio = ratio
    eigenvalues = values.map { 1 + ratio * $0 }
    criticalRatio = Self.critical(values)
    isCirculant = false
  }

  /// Electrons at angles drawn evenly from the circle; the same seed gives the same angles.
  public init(random count: Int, seed: UInt64, ratio: Double) throws(FewBodyError) {
    try Self.validate(count, ratio)
    var generator = SplitMix(state: seed)
    let positions = (0..<count).map { _ in 2 * Double.pi * generator.uniform() }
    try self.init(positions: positions, ratio: ratio)
  }

  private static func validate(_ count: Int, _ ratio: Double) throws(FewBodyError) {
    guard (2...4096).contains(count) else {
      throw .invalid("electrons", count, accepted: "2 to 4096")
    }
    try require("ratio", ratio, accepted: "a number of 0 or more") { $0 >= 0 && $0 <= 1e9 }
  }

  private static func critical(_ values: [Double]) -> Double? {
    values.min().flatMap { $0 < 0 ? -1 / $0 : nil }
  }

  private static func chord(_ phi: Double) -> Double { 2 * Double.sin(phi / 2).magnitude }

  /// V(phi), Eq. (42).
  public static func kernel(_ phi: Double) -> Double {
    (1 + 3 * Double.cos(phi)) / (4 * chord(phi))
  }

  /// M itself, by columns.
  public var elements: [Double] {
    positions.flatMap { a in
      positions.map { b in a == b ? 1 : ratio * Self.kernel(a - b) }
    }
  }

  /// Whether M can be inverted to rounding.
  public var isSingular: Bool {
    let largest = eigenvalues.map(\.magnitude).max() ?? 0
    let least = eigenvalues.map(\.magnitude).min() ?? 0
    return least <= 1e-12 * max(1, largest)
  }

  /// Whether the kinetic energy is bounded below: eps is below its critical value.
  public var isPositive: Bool { eigenvalues.allSatisfy { $0 > 0 } }

  /// lambda_0 - 1 as Eq. (49) has it, N eps.
  public var estimate: Double { Double(positions.count) * ratio }

  /// lambda_0 - 1 for large N: (N eps/pi) [ln(2N/pi) + gamma - 3/2], the logarithm that Eq. (49) misses.
  public var logarithmicEstimate: Double {
    let n = Double(positions.count)
    return n * ratio / .pi * (Double.log(2 * n / .pi) + 0.577_215_664_901_532_9 - 1.5)
  }

  /// lambda_0 - 1 in closed form, eps [sum_(j=1)^(N-1) csc(pi j/N)/2 - (3/4) cot(pi/2N)].
  public var inPhase: Double {
    let n = positions.count
    let cosecants = (1..<n).reduce(0.0) { $0 + 0.5 / Double.sin(.pi * Double($1) / Double(n)) }
    return ratio * (cosecants - 0.75 / Double.tan(.pi / (2 * Double(n))))
  }
}
