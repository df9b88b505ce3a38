import LinearOperators
import RealModule

/// H = (1/2 mu) sum_d (F^-1 m^-1/2 D_d^T [F^2 w/J_d] D_d m^-1/2 F^-1) + V_eff on a tensor grid of
/// mapped axes, without a matrix: acts on amplitudes m^1/2 F phi, whose squares sum to one.
///
/// m is the volume of a node, of which J_d alone does not cancel between D_d^T and D_d. The fields
/// at the nodes and faces nearest the origin carry the ``LatticeCorrection``. Five fields are held:
/// V_eff, 1/F and one at the faces of each axis.
struct MappedHamiltonian: LinearOperator {
  let shape: AxisMatrix.Shape
  private let fields: MappedFields
  /// D J^-1/2.
  private let slopes: [AxisMatrix]

  var dimension: Int { shape.x * shape.y * shape.z }

  init(axes: [LineGrid], derivative: AxisDerivative, fields: MappedFields) {
    shape = (axes[0].count, axes[1].count, axes[2].count)
    self.fields = fields
    slopes = axes.map { axis in
      var matrix = derivative.matrix(axis)
      for j in matrix.indices { matrix[j] /= axis.stretch[j % axis.count].squareRoot() }
      return AxisMatrix(rows: axis.count + 1, columns: axis.count, elements: matrix)
    }
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    let n = dimension
    let largest = n + n / min(shape.x, shape.y, shape.z)
    let (inverse, potential) = (fields.inverseFactor, fields.potential)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * n + largest) { scratch in
      guard let phi = scratch.baseAddress, let source = x.baseAddress, let target = y.baseAddress
      else { return }
      let (sum, slope) = (phi + n, phi + 2 * n)
      inverse.withUnsafeBufferPointer { inverse in
        for i in 0..<n { phi[i] = inverse[i] * source[i] }
        for d in 0..<3 { addKinetic(d, phi, slope, sum) }
        potential.withUnsafeBufferPointer { potential in
          for i in 0..<n { target[i] = inverse[i] * sum[i] + potential[i] * source[i] }
        }
      }
    }
  }

  /// sum <- sum + D^T K D phi along one axis, the first of which overwrites.
  private func addKinetic(
    _ d: Int, _ phi: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>,
    _ sum: UnsafeMutablePointer<Double>
  ) {
    var staggered = shape
    switch d {
    case 0: staggered.x += 1
    case 1: staggered.y += 1
    default: staggered.z += 1
    }
    slopes[d].apply(along: d, shape, phi, slope)
    fields.faces[d].withUnsafeBufferPointer { field in
      for i in 0..<field.count { slope[i] *= field[i] }
    }
    slopes[d].apply(along: d, staggered, slope, sum, transposed: true, adding: d > 0)
  }
}
