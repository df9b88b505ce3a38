/// The Taylor coefficients c_k = f^(k)(x)/k!, k = 0...order, of a formula f at x.
///
/// The arithmetic is automatic differentiation by recurrences (A. Griewank, A. Walther, *Evaluating
/// Derivatives*, 2nd ed., SIAM 2008, Tables 13.1 and 13.2). With interval coefficients and an
/// interval x the jet encloses f^(k)(xi)/k! for every xi in x; wherever all coefficients are
/// bounded, f is analytic on x.
///
/// Constants are jets of unlimited order. Coefficients beyond those stored are exact zeros, so that
/// sums, products and exponentials of polynomials of degree d cost O(d order), not O(order^2).
@frozen
public struct TaylorJet<Coefficient: SignedScalar>: Sendable {
  /// c_0, c_1, ...: never empty, at most `order` + 1 long.
  @usableFromInline let stored: [Coefficient]
  /// The last coefficient that is known.
  public let order: Int

  @inlinable @inline(__always)
  init(stored: [Coefficient], order: Int) {
    self.stored = stored
    self.order = order
  }

  /// The independent variable x + t, known up to t^order (at least 1, at most 4096).
  @inlinable
  public init(variable x: Coefficient, order: Int) {
    self.init(stored: [x, 1], order: Swift.min(Swift.max(1, order), 4096))
  }

  /// A constant.
  @inlinable
  public init(constant: Coefficient) {
    self.init(stored: [constant], order: .max)
  }

  /// A constant.
  @inlinable public init(_ value: Double) { self.init(constant: Coefficient(value)) }
  /// A constant.
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
  /// A constant, whole.
  @inlinable public init(integerLiteral value: Int64) { self.init(Double(value)) }

  /// c_k; nothing is known of those beyond the order.
  @inlinable
  public subscript(k: Int) -> Coefficient {
    if k >= 0, k < stored.count { return stored[k] }
    return k >= 0 && k <= order ? 0 : .unknown
  }

  @inlinable @inline(__always)
  var degree: Int { stored.count - 1 }

  @inlinable @inline(__always)
  var isConstant: Bool { stored.count == 1 }

  /// The jet of a function of this one, whose coefficients `fill` writes into initialised memory.
  @inlinable @inline(__always)
  func series(
    _ fill: (_ a: UnsafeBufferPointer<Coefficient>, _ y: UnsafeMutableBufferPointer<Coefficient>)
      -> Void
  ) -> TaylorJet {
    let count = isConstant ? 1 : order + 1
    let result = [Coefficient](unsafeUninitializedCapacity: count) { y, initialized in
      y.initialize(repeating: 0)
      stored.withUnsafeBufferPointer { a in fill(a, y) }
      initialized = count
    }
    return TaylorJet(stored: result, order: order)
  }
}

extension TaylorJet: Scalar {
  /// The sum, coefficient by coefficient, to the lower of the two orders.
  @inlinable
  public static func + (a: TaylorJet, b: TaylorJet) -> TaylorJet {
    let order = Swift.min(a.order, b.order)
    let (long, short) = a.stored.count >= b.stored.count ? (a, b) : (b, a)
    var sum = long.stored
    for k in 0..<short.stored.count { sum[k] = sum[k] + short.stored[k] }
    return TaylorJet(truncating: sum, order: order)
  }

  /// The negative, coefficient by coefficient.
  @inlinable
  public static prefix func - (a: TaylorJet) -> TaylorJet {
    TaylorJet(stored: a.stored.map { -$0 }, order: a.order)
  }

  /// The difference, coefficient by coefficient, to the lower of the two orders.
  @inlinable
  public static func - (a: TaylorJet, b: TaylorJet) -> TaylorJet {
    let order = Swift.min(a.order, b.order)
    var difference = a.stored
    for k in 0..<Swift.min(a.stored.count, b.stored.count) {
      difference[k] = difference[k] - b.stored[k]
    }
    for k in a.stored.count..<Swift.max(a.stored.count, b.stored.count) {
      difference.append(-b.stored[k])
    }
    return TaylorJet(truncating: difference, order: order)
  }

  @inlinable
  init(truncating coefficients: [Coefficient], order: Int) {
    let excess = order == .max ? 0 : coefficients.count - 1 - order
    self.init(
      stored: excess > 0 ? Array(coefficients.dropLast(excess)) : coefficients, order: order)
  }

  /// y_k = sum a_i b_(k-i), to the lower of the two orders.
  @inlinable
  public static func * (a: TaylorJet, b: TaylorJet) -> TaylorJet {
    if b.isConstant { return a.scaled { $0 * b.stored[0] } }
    if a.isConstant { return b.scaled { a.stored[0] * $0 } }
    let order = Swift.min(a.order, b.order)
    let (p, q) = (a.degree, b.degree)
    let count = Swift.min(p + q, order) + 1
    let product = [Coefficient](unsafeUninitializedCapacity: count) { y, initialized in
      a.stored.withUnsafeBufferPointer { a in
        b.stored.withUnsafeBufferPointer { b in
          for k in 0..<count {
            let first = Swift.max(0, k - q)
            var sum = a[first] * b[k - first]
            for i in (first + 1)..<(Swift.max(first, Swift.min(k, p)) + 1) {
              sum = sum + a[i] * b[k - i]
            }
            y.initializeElement(at: k, to: sum)
          }
        }
      }
      initialized = count
    }
    return TaylorJet(stored: product, order: order)
  }

  @inlinable @inline(__always)
  func scaled(_ transform: (Coefficient) -> Coefficient) -> TaylorJet {
    TaylorJet(stored: stored.map(transform), order: order)
  }

  /// q = a/b from b q = a: q_k = (a_k - sum_{j>0} b_j q_(k-j)) / b_0.
  @inlinable
  public static func / (a: TaylorJet, b: TaylorJet) -> TaylorJet {
    if b.isConstant { return a.scaled { $0 / b.stored[0] } }
    let numerator = a.stored
    let cap = TaylorJet(stored: b.stored, order: Swift.min(a.order, b.order))
    return cap.series { b, q in
      let degree = b.count - 1
      for k in 0..<q.count {
        var sum: Coefficient = k < numerator.count ? numerator[k] : 0
        for j in 1..<(Swift.min(k, degree) + 1) { sum = sum - b[j] * q[k - j] }
        q[k] = sum / b[0]
      }
    }
  }

  /// |f|: f or -f where the sign of c_0 is proved. An interval [0, h] counts as non-negative, since
  /// elements end on kinks; elsewhere only the value is known, no derivative.
  @inlinable
  public static func abs(_ x: TaylorJet) -> TaylorJet {
    if x.stored[0].isNonnegative { return x }
    if x.stored[0].isNonpositive { return -x }
    return x.series { a, y in
      y[0] = .abs(a[0])
      for k in 1..<Swift.max(1, y.count) { y[k] = .unknown }
    }
  }
}
