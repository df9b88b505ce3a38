import FourierTransforms
import LinearOperators
import RealModule

/// H = J^(-1/2) F^T W k J^-1 F J^(-1/2) + V with derivatives F through sines and cosines, applied
/// without a matrix.
///
/// Nodes carry the sines or cosines that an end's reflections allow, wave numbers pi(m + b)/(N h),
/// b = 1/2 between unlike ends; F evaluates their derivatives at the faces. On smooth potentials
/// the error falls faster than any power of h.
final class FourierLineOperator: LinearOperator {
  let dimension: Int
  let grid: LineGrid
  let potential: [Double]
  private let faceScale: [Double]
  private let nodeScale: [Double]
  private let waves: [Double]
  private let toWaves: TrigonometricTransform
  private let fromWaves: TrigonometricTransform
  private let toFaces: TrigonometricTransform
  private let fromFaces: TrigonometricTransform
  private let kind: Kind

  /// The reflections at the left and the right end.
  private enum Kind {
    case evenOdd
    case oddOdd
    case evenEven
    case oddEven
  }

  init(
    _ grid: LineGrid, kinetic: (Double) -> Double, potential: (Double) -> Double
  ) throws(FourierTransformError) {
    let n = grid.count
    dimension = n
    self.grid = grid
    self.potential = grid.nodes.map(potential)
    nodeScale = grid.stretch.map { 1 / $0.squareRoot() }
    let unit = Double.pi / (Double(n) * grid.step)
    let node: TrigonometricTransform.Kind
    let face: TrigonometricTransform.Kind
    let facePoints: Int
    var offset = 1.0
    switch (grid.left, grid.right) {
    case (.even, .odd):
      (kind, node, face, facePoints, offset) = (.evenOdd, .cosineIV, .sineII, n, 0.5)
    case (.odd, .odd): (kind, node, face, facePoints) = (.oddOdd, .sineII, .cosineI, n + 1)
    case (.even, .even):
      (kind, node, face, facePoints, offset) = (.evenEven, .cosineII, .sineI, n - 1, 0)
    case (.odd, .even):
      (kind, node, face, facePoints, offset) = (.oddEven, .sineIV, .cosineII, n, 0.5)
    }
    waves = (0..<n).map { (Double($0) + offset) * unit }
    toWaves = try TrigonometricTransform(node, length: n)
    fromWaves = try TrigonometricTransform(node.inverse, length: n)
    toFaces = try TrigonometricTransform(face, length: facePoints)
    fromFaces = try TrigonometricTransform(face.inverse, length: facePoints)
    faceScale = (0...n).map { j in
      let half = j == 0 || j == n ? 0.5 : 1
      return half * kinetic(grid.faces[j]) / grid.faceStretch[j]
    }
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    let n = dimension
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * n + 2) { scratch in
      guard let a = scratch.baseAddress else { return }
      let b = a + n + 1
      for i in 0..<n { a[i] = nodeScale[i] * x[i] }
      wavesOf(a)
      for m in 0..<n { b[m] = waves[m] * a[m] }
      differentiate(b)
      for m in 0..<n { a[m] = waves[m] * b[m] }
      nodesOf(a)
      for i in 0..<n { y[i] = nodeScale[i] * a[i] + potential[i] * x[i] }
    }
  }

  /// ||H phi - E phi|| for ||phi|| = 1.
  func residual(_ phi: [Double], _ energy: Double) -> Double {
    var image = phi
    phi.withUnsafeBufferPointer { x in image.withUnsafeMutableBufferPointer { apply(x, $0) } }
    var sum = 0.0
    for i in phi.indices { sum += (image[i] - energy * phi[i]) * (image[i] - energy * phi[i]) }
    return sum.squareRoot()
  }

  /// Orthonormal amplitudes of the node values, in place.
  private func wavesOf(_ a: UnsafeMutablePointer<Double>) {
    let n = dimension
    toWaves.execute(a, a)
    let scale = (0.5 / Double(n)).squareRoot()
    for m in 0..<n { a[m] *= scale }
    // FFTW doubles every sum; the constant cosine and the highest sine have half the squares.
    if kind == .evenEven { a[0] *= 0.5.squareRoot() }
    if kind == .oddOdd { a[n - 1] *= 0.5.squareRoot() }
  }

  /// The transpose, and inverse, of ``wavesOf(_:)``.
  private func nodesOf(_ a: UnsafeMutablePointer<Double>) {
    let n = dimension
    if kind == .evenEven { a[0] *= 2.0.squareRoot() }
    if kind == .oddOdd { a[n - 1] *= 2.0.squareRoot() }
    fromWaves.execute(a, a)
    let scale = (0.5 / Double(n)).squareRoot()
    for i in 0..<n { a[i] *= scale }
  }

  /// F0^T W F0 in place, F0 the evaluation of the derivative's waves at the faces.
  private func differentiate(_ b: UnsafeMutablePointer<Double>) {
    let n = dimension
    let scale = 0.5 / Double(n)
    switch kind {
    case .evenOdd:
      toFaces.execute(b, b)
      for j in 1...n { b[j - 1] *= faceScale[j] }
      b[n - 1] *= 2
      fromFaces.execute(b, b)
    case .oddEven:
      toFaces.execute(b, b)
      for j in 0..<n { b[j] *= faceScale[j] }
      // DCT-III counts its first entry once, the others twice.
      b[0] *= 2
      fromFaces.execute(b, b)
    case .evenEven:
      // The constant has no derivative; sines 1 ..< n at faces 1 ..< n.
      toFaces.execute(b + 1, b + 1)
      for j in 1..<n { b[j] *= faceScale[j] }
      fromFaces.execute(b + 1, b + 1)
      b[0] = 0
    case .oddOdd:
      // Cosines 1...n at faces 0...n; the highest one has norm 1/n instead of 2/n.
      for m in stride(from: n, through: 1, by: -1) { b[m] = b[m - 1] }
      b[0] = 0
      b[n] *= 2.0.squareRoot()
      toFaces.execute(b, b)
      for j in 0...n { b[j] *= faceScale[j] }
      b[0] *= 2
      b[n] *= 2
      fromFaces.execute(b, b)
      for m in 1...n { b[m - 1] = b[m] }
      b[n - 1] *= 0.5.squareRoot()
    }
    for m in 0..<n { b[m] *= scale }
  }
}
