/// Products of a small dense matrix with a three-dimensional array along one of its axes.
enum AxisProduct {
  typealias Shape = (x: Int, y: Int, z: Int)

  /// B <- M A along `axis`, M of `rows` x (length of A along the axis) by rows; `transposed` is M^T
  /// by rows, which the last axis uses. With `adding`, B <- B + M A.
  static func multiply(
    _ matrix: UnsafePointer<Double>, transposed: UnsafePointer<Double>, rows: Int, along axis: Int,
    _ shape: Shape, _ a: UnsafePointer<Double>, _ b: UnsafeMutablePointer<Double>,
    adding: Bool = false
  ) {
    let (nx, ny, nz) = shape
    switch axis {
    case 0: product(rows, ny * nz, nx, matrix, nx, a, ny * nz, b, ny * nz, adding)
    case 1:
      for i in 0..<nx {
        product(rows, nz, ny, matrix, ny, a + i * ny * nz, nz, b + i * rows * nz, nz, adding)
      }
    default: product(nx * ny, rows, nz, a, nz, transposed, rows, b, rows, adding)
    }
  }

  /// C (m x n) <- A (m x k) B (k x n), all by rows.
  private static func product(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Double>, _ strideA: Int,
    _ b: UnsafePointer<Double>, _ strideB: Int, _ c: UnsafeMutablePointer<Double>, _ strideC: Int,
    _ adding: Bool
  ) {
    for row in stride(from: 0, to: m, by: 4) {
      let height = min(4, m - row)
      for column in stride(from: 0, to: n, by: 4) {
        if height == 4, column + 4 <= n {
          tile(
            k, a + row * strideA, strideA, b + column, strideB, c + row * strideC + column, strideC,
            adding)
        } else {
          for i in row..<row + height {
            for j in column..<min(column + 4, n) {
              var sum = adding ? c[i * strideC + j] : 0
              for l in 0..<k { sum += a[i * strideA + l] * b[l * strideB + j] }
              c[i * strideC + j] = sum
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func tile(
    _ k: Int, _ a: UnsafePointer<Double>, _ strideA: Int, _ b: UnsafePointer<Double>,
    _ strideB: Int, _ c: UnsafeMutablePointer<Double>, _ strideC: Int, _ adding: Bool
  ) {
    func load(_ p: UnsafePointer<Double>) -> SIMD4<Double> {
      UnsafeRawPointer(p).loadUnaligned(as: SIMD4<Double>.self)
    }
    var s0 = SIMD4<Double>.zero
    var s1 = SIMD4<Double>.zero
    var s2 = SIMD4<Double>.zero
    var s3 = SIMD4<Double>.zero
    if adding {
      s0 = load(c)
      s1 = load(c + strideC)
      s2 = load(c + 2 * strideC)
      s3 = load(c + 3 * strideC)
    }
    for l in 0..<k {
      let row = load(b + l * strideB)
      s0 += a[l] * row
      s1 += a[strideA + l] * row
      s2 += a[2 * strideA + l] * row
      s3 += a[3 * strideA + l] * row
    }
    for (i, s) in [(0, s0), (1, s1), (2, s2), (3, s3)] {
      UnsafeMutableRawPointer(c + i * strideC).storeBytes(of: s, as: SIMD4<Double>.self)
    }
  }
}
