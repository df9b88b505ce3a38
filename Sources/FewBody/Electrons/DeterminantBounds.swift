import LinearOperators

/// Proven lower bounds of the levels in the infinite set of plane waves.
///
/// P: determinants with |k| <= M; A = PHP, B = QVP, and Q H Q - s >= d > 0. Then (Haynsworth) H has no
/// more levels below s than A - B*B/d. With C >= the sum of |V| over all that V makes of one
/// determinant of Q that leads back to P (N - 1 pairs, because an outer electron must move: C =
/// 2 (N - 1) sum_(t >= 1) |v_t|), Schur's test gives B*B <= C (N - 1) sum_x r_x n_x, r_x = sum of the |v_t|
/// that carry orbital x out of P: a one-body operator, so that spin stays good. Hence
///   E_j >= nu_j = lambda_j(A - (N - 1) C/d sum_x r_x n_x).
/// For trial states with residuals r_i in the *infinite* set, i <= l, and nu_(l+1) > lambda_l,
///   E_j >= lambda_j - sum_(i <= l) |r_i|^2/(nu_(l+1) - lambda_j)
/// (Temple; N. J. Lehmann, Z. Angew. Math. Mech. 29, 341 (1949), with R*R <= tr R*R).
struct DeterminantBounds {
  let solver: DeterminantSolver

  /// The dense matrices of the count are no larger.
  static let denseLimit = 1100.0

  /// The matrix whose levels none of H's in the infinite set lie below, in waves up to m.
  private struct Lowered {
    let matrix: SymmetricMatrix
    /// What rounding may do to its levels.
    let rounding: Double
  }

  /// What the level after each of the first `count` Ritz values is proven to exceed, at the place of that
  /// level; nil if no matrix up to the limit separates the last of them from what follows.
  ///
  /// The smallest basis that suffices is cheapest: inertia counts of a few hundred determinants,
  /// halfway between two Ritz values each. The d of the highest energy serves the others too.
  func separations(
    _ values: [Double], _ count: Int, waves: Int
  ) throws(FewBodyError) -> [Double]? {
    let top = 0.5 * (values[count - 1] + values[count])
    var m = 1
    while m < waves, solver.dimension(waves: m) < max(120, 2 * Double(count)) { m += 1 }
    while m <= waves, solver.dimension(waves: m) <= Self.denseLimit {
      if let lowered = try lowered(waves: m, below: top),
        try self.count(lowered, below: top) <= count, top - lowered.rounding > values[count - 1]
      {
        var next = [Double](repeating: -.infinity, count: count) + [top - lowered.rounding]
        for l in 1..<count {
          let middle = 0.5 * (values[l - 1] + values[l])
          if try self.count(lowered, below: middle) <= l { next[l] = middle - lowered.rounding }
        }
        return next
      }
      m += max(1, m / 5)
    }
    return nil
  }

  private func count(_ lowered: Lowered, below energy: Double) throws(FewBodyError) -> Int {
    try algebra { () throws(LinearAlgebraError) in try lowered.matrix.count(below: energy) }
  }

  /// nu_0 ... nu_(count - 1), or none where too few waves fit a dense matrix for d > 0.
  func floor(_ count: Int, below top: Double, waves: Int) throws(FewBodyError) -> [Double] {
    var m = waves
    while m > 2, solver.dimension(waves: m) > Self.denseLimit { m -= 1 }
    guard solver.dimension(waves: m) >= Double(count),
      let lowered = try lowered(waves: m, below: top)
    else { return [] }
    let values = try algebra { () throws(LinearAlgebraError) in
      try lowered.matrix.eigenpairs(
        .lowest(min(count, lowered.matrix.dimension)), vectors: false
      ).values
    }
    return values.map { $0 - lowered.rounding }
  }

  /// A - (N - 1) C/d sum_x r_x n_x; nil where d <= 0.
  private func lowered(waves m: Int, below top: Double) throws(FewBodyError) -> Lowered? {
    let (n, radius) = (Double(solver.electrons), solver.radius)
    guard solver.magnetic == nil, n >= 2, m >= 1 else { return nil }
    let edge = Double(m + 1) - Double(solver.momentum.magnitude) / n
    let farthest = 1 / (4 * radius * radius + solver.thickness * solver.thickness).squareRoot()
    let d =
      n / (n - 1) * edge * edge / (2 * radius * radius)
      + (solver.hasCoulomb ? solver.pairs * farthest : 0) - top
    guard d > 0 else { return nil }
    let tails = solver.harmonics.tails()
    func tail(_ t: Int) -> Double { t < tails.count ? tails[t] : 0 }
    let strength =
      solver.hasCoulomb ? 2.0000001 * (n - 1) * tail(0) : 0
    let lowering = (0...2 * m).map { x in
      1.0000001 * (n - 1) * strength / d * (tail(2 * m - x) + tail(x))
    }
    let space = DeterminantSpace(
      up: solver.up, down: solver.down, waves: m, momentum: solver.momentum)
    let hamiltonian = DeterminantHamiltonian(
      space: space, force: solver.force(waves: m), radius: radius,
      penalty: solver.down == 0 ? 0 : 4 * (top.magnitude + 1), lowering: lowering)
    let size = hamiltonian.diagonal.map(\.magnitude).max() ?? 0
    return Lowered(matrix: try hamiltonian.dense(), rounding: 1e-12 * (size + strength))
  }

  /// Temple's bounds of the first levels, given their Ritz values, squared residuals in the infinite set
  /// and what the level after each is known to exceed; nil for a level that nothing bounds.
  static func lower(
    _ values: [Double], squares: [Double], next: [Double]
  ) -> [Double?] {
    var bounds = [Double?](repeating: nil, count: values.count)
    var sum = 0.0
    for l in values.indices where l + 1 < next.count {
      sum += squares[l]
      for j in 0...l where next[l + 1] > values[l] {
        let bound = values[j] - sum / (next[l + 1] - values[j])
        bounds[j] = max(bounds[j] ?? -.infinity, bound)
      }
    }
    return bounds
  }
}
