import RealModule

/// 2 pi integral Theta_iM V(r, cos theta) Theta_jM d cos theta, by Gauss-Legendre points, for a V
/// that is -g(theta)/r and something finite at the origin.
struct AngularIntegrals: Sendable {
  /// V along the ray of each point, its 1/r split off.
  private let rays: [CoulombSingularity]
  /// Theta_iM at the points, each times the root of 2 pi and the weight, wave by wave.
  private let waves: [[Double]]

  /// `momenta` ascending. l + 64 points are exact for V of degree 127 in cos theta: the product of
  /// two waves has degree 2l, and n points integrate degree 2n - 1.
  /// - Throws: ``FewBodyError/invalid(_:)`` where V is more singular than 1/r.
  init(
    _ momenta: [Int], magnetic: Int, of function: @escaping @Sendable (Double, Double) -> Double,
    named name: String, flag: String
  ) throws(FewBodyError) {
    let largest = momenta.last ?? 0
    let half = GaussLegendre.positiveHalf(points: largest + 64 + largest % 2)
    let nodes = half.nodes.map(\.hi)
    let weights = half.weights.map(\.hi)
    let cosines = nodes.map { -$0 } + nodes
    let roots = (weights + weights).map { (2 * .pi * $0).squareRoot() }
    let tables = cosines.map {
      SphericalHarmonics.theta(through: largest, magnetic: magnetic, cosine: $0)
    }
    let first = Int(magnetic.magnitude)
    waves = momenta.map { l in zip(tables, roots).map { $0[l - first] * $1 } }
    let scale = cosines.reduce(0) { max($0, (1e-8 * function(1e-8, $1)).magnitude) }
    var rays: [CoulombSingularity] = []
    for cosine in cosines {
      rays.append(
        try CoulombSingularity(of: { function($0, cosine) }, named: name, flag: flag, scale: scale))
    }
    self.rays = rays
  }

  /// C_ij, the integrals of g.
  var coulomb: [[Double]] {
    let charges = rays.map(\.charge)
    return waves.map { left in
      waves.map { right in
        charges.indices.reduce(0) { $0 + charges[$1] * left[$1] * right[$1] }
      }
    }
  }

  /// The coupling of ``ChannelProblem`` by what is finite: fills the matrix row by row.
  var matrix: ChannelProblem.Coupling {
    { r, entries in
      let count = waves.count
      for i in 0..<count * count { entries[i] = 0 }
      for (q, ray) in rays.enumerated() {
        let value = ray.remainder(r)
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
