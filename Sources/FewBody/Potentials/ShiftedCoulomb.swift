/// The regularised Coulomb potential V(x) = -Z/(|x| + a), H. Essen (2013), Eq. (45).
public struct ShiftedCoulomb: Potential {
  /// Z, in units of e^2.
  public let charge: Double
  /// a, in bohr.
  public let thickness: Double

  /// V of charge Z (e^2) and length a (bohr).
  public init(charge: Double, thickness: Double) {
    self.charge = charge
    self.thickness = thickness
  }

  /// V(x) = -Z/(|x| + a), in hartree.
  public func value<T: Scalar>(at x: T) -> T { -T(charge) / (.abs(x) + T(thickness)) }

  /// V is monotone on an element, and 1/s on [s_l, s_r] has a Chebyshev interpolant of degree n
  /// with relative error at most 1/T_{n+1}(z), z = (s_r + s_l)/(s_r - s_l) > 1, because the error
  /// is T_{n+1}(xi)/(T_{n+1}(-z) s).
  public func enclosure(from left: Double, to right: Double) -> Enclosure {
    guard left >= 0 || right <= 0 else {
      let whole = -charge / thickness
      return Enclosure(
        lower: whole, upper: 0, slope: -whole / thickness, tail15: -whole, tail31: -whole)
    }
    let near = min(left.magnitude, right.magnitude) + thickness
    let far = max(left.magnitude, right.magnitude) + thickness
    let z = (far + near) / (right - left)
    let rho = z + (z * z - 1).squareRoot()
    let rho2 = rho * rho
    let rho4 = rho2 * rho2
    let rho8 = rho4 * rho4
    let rho16 = rho8 * rho8
    // T_n(z) >= rho^n/2; the factor covers the roundings of the power.
    let deepest = (charge / near) * (1 + 0x1p-50)
    return Enclosure(
      lower: -deepest, upper: -(charge / far) * (1 - 0x1p-50),
      slope: deepest / near * (1 + 0x1p-50),
      tail15: 2.001 * deepest / rho16, tail31: 2.001 * deepest / (rho16 * rho16))
  }

  /// Two roundings and that of the bound.
  public func sample(
    _ points: UnsafeBufferPointer<Double>, into values: UnsafeMutablePointer<Double>
  ) -> Double {
    var deepest = 0.0
    for i in 0..<points.count {
      values[i] = -charge / (points[i].magnitude + thickness)
      deepest = max(deepest, -values[i])
    }
    return 0x1p-51 * deepest
  }
}
