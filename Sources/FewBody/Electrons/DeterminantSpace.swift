/// Determinants of plane waves e^(i k phi), |k| <= M, with given numbers of spins up and down and
/// given total angular momentum J.
///
/// Orbital o = k + M. A vector is a row of matrices, one for each sum of the up orbitals: rows are the
/// up subsets of that sum, columns (contiguous) the down subsets of the sum that completes J.
struct DeterminantSpace: Sendable {
  let up: Occupations
  let down: Occupations
  /// M.
  let waves: Int
  /// J, between -N/2 and N/2.
  let momentum: Int
  /// The sum of all orbital numbers, J + N M.
  let total: Int
  /// Where the matrix of up-sum s begins, at s.
  let offsets: [Int]
  let dimension: Int

  var particles: Int { up.particles + down.particles }
  var orbitals: Int { up.orbitals }

  init(up: Int, down: Int, waves: Int, momentum: Int) {
    self.up = Occupations(orbitals: 2 * waves + 1, particles: up)
    self.down = Occupations(orbitals: 2 * waves + 1, particles: down)
    (self.waves, self.momentum) = (waves, momentum)
    total = momentum + (up + down) * waves
    var offsets: [Int] = []
    var next = 0
    for s in 0...max(self.up.sums.upperBound, 0) {
      offsets.append(next)
      next += self.up.count(sum: s) * self.down.count(sum: total - s)
    }
    self.offsets = offsets
    dimension = next
  }

  /// The number of determinants without building the space; a Double, because it may not fit an Int.
  static func dimension(up: Int, down: Int, waves: Int, momentum: Int) -> Double {
    let total = momentum + (up + down) * waves
    let (a, b) = (sumCounts(up, 2 * waves + 1), sumCounts(down, 2 * waves + 1))
    var sum = 0.0
    for s in a.indices where total - s >= 0 && total - s < b.count { sum += a[s] * b[total - s] }
    return sum
  }

  private static func sumCounts(_ k: Int, _ n: Int) -> [Double] {
    let sums = max(0, k * (2 * n - k - 1) / 2)
    var counts = [[Double]](repeating: [Double](repeating: 0, count: sums + 1), count: k + 1)
    counts[0][0] = 1
    for orbital in 0..<n {
      for j in stride(from: min(k, orbital + 1), to: 0, by: -1) {
        for s in stride(from: sums, through: orbital, by: -1) {
          counts[j][s] += counts[j - 1][s - orbital]
        }
      }
    }
    return counts[k]
  }

  /// Calls `body` with every determinant's place, its up and its down orbitals.
  func visit(_ body: (Int, Occupation, Occupation) -> Void) {
    for s in up.sums where down.count(sum: total - s) > 0 {
      let (ups, downs) = (up.list(sum: s), down.list(sum: total - s))
      var place = offsets[s]
      for u in ups {
        for d in downs {
          body(place, u, d)
          place += 1
        }
      }
    }
  }

  /// sum_i k_i^2 over the filled orbitals.
  func squares(_ occupation: Occupation) -> Double {
    var (rest, sum) = (occupation, 0.0)
    while rest != 0 {
      let k = Double(rest.trailingZeroBitCount - waves)
      rest &= rest &- 1
      sum += k * k
    }
    return sum
  }

  /// The sum of the filled orbitals' numbers.
  static func sum(_ occupation: Occupation) -> Int {
    var (rest, sum) = (occupation, 0)
    while rest != 0 {
      sum += rest.trailingZeroBitCount
      rest &= rest &- 1
    }
    return sum
  }
}
