import RealModule

/// The energy of two sources of multipoles, and the sum of the magnitudes of its parts.
///
/// integral f_a(1)* g(r12) f_b(2) = sum_L 4 pi/(2L + 1) integral integral a_L g_L b_L for scalar components.
struct MultipoleEnergy {
  let multipoles: ScreenedMultipoles
  private(set) var value = 0.0
  private(set) var magnitude = 0.0

  private var mesh: InteractionMesh { multipoles.mesh }

  init(_ multipoles: ScreenedMultipoles) { self.multipoles = multipoles }

  mutating func add(_ a: ChargeMultipoles, _ b: ChargeMultipoles) {
    for (order, pair) in zip(a.densities, b.densities).enumerated() {
      guard let first = pair.0, let second = pair.1 else { continue }
      add(1, first, potential(order, second))
    }
  }

  /// The literal tensor delta_ab exp(-lambda r)/r is diagonal in (J, L); the transverse one couples
  /// L = J - 1 and J + 1.
  mutating func add(
    _ a: CurrentMultipoles, _ b: CurrentMultipoles, gauge: ElectronInteraction.Gauge
  ) {
    for order in 0..<min(a.lower.count, b.lower.count) {
      if let first = a.magnetic[order], let second = b.magnetic[order] {
        add(1, first, potential(order, second))
      }
      // J = 0 is a radial current, longitudinal altogether.
      if gauge == .transverse, order == 0 { continue }
      let (j, whole) = (Double(order), Double(2 * order + 1))
      let isLiteral = gauge == .literal
      if let first = a.lower[order], let second = b.lower[order] {
        add(isLiteral ? 1 : (j + 1) / whole, first, potential(order - 1, second))
      }
      if let first = a.upper[order], let second = b.upper[order] {
        add(isLiteral ? 1 : j / whole, first, potential(order + 1, second))
      }
      guard !isLiteral else { continue }
      if let first = a.upper[order], let second = b.lower[order] {
        add(-1, crossed(order, first), potential(order - 1, second))
      }
      if let first = a.lower[order], let second = b.upper[order] {
        add(-1, crossed(order, second), potential(order - 1, first))
      }
    }
  }

  /// The part of L = J - 1 in the longitudinal projection of a current of L = J + 1.
  ///
  /// The projector k_a k_b/k^2 is [[J, s], [s, J + 1]]/(2J + 1) on the Bessel transforms of L = J -+ 1,
  /// s^2 = J(J + 1), and (2/pi) integral k^2 j_(J-1)(k r) j_(J+1)(k r') dk
  /// = (2J + 1) r^(J-1)/r'^(J+2) theta(r' - r) - delta(r - r')/r^2. It commutes with the screened
  /// kernel, so that no difference of nearly equal kernels over lambda^2 is ever taken.
  private func crossed(_ order: Int, _ f: [Double]) -> [Double] {
    let j = Double(order)
    let beyond = multipoles.integrals.outward(order, f, screened: false)
    return f.indices.map { i in
      (j * (j + 1)).squareRoot() * (beyond[i] / mesh.radii[i] - f[i] / (2 * j + 1))
    }
  }

  private func potential(_ order: Int, _ f: [Double]) -> [Double] {
    let factor = 4 * .pi / Double(2 * order + 1)
    return multipoles.potential(order, of: f).map { factor * $0 }
  }

  private mutating func add(_ factor: Double, _ f: [Double], _ potential: [Double]) {
    value += factor * mesh.product(f, potential)
    magnitude +=
      factor.magnitude * mesh.product(f.map(\.magnitude), potential.map(\.magnitude))
  }
}
