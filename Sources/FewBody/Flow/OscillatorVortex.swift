public import ComplexModule
import RealModule

/// A vortex that circles: c_0 |0> + c_1 |l = 1> of an electron in m w_0^2 r^2/2 and B along z.
///
/// With W = sqrt(w_0^2 + B^2/4m^2): |0> = sqrt(mW/pi) e^{-mWr^2/2} at E_0 = W, |1> = sqrt(mW)(x + iy)|0>
/// at E_1 = 2W + B/2m (C. G. Darwin, Proc. Camb. Phil. Soc. 27, 86 (1931)). The zero stands at
/// z = -(c_0/c_1)(mW)^{-1/2} e^{i(E_1 - E_0)t} and turns with E_1 - E_0; its winding is 1.
public struct OscillatorVortex: Sendable {
  /// m, in electron masses.
  public let mass: Double
  /// B along z, in hbar/(e a0^2).
  public let magnetic: Double
  /// w_0, in hartree/hbar.
  public let frequency: Double
  /// c_0 and c_1, normalised together.
  public let amplitudes: (Double, Double)

  /// - Throws: ``FewBodyError/invalid(_:)`` for a mass that is not positive, no confinement, or two
  ///   vanishing amplitudes.
  public init(
    magnetic: Double = 0, frequency: Double = 1, amplitudes: (Double, Double) = (0.6, 0.8),
    mass: Double = 1
  ) throws(FewBodyError) {
    try require("mass", mass, accepted: "a positive mass") { $0 > 0 }
    try require("magnetic", magnetic, accepted: "a finite field") { _ in true }
    try require("frequency", frequency, accepted: "0 or more, and not 0 without a field") {
      $0 >= 0 && ($0 > 0 || magnetic != 0)
    }
    let (c0, c1) = amplitudes
    let norm = (c0 * c0 + c1 * c1).squareRoot()
    guard norm.isFinite, norm > 0 else {
      throw .invalid("amplitudes", "\(c0),\(c1)", accepted: "two numbers that are not both 0")
    }
    self.mass = mass
    self.magnetic = magnetic
    self.frequency = frequency
    self.amplitudes = (c0 / norm, c1 / norm)
  }

  /// W.
  public var wholeFrequency: Double {
    let larmor = 0.5 * magnetic / mass
    return (frequency * frequency + larmor * larmor).squareRoot()
  }

  /// E_1 - E_0, the angular velocity of the vortex.
  public var angularVelocity: Double { wholeFrequency + 0.5 * magnetic / mass }

  /// |c_0/c_1|/sqrt(mW): the radius of the vortex's circle; nil without c_1.
  public var radius: Double? {
    guard amplitudes.1 != 0 else { return nil }
    return (amplitudes.0 / amplitudes.1).magnitude / (mass * wholeFrequency).squareRoot()
  }

  /// psi(r, t) = c_0 |0> e^{-iE_0 t} + c_1 |1> e^{-iE_1 t}, normalised, in 1/bohr.
  public func wavefunction(at r: SIMD3<Double>, time: Double) -> Complex<Double> {
    let scale = mass * wholeFrequency
    let shape =
      (scale / .pi).squareRoot() * Double.exp(-0.5 * scale * (r.x * r.x + r.y * r.y))
    let (first, second) = (wholeFrequency * time, (wholeFrequency + angularVelocity) * time)
    let ground = Complex(Double.cos(first), -Double.sin(first)).multiplied(by: amplitudes.0)
    let turning = Complex(Double.cos(second), -Double.sin(second)) * Complex(r.x, r.y)
    return (ground + turning.multiplied(by: amplitudes.1 * scale.squareRoot()))
      .multiplied(by: shape)
  }

  /// The electron that moves so.
  public func electron() throws(FewBodyError) -> MovingElectron {
    let stiffness = 0.5 * mass * frequency * frequency
    return try MovingElectron(
      mass: mass, fields: UniformFields(magnetic: SIMD3(0, 0, magnetic))
    ) { r in stiffness * (r.x * r.x + r.y * r.y) }
  }
}
