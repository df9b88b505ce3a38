internal import CLAPACK

/// The orthonormal eigenvectors of a symmetric matrix, A = Q Λ Qᵀ, applied along an axis of a
/// tensor as dense products.
///
/// A matrix that commutes with the reflection i → n − 1 − i has even and odd eigenvectors: one
/// butterfly leaves two products of half the size, half of the arithmetic (n must be even). There
/// and back, at 64³ and 128³, this took 0.22 of the time of FFTW's sine transforms (n + 1 is a poor
/// length for them), and the matrix may be any.
public struct ModeTransform: Sendable {
  /// The number of modes, and of nodes.
  public let count: Int
  /// Λ in the order of the modes: ascending, or ascending even ones and then ascending odd ones.
  public let eigenvalues: [Double]
  /// Whether even and odd modes are kept apart.
  public let isMirrored: Bool
  /// Q, or its even and odd halves over sqrt(2), each by rows (nodes) of modes.
  private let blocks: [[Double]]

  /// Diagonalises `matrix`, its even and odd halves apart where it commutes with the reflection.
  ///
  /// - Throws: ``LinearAlgebraError`` if LAPACK fails or the memory does not suffice.
  public init(_ matrix: SymmetricMatrix) throws(LinearAlgebraError) {
    BasicLinearAlgebra.useOneThread()
    let n = matrix.dimension
    count = n
    isMirrored = n % 2 == 0 && Self.commutesWithReflection(matrix)
    if isMirrored {
      let h = n / 2
      var (values, parts): ([Double], [[Double]]) = ([], [])
      for sign in [1.0, -1.0] {
        let half = try SymmetricMatrix(dimension: h) {
          matrix[$0, $1] + sign * matrix[$0, n - 1 - $1]
        }
        let pairs = try half.eigenpairs(.all)
        values += pairs.values
        parts.append(Self.rows(pairs.vectors, scale: 0.5.squareRoot()))
      }
      (eigenvalues, blocks) = (values, parts)
    } else {
      let pairs = try matrix.eigenpairs(.all)
      (eigenvalues, blocks) = (pairs.values, [Self.rows(pairs.vectors, scale: 1)])
    }
  }

  private static func commutesWithReflection(_ matrix: SymmetricMatrix) -> Bool {
    let n = matrix.dimension
    let size = matrix.elements.reduce(0) { max($0, abs($1)) }
    for j in 0..<n {
      for i in 0..<n where abs(matrix[i, j] - matrix[n - 1 - i, n - 1 - j]) > 1e-14 * size {
        return false
      }
    }
    return true
  }

  private static func rows(_ vectors: Eigenvectors<Double>, scale: Double) -> [Double] {
    let n = vectors.dimension
    return (0..<n * n).map { scale * vectors.elements[$0 / n + $0 % n * n] }
  }

  /// Modes from nodes along the last axis of a `rows` × ``count`` array, or back.
  ///
  /// `source`, `target` and `scratch` are distinct; each holds rows · count numbers.
  func last(
    _ rows: Int, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>, back: Bool
  ) {
    let n = count
    let transpose = back ? CblasTrans : CblasNoTrans
    guard isMirrored else {
      return product(rows, n, n, source, n, transpose, blocks[0], target)
    }
    let h = n / 2
    if !back {
      for row in 0..<rows {
        let (x, u) = (source + row * n, scratch + row * n)
        for i in 0..<h {
          let (a, b) = (x[i], x[n - 1 - i])
          u[i] = a + b
          u[h + i] = a - b
        }
      }
    }
    let (from, to) = back ? (source, scratch) : (UnsafePointer(scratch), target)
    for part in 0..<2 {
      product(rows, h, n, from + part * h, n, transpose, blocks[part], to + part * h)
    }
    guard back else { return }
    for row in 0..<rows {
      let (u, x) = (scratch + row * n, target + row * n)
      for i in 0..<h {
        let (a, b) = (u[i], u[h + i])
        x[i] = a + b
        x[n - 1 - i] = a - b
      }
    }
  }

  /// Modes from nodes along the first axis of a ``count`` × `columns` array, or back; the rows of
  /// `source` are `sourceStride` apart, those of `target` `targetStride`.
  ///
  /// `scratch` holds count · columns numbers. `target` may be `source` if the matrix is mirrored.
  func first(
    _ columns: Int, _ source: UnsafePointer<Double>, _ sourceStride: Int,
    _ target: UnsafeMutablePointer<Double>, _ targetStride: Int,
    _ scratch: UnsafeMutablePointer<Double>, back: Bool
  ) {
    let n = count
    let transpose = back ? CblasNoTrans : CblasTrans
    guard isMirrored else {
      return cblas_dgemm(
        CblasRowMajor, transpose, CblasNoTrans, Int32(n), Int32(columns), Int32(n), 1, blocks[0],
        Int32(n), source, Int32(sourceStride), 0, target, Int32(targetStride))
    }
    let h = n / 2
    if !back {
      for i in 0..<h {
        Self.butterfly(
          columns, source + i * sourceStride, source + (n - 1 - i) * sourceStride,
          scratch + i * columns, scratch + (h + i) * columns)
      }
    }
    for part in 0..<2 {
      let own = scratch + part * h * columns
      let from = back ? source + part * h * sourceStride : UnsafePointer(own)
      let to = back ? own : target + part * h * targetStride
      cblas_dgemm(
        CblasRowMajor, transpose, CblasNoTrans, Int32(h), Int32(columns), Int32(h), 1, blocks[part],
        Int32(h), from, Int32(back ? sourceStride : columns), 0, to,
        Int32(back ? columns : targetStride))
    }
    guard back else { return }
    for i in 0..<h {
      Self.butterfly(
        columns, scratch + i * columns, scratch + (h + i) * columns, target + i * targetStride,
        target + (n - 1 - i) * targetStride)
    }
  }

  /// u ← a + b and v ← a − b.
  private static func butterfly(
    _ length: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ u: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>
  ) {
    for k in 0..<length {
      let (p, q) = (a[k], b[k])
      u[k] = p + q
      v[k] = p - q
    }
  }

  /// target ← source · B or source · Bᵀ, B of order `order`; rows are `stride` apart.
  private func product(
    _ rows: Int, _ order: Int, _ stride: Int, _ source: UnsafePointer<Double>, _ sourceStride: Int,
    _ transpose: CBLAS_TRANSPOSE, _ block: [Double], _ target: UnsafeMutablePointer<Double>
  ) {
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, transpose, Int32(rows), Int32(order), Int32(order), 1, source,
      Int32(sourceStride), block, Int32(order), 0, target, Int32(stride))
  }
}
