import LinearOperators

/// The part of a potential that is a sum of functions of one coordinate, for the preconditioner.
///
/// The best such sum in the mean square over the nodes has the means over the other two axes as its
/// terms. It is taken only where it explains nine tenths of the variance: a trap does (with it, an
/// oscillator in a box where V rises to 70 hartree converges in a few iterations, without it not in
/// 200), an atom does not, and its average over planes would only mislead.
struct SeparablePart {
  /// One function for each axis; their sum includes the mean of V.
  let terms: [[Double]]

  /// nil where the potential is not of this kind.
  init?(_ values: [Double], shape: (x: Int, y: Int, z: Int)) {
    let (ny, nz) = (shape.y, shape.z)
    let counts = [shape.x, ny, nz]
    var sums = counts.map { [Double](repeating: 0, count: $0) }
    for i in 0..<shape.x {
      for j in 0..<ny {
        let row = (i * ny + j) * nz
        var sum = 0.0
        for k in 0..<nz {
          sum += values[row + k]
          sums[2][k] += values[row + k]
        }
        sums[0][i] += sum
        sums[1][j] += sum
      }
    }
    let total = Double(values.count)
    let mean = sums[0].reduce(0, +) / total
    let terms = zip(sums, counts).map { sum, n in
      sum.map { $0 * Double(n) / total - mean * 2 / 3 }
    }
    var (spread, rest) = (0.0, 0.0)
    for i in 0..<shape.x {
      for j in 0..<ny {
        let (row, own) = ((i * ny + j) * nz, terms[0][i] + terms[1][j])
        for k in 0..<nz {
          let (value, part) = (values[row + k], own + terms[2][k])
          spread += (value - mean) * (value - mean)
          rest += (value - part) * (value - part)
        }
      }
    }
    guard spread > 0, rest <= 0.1 * spread else { return nil }
    self.terms = terms
  }
}

extension FastDiagonalization {
  /// The kinetic matrix of an axis restricted to a sector, and whatever of the potential on the
  /// sector's nodes is separable.
  init(
    _ kinetic: SymmetricMatrix, potential: [Double], shape: (x: Int, y: Int, z: Int),
    sector: Sector, floor: Double = 0.03
  ) throws(FewBodyError) {
    guard let part = SeparablePart(potential, shape: shape) else {
      self.init(try TensorModes(kinetic, sector: sector), floor: floor)
      return
    }
    var matrices: [SymmetricMatrix] = []
    for axis in 0..<3 {
      do throws(LinearAlgebraError) {
        let block = try kinetic.restricted(to: sector[axis])
        matrices.append(
          try SymmetricMatrix(dimension: block.dimension) { i, j in
            block[i, j] + (i == j ? part.terms[axis][i] : 0)
          })
      } catch {
        throw FewBodyError(error)
      }
    }
    try self.init(x: matrices[0], y: matrices[1], z: matrices[2], floor: floor)
  }
}
