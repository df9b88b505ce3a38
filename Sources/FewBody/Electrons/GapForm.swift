import LinearOperators
import RealModule

/// A quadratic form that touches the last d gaps only: matrices on the outer labels, one for each sum
/// of the inner ones.
struct GapForm: Sendable {
  /// The places in the basis of one block, and the block's matrix.
  private var blocks: [(places: [Int], matrix: Int)] = []
  private var matrices: [[Double]] = []

  /// - Parameter weight: the factor under the integral as a function of s = g_1 + ... + g_(N-d).
  init(_ basis: GapBasis, gaps d: Int, isDerivative: Bool = false, weight: (Double) -> Double) {
    let count = basis.quadratureCount
    var outers: [[[Int]]] = []
    for inner in 0...(d == basis.electrons - 1 ? 0 : basis.degree) {
      let outer = GapOuterFunctions(
        electrons: basis.electrons, exponent: basis.exponent, gaps: d, inner: inner,
        top: basis.degree - inner, sumCount: count + 8, pointCount: count,
        isDerivative: isDerivative)
      let rows = outer.labels.count
      var scaled = outer.values
      for (point, s) in outer.sums.enumerated() {
        let factor = weight(s) * outer.weights[point]
        for i in point * rows..<(point + 1) * rows { scaled[i] *= factor }
      }
      matrices.append(
        DenseProduct.product(
          rows: rows, columns: rows, inner: outer.sums.count, scaled, outer.values,
          transposingB: true))
      outers.append(outer.labels)
    }
    for label in basis.labels where label.suffix(d).allSatisfy({ $0 == 0 }) {
      let inner = Array(label.dropLast(d))
      let sum = inner.reduce(0, +)
      blocks.append((outers[sum].compactMap { basis.place(inner + $0) }, sum))
    }
  }

  /// X^T h X, of columns of length `rows`; added to `result`.
  func project(_ x: [Double], rows: Int, scale: Double, into result: inout [Double]) {
    let columns = x.count / rows
    for (places, index) in blocks {
      let matrix = matrices[index]
      let size = places.count
      var part = [Double](repeating: 0, count: size * columns)
      for j in 0..<columns {
        for (i, place) in places.enumerated() { part[i + j * size] = scale * x[place + j * rows] }
      }
      let image = DenseProduct.product(
        rows: size, columns: columns, inner: size, matrix, part)
      for i in part.indices { part[i] /= scale }
      part.withUnsafeBufferPointer { part in
        image.withUnsafeBufferPointer { image in
          result.withUnsafeMutableBufferPointer { result in
            guard let a = part.baseAddress, let b = image.baseAddress, let c = result.baseAddress
            else { return }
            DenseProduct.multiply(
              rows: columns, columns: columns, inner: size, a, transposingA: true, b, beta: 1,
              into: c)
          }
        }
      }
    }
  }
}
