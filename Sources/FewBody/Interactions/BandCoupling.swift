import RealModule

/// Matrix elements g_J of the Ampere interaction between the states of a band, per volume.
///
/// c+_k1 c+_k2 c_(k2+q) c_(k1-q) has g_J = (e^2/4V) V_J (v_k1 + v_(k1-q))_perp . (v_k2 + v_(k2+q))_perp, Eq. (29) of
/// Y. Su et al. (seed 000); for plane waves that is Eq. (27), (e^2 hbar^2/V m^2) V_J k1_perp . k2_perp, since q has no
/// part across itself.
public struct BandCoupling: Sendable {
  /// V_J(q, omega).
  public let kernel: AmpereKernel
  /// The band, for the velocities v_k of its states.
  public let band: ConductionBand
  /// V, in bohr^3.
  public let volume: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` unless the volume is positive.
  public init(
    kernel: AmpereKernel, band: ConductionBand = .free(), volume: Double
  ) throws(FewBodyError) {
    try require("volume", volume, accepted: "a number above 0") { $0 > 0 }
    self.kernel = kernel
    self.band = band
    self.volume = volume
  }

  /// g_J(k1, k2, q) at a real frequency, in hartree; wave numbers in bohr^(-1).
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` at a pole, and for q = 0, which has no direction.
  public func value(
    _ k1: SIMD3<Double>, _ k2: SIMD3<Double>, transfer q: SIMD3<Double>, frequency: Double = 0
  ) throws(FewBodyError) -> Double {
    let first = band.velocity(k1) + band.velocity(k1 - q)
    let second = band.velocity(k2) + band.velocity(k2 + q)
    let product = try BandCoupling.transverse(first, second, across: q)
    let size = (q * q).sum().squareRoot()
    return try kernel.value(size, frequency: frequency) * product / (4 * volume)
  }

  /// The pairing channel (k up, -k down) -> (k', -k'), Eq. (52): k1 = k', k2 = -k', q = k' - k.
  ///
  /// With v_(-k) = -v_k the currents are opposite: g_J > 0, a repulsion at zero frequency.
  public func pairing(
    from k: SIMD3<Double>, to other: SIMD3<Double>, frequency: Double = 0
  ) throws(FewBodyError) -> Double {
    try value(other, -other, transfer: other - k, frequency: frequency)
  }

  /// a_perp . b_perp.
  static func transverse(
    _ a: SIMD3<Double>, _ b: SIMD3<Double>, across q: SIMD3<Double>
  ) throws(FewBodyError) -> Double {
    let square = (q * q).sum()
    guard square.isFinite, square > 0 else {
      throw .invalid("transfer", "\(q)", accepted: "a wave vector other than 0")
    }
    return (a * b).sum() - (a * q).sum() * (b * q).sum() / square
  }

  /// The mean of omega_p^2 k_perp^2/k_F^2 Omega_q^2 over pairs on the Fermi sphere, in units of its value at q = 0:
  /// beta [(1 + beta) ln(1 + 1/beta) - 1], beta = (omega_p/2 c k_F)^2.
  ///
  /// With q = 2 k_F sin(theta/2), k_perp = k_F cos(theta/2) and s = sin^2(theta/2): the integral of (1 - s) beta/(s + beta).
  /// - Parameters:
  ///   - screening: omega_p/c, in bohr^(-1).
  ///   - fermiWaveNumber: k_F, in bohr^(-1).
  public static func fermiSurfaceAverage(screening: Double, fermiWaveNumber: Double) -> Double {
    let ratio = screening / (2 * fermiWaveNumber)
    let beta = ratio * ratio
    guard beta > 0 else { return 0 }
    // Far out (1 + beta) ln(1 + 1/beta) - 1 = 1/2 beta - 1/6 beta^2 + ... cancels.
    if beta > 1e3 { return 0.5 - 1 / (6 * beta) + 1 / (12 * beta * beta) }
    return beta * ((1 + beta) * .log(onePlus: 1 / beta) - 1)
  }
}
