import LinearOperators
import RealModule

/// One particle of mass mu in space, H = -nabla^2/(2 mu) + V, with V the attraction of a charge at
/// the origin and any potential W(x, y, z) besides.
///
/// The charge attracts by -Z/r or by the Darwin-Breit pair's -Z(1 + cos^2 theta)/(2r) = -(2Z/3)/r -
/// (Z/3) P_2(cos theta)/r (H. Essen (2013)).
struct CartesianProblem: Sendable {
  enum Kernel: String, Sendable {
    case isotropic
    case breit
  }

  enum Method: Sendable, Equatable {
    /// Finite differences of order 2, 4, 6 or 8.
    case differences(order: Int)
    /// Sines and cosines.
    case fourier
  }

  enum Grid: String, Sendable {
    /// x = A sinh u with a cusp factor: ``MappedModel``.
    case mapped
    /// Equally spaced nodes with V as it is: the operator of other programs.
    case uniform
  }

  let mass: Double
  let charge: Double
  var kernel = Kernel.isotropic
  /// W(x, y, z) in hartree, at places in bohr.
  var background: (@Sendable (Double, Double, Double) -> Double)?

  /// What a solve is asked for, beyond the number of levels.
  struct Request: Sendable {
    var method = Method.differences(order: 8)
    var grid = Grid.mapped
    /// Points an axis on [-L, L].
    var points = 64
    /// L in bohr; nil for one that fits the highest level asked for.
    var extent: Double?
    /// Residuals are brought to this times ||H||, and to 1e-7 of the energies' scale at least.
    var tolerance = 1e-10
    var usesSymmetry = true
    var threads = Threads.available
  }

  /// The lowest `count` levels.
  ///
  /// A solve that is stopped returns what it has, marked incomplete.
  ///
  /// - Throws: ``FewBodyError`` for parameters that cannot be, a potential that is not finite at a
  ///   node, or a request that does not fit into memory.
  func levels(
    _ count: Int, _ request: Request, shouldStop: @escaping () -> Bool = { false },
    progress: @escaping (CartesianProgress) -> Void = { _ in }
  ) throws(FewBodyError) -> CartesianOutcome {
    try validate(count, request)
    let box = CartesianBox(mass: mass, scale: length, potential: potential)
    var solve = CartesianSolve(
      problem: self, request: request, count: count, extent: request.extent ?? 0,
      core: core(count, request, box), shouldStop: shouldStop, progress: progress)
    if request.extent == nil { solve.extent = try solve.fittedExtent(box) }
    return try solve.outcome(threshold: threshold)
  }

  var chargeParts: MappedModel.Charge {
    switch kernel {
    case .isotropic: MappedModel.Charge(isotropic: charge, quadrupole: 0)
    case .breit: MappedModel.Charge(isotropic: 2 * charge / 3, quadrupole: charge / 3)
    }
  }

  /// 1/(mu Z), or 1 bohr without a charge.
  var length: Double { charge == 0 ? 1 : 1 / (mass * chargeParts.isotropic.magnitude) }

  func potential(_ x: Double, _ y: Double, _ z: Double) -> Double {
    chargeParts.potential(x, y, z) + (background?(x, y, z) ?? 0)
  }

  /// A: the error near the origin grows like A^6, the outer one falls with A.
  ///
  /// Hydrogen's 1s, 2s and 2p at 64 points: differences of order 8 are within 2e-8 for A from 0.2 to
  /// 0.3 bohr, sines within 5e-10 at 0.1 and 4e-9 at 0.2. Without a charge, the radius that is
  /// classically allowed: what lies beyond decays and needs fewer nodes.
  private func core(_ count: Int, _ request: Request, _ box: CartesianBox) -> Double? {
    guard charge != 0 else {
      return box.energy(levels: Double(count)).flatMap { box.reach(energy: $0) }
    }
    guard request.method != .fourier else { return 0.12 * length }
    return (kernel == .breit ? 0.15 : 0.28) * length
  }

  /// The lowest energy at which the particle is free, nil where W grows without limit.
  private var threshold: Double? {
    guard let background else { return 0 }
    return CartesianBox(mass: mass, scale: length, potential: background).threshold
  }

  private func validate(_ count: Int, _ request: Request) throws(FewBodyError) {
    guard count >= 1 else {
      throw .invalid("states", count, accepted: "a whole number from 1")
    }
    try require("reduced-mass", mass, accepted: "a finite mass above 0") { $0 > 0 }
    let accepted = background == nil ? "a finite charge above 0" : "a finite charge"
    try require("charge", charge, accepted: accepted) { $0 > 0 || background != nil }
    if charge != 0 {
      try require("charge", charge, accepted: "a charge with mu Z from 1e-100 to 1e100") { _ in
        (1e-100...1e100).contains(length) && (1e-100...1e100).contains(mass)
      }
    }
    if case .differences(let order) = request.method, ![2, 4, 6, 8].contains(order) {
      throw .invalid("order", order, accepted: "2, 4, 6 or 8")
    }
    guard request.points >= 16, request.points.isMultiple(of: 2) else {
      throw .invalid("points", request.points, accepted: "an even number from 16")
    }
    try require("tolerance", request.tolerance, accepted: "a number above 0") { $0 > 0 }
    if let extent = request.extent {
      try require("extent", extent, accepted: "a length above 0") { $0 > 0 }
    }
  }
}
