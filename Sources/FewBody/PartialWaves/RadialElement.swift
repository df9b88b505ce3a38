/// The tables of one radial element on [0, 1]: basis, 28-point quadrature and their products.
///
/// Basis: the nodal functions 1 - t and t, then the bubbles f_2 ... f_12 of ``ReferenceElement``.
/// Unlike there, nothing is split by parity: beside the origin 1/r^2 grows by five decades within
/// one element, and only a nodal basis keeps the functions that vanish at r = 0 apart from the one
/// that does not.
final class RadialElement: @unchecked Sendable {
  // Unchecked: the pointers are written by init alone and live as long as the process.
  static let degree = ReferenceElement.degree
  static let functions = degree + 1
  static let points = ReferenceElement.points
  static let pairs = ReferenceElement.pairs

  static let shared = RadialElement()

  /// t_q and the weights, both correctly rounded.
  let positions: UnsafePointer<Double>
  let weights: UnsafePointer<Double>
  /// Functions, their first and second derivatives by t at [j * 28 + q].
  let values: UnsafePointer<Double>
  let slopes: UnsafePointer<Double>
  let curvatures: UnsafePointer<Double>
  /// Products of two functions at [pair(i, j) * 28 + q], i <= j.
  let products: UnsafePointer<Double>
  /// Their integrals over [0, 1] at [pair(i, j)].
  let mass: UnsafePointer<Double>
  /// max |f_j''|, and max |f_j|/t for the functions that vanish at t = 0.
  let curvatureMaxima: UnsafePointer<Double>
  let slopeMaxima: UnsafePointer<Double>

  @inline(__always)
  static func pair(_ i: Int, _ j: Int) -> Int {
    i <= j ? j * (j + 1) / 2 + i : i * (i + 1) / 2 + j
  }

  private init() {
    let (n, points) = (Self.functions, Self.points)
    let half = points / 2
    let rule = GaussLegendre.positiveHalf(points: points)
    let (one, two) = (Twofold(1), Twofold(2))
    var t: [Twofold] = []
    var w: [Twofold] = []
    var f: [[Twofold]] = []
    var (df, ddf): ([[Twofold]], [[Twofold]]) = ([], [])
    for q in 0..<points {
      let index = q < half ? half - 1 - q : q - half
      let xi = q < half ? -rule.nodes[index] : rule.nodes[index]
      let basis = ReferenceElement.basis(at: xi)
      let position = (one + xi) / two
      t.append(position)
      w.append(rule.weights[index] / two)
      f.append([one - position, position] + basis.value[2...])
      df.append([-one, one] + basis.slope[2...].map { two * $0 })
      ddf.append([Twofold(0), Twofold(0)] + basis.curvature[2...].map { Twofold(4) * $0 })
    }
    func table(_ count: Int, _ fill: (Int) -> Double) -> UnsafePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: count)
      for i in 0..<count { pointer[i] = fill(i) }
      return UnsafePointer(pointer)
    }
    positions = table(points) { t[$0].rounded }
    weights = table(points) { w[$0].rounded }
    values = table(n * points) { f[$0 % points][$0 / points].rounded }
    slopes = table(n * points) { df[$0 % points][$0 / points].rounded }
    curvatures = table(n * points) { ddf[$0 % points][$0 / points].rounded }
    var indices: [(Int, Int)] = []
    for j in 0..<n { for i in 0...j { indices.append((i, j)) } }
    products = table(Self.pairs * points) { place in
      let (i, j) = indices[place / points]
      return (f[place % points][i] * f[place % points][j]).rounded
    }
    mass = table(Self.pairs) { place in
      let (i, j) = indices[place]
      // Exactly zero but for neighbours of the same parity and for the nodal functions.
      if i >= 2, j != i, j != i + 2 { return 0 }
      if i < 2, j > 3 { return 0 }
      var sum = Twofold(0)
      for q in 0..<points { sum = sum + w[q] * f[q][i] * f[q][j] }
      return sum.rounded
    }
    // |f_j''(xi)| <= sqrt((2j-1)/2) j(j-1)/2, four times that by t; |f_j| <= |xi + 1| max |f_j'|.
    curvatureMaxima = table(n) { j in
      j < 2 ? 0 : 4.001 * (Double(j) - 0.5).squareRoot() * Double(j * (j - 1) / 2)
    }
    slopeMaxima = table(n) { j in j < 2 ? 1 : 2.001 * (Double(j) - 0.5).squareRoot() }
  }
}
