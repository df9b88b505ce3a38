/// An orthonormal basis V that grows block by block and is compressed at a restart.
struct SearchSpace: ~Copyable {
  let dimension: Int
  let capacity: Int
  private(set) var count = 0
  let basis: VectorBlock
  /// WᵀW of the last block appended, after its first projection: how far the block sticks out.
  private(set) var protrusion: [Double] = []
  let products: TallBlocks
  private let scratch: VectorBlock

  init(dimension: Int, capacity: Int, threads: Threads = .single) {
    self.dimension = dimension
    self.capacity = capacity
    products = TallBlocks(threads)
    basis = VectorBlock(dimension: dimension, capacity: capacity)
    // As many columns as a compression can keep.
    scratch = VectorBlock(dimension: TallBlocks.chunk, capacity: capacity * threads.count)
  }

  /// Orthonormalises the `fresh` columns after the basis against it and among themselves, and
  /// takes those that are independent; returns how many.
  ///
  /// One product gives VᵀW and WᵀW, from which the Gram matrix WᵀW − (VᵀW)ᵀ(VᵀW) of what sticks out
  /// follows without touching the vectors; one more product makes it orthonormal. Where little sticks
  /// out that difference has cancelled, and everything is done again ("twice is enough", Giraud,
  /// Langou and Rozložník, Comput. Math. Appl. 50 (2005) 1069). Columns are scaled to length one
  /// before their Gram matrix is diagonalised; directions below 10⁻¹² of it are rounding noise and
  /// dropped.
  mutating func append(fresh: Int) throws(LinearAlgebraError) -> Int {
    var remaining = fresh
    for pass in 0..<3 {
      guard remaining > 0 else { return 0 }
      let (left, retained) = try orthonormalize(remaining, records: pass == 0)
      remaining = left
      // Errors are rounding over what was retained.
      if retained > 1e-3 { break }
    }
    count += remaining
    return remaining
  }

  /// W ← (W − V(VᵀW))T with orthonormal columns; how many are left, and the smallest eigenvalue of
  /// their scaled Gram matrix times the smallest share of a squared length that was left.
  private mutating func orthonormalize(
    _ fresh: Int, records: Bool
  ) throws(LinearAlgebraError) -> (left: Int, retained: Double) {
    let (total, w) = (count + fresh, basis.column(count))
    let overlaps = products.gram(dimension, basis.base, total, w, fresh)
    var gram = [Double](repeating: 0, count: fresh * fresh)
    for j in 0..<fresh {
      for i in 0...j {
        var sum = overlaps[count + i + j * total]
        for k in 0..<count { sum -= overlaps[k + i * total] * overlaps[k + j * total] }
        gram[i + j * fresh] = sum
        gram[j + i * fresh] = sum
      }
    }
    if records { protrusion = gram }
    var share = 1.0
    let sizes = (0..<fresh).map { j in
      let (before, after) = (overlaps[count + j + j * total], gram[j * (fresh + 1)])
      guard before > 0, before.isFinite else { return 0.0 }
      // A difference of rounding errors has no size of its own.
      let square = max(after, 1e-15 * before)
      share = min(share, square / before)
      return 1 / square.squareRoot()
    }
    for j in 0..<fresh {
      for i in 0..<fresh {
        let entry = gram[i + j * fresh] * sizes[i] * sizes[j]
        gram[i + j * fresh] = entry.isFinite ? entry : 0
      }
    }
    let values = try smallEigenpairs(&gram, order: fresh)
    // No more than the space has room for.
    let dropped = max(0, fresh - (dimension - count))
    let first = max(dropped, values.firstIndex { $0 >= 1e-12 } ?? fresh)
    var coefficients: [Double] = []
    for j in first..<fresh {
      let scale = 1 / values[j].squareRoot()
      let own = (0..<fresh).map { gram[$0 + j * fresh] * sizes[$0] * scale }
      for k in 0..<count {
        var sum = 0.0
        for i in 0..<fresh { sum -= overlaps[k + i * total] * own[i] }
        coefficients.append(sum)
      }
      coefficients += own
    }
    products.replaceLast(
      dimension, basis.base, total, coefficients, fresh - first, from: count, scratch.base)
    return (fresh - first, first < fresh ? share * values[first] : 1)
  }

  /// V ← VC with C of count × `kept`; other blocks that follow V turn with it.
  mutating func compress(_ coefficients: [Double], kept: Int, _ follower: borrowing VectorBlock) {
    products.rotate(dimension, basis.base, count, coefficients, kept, scratch.base)
    products.rotate(dimension, follower.base, count, coefficients, kept, scratch.base)
    count = kept
  }

  /// V ← VC with C of count × `kept`.
  mutating func compress(_ coefficients: [Double], kept: Int) {
    products.rotate(dimension, basis.base, count, coefficients, kept, scratch.base)
    count = kept
  }

  /// Appends `columns` random vectors, as far as the space has room for them.
  mutating func appendRandom(
    _ columns: Int, _ random: inout SplitMix64
  ) throws(LinearAlgebraError) -> Int {
    let fresh = min(columns, dimension - count)
    placeRandom(fresh, &random)
    return try append(fresh: fresh)
  }

  /// Places `columns` random vectors after the basis, not yet orthogonalised.
  private func placeRandom(_ columns: Int, _ random: inout SplitMix64) {
    let w = basis.column(count)
    for i in 0..<columns * dimension { w[i] = random.uniform() }
  }
}
