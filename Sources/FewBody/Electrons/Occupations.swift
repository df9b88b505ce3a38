/// Which of up to 128 orbitals are filled, one bit each.
typealias Occupation = UInt128

/// The ways to fill k of n orbitals, those of equal sum of orbital numbers in a row of their own.
///
/// With c_j(m, s) the number of j-subsets of 0 ..< m of sum s, the subset o_1 < ... < o_k stands in its
/// row at the place sum_j c_j(o_j, o_1 + ... + o_j): subsets are in colexicographic order, and neither
/// a table of subsets nor a search is needed.
struct Occupations: Sendable {
  let orbitals: Int
  let particles: Int
  /// c_j(m, s) at (j (n + 1) + m) (S + 1) + s.
  private let counts: [Int32]
  private let largestSum: Int

  static let orbitalLimit = 127

  init(orbitals n: Int, particles k: Int) {
    (orbitals, particles) = (n, k)
    let sums = max(0, k * (2 * n - k - 1) / 2)
    largestSum = sums
    var counts = [Int32](repeating: 0, count: (k + 1) * (n + 1) * (sums + 1))
    func place(_ j: Int, _ m: Int, _ s: Int) -> Int { (j * (n + 1) + m) * (sums + 1) + s }
    for m in 0...n { counts[place(0, m, 0)] = 1 }
    for j in stride(from: 1, through: k, by: 1) {
      for m in stride(from: 1, through: n, by: 1) {
        for s in 0...sums {
          // Without orbital m - 1, or with it.
          counts[place(j, m, s)] =
            counts[place(j, m - 1, s)]
            + (s >= m - 1 ? counts[place(j - 1, m - 1, s - m + 1)] : 0)
        }
      }
    }
    self.counts = counts
  }

  var sums: ClosedRange<Int> { particles * (particles - 1) / 2...max(largestSum, 0) }

  /// How many subsets have this sum.
  func count(sum: Int) -> Int {
    sum >= 0 && sum <= largestSum
      ? Int(counts[(particles * (orbitals + 1) + orbitals) * (largestSum + 1) + sum]) : 0
  }

  /// The place of a subset among those of its sum.
  @inline(__always)
  func rank(_ occupation: Occupation) -> Int {
    counts.withUnsafeBufferPointer { counts in
      var rest = occupation
      var (row, sum, rank) = (orbitals + 1, 0, 0)
      while rest != 0 {
        let orbital = rest.trailingZeroBitCount
        rest &= rest &- 1
        sum += orbital
        rank += Int(counts[(row + orbital) * (largestSum + 1) + sum])
        row += orbitals + 1
      }
      return rank
    }
  }

  /// The subsets of one sum, in the order of their ranks.
  func list(sum: Int) -> [Occupation] {
    let total = count(sum: sum)
    guard total > 0 else { return [] }
    var list: [Occupation] = []
    list.reserveCapacity(total)
    func place(_ j: Int, _ m: Int, _ s: Int) -> Int {
      (j * (orbitals + 1) + m) * (largestSum + 1) + s
    }
    // The j lowest electrons below orbital m; the rank rises with the highest of them first.
    func fill(_ j: Int, below m: Int, sum: Int, _ above: Occupation) {
      guard j > 0 else { return list.append(above) }
      for orbital in stride(from: j - 1, to: min(m, sum + 1), by: 1) {
        let rest = sum - orbital
        if counts[place(j - 1, orbital, rest)] > 0 {
          fill(j - 1, below: orbital, sum: rest, above | 1 << orbital)
        }
      }
    }
    fill(particles, below: orbitals, sum: sum, 0)
    return list
  }
}

extension Occupation {
  /// Bit x says whether an odd number of filled orbitals lies below x.
  @inline(__always)
  var parityBelow: Occupation {
    var parity = self << 1
    parity ^= parity << 1
    parity ^= parity << 2
    parity ^= parity << 4
    parity ^= parity << 8
    parity ^= parity << 16
    parity ^= parity << 32
    parity ^= parity << 64
    return parity
  }

  @inline(__always)
  func holds(_ orbital: Int) -> Bool { (self >> orbital) & 1 != 0 }

  /// -1 where an odd number of filled orbitals lies below this one, for a mask of parities.
  @inline(__always)
  func sign(_ orbital: Int) -> Double { holds(orbital) ? -1 : 1 }
}
