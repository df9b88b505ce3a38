import ComplexModule
import RealModule

/// A quantum system of any levels at a point, with its vector matrix of moments.
///
/// The diagonal of the matrix are the permanent moments, the rest the transition moments.
public struct Dipole: Sendable {
  /// Which moments: they set the unit and the factor of the coupling.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Electric moments, in e a0.
    case electric
    /// Magnetic moments, in e hbar/m_e.
    case magnetic
  }

  /// E_i of its levels, in the order of the moments' rows.
  public var energies: [Energy]
  /// m_x, m_y, m_z: entry (i, j) at `i * levels + j`, in e a0 (electric) or e hbar/m_e (magnetic).
  public var moments: [[Complex<Double>]]
  /// In bohr.
  public var position: SIMD3<Double>

  /// A system of levels E_i with three square matrices of moments, at a position in bohr; ``DipoleSystem/validate()``
  /// checks them.
  public init(energies: [Energy], moments: [[Complex<Double>]], position: SIMD3<Double>) {
    self.energies = energies
    self.moments = moments
    self.position = position
  }

  /// Two levels -w/2 and w/2 with a linear moment: `moment` between them and +-`permanent` in the levels.
  public static func twoLevel(
    frequency: Energy, moment: Double, permanent: Double = 0, direction: SIMD3<Double>,
    position: SIMD3<Double>
  ) -> Dipole {
    let matrix = [-permanent, moment, moment, permanent]
    return Dipole(
      energies: [Energy(hartree: -frequency.hartree / 2), Energy(hartree: frequency.hartree / 2)],
      moments: (0..<3).map { axis in matrix.map { Complex($0 * direction[axis]) } },
      position: position)
  }

  func validate(_ number: Int) throws(FewBodyError) {
    let n = energies.count
    guard n >= 1, moments.count == 3, moments.allSatisfy({ $0.count == n * n }) else {
      throw .invalid(
        "dipoles", "number \(number) with \(n) levels",
        accepted: "one level or more and three square matrices of moments")
    }
    for energy in energies where !(energy.hartree.magnitude <= 1e6) {
      throw .invalid("energies", energy.hartree, accepted: "energies up to 1e6 hartree in size")
    }
    guard moments.allSatisfy({ $0.allSatisfy { $0.length <= 1e6 } }) else {
      throw .invalid("moment", "beyond 1e6 in dipole \(number)", accepted: "moments up to 1e6")
    }
    for matrix in moments {
      for i in 0..<n {
        for j in 0...i {
          let (a, b) = (matrix[i * n + j], matrix[j * n + i])
          let size = max(a.length, b.length)
          guard a.isFinite, b.isFinite, (a - b.conjugate).length <= 1e-14 * size else {
            throw .invalid(
              "moments", "\(a) at (\(i), \(j)) and \(b) at (\(j), \(i)) of dipole \(number)",
              accepted: "Hermitian matrices: entry (j, i) is the conjugate of entry (i, j)")
          }
        }
      }
    }
  }
}
