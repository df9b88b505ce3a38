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
  /// Everything is done twice ("twice is enough", Giraud, Langou and Rozložník, Comput. Math.
  /// Appl. 50 (2005) 1069). Columns are scaled to length one before their Gram matrix is
  /// diagonalised; directions below 10⁻¹² of it are rounding noise and dropped.
  mutating func append(fresh: Int) throws(LinearAlgebraError) -> Int {
    var remaining = fresh
    for pass in 0..<2 {
      guard remaining > 0 else { return 0 }
      project(remaining)
      let gram = products.gram(
        dimension, basis.column(count), remaining, basis.column(count), remaining)
      if pass == 0 { protrusion = gram }
      remaining = try orthonormalize(remaining, gram)
    }
    count += remaining
    return remaining
  }

  /// W ← W − V(VᵀW) for the `fresh` columns after the basis.
  private func project(_ fresh: Int) {
    guard count > 0 else { return }
    let w = basis.column(count)
    let overlaps = products.gram(dimension, basis.base, count, w, fresh)
    products.combine(dimension, -1, basis.base, count, overlaps, fresh, 1, w)
  }

  private func orthonormalize(
    _ fresh: Int, _ overlaps: [Double]
  ) throws(LinearAlgebraError) -> Int {
    let w = basis.column(count)
    var gram = overlaps
    let sizes = Self.scale(&gram, fresh)
    let values = try smallEigenpairs(&gram, order: fresh)
    // No more than the space has room for.
    let dropped = max(0, fresh - (dimension - count))
    let first = max(dropped, values.firstIndex { $0 >= 1e-12 } ?? fresh)
    var coefficients: [Double] = []
    for j in first..<fresh {
      let scale = 1 / values[j].squareRoot()
      for i in 0..<fresh { coefficients.append(gram[i + j * fresh] * sizes[i] * scale) }
    }
    products.rotate(dimension, w, fresh, coefficients, fresh - first, scratch.base)
    return fresh - first
  }

  /// Scales a Gram matrix to a unit diagonal and returns the factors.
  private static func scale(_ gram: inout [Double], _ order: Int) -> [Double] {
    let sizes = (0..<order).map { j in
      let square = gram[j * (order + 1)]
      return square > 0 && square.isFinite ? 1 / square.squareRoot() : 0
    }
    for j in 0..<order {
      for i in 0..<order {
        let entry = gram[i + j * order] * sizes[i] * sizes[j]
        gram[i + j * order] = entry.isFinite ? entry : 0
      }
    }
    return sizes
  }

  /// Like ``append(fresh:)`` at a third of its price, where the fresh columns stick out well.
  ///
  /// One product gives VᵀW and WᵀW, from which the Gram matrix WᵀW − (VᵀW)ᵀ(VᵀW) of what sticks out
  /// follows without the vectors; one more gives W ← (W − V(VᵀW))T. The errors are rounding over the
  /// share of the squares that sticks out: below 10⁻³ of it the vectors go the long way.
  mutating func appendOnce(fresh: Int) throws(LinearAlgebraError) -> Int {
    guard fresh > 0, count + fresh < dimension else { return try append(fresh: fresh) }
    let (total, w) = (count + fresh, basis.column(count))
    let overlaps = products.gram(dimension, basis.base, total, w, fresh)
    var gram = [Double](repeating: 0, count: fresh * fresh)
    var share = 1.0
    for j in 0..<fresh {
      for i in 0...j {
        var sum = overlaps[count + i + j * total]
        for k in 0..<count { sum -= overlaps[k + i * total] * overlaps[k + j * total] }
        gram[i + j * fresh] = sum
        gram[j + i * fresh] = sum
      }
      share = min(share, gram[j * (fresh + 1)] / overlaps[count + j + j * total])
    }
    let sizes = Self.scale(&gram, fresh)
    let values = try smallEigenpairs(&gram, order: fresh)
    guard share * values[0] > 1e-3 else { return try append(fresh: fresh) }
    var coefficients: [Double] = []
    for j in 0..<fresh {
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
      dimension, basis.base, total, coefficients, fresh, from: count, scratch.base)
    count = total
    return fresh
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
