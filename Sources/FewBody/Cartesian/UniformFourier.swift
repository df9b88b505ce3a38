import LinearOperators
import RealModule

/// H = −∇²/2μ + V in the sines that vanish on the walls of a uniform grid.
///
/// T = Q Λ Qᵀ with Λ_k = (πk/W)²/2μ and W = 2L + h the width between the walls: transform, multiply,
/// transform back. Exact for every sine the grid carries; on smooth potentials the error falls
/// faster than any power of h.
public struct UniformFourier: CartesianModel {
  /// L in bohr: nodes in (−L, L), walls at ±(L + h/2).
  public let extent: Double
  /// μ, in electron masses.
  public let mass: Double
  private let potential: @Sendable (Double, Double, Double) -> Double

  /// `potential` is V(x, y, z) in hartree at a place in bohr, from several threads at once.
  /// - Throws: ``FewBodyError/invalid(_:)`` for an extent or mass that cannot be.
  public init(
    extent: Double, mass: Double = 1,
    potential: @escaping @Sendable (Double, Double, Double) -> Double
  ) throws(FewBodyError) {
    try UniformGrid.check(extent: extent, mass: mass)
    self.extent = extent
    self.mass = mass
    self.potential = potential
  }

  /// x_j = −L + h/2 + jh with h = 2L/N, in bohr.
  public func nodes(points: Int) -> [Double] { UniformGrid(extent: extent, points: points).nodes }

  /// V(x, y, z) in hartree, as it was given.
  public func potential(_ x: Double, _ y: Double, _ z: Double) -> Double { potential(x, y, z) }

  /// H by sine transforms, with V at the nodes of the sector.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for an odd number of points or fewer than 8, and where V is not finite;
  ///   ``FewBodyError/external(routine:info:meaning:)`` if LAPACK fails.
  public func block(points: Int, sector: Sector) throws(FewBodyError) -> CartesianBlock {
    let grid = UniformGrid(extent: extent, points: points)
    try grid.check()
    let shape = sector.shape(points: points)
    let values = try samples(points: points, sector: sector)
    let matrix = try kinetic(grid)
    return CartesianBlock(
      shape: shape,
      hamiltonian: ModeOperator(modes: try TensorModes(matrix, sector: sector), potential: values),
      preconditioner: try FastDiagonalization(
        matrix, potential: values, shape: shape, sector: sector))
  }

  /// The one-dimensional T by nodes: Σ_k Λ_k q_k(i) q_k(j), q_k(i) = √(2/(N+1)) sin(πk(i+1)/(N+1)).
  private func kinetic(_ grid: UniformGrid) throws(FewBodyError) -> SymmetricMatrix {
    let n = grid.points
    let unit = Double.pi / Double(n + 1)
    let sines = (0..<2 * (n + 1)).map { Double.sin(unit * Double($0)) }
    let levels = (1...n).map { k in
      let wave = unit * Double(k) / grid.step
      return wave * wave / (mass * Double(n + 1))
    }
    do throws(LinearAlgebraError) {
      return try SymmetricMatrix(dimension: n) { i, j in
        var sum = 0.0
        for k in 1...n {
          let (a, b) = (k * (i + 1) % (2 * n + 2), k * (j + 1) % (2 * n + 2))
          sum += levels[k - 1] * sines[a] * sines[b]
        }
        return sum
      }
    } catch {
      throw FewBodyError(error)
    }
  }
}

/// Q f(Λ) Qᵀ + V.
struct ModeOperator: LinearOperator {
  let modes: TensorModes
  let potential: [Double]

  var dimension: Int { potential.count }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    guard let source = x.baseAddress, let target = y.baseAddress else { return }
    modes.apply(.identity, source, target)
    potential.withUnsafeBufferPointer { values in
      guard let v = values.baseAddress else { return }
      for i in 0..<values.count { target[i] += v[i] * source[i] }
    }
  }
}
