/// One coordinate on a line, an interval or a circle: what a system file states.
///
/// A system knows no grid. It gives its parameters, the potential, the kinetic coefficient and the
/// symmetry; `spectrum(lowest:)` does the rest.
public protocol LineSystem: Sendable {
  /// Name, dimension and every parameter, in atomic units, in the order in which they are printed.
  var parameters: Parameters { get }
  /// The problem, or the reason why there is none.
  func problem() throws(FewBodyError) -> LineProblem
}

/// H = -d/dx k(x) d/dx + V(x) with a domain, ready to be discretized.
public struct LineProblem: Sendable {
  let profile: LineProfile
  let domain: ElementMesh.Domain
  /// V(-x) = V(x) and the domain is symmetric: parity is a good quantum number.
  let isMirrored: Bool
  /// How a ring cut at the angle pi continues there; nil for a wall or an open end.
  var antipode: ElementSolver.Antipode? = nil
  /// The length over which V varies at the origin: a mapped grid resolves it. Nil for a uniform
  /// grid.
  var coreLength: Double? = nil
  /// Whether V has a kink at the origin, which a grid has to resolve rather than difference.
  var hasKink = false

  var isOpen: Bool { !(domain.left.isFinite && domain.right.isFinite) }
  var threshold: Double? { isOpen ? profile.threshold : nil }
}

extension LineSystem {
  /// V(x) in hartree.
  public func potential(at x: Double) throws(FewBodyError) -> Double {
    try problem().profile.value(at: x)
  }

  /// V as a function, for plots.
  public func potential() throws(FewBodyError) -> @Sendable (Double) -> Double {
    let profile = try problem().profile
    return { profile.value(at: $0) }
  }
}
