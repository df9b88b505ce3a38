import LinearOperators

/// A Hamiltonian on a tensor grid that can be built at any number of points and restricted to a
/// sector.
public protocol CartesianModel: Sendable {
  /// The nodes along every axis (the same on all three), ascending, symmetric about 0.
  func nodes(points: Int) -> [Double]

  /// V in hartree, up to whatever regularisation the model applies, sampled for the symmetry test.
  func potential(_ x: Double, _ y: Double, _ z: Double) -> Double

  /// The Hamiltonian on `points` nodes an axis, restricted to the sector.
  ///
  /// Vectors are orthonormal amplitudes: the sum of their squares over the block is 1. A restricted
  /// block is that of sqrt(2) times the values at positive nodes, for each axis with a parity.
  func block(points: Int, sector: Sector) throws(FewBodyError) -> CartesianBlock
}

/// One symmetric block of a ``CartesianModel``, with an approximate inverse to iterate with.
public struct CartesianBlock: Sendable {
  /// Points along each axis: all, or the positive half along an axis with a parity. The amplitude at
  /// (ix, iy, iz) has index (ix * ny + iy) * nz + iz.
  public let shape: (x: Int, y: Int, z: Int)
  /// H on vectors of the block, in hartree.
  public let hamiltonian: any LinearOperator
  /// An approximate inverse of H shifted by a level, for the iteration.
  public let preconditioner: any Preconditioner

  /// A block whose operators act on vectors of the shape's product of points.
  public init(
    shape: (x: Int, y: Int, z: Int), hamiltonian: any LinearOperator,
    preconditioner: any Preconditioner
  ) {
    self.shape = shape
    self.hamiltonian = hamiltonian
    self.preconditioner = preconditioner
  }

  /// The length of the block's vectors.
  public var dimension: Int { shape.x * shape.y * shape.z }
}
