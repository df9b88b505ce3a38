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
