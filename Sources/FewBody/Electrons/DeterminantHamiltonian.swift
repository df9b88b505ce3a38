import LinearOperators

/// H of electrons in plane waves, on determinants of given J and S_z, never stored.
///
/// H = sum_i (k_i - J/N)^2/2mR^2 + sum_(i<j) W_ij + lambda S_- S_+: the relative motion only, so that
/// the flux, which enters through (J + N f)^2/2NmR^2 alone, is added outside. S_- S_+ = S^2 -
/// S_z (S_z + 1) vanishes for the wanted S = S_z and lifts every larger spin.
struct DeterminantHamiltonian: LinearOperator {
  let space: DeterminantSpace
  let force: PairForce
  let sweep: PairSweep
  /// lambda.
  let penalty: Double
  /// Kinetic energy and, where asked for, a one-body term in plane waves.
  private let oneBody: [Double]
  /// The diagonal of H, for the preconditioner.
  let diagonal: [Double]
  private let blocks: PairBlocks
  private let ladder: SpinLadder?

  var dimension: Int { space.dimension }

  /// - Parameter lowering: r_x for every orbital: -sum_x r_x n_x is added.
  init(
    space: DeterminantSpace, force: PairForce, radius: Double, penalty: Double,
    lowering: [Double] = []
  ) {
    (self.space, self.force, self.penalty) = (space, force, penalty)
    sweep = PairSweep(space)
    blocks = PairBlocks(space, force)
    ladder =
      penalty > 0 && space.up.particles > 0 && space.down.particles > 0 ? SpinLadder(space) : nil
    let center = Double(space.momentum * space.momentum) / Double(max(space.particles, 1))
    var oneBody = [Double](repeating: 0, count: space.dimension)
    var diagonal = oneBody
    let (space, ladder) = (space, ladder)
    space.visit { place, up, down in
      var energy =
        (space.squares(up) + space.squares(down) - center) / (2 * radius * radius)
      if !lowering.isEmpty {
        for occupation in [up, down] {
          var rest = occupation
          while rest != 0 {
            energy -= lowering[rest.trailingZeroBitCount]
            rest &= rest &- 1
          }
        }
      }
      oneBody[place] = energy
      diagonal[place] =
        energy + Self.pairs(force, space.waves, up, down)
        + (ladder == nil ? 0 : penalty * Double((down & ~up).nonzeroBitCount))
    }
    self.oneBody = oneBody
    self.diagonal = diagonal
  }

  /// <D|sum W|D>.
  private static func pairs(
    _ force: PairForce, _ waves: Int, _ up: Occupation, _ down: Occupation
  ) -> Double {
    let filled = [up, down].map { occupation in
      (0..<2 * waves + 1).filter { occupation.holds($0) }.map { $0 - waves }
    }
    var sum = 0.0
    for spin in filled {
      for (i, a) in spin.enumerated() {
        for b in spin[..<i] { sum += force.element(a, b, a, b) - force.element(a, b, b, a) }
      }
    }
    for a in filled[0] { for b in filled[1] { sum += force.element(a, b, a, b) } }
    return sum
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    guard let source = x.baseAddress, let target = y.baseAddress else { return }
    for i in 0..<dimension { target[i] = oneBody[i] * source[i] }
    sweep.run(source, into: target) { batch, amplitudes, images in
      blocks.multiply(batch, amplitudes, into: images)
    }
    ladder?.apply(source, addingTo: target, scale: penalty)
  }
}

extension DeterminantHamiltonian {
  /// All elements, for a basis that is small.
  ///
  /// Every rest adds the block of its pairs. `dimension` applications to unit vectors gather N (N - 1)/2
  /// amplitudes of one electron configuration each, and zeros otherwise.
  func dense() throws(FewBodyError) -> SymmetricMatrix {
    let n = dimension
    var elements = [Double](repeating: 0, count: n * n)
    elements.withUnsafeMutableBufferPointer { elements in
      nonisolated(unsafe) let elements = elements
      for i in 0..<n { elements[i + i * n] = oneBody[i] }
      let blocks = blocks
      sweep.visitRests { batch, rests in
        let (block, pairs) = (blocks.matrix(of: batch), batch.pairs)
        for rest in 0..<rests.number {
          let (places, signs) = (rests.places + rest * pairs, rests.signs + rest * pairs)
          for q in 0..<pairs where places[q] >= 0 {
            for p in 0..<pairs where places[p] >= 0 {
              let value = signs[p] * signs[q] * block[p + q * pairs]
              var place = places[p] + places[q] * n
              for _ in 0..<rests.count {
                elements[place] += value
                place += rests.stride * (n + 1)
              }
            }
          }
        }
      }
      addLadder(to: elements)
    }
    return try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: n, lowerTriangleOf: elements)
    }
  }

  private func addLadder(to elements: UnsafeMutableBufferPointer<Double>) {
    guard let ladder, let columns = elements.baseAddress else { return }
    var unit = [Double](repeating: 0, count: dimension)
    for j in 0..<dimension {
      unit[j] = 1
      ladder.apply(unit, addingTo: columns + j * dimension, scale: penalty)
      unit[j] = 0
    }
  }
}

/// The matrices of W on the pairs of each sum.
struct PairBlocks: Sendable {
  private var same: [[Double]] = []
  private var mixed: [[Double]] = []

  init(_ space: DeterminantSpace, _ force: PairForce) {
    let n = space.orbitals
    for sum in 0...2 * n - 2 {
      same.append(Self.block(sum, n, space.waves, isSame: true, force.element))
      mixed.append(
        space.down.particles == 0
          ? [] : Self.block(sum, n, space.waves, isSame: false, force.element))
    }
  }

  /// The matrix of an interaction on the pairs of one sum, by columns.
  static func block(
    _ sum: Int, _ orbitals: Int, _ waves: Int, isSame: Bool,
    _ element: (Int, Int, Int, Int) -> Double
  ) -> [Double] {
    let range = PairSweep.range(sum: sum, orbitals: orbitals, isSame: isSame)
    var block: [Double] = []
    block.reserveCapacity(range.count * range.count)
    for a in range {
      for x in range {
        let (p, q) = (x - waves, sum - x - waves)
        let (r, s) = (a - waves, sum - a - waves)
        block.append(element(p, q, r, s) - (isSame ? element(p, q, s, r) : 0))
      }
    }
    return block
  }

  func matrix(of batch: PairSweep.Batch) -> [Double] {
    batch.isSame ? same[batch.sum] : mixed[batch.sum]
  }

  func multiply(
    _ batch: PairSweep.Batch, _ amplitudes: UnsafePointer<Double>,
    into images: UnsafeMutablePointer<Double>
  ) {
    matrix(of: batch).withUnsafeBufferPointer { block in
      guard let matrix = block.baseAddress else { return }
      DenseProduct.multiply(
        rows: batch.pairs, columns: batch.columns, inner: batch.pairs, matrix, amplitudes,
        into: images)
    }
  }
}

/// (diagonal - level)^-1, held away from zero.
struct DiagonalPreconditioner: Preconditioner {
  let diagonal: [Double]
  /// The least denominator.
  let floor: Double

  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    for i in residual.indices { correction[i] = residual[i] / max(diagonal[i] - level, floor) }
  }
}
