// Outward rounding without touching the processor's rounding mode (which Swift's optimiser does not
// model).

extension Double {
  /// A number <= the exact result whose nearest double this is; never NaN.
  ///
  /// With u = 2^-53, e = fl(u(1+2u)|s|) + 2^-1074 is at least half the gap below s and s - e rounds
  /// to the predecessor of s or below it: S. M. Rump, P. Zimmermann, S. Boldo, G. Melquiond,
  /// BIT Numer. Math. 49 (2009) 419, Theorem 2.2. Two multiplications and no branch on the bit
  /// pattern, against a dozen instructions for `nextDown`.
  @inlinable @inline(__always)
  var roundedDown: Double {
    let bound = self - (magnitude * 0x1.0000000000001p-53 + .leastNonzeroMagnitude)
    if bound == bound { return bound }
    // Overflow of finite operands gives +inf, whose lower bound is finite; NaN knows nothing.
    return self == .infinity ? .greatestFiniteMagnitude : -.infinity
  }

  /// A number >= the exact result whose nearest double this is; never NaN.
  @inlinable @inline(__always)
  var roundedUp: Double { -((-self).roundedDown) }

  /// A number below every real whose computed value, wrong by at most 4 ulp, is this one.
  ///
  /// 4 ulp(s) <= 2^-50 |s| for normal s and 4 * 2^-1074 below; the rest of the factor covers the
  /// rounding of this very subtraction.
  @inlinable @inline(__always)
  var widenedDown: Double {
    let bound = self - (magnitude * 0x1.2p-50 + 8 * .leastNonzeroMagnitude)
    if bound == bound { return bound }
    return self == .infinity ? .greatestFiniteMagnitude : -.infinity
  }

  /// A number above every real whose computed value, wrong by at most 4 ulp, is this one.
  @inlinable @inline(__always)
  var widenedUp: Double { -((-self).widenedDown) }
}
