/// A potential energy V(x), in hartree, of a coordinate in bohr.
///
/// One generic method suffices. Because it is evaluated on intervals and Taylor jets as well as
/// on `Double`, bounds computed with it are rigorous:
///
/// ```swift
/// struct Yukawa: Potential {
///   let strength, range: Double
///   func value<T: Scalar>(at x: T) -> T { -T(strength) * .exp(-.abs(x) / T(range)) / (.abs(x) + 0.1) }
/// }
/// ```
public protocol Potential: Sendable {
  /// V(x) in hartree, analytic between neighbouring ``breakpoints``.
  func value<T: Scalar>(at x: T) -> T

  /// Points where V or a derivative may jump; elements end there. The default is the origin,
  /// where |x| has its kink. The first is also where the search begins: a narrow well far from
  /// the origin needs one at its place.
  var breakpoints: [Double] { get }

  /// What is proved of V on [left, right]; the default reads it off interval Taylor jets.
  /// A potential overrides it only to be faster or sharper, with a theorem of its own.
  func enclosure(from left: Double, to right: Double) -> Enclosure

  /// Fills in V at the points and returns a bound of the error of every one of these values; the
  /// default evaluates V on intervals.
  func sample(
    _ points: UnsafeBufferPointer<Double>, into values: UnsafeMutablePointer<Double>
  ) -> Double
}

extension Potential {
  /// V at the points one by one, and the largest bound of their errors, in hartree.
  @inlinable
  public func sample(
    _ points: UnsafeBufferPointer<Double>, into values: UnsafeMutablePointer<Double>
  ) -> Double {
    var worst = 0.0
    for i in 0..<points.count {
      let sampled = sample(at: points[i])
      values[i] = sampled.value
      worst = max(worst, sampled.error)
    }
    return worst
  }
}

/// Facts proved of a function on one element [l, r] of length h, all outward rounded.
public struct Enclosure: Sendable, Equatable {
  /// minimum >= lower and maximum <= upper.
  public var lower: Double
  /// maximum <= upper.
  public var upper: Double
  /// A bound of |V'|.
  public var slope: Double
  /// Bounds of the sup-norm distance to the polynomials of degree 15 and of degree 31.
  public var tail15: Double
  /// A bound of the distance to the polynomials of degree 31.
  public var tail31: Double

  /// Facts that the caller has proved, rounded outward.
  public init(lower: Double, upper: Double, slope: Double, tail15: Double, tail31: Double) {
    self.lower = lower
    self.upper = upper
    self.slope = slope
    self.tail15 = tail15
    self.tail31 = tail31
  }
}
