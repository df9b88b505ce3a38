/// The soft Coulomb potential V(x) = -Z/sqrt(x^2 + a^2).
public struct SoftCoulomb: Potential {
  /// Z, in units of e^2.
  public let charge: Double
  /// a, in bohr.
  public let thickness: Double

  /// V of charge Z (e^2) and length a (bohr).
  public init(charge: Double, thickness: Double) {
    self.charge = charge
    self.thickness = thickness
  }

  /// The origin, the only place where an element has to end.
  public var breakpoints: [Double] { [0] }

  /// V(x) = -Z/sqrt(x^2 + a^2), in hartree.
  public func value<T: Scalar>(at x: T) -> T {
    -T(charge) / .sqrt(x * x + T(thickness) * T(thickness))
  }

  /// V is analytic off x = +-i a. On the ellipse of parameter rho' < rho through the element's
  /// ends as foci, |x -+ i a| >= (h/2) ((rho + 1/rho) - (rho' + 1/rho'))/2 (the focal sums), hence
  /// |V| <= M there, and the interpolant of degree n errs by at most 2 M rho'^(-n)/(rho' - 1).
  public func enclosure(from left: Double, to right: Double) -> Enclosure {
    let near = left > 0 ? left : right < 0 ? -right : 0
    let far = max(left.magnitude, right.magnitude)
    func size(_ x: Double) -> Double { charge / (x * x + thickness * thickness).squareRoot() }
    let deepest = size(near) * (1 + 0x1p-49)
    let reach = 0.5 * (right - left)
    // Focal sum of the singularity: |ia - l| + |ia - r| = reach (rho + 1/rho).
    let sum =
      ((left * left + thickness * thickness).squareRoot()
        + (right * right + thickness * thickness).squareRoot()) / reach
    let rho = 0.5 * (sum + (sum * sum - 4).squareRoot())
    let inner = 1 + 0.85 * (rho - 1)
    let distance = 0.5 * reach * ((rho + 1 / rho) - (inner + 1 / inner))
    let bound = 2.01 * charge / distance / (inner - 1)
    let inner5 = inner * inner * inner * inner * inner
    let inner15 = inner5 * inner5 * inner5
    let slope =
      charge * far / (near * near + thickness * thickness)
      / (near * near + thickness * thickness).squareRoot()
    return Enclosure(
      lower: -deepest, upper: -size(far) * (1 - 0x1p-49), slope: slope * (1 + 0x1p-45),
      tail15: min(bound / inner15, deepest),
      tail31: min(bound / (inner15 * inner15 * inner), deepest))
  }

  /// The radicand has three roundings, halved by the root, and two more follow.
  public func sample(
    _ points: UnsafeBufferPointer<Double>, into values: UnsafeMutablePointer<Double>
  ) -> Double {
    var deepest = 0.0
    for i in 0..<points.count {
      values[i] = -charge / (points[i] * points[i] + thickness * thickness).squareRoot()
      deepest = max(deepest, -values[i])
    }
    return 0x1p-51 * deepest
  }
}
