import LinearOperators
import RealModule

/// H = (1/2 mu) sum_d (F^-1 m^-1/2 D_d^T [F^2 w/J_d] D_d m^-1/2 F^-1) + V_eff on a tensor grid of
/// mapped axes, without a matrix: acts on amplitudes m^1/2 F phi, whose squares sum to one.
///
/// m is the volume of a node without the map's factors that cancel along the other axes; it and
/// the fields at the nodes and faces nearest the origin carry the ``LatticeCorrection``. Five fields
/// are held: V_eff, F^-1 and one at the faces of each axis.
final class MappedHamiltonian: LinearOperator {
  let shape: AxisProduct.Shape
  /// V_eff and 1/F at the nodes.
  let potential: [Double]
  let inverseFactor: [Double]
  /// F^2 w/(2 mu J) at the faces of each axis.
  private let faces: [[Double]]
  /// D J^-1/2 by rows, and transposed.
  private let slopes: [[Double]]
  private let transposed: [[Double]]

  var dimension: Int { shape.x * shape.y * shape.z }

  /// - Parameters:
  ///   - axes: the grids along x, y and z.
  ///   - potential: W, without the charge that `factor` stands for.
  init(
    axes: [LineGrid], derivative: AxisDerivative, mass: Double, factor: CuspFactor?,
    potential background: (Double, Double, Double) -> Double
  ) {
    shape = (axes[0].count, axes[1].count, axes[2].count)
    let nodes = axes.map(\.nodes)
    var field: [Double] = []
    var inverse: [Double] = []
    field.reserveCapacity(shape.x * shape.y * shape.z)
    inverse.reserveCapacity(field.capacity)
    for x in nodes[0] {
      for y in nodes[1] {
        for z in nodes[2] {
          let rest = factor?.remainder(x, y, z) ?? 0
          field.append(background(x, y, z) + rest)
          inverse.append(factor.map { Double.exp(-$0.logarithm(x, y, z)) } ?? 1)
        }
      }
    }
    var atFaces: [[Double]] = []
    for d in 0..<3 {
      let axis = axes[d]
      var points = nodes
      points[d] = axis.faces
      let coefficient = (0...axis.count).map { j in
        let half = j == 0 || j == axis.count ? 0.5 : 1
        return half / (2 * mass * axis.faceStretch[j])
      }
      var values: [Double] = []
      values.reserveCapacity(points[0].count * points[1].count * points[2].count)
      for (i, x) in points[0].enumerated() {
        for (j, y) in points[1].enumerated() {
          for (k, z) in points[2].enumerated() {
            let square = factor.map { Double.exp(2 * $0.logarithm(x, y, z)) } ?? 1
            values.append(square * coefficient[[i, j, k][d]])
          }
        }
      }
      atFaces.append(values)
    }
    if let factor {
      Self.correct(&field, &inverse, &atFaces, axes, factor, mass, background)
    }
    self.potential = field
    inverseFactor = inverse
    faces = atFaces
    slopes = axes.map { axis in
      var matrix = derivative.matrix(axis)
      for j in matrix.indices { matrix[j] /= axis.stretch[j % axis.count].squareRoot() }
      return matrix
    }
    transposed = zip(axes, slopes).map { axis, matrix in
      let (n, rows) = (axis.count, axis.count + 1)
      return (0..<n * rows).map { matrix[($0 % rows) * n + $0 / rows] }
    }
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    let n = dimension
    let largest = n + n / min(shape.x, shape.y, shape.z)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * n + largest) { scratch in
      guard let phi = scratch.baseAddress, let source = x.baseAddress, let target = y.baseAddress
      else { return }
      let (sum, slope) = (phi + n, phi + 2 * n)
      for i in 0..<n { phi[i] = inverseFactor[i] * source[i] }
      for d in 0..<3 { addKinetic(d, phi, slope, sum, isFirst: d == 0) }
      for i in 0..<n { target[i] = inverseFactor[i] * sum[i] + potential[i] * source[i] }
    }
  }

  /// sum <- sum + D^T K D phi along one axis.
  private func addKinetic(
    _ d: Int, _ phi: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>,
    _ sum: UnsafeMutablePointer<Double>, isFirst: Bool
  ) {
    let counts = [shape.x, shape.y, shape.z]
    var staggered = counts
    staggered[d] += 1
    slopes[d].withUnsafeBufferPointer { matrix in
      transposed[d].withUnsafeBufferPointer { mirror in
        guard let matrix = matrix.baseAddress, let mirror = mirror.baseAddress else { return }
        AxisProduct.multiply(
          matrix, transposed: mirror, rows: staggered[d], along: d, shape, phi, slope)
        faces[d].withUnsafeBufferPointer { field in
          for i in field.indices { slope[i] *= field[i] }
        }
        AxisProduct.multiply(
          mirror, transposed: matrix, rows: counts[d], along: d,
          (staggered[0], staggered[1], staggered[2]), slope, sum, adding: !isFirst)
      }
    }
  }

  /// Puts the ``LatticeCorrection`` into the fields.
  private static func correct(
    _ field: inout [Double], _ inverse: inout [Double], _ faces: inout [[Double]],
    _ axes: [LineGrid], _ factor: CuspFactor, _ mass: Double,
    _ background: (Double, Double, Double) -> Double
  ) {
    // Both halves of an axis or, on a half line, its first node and face.
    let centers = axes.map { axis in
      axis.faces[0] < 0 ? [axis.count / 2 - 1, axis.count / 2] : [0]
    }
    let middle = axes.map { $0.faces[0] < 0 ? $0.count / 2 : 0 }
    let (axis, node) = (axes[0], centers[0].last ?? 0)
    let h = axis.step
    let (atNode, atFace) = (axis.stretch[node], axis.faceStretch[middle[0]])
    let origin = background(0, 0, 0)
    let correction = LatticeCorrection(
      factor, step: atFace * h, background: origin.isFinite ? origin : 0)
    let volume = atNode * atNode * atNode * h * h * h
    let (ny, nz) = (axes[1].count, axes[2].count)
    for i in centers[0] {
      for j in centers[1] {
        for k in centers[2] {
          let index = (i * ny + j) * nz + k
          let weight = 8 * volume / (inverse[index] * inverse[index])
          let growth = 1 + correction.norm / weight
          field[index] = (field[index] + correction.potential / weight) / growth
          inverse[index] /= growth.squareRoot()
        }
      }
    }
    for d in 0..<3 {
      var places = centers
      places[d] = [middle[d]]
      var counts = axes.map(\.count)
      counts[d] += 1
      for i in places[0] {
        for j in places[1] {
          for k in places[2] {
            let index = (i * counts[1] + j) * counts[2] + k
            let half = middle[d] == 0 ? 0.5 : 1
            let square = faces[d][index] * 2 * mass * atFace / half
            let weight = 4 * square * atFace * atNode * atNode * h * h * h
            faces[d][index] *= 1 + correction.slope / weight
          }
        }
      }
    }
  }
}
