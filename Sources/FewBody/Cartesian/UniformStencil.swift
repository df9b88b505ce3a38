import LinearOperators

/// H = −∇²/2μ + V by central differences of order 2, 4, 6 or 8 on a uniform grid.
///
/// Order 2 is the seven-point operator. The error of a smooth potential's levels falls as h to the
/// order; where V is singular it is first order whatever the formula.
public struct UniformStencil: CartesianModel {
  /// L in bohr: nodes in (−L, L), walls at ±(L + h/2).
  public let extent: Double
  /// The order of the central differences: 2, 4, 6 or 8.
  public let order: Int
  /// μ, in electron masses.
  public let mass: Double
  /// Who share one application of the operator to one vector.
  public let threads: Threads
  private let potential: @Sendable (Double, Double, Double) -> Double

  /// `potential` is V(x, y, z) in hartree at a place in bohr, from several threads at once.
  /// - Throws: ``FewBodyError/invalid(_:)`` for an extent, order or mass that cannot be.
  public init(
    extent: Double, order: Int = 2, mass: Double = 1, threads: Threads = .single,
    potential: @escaping @Sendable (Double, Double, Double) -> Double
  ) throws(FewBodyError) {
    try UniformGrid.check(extent: extent, mass: mass)
    guard Self.secondDifferences[order] != nil else {
      throw .invalid("order", order, accepted: "2, 4, 6 or 8")
    }
    self.extent = extent
    self.order = order
    self.mass = mass
    self.threads = threads
    self.potential = potential
  }

  /// x_j = −L + h/2 + jh with h = 2L/N, in bohr.
  public func nodes(points: Int) -> [Double] { UniformGrid(extent: extent, points: points).nodes }

  /// V(x, y, z) in hartree, as it was given.
  public func potential(_ x: Double, _ y: Double, _ z: Double) -> Double { potential(x, y, z) }

  /// H by central differences, with V at the nodes of the sector.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for an odd number of points or fewer than 8, and where V is not finite;
  ///   ``FewBodyError/external(routine:info:meaning:)`` if LAPACK fails.
  public func block(points: Int, sector: Sector) throws(FewBodyError) -> CartesianBlock {
    let grid = UniformGrid(extent: extent, points: points)
    try grid.check()
    let scale = -0.5 / (mass * grid.step * grid.step)
    let coefficients = (Self.secondDifferences[order] ?? []).map { scale * $0 }
    let shape = sector.shape(points: points)
    let values = try samples(points: points, sector: sector)
    return CartesianBlock(
      shape: shape,
      hamiltonian: StencilOperator(
        coefficients: coefficients, potential: values, shape: shape, sector: sector,
        threads: threads),
      preconditioner: try FastDiagonalization(
        try StencilOperator.matrix(coefficients, points: points), potential: values, shape: shape,
        sector: sector))
  }

  /// h² d²/dx² by order: the centre, then each distance (Fornberg, Math. Comp. 51 (1988) 699).
  private static let secondDifferences: [Int: [Double]] = [
    2: [-2, 1],
    4: [-5.0 / 2, 4.0 / 3, -1.0 / 12],
    6: [-49.0 / 18, 3.0 / 2, -3.0 / 20, 1.0 / 90],
    8: [-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560],
  ]
}

extension Sector {
  /// Points along each axis of the sector's block.
  func shape(points: Int) -> (x: Int, y: Int, z: Int) {
    let counts = (0..<3).map { self[$0] == nil ? points : points / 2 }
    return (counts[0], counts[1], counts[2])
  }
}
