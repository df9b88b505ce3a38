/// A (transition) current j = (psi_a* grad psi_b - psi_b grad psi_a*)/2im in vector spherical
/// harmonics Y_(J,L)M, L = J - 1, J, J + 1.
///
/// Radial part P_J of r Y_JM and tangential part B_J of grad Y_JM/sqrt(J(J + 1)) give
/// L = J -+ 1: (sqrt(J) P + sqrt(J + 1) B)/sqrt(2J + 1) and (-sqrt(J + 1) P + sqrt(J) B)/sqrt(2J + 1)
/// (D. A. Varshalovich et al., Quantum Theory of Angular Momentum, 1988, Section 7.3). Common phases
/// are left out: -i of J -+ 1 and 1 of L = J, which do not meet in any integral.
struct CurrentMultipoles: Sendable {
  /// L = J - 1 at [J], nil where it vanishes by symmetry; so the others.
  let lower: [[Double]?]
  let magnetic: [[Double]?]
  let upper: [[Double]?]

  /// The current of one orbital: R_l is real, so that it only circulates.
  init(of a: OrbitalSamples, mass: Double, angular: AngularProduct) {
    magnetic = CurrentMultipoles.circulating(a, a, mass: mass, angular: angular)
    lower = magnetic.map { _ in nil }
    upper = lower
  }

  init(_ a: OrbitalSamples, _ b: OrbitalSamples, mass: Double, angular: AngularProduct) {
    var (lower, upper) = ([[Double]?](), [[Double]?]())
    for order in 0...(a.largest + b.largest) {
      let (j, whole) = (Double(order), Double(2 * order + 1))
      func combination(_ radial: Double, _ tangential: Double) -> [Double]? {
        OrbitalSamples.sum(a, b) { p, q in
          let gaunt = angular.gaunt(order, a.momenta[p], b.momenta[q])
          let electric = angular.electric(order, a.momenta[p], b.momenta[q])
          guard gaunt != 0 else { return nil }
          let along = radial * gaunt / (2 * mass)
          let across = tangential * electric / (2 * mass)
          return { i in
            let f = a.values[p][i]
            let g = b.values[q][i]
            return along * (f * b.slopes[q][i] - a.slopes[p][i] * g) + across * f * g / a.radii[i]
          }
        }
      }
      lower.append(
        order == 0
          ? nil : combination((j / whole).squareRoot(), ((j + 1) / whole).squareRoot()))
      upper.append(combination(-((j + 1) / whole).squareRoot(), (j / whole).squareRoot()))
    }
    self.lower = lower
    self.upper = upper
    magnetic = CurrentMultipoles.circulating(a, b, mass: mass, angular: angular)
  }

  private static func circulating(
    _ a: OrbitalSamples, _ b: OrbitalSamples, mass: Double, angular: AngularProduct
  ) -> [[Double]?] {
    (0...(a.largest + b.largest)).map { order in
      OrbitalSamples.sum(a, b) { p, q in
        let factor = angular.rotational(order, a.momenta[p], b.momenta[q]) / (2 * mass)
        guard factor != 0 else { return nil }
        return { i in factor * a.values[p][i] * b.values[q][i] / a.radii[i] }
      }
    }
  }
}
