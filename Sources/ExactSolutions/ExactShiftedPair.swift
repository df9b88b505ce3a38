import FewBody

/// The pair on a line, exactly: H = p^2/2mu - Z/(|x| + a), Essen's Eqs (44)-(45).
///
/// psi = W_(nu,1/2)(2 kappa (|x| + a)), kappa = mu Z/nu, E = -mu Z^2/(2 nu^2), W Whittaker's
/// function (DLMF 13.14); even levels where psi'(0) = 0, odd ones where psi(0) = 0, alternating
/// from the even ground state. Energies in hartree, lengths in bohr, mu in electron masses.
/// Without the trait `Arb` the levels throw `FewBodyError.notBuilt(part:remedy:)`.
public struct ExactShiftedPair: ExactModel {
  /// Z, in units of e^2.
  public let charge: Double
  /// a, in bohr.
  public let thickness: Double
  /// mu, in electron masses.
  public let reducedMass: Double
  /// mu, the mass of the relative motion, in electron masses.
  public var mass: Double { reducedMass }

  /// The highest level that can be asked for.
  public static let highestLevel = 10_000

  /// Throws unless all are positive and 1e-100 <= mu Z a <= 1e4.
  public init(
    charge: Double, thickness: Double, reducedMass: Double = 0.5
  ) throws(FewBodyError) {
    try requirePositive("charge", charge)
    try requirePositive("thickness", thickness)
    try requirePositive("reducedMass", reducedMass)
    let product = reducedMass * charge * thickness
    guard product >= 1e-100, product <= 1e4 else {
      throw .invalid(
        "thickness", thickness,
        accepted: "a with 1e-100 <= mu Z a <= 1e4 (here mu Z a = \(product))")
    }
    self.charge = charge
    self.thickness = thickness
    self.reducedMass = reducedMass
  }

  /// V(x) = -Z/(|x| + a), in hartree.
  public func potential(at x: Double) -> Double { -charge / (x.magnitude + thickness) }

  /// E_k in hartree, k counting even and odd levels together; its radius is about half an ulp.
  public func energy(level k: Int) throws(FewBodyError) -> Ball {
    #if Arb
      let nu = try root(level: k)
      let charge = RealBall(charge, precision: nu.precision)
      let numerator = RealBall(reducedMass, precision: nu.precision) * charge * charge
      let magnitude = (numerator / (nu * nu)).scaled(byTwoTo: -1).rounded
      return -magnitude
    #else
      throw Self.notBuilt
    #endif
  }

  /// nu_k = sqrt(-mu Z^2/2E_k), the effective quantum number.
  public func effectiveQuantumNumber(level k: Int) throws(FewBodyError) -> Ball {
    #if Arb
      return try root(level: k).rounded
    #else
      throw Self.notBuilt
    #endif
  }

  /// psi_k(x) = A W_(nu,1/2)(2 kappa (|x| + a)), with the sign of x for odd k, normalised, in bohr^(-1/2).
  ///
  /// - Throws: `FewBodyError.invalid(_:)` for a level below 0 or above ``highestLevel``,
  ///   `FewBodyError.external(routine:info:meaning:)` where no precision decides the level, and
  ///   `FewBodyError.notBuilt(part:remedy:)` without the trait `Arb`.
  public func wavefunction(
    level k: Int
  ) throws(FewBodyError) -> @Sendable (Double) -> Double {
    #if Arb
      let nu = try root(level: k)
      let odd = k % 2 == 1
      let norm = ShiftedPairLevels(start: start).norm(odd: odd, nu)
      let amplitude = (reducedMass * charge / (2 * norm)).squareRoot()
      return WhittakerState(
        pair: self, odd: odd, nu: nu.components, amplitude: amplitude
      ).callAsFunction
    #else
      throw Self.notBuilt
    #endif
  }
}

#if Arb
  extension ExactShiftedPair {
    /// b = mu Z a: three factors of 53 bits fit in 192.
    private var start: RealBall {
      RealBall(reducedMass, precision: 192) * RealBall(charge, precision: 192)
        * RealBall(thickness, precision: 192)
    }

    private func root(level k: Int) throws(FewBodyError) -> RealBall {
      guard k >= 0, k <= Self.highestLevel else {
        throw .invalid("level", k, accepted: "0...\(Self.highestLevel)")
      }
      guard let nu = ShiftedPairLevels(start: start).root(level: k) else {
        throw .external(
          routine: "arb_hypgeom_u", info: k,
          meaning: "no sign of W at level \(k) was certain within "
            + "\(DecayingSolution.highestPrecision) bits")
      }
      return nu
    }
  }

  extension RealBall {
    /// The midpoint as an unevaluated sum of three doubles, 159 bits that any thread may share.
    fileprivate var components: SIMD4<Double> {
      var rest = center
      var parts = SIMD4<Double>(repeating: 0)
      for i in 0..<3 {
        parts[i] = rest.nearest
        rest = rest - RealBall(parts[i], precision: precision)
      }
      return parts
    }
  }

  /// One normalised state, evaluated by Arb at 128 bits or, where those cancel, at 512.
  private struct WhittakerState: Sendable {
    let pair: ExactShiftedPair
    let odd: Bool
    let nu: SIMD4<Double>
    let amplitude: Double

    func callAsFunction(_ x: Double) -> Double {
      guard x.isFinite else { return 0 }
      if odd, x == 0 { return 0 }
      var result = scaled(x.magnitude, precision: 128)
      if !result.isFinite || result.accuracy < 55 {
        result = scaled(x.magnitude, precision: 512)
      }
      return (odd && x < 0 ? -amplitude : amplitude) * result.nearest
    }

    /// e^((z_0 - z)/2) z U(1 - nu, 2, z): relative to x = 0, so that it cannot underflow there.
    private func scaled(_ x: Double, precision: Int) -> RealBall {
      let nu =
        RealBall(nu[0], precision: precision) + RealBall(nu[1], precision: precision)
        + RealBall(nu[2], precision: precision)
      let kappa =
        RealBall(pair.reducedMass, precision: precision)
        * RealBall(pair.charge, precision: precision) / nu
      let distance = RealBall(x, precision: precision)
      let z = (kappa * (distance + RealBall(pair.thickness, precision: precision)))
        .scaled(byTwoTo: 1)
      let one = RealBall(1, precision: precision)
      let decay = RealBall.exp(RealBall(0, precision: precision) - kappa * distance)
      return decay * z
        * RealBall.tricomiU(one - nu, RealBall(2, precision: precision), at: z)
    }
  }
#else
  extension ExactShiftedPair {
    private static var notBuilt: FewBodyError {
      .notBuilt(
        part: "Arb (exact Whittaker functions)",
        remedy: "install libflint-arb-dev and build with the trait Arb")
    }
  }
#endif
