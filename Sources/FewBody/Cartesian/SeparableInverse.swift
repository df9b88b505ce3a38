import LinearOperators

/// (T - E)^-1 with the kinetic energy of the mapped grid without its cusp factor, by the
/// eigenvectors along each axis.
final class SeparableInverse: Preconditioner {
  private let shape: AxisProduct.Shape
  private let values: [[Double]]
  private let vectors: [[Double]]
  private let transposed: [[Double]]
  private let floor: Double

  init(axes: [LineGrid], derivative: AxisDerivative, mass: Double) throws(FewBodyError) {
    shape = (axes[0].count, axes[1].count, axes[2].count)
    var values: [[Double]] = []
    var vectors: [[Double]] = []
    for axis in axes {
      let n = axis.count
      let slopes = derivative.matrix(axis)
      do {
        let matrix = try SymmetricMatrix(dimension: n) { i, j in
          var sum = 0.0
          for face in 0...n {
            let half = face == 0 || face == n ? 0.5 : 1
            sum += slopes[face * n + i] * slopes[face * n + j] * half / axis.faceStretch[face]
          }
          return sum / (2 * mass * (axis.stretch[i] * axis.stretch[j]).squareRoot())
        }
        let pairs = try matrix.eigenpairs(.all)
        values.append(pairs.values)
        vectors.append(pairs.vectors.elements)
      } catch {
        throw .external(routine: "LinearOperators", info: 0, meaning: "\(error)")
      }
    }
    self.values = values
    self.vectors = vectors
    transposed = zip(axes, vectors).map { axis, matrix in
      let n = axis.count
      return (0..<n * n).map { matrix[($0 % n) * n + $0 / n] }
    }
    floor = 0.03 * mass
  }

  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    let n = residual.count
    let shift = max(-level, floor)
    let counts = [shape.x, shape.y, shape.z]
    withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { scratch in
      guard let a = scratch.baseAddress, let r = residual.baseAddress,
        let w = correction.baseAddress
      else { return }
      func turn(
        _ d: Int, _ m: [[Double]], _ t: [[Double]], _ from: UnsafePointer<Double>,
        _ to: UnsafeMutablePointer<Double>
      ) {
        m[d].withUnsafeBufferPointer { m in
          t[d].withUnsafeBufferPointer { t in
            guard let m = m.baseAddress, let t = t.baseAddress else { return }
            AxisProduct.multiply(m, transposed: t, rows: counts[d], along: d, shape, from, to)
          }
        }
      }
      turn(0, vectors, transposed, r, a)
      turn(1, vectors, transposed, a, w)
      turn(2, vectors, transposed, w, a)
      var index = 0
      for x in values[0] {
        for y in values[1] {
          for z in values[2] {
            a[index] /= x + y + z + shift
            index += 1
          }
        }
      }
      turn(2, transposed, vectors, a, w)
      turn(1, transposed, vectors, w, a)
      turn(0, transposed, vectors, a, w)
    }
  }
}
