import FewBody
import RealModule

/// V = -V0 for |x| <= L, 0 outside; E_k = -V0 sin^2 u_k with cos u_k = (k pi/2 + u_k)/z0.
///
/// z0 = L sqrt(2 m V0); level k exists where z0 > k pi/2. With z = L sqrt(2m(E + V0)) = k pi/2 + u
/// the usual z tan z = sqrt(z0^2 - z^2) and -z cot z (Landau and Lifshitz, section 22, problem 1)
/// become one equation whose left side falls and whose right side rises on 0 < u < pi/2: one root.
public struct SquareWell: ExactModel {
  /// V0, in hartree.
  public let depth: Double
  /// L, in bohr.
  public let halfWidth: Double
  /// m, in electron masses.
  public let mass: Double

  /// Throws unless all are positive and z0 <= 1e6.
  public init(depth: Double, halfWidth: Double = 1, mass: Double = 1) throws(FewBodyError) {
    try requirePositive("depth", depth)
    try requirePositive("halfWidth", halfWidth)
    try requirePositive("mass", mass)
    self.depth = depth
    self.halfWidth = halfWidth
    self.mass = mass
    guard reach.upper <= 1e6 else {
      throw .invalid("depth", depth, accepted: "L sqrt(2mV0) <= 1e6 (here \(reach.midpoint))")
    }
  }

  /// z0.
  private var reach: Ball {
    Ball(midpoint: halfWidth) * .sqrt(Ball(midpoint: 2 * mass) * Ball(midpoint: depth))
  }

  /// A level within rounding of the threshold is not counted.
  public var levelCount: Int? { max(1, Int((reach / (.pi / 2)).lower.rounded(.up))) }

  /// V(x) = -V0 for |x| <= L, 0 outside, in hartree.
  public func potential(at x: Double) -> Double { x.magnitude <= halfWidth ? -depth : 0 }

  /// E_k = -V0 sin^2 u_k with cos u_k = (k pi/2 + u_k)/z0, in hartree.
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for a level that is not bound, or within rounding of the threshold.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    let sine = sineBall(try angle(level: k))
    return -(Ball(midpoint: depth) * sine * sine)
  }

  /// A cos or sin of z x/L inside, a decaying exponential outside; A^2 (L + 1/kappa) = 1.
  public func wavefunction(level k: Int) throws(FewBodyError) -> @Sendable (Double) -> Double {
    let u = try angle(level: k).midpoint
    let kappa = reach.midpoint * .sin(u) / halfWidth
    let amplitude = 1 / (halfWidth + 1 / kappa).squareRoot()
    let wavenumber = (Double(k) * .pi / 2 + u) / halfWidth
    let (edge, odd) = (halfWidth, k % 2 == 1)
    return { x in
      let inner = min(x.magnitude, edge)
      let phase = wavenumber * inner
      let inside = odd ? Double.sin(phase) : .cos(phase)
      let side: Double = odd && x < 0 ? -1 : 1
      return side * amplitude * inside * .exp(-kappa * (x.magnitude - inner))
    }
  }

  /// u_k, between two points where z0 cos u - (k pi/2 + u) has certain and opposite signs.
  private func angle(level k: Int) throws(FewBodyError) -> Ball {
    try requireLevel(k)
    func excess(_ u: Double) -> Ball {
      let point = Ball(midpoint: u)
      return reach * cosineBall(point) - (Ball(midpoint: Double(k)) * .pi / 2 + point)
    }
    var low = 0.0
    var high = Double.pi / 2
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if excess(middle).midpoint > 0 { low = middle } else { high = middle }
    }
    var spread = high.ulp
    while spread < high {
      if excess(high - spread).lower > 0, excess(high + spread).upper < 0 {
        return Ball(midpoint: high, radius: (2 * spread).nextUp)
      }
      spread *= 2
    }
    throw .invalid("level", k, accepted: "a level further than rounding from the threshold")
  }

  // The C library's sine and cosine are good to one ulp; three more are allowed for.
  private func sineBall(_ u: Ball) -> Ball {
    let value = Double.sin(u.midpoint)
    return Ball(midpoint: value, radius: (u.radius + 4 * value.ulp).nextUp)
  }

  private func cosineBall(_ u: Ball) -> Ball {
    let value = Double.cos(u.midpoint)
    return Ball(midpoint: value, radius: (u.radius + 4 * value.ulp).nextUp)
  }
}
