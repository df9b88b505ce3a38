/// The tables of one element on [-1, 1]: basis, quadrature and their products.
///
/// Basis f_0 = 1, f_1 = xi and the bubbles f_j = (P_j - P_{j-2})/sqrt(2(2j-1)), j = 2...12, which
/// vanish at the ends and satisfy integral f_i' f_j' = delta_ij. Quadrature: 28 Gauss-Legendre
/// points, exact to degree 55 = 24 + 31 = 2(12 + 15) + 1: products of two basis functions and a
/// polynomial of degree 31, and squares of a basis function times a polynomial of degree 15.
/// The theorem on the page <doc:Bounds> rests on these three numbers.
struct ReferenceElement: Sendable {
  static let degree = 12
  static let functions = degree + 1
  static let bubbles = degree - 1
  static let points = 28
  static let half = points / 2
  static let pairs = functions * (functions + 1) / 2

  /// The larger of max |f_j| over j >= 2: f_2(0) = -3/(2 sqrt 6), rounded up.
  static let bubbleMaximum = 0.6124

  static let shared = ReferenceElement()

  /// Positive nodes xi_q and weights, q = 0 ..< 14; the others are their mirror images.
  let nodes: [Double]
  let weights: [Double]
  /// f_j(xi_q) at [j * 14 + q], its first and its second derivative.
  let values: [Double]
  let slopes: [Double]
  let curvatures: [Double]
  /// f_i f_j and f_i' f_j' at [pair(i, j) * 14 + q].
  let products: [Double]
  let slopeProducts: [Double]
  /// max |f_j''| = |f_j''(1)| = sqrt((2j-1)/2) j(j-1)/2.
  let curvatureMaxima: [Double]
  /// max |f_j'| = |f_j'(1)| = sqrt((2j-1)/2).
  let slopeMaxima: [Double]
  /// integral f_j^2 and integral f_j f_{j+2}; every other product but these vanishes.
  let mass: [Double]
  let massNext: [Double]

  /// The place of (i, j), i <= j, in packed storage.
  static func pair(_ i: Int, _ j: Int) -> Int { j * (j + 1) / 2 + i }

  private init() {
    let rule = GaussLegendre.positiveHalf(points: Self.points)
    var f: [[Twofold]] = []
    var df: [[Twofold]] = []
    var ddf: [[Twofold]] = []
    for xi in rule.nodes {
      let basis = Self.basis(at: xi)
      f.append(basis.value)
      df.append(basis.slope)
      ddf.append(basis.curvature)
    }
    nodes = rule.nodes.map(\.rounded)
    weights = rule.weights.map(\.rounded)
    var values: [Double] = []
    var slopes: [Double] = []
    var curvatures: [Double] = []
    for j in 0..<Self.functions {
      for q in 0..<Self.half {
        values.append(f[q][j].rounded)
        slopes.append(df[q][j].rounded)
        curvatures.append(ddf[q][j].rounded)
      }
    }
    var products: [Double] = []
    var slopeProducts: [Double] = []
    for j in 0..<Self.functions {
      for i in 0...j {
        for q in 0..<Self.half {
          products.append((f[q][i] * f[q][j]).rounded)
          slopeProducts.append((df[q][i] * df[q][j]).rounded)
        }
      }
    }
    (self.values, self.slopes, self.curvatures) = (values, slopes, curvatures)
    (self.products, self.slopeProducts) = (products, slopeProducts)
    var curvatureMaxima: [Double] = [0, 0]
    var slopeMaxima: [Double] = [0, 1]
    for j in 2...Self.degree {
      let root = (Double(j) - 0.5).squareRoot()
      slopeMaxima.append(root)
      curvatureMaxima.append(root * Double(j * (j - 1) / 2))
    }
    (self.curvatureMaxima, self.slopeMaxima) = (curvatureMaxima, slopeMaxima)
    mass = (0..<Self.functions).map(Self.square)
    massNext = (0..<Self.functions).map(Self.neighbour)
  }

  /// integral f_j^2 = (2/(2j+1) + 2/(2j-3))/(2(2j-1)).
  private static func square(_ j: Int) -> Double {
    if j == 0 { return 2 }
    if j == 1 { return (Twofold(2) / Twofold(3)).rounded }
    let own = Twofold(2) / Twofold(Double(2 * j + 1))
    let lower = Twofold(2) / Twofold(Double(2 * j - 3))
    return ((own + lower) / Twofold(Double(2 * (2 * j - 1)))).rounded
  }

  /// integral f_j f_{j+2}: the two share P_j alone.
  private static func neighbour(_ j: Int) -> Double {
    let shared = -(Twofold(2) / Twofold(Double(2 * j + 1)))
    let scale = Twofold(Double(2 * (2 * j + 3))).squareRoot()
    if j < 2 { return (shared / scale).rounded }
    let own = Twofold(Double(2 * (2 * j - 1))).squareRoot()
    return (shared / (scale * own)).rounded
  }

  /// All basis functions at one point, by the Legendre recurrences.
  static func basis(
    at xi: Twofold
  ) -> (value: [Twofold], slope: [Twofold], curvature: [Twofold]) {
    var legendre = [Twofold(1), xi]
    var derivative = [Twofold(0), Twofold(1)]
    for n in 2...degree {
      let (a, b, c) = (
        Twofold(Double(2 * n - 1)), Twofold(Double(n - 1)), Twofold(Double(n))
      )
      legendre.append((a * xi * legendre[n - 1] - b * legendre[n - 2]) / c)
      derivative.append(derivative[n - 2] + a * legendre[n - 1])
    }
    var value = [Twofold(1), xi]
    var slope = [Twofold(0), Twofold(1)]
    var curvature = [Twofold(0), Twofold(0)]
    for j in 2...degree {
      let norm = Twofold(Double(2 * (2 * j - 1))).squareRoot()
      let root = (Twofold(Double(2 * j - 1)) / Twofold(2)).squareRoot()
      value.append((legendre[j] - legendre[j - 2]) / norm)
      slope.append(root * legendre[j - 1])
      curvature.append(root * derivative[j - 1])
    }
    return (value, slope, curvature)
  }
}
