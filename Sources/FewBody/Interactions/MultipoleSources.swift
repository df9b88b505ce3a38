/// A (transition) density psi_a* psi_b = sum_J rho_J(r) Y_JM at the points of a mesh.
struct ChargeMultipoles: Sendable {
  /// rho_J, nil where it vanishes by symmetry.
  let densities: [[Double]?]

  init(_ a: OrbitalSamples, _ b: OrbitalSamples, angular: AngularProduct) {
    densities = (0...(a.largest + b.largest)).map { order in
      OrbitalSamples.sum(a, b) { i, j in
        let factor = angular.gaunt(order, a.momenta[i], b.momenta[j])
        return factor == 0
          ? nil : { point in factor * a.values[i][point] * b.values[j][point] }
      }
    }
  }
}

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

  init(_ a: OrbitalSamples, _ b: OrbitalSamples, mass: Double, angular: AngularProduct) {
    var (lower, magnetic, upper) = ([[Double]?](), [[Double]?](), [[Double]?]())
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
      magnetic.append(
        OrbitalSamples.sum(a, b) { p, q in
          let factor = angular.rotational(order, a.momenta[p], b.momenta[q]) / (2 * mass)
          guard factor != 0 else { return nil }
          return { i in factor * a.values[p][i] * b.values[q][i] / a.radii[i] }
        })
    }
    self.lower = lower
    self.magnetic = magnetic
    self.upper = upper
  }
}

/// An orbital's partial waves at the points of a mesh.
struct OrbitalSamples: Sendable {
  let radii: [Double]
  let momenta: [Int]
  /// R_l and dR_l/dr at [wave][point].
  let values: [[Double]]
  let slopes: [[Double]]
  let largest: Int

  init(_ orbital: CentralOrbital, on mesh: InteractionMesh) {
    radii = mesh.radii
    momenta = orbital.waves.map(\.angularMomentum)
    largest = orbital.largest
    let extent = orbital.nodes.last ?? 0
    let samples = orbital.waves.map { wave in
      mesh.radii.map { r -> (value: Double, slope: Double) in
        r <= extent ? wave.radial(r) : (0, 0)
      }
    }
    values = samples.map { $0.map(\.value) }
    slopes = samples.map { $0.map(\.slope) }
  }

  /// The sum over pairs of waves of the functions that exist; nil if none does.
  static func sum(
    _ a: OrbitalSamples, _ b: OrbitalSamples, _ term: (Int, Int) -> ((Int) -> Double)?
  ) -> [Double]? {
    var result: [Double]?
    for i in a.momenta.indices {
      for j in b.momenta.indices {
        guard let function = term(i, j) else { continue }
        var values = result ?? [Double](repeating: 0, count: a.radii.count)
        for point in values.indices { values[point] += function(point) }
        result = values
      }
    }
    return result
  }
}
