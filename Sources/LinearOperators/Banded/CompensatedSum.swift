/// A sum of products in twice the working precision (Ogita, Rump and Oishi, SIAM J. Sci. Comput.
/// 26 (2005) 1955, `Dot2`).
struct CompensatedSum {
  private var high = 0.0
  private var low = 0.0

  var value: Double { high + low }

  @inline(__always)
  mutating func add(product a: Double, _ b: Double) {
    let product = a * b
    low += (-product).addingProduct(a, b)
    add(product)
  }

  @inline(__always)
  mutating func add(_ term: Double) {
    let sum = high + term
    let shadow = sum - high
    low += (high - (sum - shadow)) + (term - shadow)
    high = sum
  }

  /// Adds a · (this other sum).
  @inline(__always)
  mutating func add(_ a: Double, times other: CompensatedSum) {
    add(product: a, other.high)
    low += a * other.low
  }
}
