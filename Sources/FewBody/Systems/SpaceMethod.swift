/// How a problem in space is discretized.
public enum SpaceMethod: Sendable, Equatable {
  /// The nodes of a Cartesian grid.
  public enum Grid: String, Sendable, CaseIterable {
    /// x = A sinh u along every axis, dense at the origin, with the singularity of -Z/r treated.
    case mapped
    /// Equally spaced nodes that straddle the origin, -Z/r at the nodes: first order there.
    case uniform
  }

  /// Graded radial elements times partial waves; needs an axis of symmetry.
  case spectral
  /// Finite differences of order 2, 4, 6 or 8 with `points` nodes per axis on [-L, L]^3.
  case finiteDifferences(
    order: Int = 8, points: Int = 64, extent: Double? = nil, grid: Grid = .mapped)
  /// Fourier (sinc) differentiation with `points` nodes per axis on [-L, L]^3.
  case fourier(points: Int = 64, extent: Double? = nil, grid: Grid = .mapped)

  /// The word of the command line.
  public var name: String {
    switch self {
    case .spectral: "spectral"
    case .finiteDifferences: "fd"
    case .fourier: "fft"
    }
  }

  /// Whether a grid may use the symmetry of V: parity along each axis, equal axes.
  public enum SymmetryUse: String, Sendable, CaseIterable {
    /// The symmetry that V is found to have is used.
    case auto
    /// No symmetry is used.
    case none
  }
}
