/// Functions of the N gaps between neighbouring electrons on a ring, g_1 + ... + g_N = 1 turn.
///
/// psi = (g_1 ... g_N)^alpha P(g), P of total degree <= p. In one dimension electrons that repel as 1/r
/// cannot pass one another: psi vanishes where a gap closes, is analytic in the gaps up to there,
/// psi ~ g (1 + R g/2 + ...), and what happens in one order of the electrons is everything. P are the
/// polynomials orthonormal with the weight (g_1 ... g_N)^(2 alpha) on the simplex (T. H. Koornwinder,
/// in Theory and Application of Special Functions, Academic Press 1975, p. 435): with sigma_k = g_1 +
/// ... + g_k and u_k = sigma_(k-1)/sigma_k, products over k = 2 ... N of sigma_k^(n_k) p_(n_k)(u_k).
///
/// Plane waves expand |phi| phi in powers of 1/M; here N = 3 at R = 1 has 10 digits from degree 10.
struct GapBasis: Sendable {
  let electrons: Int
  let degree: Int
  /// 1 for the cusp; larger for a wide ring, where electrons keep apart.
  let exponent: Int
  /// (n_2, ..., n_N), ascending in total degree.
  let labels: [[Int]]
  /// The labels of total degree n, at n.
  let shells: [Range<Int>]
  private let places: [Int: Int]

  var count: Int { labels.count }

  init(electrons: Int, degree: Int, exponent: Int) {
    (self.electrons, self.degree, self.exponent) = (electrons, degree, exponent)
    var labels: [[Int]] = []
    var shells: [Range<Int>] = []
    for total in 0...degree {
      let start = labels.count
      labels += Self.compositions(of: total, into: electrons - 1)
      shells.append(start..<labels.count)
    }
    var places: [Int: Int] = [:]
    for (i, label) in labels.enumerated() { places[Self.key(label, degree)] = i }
    (self.labels, self.shells, self.places) = (labels, shells, places)
  }

  /// How many functions there would be.
  static func count(electrons: Int, degree: Int) -> Double {
    (1..<electrons).reduce(1.0) { $0 * Double(degree + $1) / Double($1) }
  }

  private static func compositions(of total: Int, into parts: Int) -> [[Int]] {
    guard parts > 1 else { return [[total]] }
    return (0...total).flatMap { first in
      compositions(of: total - first, into: parts - 1).map { [first] + $0 }
    }
  }

  private static func key(_ label: some Sequence<Int>, _ degree: Int) -> Int {
    label.reduce(0) { $0 * (degree + 1) + $1 }
  }

  func place(_ label: [Int]) -> Int? { places[Self.key(label, degree)] }

  /// Points that integrate products of two functions and a smooth factor along each axis.
  var quadratureCount: Int {
    let exact = degree + (exponent + 1) * electrons + 8
    return exact + exact % 2
  }
}
