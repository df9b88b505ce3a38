import LinearOperators
import RealModule

/// The exact classical Hamiltonian of electrons on a circle with the Darwin-Breit force,
/// H = (1/2R^2) (J + f)^T M^(-1) (J + f) + sum_(i<j) 1/r_ij, M of Essen's Eq. (50), atomic units.
///
/// It exists where Eq. (50) can be solved for the velocities. For two electrons it is Eq. (39).
public struct CollectiveHamiltonian: Sendable {
  /// M of Eq. (50), with the electrons' angles and eps.
  public let matrix: VelocityMatrix
  /// R = r_e/eps, in bohr.
  public let radius: Double
  /// M^(-1) by columns.
  public let inverse: [Double]
  /// f = Phi/Phi0.
  public let flux: Double
  /// Whether sum_(i<j) 1/r_ij is part of H.
  public let hasCoulomb: Bool

  /// - Throws: ``FewBodyError/invalid(_:)`` where M is singular: there the momenta do not determine the
  ///   velocities and no Hamiltonian exists; for a ratio of 0, which leaves R undefined.
  public init(
    _ matrix: VelocityMatrix, flux: Double = 0, hasCoulomb: Bool = true
  ) throws(FewBodyError) {
    try require("ratio", matrix.ratio, accepted: "a number above 0") { $0 > 0 }
    guard !matrix.isSingular else {
      let nearest = matrix.eigenvalues.min { $0.magnitude < $1.magnitude } ?? 0
      throw .invalid(
        "ratio", matrix.ratio,
        accepted: "a ratio at which the velocity matrix has no eigenvalue 0 (here \(nearest)); "
          + "the first is at \(matrix.criticalRatio ?? .infinity)")
    }
    self.matrix = matrix
    self.flux = flux
    self.hasCoulomb = hasCoulomb
    radius = Constants.classicalElectronRadius / matrix.ratio
    let n = matrix.positions.count
    let elements = matrix.elements
    let pairs = try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: n) { elements[$0 + $1 * n] }.eigenpairs(.all)
    }
    let columns = pairs.vectors.elements
    var scaled = columns
    for (j, value) in pairs.values.enumerated() {
      for i in j * n..<(j + 1) * n { scaled[i] /= value }
    }
    inverse = DenseProduct.product(
      rows: n, columns: n, inner: n, scaled, columns, transposingB: true)
  }

  /// phidot_i = dH/dJ_i for momenta J_i (in hbar), in hartree/hbar.
  public func velocities(of momenta: [Double]) throws(FewBodyError) -> [Double] {
    let n = matrix.positions.count
    guard momenta.count == n else {
      throw .invalid("momenta", "\(momenta.count) numbers", accepted: "\(n) numbers")
    }
    return (0..<n).map { i in
      (0..<n).reduce(0.0) { $0 + inverse[i + $1 * n] * (momenta[$1] + flux) } / (radius * radius)
    }
  }

  /// H(phi, J) in hartree.
  public func energy(of momenta: [Double]) throws(FewBodyError) -> Double {
    let velocities = try velocities(of: momenta)
    let kinetic = zip(momenta, velocities).reduce(0) { $0 + 0.5 * ($1.0 + flux) * $1.1 }
    return kinetic + (hasCoulomb ? repulsion : 0)
  }

  /// J_i of given velocities: Eq. (50) itself.
  public func momenta(of velocities: [Double]) throws(FewBodyError) -> [Double] {
    let n = matrix.positions.count
    guard velocities.count == n else {
      throw .invalid("velocities", "\(velocities.count) numbers", accepted: "\(n) numbers")
    }
    let elements = matrix.elements
    return (0..<n).map { i in
      radius * radius * (0..<n).reduce(0.0) { $0 + elements[i + $1 * n] * velocities[$1] } - flux
    }
  }

  private var repulsion: Double {
    var sum = 0.0
    for (i, a) in matrix.positions.enumerated() {
      for b in matrix.positions[..<i] {
        sum += 1 / (2 * radius * Double.sin((a - b) / 2).magnitude)
      }
    }
    return sum
  }
}
