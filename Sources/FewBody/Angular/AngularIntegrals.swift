import RealModule

/// W_ij(r) = 2 pi integral Theta_iM W(r, cos theta) Theta_jM d cos theta, by Gauss-Legendre points.
struct AngularIntegrals: Sendable {
  private let function: @Sendable (Double, Double) -> Double
  private let cosines: [Double]
  /// Theta_iM at the points, each times the root of 2 pi and the weight, wave by wave.
  private let waves: [[Double]]

  /// `momenta` ascending. l + 64 points are exact for W of degree 127 in cos theta: the product of
  /// two waves has degree 2l, and n points integrate degree 2n - 1.
  init(
    _ momenta: [Int], magnetic: Int, of function: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.function = function
    let largest = momenta.last ?? 0
    let half = GaussLegendre.positiveHalf(points: largest + 64 + largest % 2)
    let nodes = half.nodes.map(\.hi)
    let weights = half.weights.map(\.hi)
    cosines = nodes.map { -$0 } + nodes
    let roots = (weights + weights).map { (2 * .pi * $0).squareRoot() }
    let tables = cosines.map {
      SphericalHarmonics.theta(through: largest, magnetic: magnetic, cosine: $0)
    }
    let first = Int(magnetic.magnitude)
    waves = momenta.map { l in zip(tables, roots).map { $0[l - first] * $1 } }
  }

  /// The coupling of ``ChannelProblem``: fills the matrix row by row.
  var matrix: ChannelProblem.Coupling {
    { r, entries in
      let count = waves.count
      for i in 0..<count * count { entries[i] = 0 }
      for (q, cosine) in cosines.enumerated() {
        let value = function(r, cosine)
        for i in 0..<count {
          let left = value * waves[i][q]
          for j in 0...i { entries[i * count + j] += left * waves[j][q] }
        }
      }
      for i in 0..<count {
        for j in 0..<i { entries[j * count + i] = entries[i * count + j] }
      }
    }
  }
}
