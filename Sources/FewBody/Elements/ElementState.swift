/// A wavefunction as nodal values and bubbles on the elements of one chain.
final class ElementState: Sendable {
  let mesh: ElementMesh
  let elements: Range<Int>
  /// psi at the nodes of the chain, normalised on the mesh (half of a mirror-symmetric state).
  let nodal: [Double]
  /// Coefficients of 1, xi, f_2, ..., f_12, element by element.
  let coefficients: [Double]

  init(
    _ condensed: Condensation, _ matrices: ElementMatrices, _ chain: Chain,
    psi: UnsafePointer<Double>, norm: Double, energy: Double
  ) {
    mesh = matrices.mesh
    elements = chain.elements
    let n = ReferenceElement.functions
    var scale = 1 / norm.squareRoot()
    // The first lobe is positive.
    let (first, last) = (chain.elements.lowerBound, chain.elements.upperBound)
    let peak = (first...last).map { Swift.abs(psi[$0]) }.max() ?? 1
    if let lobe = (first...last).first(where: { Swift.abs(psi[$0]) > 1e-3 * peak }), psi[lobe] < 0 {
      scale = -scale
    }
    nodal = (first...last).map { scale * psi[$0] }
    coefficients = [Double](unsafeUninitializedCapacity: n * chain.elements.count) {
      buffer, count in
      var place = 0
      for e in chain.elements {
        let (batch, lane) = (e / ElementMatrices.width, e % ElementMatrices.width)
        let y = condensed.bubbles + batch * 2 * n
        let a = 0.5 * scale * (psi[e] + psi[e + 1])
        let b = 0.5 * scale * (psi[e + 1] - psi[e])
        buffer[place] = a
        buffer[place + 1] = b
        for j in 2..<n { buffer[place + j] = a * y[j][lane] + b * y[n + j][lane] }
        place += n
      }
      count = place
    }
  }

  var support: ClosedRange<Double> {
    mesh.nodes[elements.lowerBound]...mesh.nodes[elements.upperBound]
  }

  /// psi(x); zero outside the support, where it is below 1e-8 of its size.
  func value(at x: Double) -> Double {
    guard support.contains(x) else { return 0 }
    var (low, high) = (elements.lowerBound, elements.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if mesh.nodes[middle] <= x { low = middle } else { high = middle }
    }
    let (l, r) = (mesh.nodes[low], mesh.nodes[low + 1])
    return value(element: low, at: ((x - l) - (r - x)) / (r - l))
  }

  private func value(element: Int, at xi: Double) -> Double {
    let n = ReferenceElement.functions
    let start = (element - elements.lowerBound) * n
    var sum = coefficients[start] + coefficients[start + 1] * xi
    var (p, q) = (1.0, xi)
    for j in 2..<n {
      let next = (Double(2 * j - 1) * xi * q - Double(j - 1) * p) / Double(j)
      sum += coefficients[start + j] * (next - p) / Double(2 * (2 * j - 1)).squareRoot()
      (p, q) = (q, next)
    }
    return sum
  }

  /// Points, weights and values of the elements' own quadrature.
  func quadrature() -> (points: [Double], weights: [Double], values: [Double]) {
    let reference = ReferenceElement.shared
    let half = ReferenceElement.half
    let n = ReferenceElement.functions
    var (points, weights, values) = ([Double](), [Double](), [Double]())
    for e in elements {
      let (l, r) = (mesh.nodes[e], mesh.nodes[e + 1])
      let (middle, reach) = (0.5 * (l + r), 0.5 * (r - l))
      let start = (e - elements.lowerBound) * n
      for index in 0..<(2 * half) {
        let q = index < half ? index : 2 * half - 1 - index
        let sign = index < half ? -1.0 : 1.0
        var sum = 0.0
        for j in 0..<n {
          let parity = j & 1 == 0 ? 1.0 : sign
          sum += parity * coefficients[start + j] * reference.values[j * half + q]
        }
        points.append(middle + sign * reach * reference.nodes[q])
        weights.append(reach * reference.weights[q])
        values.append(sum)
      }
    }
    return (points, weights, values)
  }
}
