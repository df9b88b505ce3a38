import ComplexModule
import LinearOperators
import RealModule

/// Dipoles that exchange photons, resonant or not: H = sum H_i + sum_{i<j} V_ij, without rotating waves.
///
/// <ac|V|bd> = -1/2 m1_ab . [Re G(|w1_ab|) + Re G(|w2_cd|)] . m2_cd, a second-order Schrieffer-Wolff
/// transformation over one-photon states (after F. Hu, Q. Zhao, S. Li, arXiv 1902.00248, of which the abstract was
/// read and the formula derived): rotating, counter-rotating, permanent (w = 0) and mixed terms at once.
/// Self-energies and contact terms are left out.
public struct DipoleSystem: Sendable {
  /// Two or more, each at a place of its own.
  public var dipoles: [Dipole]
  /// Of all moments: electric or magnetic.
  public var kind: Dipole.Kind

  /// Dipoles whose moments are all of one kind; ``validate()`` checks them.
  public init(_ dipoles: [Dipole], kind: Dipole.Kind = .electric) {
    self.dipoles = dipoles
    self.kind = kind
  }

  /// mu0/4 pi = alpha^2, or 1/4 pi eps0 = 1.
  private var prefactor: Double {
    kind == .electric ? 1 : Constants.fineStructure * Constants.fineStructure
  }

  /// The product of the numbers of levels.
  public var dimension: Double { dipoles.reduce(1) { $0 * Double($1.energies.count) } }

  /// - Throws: ``FewBodyError/invalid(_:)`` for fewer than two dipoles, moments that are not Hermitian, or
  ///   dipoles at one place.
  public func validate() throws(FewBodyError) {
    guard dipoles.count >= 2 else {
      throw .invalid("dipoles", dipoles.count, accepted: "two dipoles or more")
    }
    for (i, dipole) in dipoles.enumerated() { try dipole.validate(i) }
    for i in dipoles.indices {
      for j in 0..<i {
        let r = dipoles[i].position - dipoles[j].position
        let distance = (r * r).sum().squareRoot()
        guard (1e-6...1e15).contains(distance) else {
          throw .invalid(
            "separation", distance,
            accepted: "a distance from 1e-6 to 1e15 bohr between dipoles \(j) and \(i)")
        }
      }
    }
  }

  /// <ac|V|bd> of dipoles `i` and `j`.
  public func coupling(
    _ i: Int, _ j: Int, _ a: Int, _ c: Int, _ b: Int, _ d: Int
  ) -> Complex<Double> {
    let (first, second) = (dipoles[i], dipoles[j])
    let r = second.position - first.position
    let distance = (r * r).sum().squareRoot()
    let (n1, n2) = (first.energies.count, second.energies.count)
    func kernel(_ dipole: Dipole, _ p: Int, _ q: Int) -> (across: Double, along: Double) {
      let w = (dipole.energies[p].hartree - dipole.energies[q].hartree).magnitude
      return RetardedKernel.real(w * distance * Constants.fineStructure)
    }
    let (g1, g2) = (kernel(first, a, b), kernel(second, c, d))
    let (across, along) = (g1.across + g2.across, g1.along + g2.along)
    let axis = r / distance
    var (dot, left, right) = (Complex<Double>.zero, Complex<Double>.zero, Complex<Double>.zero)
    for k in 0..<3 {
      let (m1, m2) = (first.moments[k][a * n1 + b], second.moments[k][c * n2 + d])
      dot += m1 * m2
      left += m1.multiplied(by: axis[k])
      right += m2.multiplied(by: axis[k])
    }
    let longitudinal = left * right
    let sum = (dot - longitudinal).multiplied(by: across) + longitudinal.multiplied(by: along)
    let value = sum.multiplied(by: -0.5 * prefactor / (distance * distance * distance))
    // A moment of zero would leave minus zeros.
    return Complex(value.real + 0, value.imaginary + 0)
  }

  /// The full effective Hamiltonian in the product basis, the last dipole's level running fastest.
  ///
  /// - Throws: as ``validate()``; ``FewBodyError/tooLarge(what:bytes:limit:)`` beyond 4096 product states.
  public func hamiltonian() throws(FewBodyError) -> HermitianMatrix {
    try validate()
    // Matrix, its copy in LAPACK and the vectors, 16 bytes a number.
    let (bytes, limit) = (48 * dimension * dimension, min(Memory.available, 48 * 4096 * 4096))
    guard bytes <= limit else {
      throw .tooLarge(
        what: "frequencies: a dense Hamiltonian of \(dimension) product states", bytes: bytes,
        limit: limit)
    }
    let count = dipoles.count
    let n = Int(dimension)
    var strides = [Int](repeating: 1, count: count)
    for i in stride(from: count - 2, through: 0, by: -1) {
      strides[i] = strides[i + 1] * dipoles[i + 1].energies.count
    }
    let states = (0..<n).map { index in
      dipoles.indices.map { index / strides[$0] % dipoles[$0].energies.count }
    }
    var rows = [Complex<Double>](repeating: .zero, count: n * n)
    for column in 0..<n {
      let from = states[column]
      let own = dipoles.indices.reduce(0.0) { $0 + dipoles[$1].energies[from[$1]].hartree }
      rows[column * n + column] += Complex(own)
      for i in dipoles.indices {
        for j in (i + 1)..<max(count, i + 1) {
          for a in dipoles[i].energies.indices {
            for c in dipoles[j].energies.indices {
              let row = column + (a - from[i]) * strides[i] + (c - from[j]) * strides[j]
              guard row >= column else { continue }
              rows[row * n + column] += coupling(i, j, a, c, from[i], from[j])
            }
          }
        }
      }
    }
    do throws(LinearAlgebraError) {
      return try HermitianMatrix(dimension: n) { row, column in
        let value = rows[row * n + column]
        return row == column ? Complex(value.real) : value
      }
    } catch { throw FewBodyError(error) }
  }
}
