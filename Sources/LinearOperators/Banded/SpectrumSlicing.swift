/// Bisection by inertia counts until every wanted level, or cluster of levels, stands alone.
struct SpectrumSlicing {
  /// An interval [lower, upper) with the counts below both ends.
  struct Slice {
    var lower: Double
    var upper: Double
    var countBelow: Int
    var countAbove: Int

    var multiplicity: Int { countAbove - countBelow }
    var width: Double { upper - lower }
    var middle: Double { lower + 0.5 * (upper - lower) }
    /// The distance to the nearest level outside, at least.
    var gap = Double.infinity
  }

  let matrix: BandedMatrix
  let overlap: BandedMatrix?
  var factorization: BandedFactorization
  private let ratios: (smallest: Double, largest: Double)

  init(_ matrix: BandedMatrix, overlap: BandedMatrix?) throws(LinearAlgebraError) {
    self.matrix = matrix
    self.overlap = overlap
    if let overlap {
      let factors = try BandedFactorization(overlap)
      try require(
        factors.negativeCount == 0 && factors.growth < 4, "overlap",
        "indefinite or singular (\(factors.negativeCount) negative eigenvalues)",
        accepted: "a positive definite matrix")
    }
    factorization = try BandedFactorization(matrix, overlap: overlap)
    var (smallest, largest) = (Double.infinity, -Double.infinity)
    var least = Double.infinity
    for i in 0..<matrix.dimension {
      let ratio = matrix[i, i] / (overlap?[i, i] ?? 1)
      smallest = min(smallest, ratio)
      largest = max(largest, ratio)
      least = min(least, abs(ratio))
    }
    ratios = (smallest, largest)
    // u min |a_ii|/b_ii bounds the resolution of a count from below.
    resolution = 0x1p-51 * least
  }

  private let resolution: Double

  mutating func count(below shift: Double) throws(LinearAlgebraError) -> Int {
    try factorization.factor(matrix, overlap: overlap, shift: shift)
    return factorization.negativeCount
  }

  /// The slices that hold the selected levels, each with its gap to the rest of the spectrum.
  mutating func slices(_ selection: EigenvalueSelection) throws(LinearAlgebraError) -> [Slice] {
    let n = matrix.dimension
    let wanted: Range<Int>
    var list: [Slice]
    switch selection {
    case .lowest(let k):
      list = [try bracket(atLeast: min(k + 1, n))]
      wanted = 0..<k
    case .all:
      list = [try bracket(atLeast: n)]
      wanted = 0..<n
    case .range(let bounds):
      let margin = max(
        0.5 * (bounds.upperBound - bounds.lowerBound), 0x1p-40 * abs(bounds.upperBound),
        resolution, .leastNormalMagnitude)
      let ends = [
        bounds.lowerBound - margin, bounds.lowerBound, bounds.upperBound.nextUp,
        bounds.upperBound + margin,
      ]
      var counts: [Int] = []
      for end in ends { counts.append(try count(below: end)) }
      wanted = counts[1]..<max(counts[1], counts[2])
      list = (0..<3).map { i in
        Slice(
          lower: ends[i], upper: ends[i + 1], countBelow: counts[i], countAbove: counts[i + 1])
      }
    }
    return try isolate(&list, wanted)
  }

  /// An interval from below the spectrum to above `target` levels, by doubling steps.
  ///
  /// min a_ii/b_ii is above the lowest level (Rayleigh), a starting point that grading cannot
  /// spoil; Gershgorin's discs would be as wide as ‖A‖.
  private mutating func bracket(atLeast target: Int) throws(LinearAlgebraError) -> Slice {
    let start = ratios.smallest
    let first = max(abs(start), 0x1p-20 * abs(ratios.largest), 0x1p-100)
    var slice = Slice(lower: start, upper: start, countBelow: 0, countAbove: 0)
    var step = first
    repeat {
      slice.lower -= step
      step *= 2
      slice.countBelow = try count(below: slice.lower)
    } while slice.countBelow > 0
    step = first
    repeat {
      slice.upper += step
      step *= 2
      slice.countAbove = try count(below: slice.upper)
    } while slice.countAbove < target
    return slice
  }

  private mutating func isolate(
    _ list: inout [Slice], _ wanted: Range<Int>
  ) throws(LinearAlgebraError) -> [Slice] {
    let n = matrix.dimension
    var first = list[0].lower
    var last = list[list.count - 1].upper
    if list[0].countBelow == 0 { first = -.infinity }
    if list[list.count - 1].countAbove == n { last = .infinity }
    list.removeAll { $0.multiplicity <= 0 }
    var i = 0
    while i < list.count {
      guard list[i].countAbove > wanted.lowerBound, list[i].countBelow < wanted.upperBound else {
        i += 1
        continue
      }
      let below = list[i].lower - (i > 0 ? list[i - 1].upper : first)
      let above = (i + 1 < list.count ? list[i + 1].lower : last) - list[i].upper
      let splittable = list[i].width > tolerance(list[i])
      // With a gap of one width the middle is three times nearer than any other level.
      let isolated = min(below, above) >= list[i].width
      if splittable, !isolated || list[i].multiplicity > 1 {
        try split(&list, i)
        i = max(0, i - 1)
      } else if isolated || below == above && below == .infinity {
        list[i].gap = min(below, above)
        i += 1
      } else {
        // Too close to a neighbour and too narrow to cut: narrow the neighbour or join it.
        let neighbour = below < list[i].width ? i - 1 : i + 1
        guard list.indices.contains(neighbour) else {
          list[i].gap = min(below, above)
          i += 1
          continue
        }
        if list[neighbour].width > tolerance(list[neighbour]) {
          try split(&list, neighbour)
        } else {
          let low = min(i, neighbour)
          list[low].upper = list[low + 1].upper
          list[low].countAbove = list[low + 1].countAbove
          list.remove(at: low + 1)
        }
        i = max(0, min(i, neighbour) - 1)
      }
    }
    return list.filter {
      $0.countAbove > wanted.lowerBound && $0.countBelow < wanted.upperBound
    }
  }

  /// Levels closer than this are one cluster: ten digits, or what a count can resolve.
  private func tolerance(_ slice: Slice) -> Double {
    max(
      1e-10 * max(abs(slice.lower), abs(slice.upper)), resolution, 4 * slice.lower.ulp,
      4 * slice.upper.ulp)
  }

  private mutating func split(_ list: inout [Slice], _ i: Int) throws(LinearAlgebraError) {
    let slice = list[i]
    let cut = slice.middle
    // Rounding may make a count stray by one near a level: keep the sequence monotone.
    let inside = min(max(try count(below: cut), slice.countBelow), slice.countAbove)
    var parts: [Slice] = []
    if inside > slice.countBelow {
      parts.append(
        Slice(
          lower: slice.lower, upper: cut, countBelow: slice.countBelow, countAbove: inside))
    }
    if inside < slice.countAbove {
      parts.append(
        Slice(
          lower: cut, upper: slice.upper, countBelow: inside, countAbove: slice.countAbove))
    }
    list.replaceSubrange(i...i, with: parts)
  }
}
