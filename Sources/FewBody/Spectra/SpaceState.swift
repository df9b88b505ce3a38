/// A wavefunction in space, normalised to integral |psi|^2 d^3r = 1.
///
/// Either partial waves, psi = sum_l u_l(r)/r Y_lM(theta, phi) with real u_l, or a real function
/// psi(x, y, z) on a Cartesian grid.
public struct SpaceState: Sendable {
  /// The radial functions u_l(r); empty for a state of a Cartesian grid.
  public let waves: [RadialFunction]
  /// M, of the partial waves.
  public let magnetic: Int
  /// Beyond this distance along an axis the state is negligible, in bohr.
  public let extent: Double
  private let field: (@Sendable (Double, Double, Double) -> Double)?

  init(waves: [RadialFunction], magnetic: Int) {
    self.waves = waves
    self.magnetic = magnetic
    extent = waves.map(\.support.upperBound).max() ?? 0
    field = nil
  }

  init(extent: Double, field: @escaping @Sendable (Double, Double, Double) -> Double) {
    waves = []
    magnetic = 0
    self.extent = extent
    self.field = field
  }

  /// psi(x, y, z) without the factor e^(i M phi) of partial waves, in bohr^(-3/2).
  public func value(_ x: Double, _ y: Double, _ z: Double) -> Double {
    if let field { return field(x, y, z) }
    let r = max((x * x + y * y + z * z).squareRoot(), 1e-12 * extent)
    let cosine = min(max(z / r, -1), 1)
    let largest = waves.map(\.angularMomentum).max() ?? 0
    let angular = SphericalHarmonics.theta(through: largest, magnetic: magnetic, cosine: cosine)
    var sum = 0.0
    for wave in waves {
      let l = wave.angularMomentum
      sum += wave.value(at: r) / r * angular[l - Int(magnetic.magnitude)]
    }
    return sum
  }

  /// |psi(x, y, z)|^2 in bohr^(-3).
  public func density(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let amplitude = value(x, y, z)
    return amplitude * amplitude
  }

  /// The expectation value of a function of the distance; nil on a Cartesian grid.
  public func expectation(radial function: (Double) -> Double) -> Double? {
    guard field == nil else { return nil }
    var sum = 0.0
    for wave in waves {
      let quadrature = wave.quadrature()
      for i in quadrature.points.indices {
        sum +=
          quadrature.weights[i] * quadrature.values[i] * quadrature.values[i]
          * function(quadrature.points[i])
      }
    }
    return sum
  }
}
