import RealModule

/// The parts of a level's estimated error on a Cartesian grid. None of it is a theorem.
struct CartesianEstimate: Sendable {
  /// Energies at N, about 3N/4 and about N/2 points; the coarser ones may be missing.
  let fine: Double
  let middle: Double?
  let coarse: Double?
  /// The lowest order that the method may have on this potential.
  let order: Int

  /// A bound on |E_N - E| from the changes between three grids.
  ///
  /// At order p the error is (E_(3N/4) - E_N)/((4/3)^p - 1): 0.46 of the change at p = 4, 1.3 at
  /// p = 2. The ratio of the two changes, 2.9, 5.9 and 12.8 at p = 2, 4 and 6, tells which; a
  /// twentieth of the first change guards against the second being small by chance.
  var discretization: Double {
    guard let coarse else { return 0.5 * fine.magnitude }
    guard let middle else { return (fine - coarse).magnitude }
    let (last, first) = ((fine - middle).magnitude, (middle - coarse).magnitude)
    let ratio = last > 0 ? first / last : .infinity
    let weight = ratio >= 5 && order >= 4 ? 1.0 : ratio >= 2.8 && order >= 2 ? 2.5 : 4
    return max(weight * last, 0.05 * first)
  }
}
