/// One relative coordinate in space: what a system file states.
///
/// H = p^2/2 mu + V(r). A system knows no grid: it gives its parameters and the potential, split
/// into what is singular at the origin and the rest.
public protocol SpaceSystem: Sendable {
  /// Name, dimension and every parameter, in atomic units, in the order in which they are printed.
  var parameters: Parameters { get }
  /// The problem, or the reason why there is none.
  func problem() throws(FewBodyError) -> SpaceProblem
}

/// H = p^2/2 mu - (Z/r) g(theta) + W, ready to be discretized.
public struct SpaceProblem: Sendable {
  /// The part of V that is finite at the origin.
  enum External: Sendable {
    /// W(r).
    case radial(LineProfile)
    /// W(r, cos theta).
    case axial(@Sendable (Double, Double) -> Double, because: String)
    /// W(x, y, z): no symmetry is known.
    case general(@Sendable (Double, Double, Double) -> Double)
  }

  /// mu, in electron masses.
  let mass: Double
  /// Z of the singular part -(Z/r) g; 0 if there is none.
  let charge: Double
  /// g: 1, or (1 + cos^2 theta)/2.
  let kernel: SpacePair.Kernel
  var external: External?
  /// V(infinity) where it has a limit; nil where V grows without limit.
  var threshold: Double? = 0

  /// V depends on the distance alone: l is a good quantum number.
  var isIsotropic: Bool {
    if kernel == .breit, charge != 0 { return false }
    switch external {
    case nil, .radial: return true
    case .axial, .general: return false
    }
  }

  /// V(x, y, z) in hartree.
  func potential(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let r = (x * x + y * y + z * z).squareRoot()
    let cosine = r > 0 ? z / r : 0
    var value = 0.0
    if charge != 0 {
      value = -charge / r * (kernel == .breit ? 0.5 * (1 + cosine * cosine) : 1)
    }
    switch external {
    case nil: break
    case .radial(let profile): value += profile.value(at: r)
    case .axial(let function, _): value += function(r, cosine)
    case .general(let function): value += function(x, y, z)
    }
    return value
  }
}

extension SpaceSystem {
  /// V(x, y, z) as a function, for plots: bohr in, hartree out.
  public func potential() throws(FewBodyError) -> @Sendable (Double, Double, Double) -> Double {
    let problem = try problem()
    return { problem.potential($0, $1, $2) }
  }
}
