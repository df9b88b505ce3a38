import LinearOperators

/// One mode of the field, Eqs (54)-(56) of Y. Su et al. (seed 000), coupled to a given current.
///
/// H = hbar c q (a+ a + 1/2) - gamma j (a + a+) + (omega_p^2/2)(hbar/2 c q)(a + a+)^2, gamma = (hbar/2 eps0 c q V)^(1/2).
/// The <n> A^2 term turns c q into Omega_q, and the current shifts every level by -j^2/(2 eps0 Omega_q^2 V) exactly,
/// which is V_J(q, 0) j^2/V, the static kernel.
public struct QuantisedMode: Sendable {
  /// V_J(q, omega), for its plasma frequencies.
  public let kernel: AmpereKernel
  /// q > 0, in bohr^(-1).
  public let waveNumber: Double
  /// V, in bohr^3.
  public let volume: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` unless q and the volume are positive.
  public init(
    kernel: AmpereKernel, waveNumber: Double, volume: Double
  ) throws(FewBodyError) {
    try require("wave-number", waveNumber, accepted: "a number above 0") { $0 > 0 }
    try require("volume", volume, accepted: "a number above 0") { $0 > 0 }
    self.kernel = kernel
    self.waveNumber = waveNumber
    self.volume = volume
  }

  private var light: Double { Constants.speedOfLight * waveNumber }

  /// gamma = (2 pi/c q V)^(1/2), the strength of the vector potential of Eq. (56).
  public var amplitude: Double { (2 * .pi / (light * volume)).squareRoot() }

  /// The shift of a level by a current j in second order, -gamma^2 j^2/hbar Omega_q with the gamma of a mode of
  /// frequency Omega_q, in hartree.
  public func secondOrder(current j: Double) -> Double {
    let omega = kernel.frequency(waveNumber)
    return -2 * .pi / (omega * omega * volume) * j * j
  }

  /// The lowest levels of H among the first `quanta` states of the bare mode, ascending, in hartree.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless 2 <= quanta <= 2000.
  public func levels(current j: Double, quanta: Int) throws(FewBodyError) -> [Double] {
    guard (2...2000).contains(quanta) else {
      throw .invalid("quanta", quanta, accepted: "2 to 2000")
    }
    let (light, amplitude) = (light, amplitude)
    // (a + a+)^2 = 2n + 1 on the diagonal, sqrt((n + 1)(n + 2)) beside.
    let square = kernel.squaredMass / (4 * light)
    let matrix = try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: quanta) { row, column in
        let n = Double(column)
        switch row - column {
        case 0: return light * (n + 0.5) + square * (2 * n + 1)
        case 1: return -amplitude * j * (n + 1).squareRoot()
        case 2: return square * ((n + 1) * (n + 2)).squareRoot()
        default: return 0
        }
      }
    }
    return try algebra { () throws(LinearAlgebraError) in
      try matrix.eigenpairs(.all, vectors: false).values
    }
  }
}
