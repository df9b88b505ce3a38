/// Takes a vector of determinants apart into pairs: for every rest of N - 2 electrons, the amplitudes
/// of the pairs (x, y) that complete it to total momentum J.
///
/// A two-body force leaves the rest alone and x + y = K with it, so that H is a small dense matrix of
/// each K on columns of amplitudes, one column for each rest. The sweep gathers the columns into
/// memory, hands them to BLAS, and scatters what comes back: neither H nor a list of its elements
/// is ever held, and the arithmetic is matrix products.
struct PairSweep: Sendable {
  /// The pairs of one batch: `same` spin, x < y, or opposite, x up and y down, any order.
  struct Batch {
    let isSame: Bool
    /// The sum of the two orbital numbers.
    let sum: Int
    /// The first x; pair p is (first + p, sum - first - p).
    let first: Int
    let pairs: Int
    let columns: Int
  }

  let space: DeterminantSpace
  private let up: CreationTable
  private let down: CreationTable
  private let upRests: Rests
  private let downRests: Rests

  /// What pairs of one spin leave behind: the (k - 2)-subsets of every sum.
  struct Rests: Sendable {
    let subsets: Occupations
    let lists: [[Occupation]]

    init(_ subsets: Occupations) {
      self.subsets = subsets
      guard subsets.particles >= 2 else {
        lists = []
        return
      }
      let rests = Occupations(orbitals: subsets.orbitals, particles: subsets.particles - 2)
      lists = (0...rests.sums.upperBound).map(rests.list(sum:))
    }
  }

  /// Columns are collected until a product is worth its call.
  private static let width = 192

  init(_ space: DeterminantSpace) {
    self.space = space
    (upRests, downRests) = (Rests(space.up), Rests(space.down))
    let isMixed = space.up.particles > 0 && space.down.particles > 0
    up = CreationTable(isMixed ? space.up : nil)
    down = CreationTable(isMixed ? space.down : nil)
  }

  /// The x of pairs of sum K: all, or those with x < K - x.
  static func range(sum: Int, orbitals n: Int, isSame: Bool) -> Range<Int> {
    let first = max(0, sum - n + 1)
    return first..<max(first, isSame ? (sum + 1) / 2 : min(n - 1, sum) + 1)
  }

  /// Visits every batch with its amplitudes B, pairs x columns; what `visit` writes into C is added
  /// to `y`, where there is one.
  func run(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>?,
    visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    run(Columns(pairs: space.orbitals, width: Self.width), x, y, visit)
  }

  /// Visits every rest by the places and signs of its pairs, without a vector.
  func visitRests(_ body: @escaping (Batch, Columns.Rests) -> Void) {
    let room = Columns(pairs: space.orbitals, width: Self.width)
    room.receiver = body
    withUnsafePointer(to: 0.0) { run(room, $0, nil) { _, _, _ in } }
  }

  private func run(
    _ room: Columns, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?,
    _ visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    let (up, down) = (space.up, space.down)
    for s in up.sums where down.count(sum: space.total - s) > 0 {
      let (rows, columns) = (up.count(sum: s), down.count(sum: space.total - s))
      // x[offset + row * columns + column]: the pair changes the row, or the column.
      room.sweep(
        upRests, sum: s, offset: space.offsets[s], step: columns, stride: 1, count: columns, x, y,
        visit)
      room.sweep(
        downRests, sum: space.total - s, offset: space.offsets[s], step: 1, stride: columns,
        count: rows, x, y, visit)
    }
    mixed(room, x, y, visit)
  }

  private func mixed(
    _ room: Columns, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?,
    _ visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    let n = space.orbitals
    for (s, ups) in up.rows.enumerated() where !ups.isEmpty {
      for (t, downs) in down.rows.enumerated() where !downs.isEmpty {
        let sum = space.total - s - t
        let range = PairSweep.range(sum: sum, orbitals: n, isSame: false)
        guard sum >= 0, !range.isEmpty else { continue }
        room.begin(
          Batch(isSame: false, sum: sum, first: range.lowerBound, pairs: range.count, columns: 0))
        for u in stride(from: 0, to: ups.count, by: n) {
          for d in stride(from: 0, to: downs.count, by: n) {
            for (p, a) in range.enumerated() {
              let (raised, lowered) = (ups[u + a], downs[d + sum - a])
              guard raised != 0, lowered != 0 else {
                room.add(p, place: -1, sign: 0)
                continue
              }
              let columns = space.down.count(sum: space.total - s - a)
              room.add(
                p,
                place: space.offsets[s + a] + (Int(raised.magnitude) - 1) * columns
                  + Int(lowered.magnitude) - 1,
                sign: (raised < 0) == (lowered < 0) ? 1 : -1)
            }
            room.close(stride: 0, count: 1, x, y, visit)
          }
        }
        room.flush(stride: 0, count: 1, x, y, visit)
      }
    }
  }
}

/// What one electron more makes of every subset of k - 1 orbitals: the rank of the k-subset, from 1,
/// with the sign of the electron's place; 0 where the orbital is filled.
struct CreationTable: Sendable {
  /// For each sum, n entries for each subset.
  let rows: [[Int32]]

  init(_ target: Occupations?) {
    guard let target else {
      rows = []
      return
    }
    let n = target.orbitals
    let source = Occupations(orbitals: n, particles: target.particles - 1)
    rows = (0...source.sums.upperBound).map { sum in
      var row: [Int32] = []
      for rest in source.list(sum: sum) {
        let parity = rest.parityBelow
        for orbital in 0..<n {
          guard !rest.holds(orbital) else {
            row.append(0)
            continue
          }
          let rank = Int32(target.rank(rest | 1 << orbital)) + 1
          row.append(parity.holds(orbital) ? -rank : rank)
        }
      }
      return row
    }
  }
}
