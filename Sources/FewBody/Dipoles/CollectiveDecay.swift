import ComplexModule
import LinearOperators
import RealModule

/// How emitters of one frequency decay together: Gamma_ij = (2/hbar) d_i* . Im G(w) . d_j.
///
/// With F from ``RetardedKernel/collectiveDecay(_:)`` and Gamma_0 = 4 w^3/3 c^3 (a.u.; times alpha^2 for magnetic
/// moments): Gamma_ij = Gamma_0 {[d_i*.d_j - (d_i*.r)(r.d_j)] F_across + (d_i*.r)(r.d_j) F_along}. The rates of the
/// collective states are the eigenvalues of this Hermitian, positive semidefinite matrix.
public struct CollectiveDecay: Sendable {
  /// d_i in atomic units, x, y, z.
  public var moments: [[Complex<Double>]]
  /// In bohr; coinciding ones are allowed.
  public var positions: [SIMD3<Double>]
  /// w of every emitter.
  public var frequency: Energy
  /// Whether the moments are electric, in e a0, or magnetic, in e hbar/m_e.
  public var kind: Dipole.Kind

  /// Emitters of frequency w, one moment a position; ``matrix()`` checks them.
  public init(
    moments: [[Complex<Double>]], positions: [SIMD3<Double>], frequency: Energy,
    kind: Dipole.Kind = .electric
  ) {
    self.moments = moments
    self.positions = positions
    self.frequency = frequency
    self.kind = kind
  }

  /// Gamma_0: the rate of a unit moment alone is 4 w^3/3 c^3.
  public var unitRate: Double {
    let k = frequency.hartree * Constants.fineStructure
    let scale = kind == .electric ? 1 : Constants.fineStructure * Constants.fineStructure
    return 4.0 / 3 * k * k * k * scale
  }

  /// Gamma_ij in 1/atomic time.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for no emitter, moments that are not one vector a position, numbers
  ///   that are not finite or a frequency that is not positive.
  public func matrix() throws(FewBodyError) -> HermitianMatrix {
    try require("frequency", frequency.hartree, accepted: "a frequency above 0, up to 1e6 hartree")
    { $0 > 0 && $0 <= 1e6 }
    guard !moments.isEmpty, moments.count == positions.count,
      moments.allSatisfy({ $0.count == 3 && $0.allSatisfy { $0.length <= 1e6 } })
    else {
      throw .invalid(
        "moments", "\(moments.count) for \(positions.count) positions",
        accepted: "three components up to 1e6 for each of one position or more")
    }
    for position in positions {
      for axis in 0..<3 {
        try require("position", position[axis], accepted: "up to 1e15 bohr in size") {
          $0.magnitude <= 1e15
        }
      }
    }
    do throws(LinearAlgebraError) {
      return try HermitianMatrix(dimension: moments.count) { i, j in entry(i, j) }
    } catch { throw FewBodyError(error) }
  }

  /// The rates of the collective states, ascending: dark ones first.
  public func rates() throws(FewBodyError) -> [Double] {
    let matrix = try matrix()
    do throws(LinearAlgebraError) {
      return try matrix.eigenpairs(.all, vectors: false).values
    } catch { throw FewBodyError(error) }
  }

  private func entry(_ i: Int, _ j: Int) -> Complex<Double> {
    let r = positions[i] - positions[j]
    let distance = (r * r).sum().squareRoot()
    let x = frequency.hartree * distance * Constants.fineStructure
    let (across, along) = RetardedKernel.collectiveDecay(x)
    let axis = distance > 0 ? r / distance : .zero
    var (dot, left, right) = (Complex<Double>.zero, Complex<Double>.zero, Complex<Double>.zero)
    for k in 0..<3 {
      let bra = moments[i][k].conjugate
      dot += bra * moments[j][k]
      left += bra.multiplied(by: axis[k])
      right += moments[j][k].multiplied(by: axis[k])
    }
    let longitudinal = left * right
    let sum = dot.multiplied(by: across) + longitudinal.multiplied(by: along - across)
    let value = sum.multiplied(by: unitRate)
    return i == j ? Complex(value.real) : value
  }
}
