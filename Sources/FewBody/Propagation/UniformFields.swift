/// Uniform electric and magnetic fields, and a flux, as potentials.
///
/// phi = -E.r and A = B x r/2 + a + a' t (symmetric gauge about the origin), in Hartree atomic units:
/// curl A = B, and the whole electric field is -grad phi - dA/dt = E - a'. On a ring of radius R
/// threaded by f flux quanta the tangential a is f/R.
public struct UniformFields: Sendable, Hashable {
  /// E, in hartree per bohr and charge; the force on an electron is -E.
  public var electric: SIMD3<Double>
  /// B, in hbar/(e a0^2).
  public var magnetic: SIMD3<Double>
  /// a, in hbar/(e a0).
  public var background: SIMD3<Double>
  /// a', by which a flux ramps.
  public var backgroundRate: SIMD3<Double>

  /// E, B, a and a' in atomic units; ``MovingElectron`` refuses those that are not finite.
  public init(
    electric: SIMD3<Double> = .zero, magnetic: SIMD3<Double> = .zero,
    background: SIMD3<Double> = .zero, backgroundRate: SIMD3<Double> = .zero
  ) {
    self.electric = electric
    self.magnetic = magnetic
    self.background = background
    self.backgroundRate = backgroundRate
  }

  /// The flux f + f't, in flux quanta h/e, through a ring of this radius.
  public static func flux(
    _ flux: Double, rate: Double = 0, radius: Double
  ) -> UniformFields {
    UniformFields(
      background: SIMD3(flux / radius, 0, 0), backgroundRate: SIMD3(rate / radius, 0, 0))
  }

  /// A(r, t).
  public func vectorPotential(at r: SIMD3<Double>, time: Double) -> SIMD3<Double> {
    0.5 * cross(magnetic, r) + background + time * backgroundRate
  }

  /// -grad phi - dA/dt.
  public var wholeElectric: SIMD3<Double> { electric - backgroundRate }

  /// The column dA/dx_j.
  func slope(_ j: Int) -> SIMD3<Double> {
    var unit = SIMD3<Double>.zero
    unit[j] = 1
    return 0.5 * cross(magnetic, unit)
  }
}

func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  let first: SIMD3<Double> = SIMD3(a.y, a.z, a.x) * SIMD3(b.z, b.x, b.y)
  let second: SIMD3<Double> = SIMD3(a.z, a.x, a.y) * SIMD3(b.y, b.z, b.x)
  return first - second
}

func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { (a * b).sum() }

extension SIMD3 where Scalar == Double {
  var length: Double { dot(self, self).squareRoot() }
}
