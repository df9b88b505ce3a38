extension ElementState {
  /// The integral of psi'(x)^2 f(x) over the elements, by their own quadrature.
  ///
  /// Exact derivatives of the elements' polynomials: of f_j = (P_j - P_(j-2))/sqrt(2(2j - 1)) it is
  /// sqrt((2j - 1)/2) P_(j-1).
  func slopeExpectation(_ f: (Double) -> Double) -> Double {
    let reference = ReferenceElement.shared
    let half = ReferenceElement.half
    let n = ReferenceElement.functions
    var total = 0.0
    for e in elements {
      let (l, r) = (mesh.nodes[e], mesh.nodes[e + 1])
      let (middle, reach) = (0.5 * (l + r), 0.5 * (r - l))
      let start = (e - elements.lowerBound) * n
      for index in 0..<(2 * half) {
        let q = index < half ? index : 2 * half - 1 - index
        let xi = (index < half ? -1.0 : 1.0) * reference.nodes[q]
        var (below, legendre, slope) = (1.0, xi, coefficients[start + 1])
        for j in 2..<n {
          // legendre is P_(j-1) here.
          slope += coefficients[start + j] * (Double(2 * j - 1) / 2).squareRoot() * legendre
          (below, legendre) = (
            legendre, (Double(2 * j - 1) * xi * legendre - Double(j - 1) * below) / Double(j)
          )
        }
        total += reference.weights[q] * slope * slope / reach * f(middle + reach * xi)
      }
    }
    return total
  }
}
