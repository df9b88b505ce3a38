/// An unevaluated sum hi + lo of two doubles, |lo| <= ulp(hi)/2: about 32 digits.
///
/// It serves only to make the tables of the reference element correct to the last place, so that
/// a table entry costs one rounding in the bounds. Algorithms: T. J. Dekker, Numer. Math. 18, 224
/// (1971), with the fused multiply-add for the product's error.
struct Twofold: Sendable {
  var hi: Double
  var lo: Double

  init(_ value: Double) {
    hi = value
    lo = 0
  }

  private init(_ a: Double, plus b: Double) {
    hi = a + b
    let shadow = hi - a
    lo = (a - (hi - shadow)) + (b - shadow)
  }

  static func + (a: Twofold, b: Twofold) -> Twofold {
    let sum = Twofold(a.hi, plus: b.hi)
    return Twofold(sum.hi, plus: sum.lo + (a.lo + b.lo))
  }

  static prefix func - (a: Twofold) -> Twofold {
    var result = a
    result.hi = -a.hi
    result.lo = -a.lo
    return result
  }

  static func - (a: Twofold, b: Twofold) -> Twofold { a + (-b) }

  static func * (a: Twofold, b: Twofold) -> Twofold {
    let product = a.hi * b.hi
    let error = (-product).addingProduct(a.hi, b.hi)
    return Twofold(product, plus: error + (a.hi * b.lo + a.lo * b.hi))
  }

  static func / (a: Twofold, b: Twofold) -> Twofold {
    let first = a.hi / b.hi
    let rest = a - b * Twofold(first)
    let second = rest.hi / b.hi
    let last = (rest - b * Twofold(second)).hi / b.hi
    return Twofold(first, plus: second) + Twofold(last)
  }

  func squareRoot() -> Twofold {
    let first = Twofold(hi.squareRoot())
    return first + (self - first * first) / (Twofold(2) * first)
  }

  /// The nearest double.
  var rounded: Double { hi + lo }
}
