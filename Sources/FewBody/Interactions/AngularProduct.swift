import RealModule

/// How the product of two spherical harmonics and of their gradients falls into multipoles.
///
/// With M = m_b - m_a, and by Gauss-Legendre points that are exact for these polynomials in
/// cos theta:
/// G_J = integral Y_JM* Y_a* Y_b (the integral of J. A. Gaunt),
/// and for the tangential vector T = Y_a* grad Y_b - Y_b grad Y_a* on the unit sphere
/// integral B_JM* . T = [l_b(l_b + 1) - l_a(l_a + 1)] G_J/sqrt(J(J + 1)), B = grad Y/sqrt(J(J + 1)), by parts;
/// integral C_JM* . T = i gamma_J, C = r x grad Y/sqrt(J(J + 1)).
struct AngularProduct: Sendable {
  let magnetic: (first: Int, second: Int)
  private let weights: [Double]
  private let squaredSines: [Double]
  /// Theta_l and sin theta dTheta_l/d theta at [point][l - |m|].
  private let first: Tables
  private let second: Tables
  private let product: Tables

  struct Tables: Sendable {
    let magnetic: Int
    var values: [[Double]] = []
    var slopes: [[Double]] = []

    /// sin dTheta_l/dtheta = l cos Theta_l - (2l + 1) a_l Theta_(l-1), a_l as in
    /// ``SphericalHarmonics/coupling(_:_:)`` (DLMF 14.10.5, normalised).
    init(through largest: Int, magnetic: Int, cosines: [Double]) {
      self.magnetic = magnetic
      let m = Int(magnetic.magnitude)
      for cosine in cosines {
        let theta = SphericalHarmonics.theta(
          through: largest, magnetic: magnetic, cosine: cosine)
        values.append(theta)
        slopes.append(
          theta.indices.map { i in
            let l = m + i
            let own = Double(l) * cosine * theta[i]
            guard i > 0 else { return own }
            return own - Double(2 * l + 1) * SphericalHarmonics.coupling(l, m) * theta[i - 1]
          })
      }
    }

    func value(_ l: Int, _ q: Int) -> Double { values[q][l - Int(magnetic.magnitude)] }
    func slope(_ l: Int, _ q: Int) -> Double { slopes[q][l - Int(magnetic.magnitude)] }
  }

  /// For partial waves up to these l, and multipoles up to their sum.
  init(
    _ largest: (first: Int, second: Int), magnetic: (first: Int, second: Int)
  ) {
    self.magnetic = magnetic
    let sum = largest.first + largest.second
    // n points integrate degree 2n - 1; three harmonics have 2(l_a + l_b) at most.
    let count = (sum + 2) / 2 * 2 + 2
    let half = GaussLegendre.positiveHalf(points: count)
    let nodes = half.nodes.map(\.rounded)
    let cosines = nodes.map { -$0 } + nodes
    weights = (half.weights + half.weights).map { 2 * .pi * $0.rounded }
    squaredSines = cosines.map { (1 - $0) * (1 + $0) }
    first = Tables(through: largest.first, magnetic: magnetic.first, cosines: cosines)
    second = Tables(through: largest.second, magnetic: magnetic.second, cosines: cosines)
    product = Tables(
      through: sum, magnetic: magnetic.second - magnetic.first, cosines: cosines)
  }

  /// M of the product.
  var difference: Int { magnetic.second - magnetic.first }

  /// G_J; exactly 0 where parity or the triangle forbids it.
  func gaunt(_ order: Int, _ a: Int, _ b: Int) -> Double {
    guard order >= abs(a - b), order <= a + b, (order + a + b).isMultiple(of: 2),
      order >= difference.magnitude
    else { return 0 }
    return resolved { q in
      weights[q] * product.value(order, q) * first.value(a, q) * second.value(b, q)
    }
  }

  /// The gradient's coefficient, B.
  func electric(_ order: Int, _ a: Int, _ b: Int) -> Double {
    guard order > 0, a != b else { return 0 }
    let difference = Double(b * (b + 1) - a * (a + 1))
    return difference * gaunt(order, a, b) / Double(order * (order + 1)).squareRoot()
  }

  /// gamma_J = (2/sqrt(J(J + 1))) integral Y_a* [m_b (dY_J*/dtheta) Y_b + M Y_J* dY_b/dtheta]/sin theta,
  /// since C has no divergence; of the parity that G_J lacks.
  func rotational(_ order: Int, _ a: Int, _ b: Int) -> Double {
    guard order > 0, order >= abs(a - b), order <= a + b, !(order + a + b).isMultiple(of: 2),
      order >= difference.magnitude
    else { return 0 }
    let (m, total) = (Double(magnetic.second), Double(difference))
    let sum = resolved { q in
      let turned = m * product.slope(order, q) * second.value(b, q)
      let own = total * product.value(order, q) * second.slope(b, q)
      return weights[q] * first.value(a, q) * (turned + own) / squaredSines[q]
    }
    return 2 * sum / Double(order * (order + 1)).squareRoot()
  }

  /// The sum of the terms, 0 where they cancel to rounding: zeros that no triangle shows, as of the current between
  /// m and -m, would otherwise be a residue that claims digits.
  private func resolved(_ term: (Int) -> Double) -> Double {
    var (sum, magnitude) = (0.0, 0.0)
    for q in weights.indices {
      let part = term(q)
      sum += part
      magnitude += part.magnitude
    }
    return sum.magnitude > 0x1p-44 * magnitude ? sum : 0
  }
}
