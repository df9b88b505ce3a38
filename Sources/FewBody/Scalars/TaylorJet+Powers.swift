extension TaylorJet {
  /// An integer power by repeated squaring: it divides by nothing, so that a base that contains
  /// zero keeps bounded coefficients. The value itself is the coefficient's own, tight power.
  @inlinable
  public static func pow(_ x: TaylorJet, _ n: Int) -> TaylorJet {
    let power = naturalPower(x, n.magnitude)
    return n < 0 ? 1 / power : power
  }

  @inlinable
  static func naturalPower(_ x: TaylorJet, _ n: UInt) -> TaylorJet {
    if n == 0 { return 1 }
    var result: TaylorJet?
    var square = x
    var rest = n
    while true {
      if rest & 1 == 1 { result = result.map { $0 * square } ?? square }
      rest >>= 1
      if rest == 0 { break }
      square = square.squared
    }
    guard let product = result, n <= UInt(Int.max) else { return x * .unknownConstant }
    var coefficients = product.stored
    coefficients[0] = .pow(x.stored[0], Int(n))
    return TaylorJet(stored: coefficients, order: product.order)
  }

  @inlinable
  static var unknownConstant: TaylorJet { TaylorJet(constant: .unknown) }

  /// c_k = 2 sum_{i<k/2} a_i a_(k-i) + a_(k/2)^2, the last term tight.
  @inlinable
  var squared: TaylorJet {
    let count = isConstant ? 1 : Swift.min(2 * degree, order) + 1
    var result: [Coefficient] = []
    result.reserveCapacity(count)
    for k in 0..<count {
      var sum: Coefficient = 0
      for i in Swift.max(0, k - degree)..<Swift.max(k - degree, 0, (k + 1) / 2) {
        sum = sum + stored[i] * stored[k - i]
      }
      sum = sum + sum
      if k.isMultiple(of: 2) { sum = sum + .pow(stored[k / 2], 2) }
      result.append(sum)
    }
    return TaylorJet(stored: result, order: order)
  }

  /// A real power: a p' = y a' p, so k a_0 p_k = sum_{j>0} ((y+1) j - k) a_j p_(k-j).
  @inlinable
  public static func pow(_ x: TaylorJet, _ y: Double) -> TaylorJet {
    x.series { a, p in
      p[0] = .pow(a[0], y)
      let rise = Coefficient(y) + 1
      for k in 1..<Swift.max(1, p.count) {
        var sum: Coefficient = 0
        for j in 1..<(Swift.min(k, a.count - 1) + 1) {
          sum = sum + (rise * number(j) - number(k)) * a[j] * p[k - j]
        }
        p[k] = sum / (number(k) * a[0])
      }
    }
  }
}
