/// The lowest levels of a particle in space on Cartesian grids, each between two estimated bounds.
struct CartesianOutcome: Sendable {
  struct Level: Sendable {
    /// In hartree.
    let energy: Double
    /// Estimated bounds of the level of the continuous problem in all space.
    let lower: Double
    let upper: Double
    /// ||H psi - E psi|| of the discrete problem, in hartree.
    let residual: Double
    let isConverged: Bool
    /// The parity along each axis that V is even in.
    let sector: Sector
    let state: CartesianState
  }

  /// In ascending order, a degenerate level as often as its multiplicity.
  var levels: [Level]
  /// Every level asked for converged and the check found no other; false after a stop.
  var isComplete: Bool
  /// How it was checked that no level is missing.
  var check: String
  /// Bound levels lie below it; nil where V grows without limit.
  var threshold: Double?
  /// Name, order, points, extent, map and what the solver needed.
  var method: Parameters
  /// Why the bounds are estimates.
  var because: String
  /// What a reader of the numbers should know, in sentences.
  var notes: [String]
}
