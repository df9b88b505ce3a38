import LinearOperators

@testable import FewBody

/// The seven-point operator of hydrogen on nodes that straddle the origin.
func hydrogen(extent: Double = 20, order: Int = 2) throws -> UniformStencil {
  try UniformStencil(extent: extent, order: order) { x, y, z in
    -1 / (x * x + y * y + z * z).squareRoot()
  }
}

/// ‖Hψ − Eψ‖ of whole-grid amplitudes under the unreduced operator.
func residual(
  _ model: some CartesianModel, points: Int, _ vector: [Double], _ energy: Double
) throws -> Double {
  let whole = try model.block(points: points, sector: .whole)
  var image = vector
  vector.withUnsafeBufferPointer { x in
    image.withUnsafeMutableBufferPointer { whole.hamiltonian.apply(x, $0) }
  }
  return zip(image, vector).reduce(0) { sum, pair in
    let rest = pair.0 - energy * pair.1
    return sum + rest * rest
  }.squareRoot()
}

func overlap(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
