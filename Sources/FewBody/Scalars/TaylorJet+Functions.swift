// y = f(a) by the differential equation of f, term by term; j a_j are the coefficients of t a'(t).
extension TaylorJet {
  @inlinable @inline(__always)
  static func number(_ k: Int) -> Coefficient { Coefficient(Double(k)) }

  /// y' = a' y.
  @inlinable
  public static func exp(_ x: TaylorJet) -> TaylorJet {
    x.series { a, y in
      y[0] = .exp(a[0])
      for k in 1..<Swift.max(1, y.count) {
        var sum: Coefficient = 0
        for j in 1..<(Swift.min(k, a.count - 1) + 1) {
          sum = sum + number(j) * a[j] * y[k - j]
        }
        y[k] = sum / number(k)
      }
    }
  }

  /// a y' = a'.
  @inlinable
  public static func log(_ x: TaylorJet) -> TaylorJet {
    x.series { a, y in
      y[0] = .log(a[0])
      for k in 1..<Swift.max(1, y.count) {
        var sum: Coefficient = 0
        for i in 1..<Swift.max(1, Swift.min(k, a.count)) {
          sum = sum + number(k - i) * y[k - i] * a[i]
        }
        let head: Coefficient = k < a.count ? a[k] : 0
        y[k] = (head - sum / number(k)) / a[0]
      }
    }
  }

  /// y^2 = a.
  @inlinable
  public static func sqrt(_ x: TaylorJet) -> TaylorJet {
    x.series { a, y in
      y[0] = .sqrt(a[0])
      let divisor = y[0] + y[0]
      for k in 1..<Swift.max(1, y.count) {
        var sum: Coefficient = 0
        for i in 1..<Swift.max(1, (k + 1) / 2) { sum = sum + y[i] * y[k - i] }
        sum = sum + sum
        if k.isMultiple(of: 2) { sum = sum + .pow(y[k / 2], 2) }
        let head: Coefficient = k < a.count ? a[k] : 0
        y[k] = (head - sum) / divisor
      }
    }
  }

  /// s' = a' c and c' = sign a' s: circular functions for sign = -1, hyperbolic ones for +1.
  @inlinable @inline(__always)
  static func pair(
    _ x: TaylorJet, _ s0: (Coefficient) -> Coefficient, _ c0: (Coefficient) -> Coefficient,
    circular: Bool
  ) -> (TaylorJet, TaylorJet) {
    let count = x.isConstant ? 1 : x.order + 1
    var s = [s0(x.stored[0])]
    var c = [c0(x.stored[0])]
    s.reserveCapacity(count)
    c.reserveCapacity(count)
    for k in 1..<Swift.max(1, count) {
      var (up, down): (Coefficient, Coefficient) = (0, 0)
      for j in 1..<(Swift.min(k, x.degree) + 1) {
        let slope = number(j) * x.stored[j]
        up = up + slope * c[k - j]
        down = down + slope * s[k - j]
      }
      s.append(up / number(k))
      c.append((circular ? -down : down) / number(k))
    }
    return (TaylorJet(stored: s, order: x.order), TaylorJet(stored: c, order: x.order))
  }

  /// s of s' = a' c, c' = -a' s.
  @inlinable
  public static func sin(_ x: TaylorJet) -> TaylorJet {
    pair(x, Coefficient.sin, Coefficient.cos, circular: true).0
  }

  /// c of s' = a' c, c' = -a' s.
  @inlinable
  public static func cos(_ x: TaylorJet) -> TaylorJet {
    pair(x, Coefficient.sin, Coefficient.cos, circular: true).1
  }

  /// s of s' = a' c, c' = a' s.
  @inlinable
  public static func sinh(_ x: TaylorJet) -> TaylorJet {
    pair(x, Coefficient.sinh, Coefficient.cosh, circular: false).0
  }

  /// c of s' = a' c, c' = a' s.
  @inlinable
  public static func cosh(_ x: TaylorJet) -> TaylorJet {
    pair(x, Coefficient.sinh, Coefficient.cosh, circular: false).1
  }

  /// y' = (1 + sign y^2) a': the tangent for sign = +1, the hyperbolic one for -1.
  @inlinable @inline(__always)
  static func tangent(
    _ x: TaylorJet, _ y0: (Coefficient) -> Coefficient, circular: Bool
  ) -> TaylorJet {
    let count = x.isConstant ? 1 : x.order + 1
    var y = [y0(x.stored[0])]
    let square = Coefficient.pow(y[0], 2)
    var derivative = [circular ? 1 + square : 1 - square]
    y.reserveCapacity(count)
    derivative.reserveCapacity(count)
    for k in 1..<Swift.max(1, count) {
      var sum: Coefficient = 0
      for j in 1..<(Swift.min(k, x.degree) + 1) {
        sum = sum + number(j) * x.stored[j] * derivative[k - j]
      }
      y.append(sum / number(k))
      var square: Coefficient = 0
      for i in 0..<((k + 1) / 2) { square = square + y[i] * y[k - i] }
      square = square + square
      if k.isMultiple(of: 2) { square = square + .pow(y[k / 2], 2) }
      derivative.append(circular ? square : -square)
    }
    return TaylorJet(stored: y, order: x.order)
  }

  /// y' = (1 + y^2) a'.
  @inlinable
  public static func tan(_ x: TaylorJet) -> TaylorJet {
    tangent(x, Coefficient.tan, circular: true)
  }

  /// y' = (1 - y^2) a'.
  @inlinable
  public static func tanh(_ x: TaylorJet) -> TaylorJet {
    tangent(x, Coefficient.tanh, circular: false)
  }

  /// (1 + a^2) y' = a'.
  @inlinable
  public static func atan(_ x: TaylorJet) -> TaylorJet {
    let weight = 1 + pow(x, 2)
    return x.series { a, y in
      y[0] = .atan(a[0])
      for k in 1..<Swift.max(1, y.count) {
        var sum: Coefficient = 0
        for i in 1..<Swift.max(1, Swift.min(k, weight.stored.count)) {
          sum = sum + number(k - i) * y[k - i] * weight.stored[i]
        }
        let head: Coefficient = k < a.count ? a[k] : 0
        y[k] = (head - sum / number(k)) / weight.stored[0]
      }
    }
  }
}
