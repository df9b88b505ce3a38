import LinearOperators

/// A charge at the origin and a smooth potential W on a tensor grid of nodes x = A sinh u.
///
/// The nodes are dense where the cusp is, with a spacing that grows like x outside; A = nil is the
/// uniform grid. The charge enters through the ``CuspFactor`` and the ``LatticeCorrection``.
struct MappedModel: CartesianModel {
  typealias Background = @Sendable (Double, Double, Double) -> Double

  let mass: Double
  let charge: Charge
  /// L: walls at -L and L on every axis.
  let extent: Double
  /// A, in bohr.
  let core: Double?
  let derivative: AxisDerivative
  /// How a wavefunction continues beyond the walls: odd at a hard wall, even at a free one.
  var wall = LineGrid.Reflection.odd
  /// W(x, y, z) in hartree.
  let background: Background?

  /// -(Z_0 + Z_2 P_2(cos theta))/r.
  struct Charge: Sendable, Equatable {
    var isotropic: Double
    var quadrupole: Double
    static let none = Self(isotropic: 0, quadrupole: 0)

    func potential(_ x: Double, _ y: Double, _ z: Double) -> Double {
      guard self != .none else { return 0 }
      let square = x * x + y * y + z * z
      return -(isotropic + quadrupole * (1.5 * z * z / square - 0.5)) / square.squareRoot()
    }
  }

  var map: LineMap { core.map { .sinh(core: $0) } ?? .uniform }

  var factor: CuspFactor? {
    CuspFactor(mass: mass, isotropic: charge.isotropic, quadrupole: charge.quadrupole)
  }

  /// The grid along an axis, its positive half where the axis has a parity.
  func axis(points: Int, parity: Sector.Parity?) -> LineGrid {
    guard let parity else {
      return LineGrid(
        from: -extent, to: extent, count: points, map: map, left: wall, right: wall)
    }
    return LineGrid(
      from: 0, to: extent, count: points / 2, map: map, left: parity == .even ? .even : .odd,
      right: wall)
  }

  func nodes(points: Int) -> [Double] {
    let half = axis(points: points, parity: .even).nodes
    return half.reversed().map { -$0 } + half
  }

  func potential(_ x: Double, _ y: Double, _ z: Double) -> Double {
    charge.potential(x, y, z) + (background?(x, y, z) ?? 0)
  }

  func block(points: Int, sector: Sector) throws(FewBodyError) -> CartesianBlock {
    let axes = (0..<3).map { axis(points: points, parity: sector[$0]) }
    let fields = try MappedFields(
      axes: axes, mass: mass, factor: factor, background: background)
    let hamiltonian = MappedHamiltonian(axes: axes, derivative: derivative, fields: fields)
    return CartesianBlock(
      shape: hamiltonian.shape, hamiltonian: hamiltonian, preconditioner: try inverse(axes, fields))
  }

  /// psi of a level's amplitudes.
  func state(_ level: CartesianLevel) -> CartesianState {
    let axes = (0..<3).map { axis(points: level.points, parity: level.sector[$0]) }
    let growth = factor.map {
      LatticeCorrection($0, axis: axes[0], background: background).growth
    }
    return CartesianState(
      sector: level.sector, axes: axes, map: map, factor: factor, amplitudes: level.vector,
      growth: growth ?? 1)
  }
}
