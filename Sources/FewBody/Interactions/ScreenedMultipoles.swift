import RealModule

/// The radial factors of exp(-lambda r12)/r12 = sum_L g_L(r1, r2) P_L(cos) at the points of a mesh.
///
/// g_L = lambda (2L + 1) i_L(lambda r<) k_L(lambda r>) with the modified spherical Bessel functions (G. N. Watson, Theory of
/// Bessel Functions, 2nd ed., 1944, Section 11.4), r<^L/r>^(L+1) for lambda = 0. What multiplies
/// (r</r>)^L e^(-lambda (r> - r<))/r> is tabulated here, see ``ModifiedBessel``.
struct ScreenedMultipoles: Sendable {
  let integrals: OneSidedIntegrals
  /// At [L][point].
  private let growing: [[Double]]
  private let decaying: [[Double]]

  var mesh: InteractionMesh { integrals.mesh }

  init(_ mesh: InteractionMesh, screening: Double) {
    integrals = OneSidedIntegrals(mesh, screening: screening)
    let row = [Double](repeating: 1, count: mesh.radii.count)
    var (growing, decaying) = (
      [[Double]](repeating: row, count: mesh.largest + 1),
      [[Double]](repeating: row, count: mesh.largest + 1)
    )
    if screening > 0 {
      for (i, r) in mesh.radii.enumerated() {
        let inner = ModifiedBessel.growing(through: mesh.largest, at: screening * r)
        let outer = ModifiedBessel.decaying(through: mesh.largest, at: screening * r)
        for order in 0...mesh.largest {
          growing[order][i] = inner[order]
          decaying[order][i] = outer[order]
        }
      }
    }
    self.growing = growing
    self.decaying = decaying
  }

  /// V(r) = integral g_L(r, s) f(s) s^2 ds at the points.
  func potential(_ order: Int, of f: [Double]) -> [Double] {
    let r = mesh.radii
    let (inner, outer) = (growing[order], decaying[order])
    let below = integrals.inward(order, f.indices.map { f[$0] * r[$0] * r[$0] * inner[$0] })
    let above = integrals.outward(order, f.indices.map { f[$0] * r[$0] * outer[$0] })
    return f.indices.map { outer[$0] / r[$0] * below[$0] + inner[$0] * above[$0] }
  }
}
