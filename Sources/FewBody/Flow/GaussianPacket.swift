public import ComplexModule
import RealModule

/// A Gaussian packet in uniform E and B, in closed form at all times.
///
/// H is quadratic, so that the packet keeps its shape about the classical path r_c(t) of
/// m r'' = -(E + v x B): psi = e^{i gamma} e^{i p_c.(r - r_c)} g(r - r_c, t), p_c = m v_c - A(r_c),
/// gamma = (1/2)[p_c.r_c] - (1/2) int E.r_c dt, and along each axis
/// g = (2 pi)^{-1/4} s^{-1/2} exp(i m s' x^2/2s), s = sigma_0 cos(w t) + i sin(w t)/(2 m w sigma_0),
/// w = B/2m across the field and 0 along it (E. J. Heller, J. Chem. Phys. 62, 1544 (1975)). The width
/// is |s|: without a field sigma_0 sqrt(1 + (t/2m sigma_0^2)^2).
public struct GaussianPacket: Sendable {
  /// The dimension of space, 1 to 3.
  public let dimension: Int
  /// m, in electron masses.
  public let mass: Double
  /// sigma_0, the root mean square width of |psi|^2 along each axis at t = 0, in bohr.
  public let width: Double
  /// r_c(0) and v_c(0).
  public let center: SIMD3<Double>
  /// v_c(0), in bohr hartree/hbar.
  public let velocity: SIMD3<Double>
  /// E, and B along z.
  public let electric: SIMD3<Double>
  /// B, in hbar/(e a0^2).
  public let magnetic: Double

  /// - Throws: ``FewBodyError/invalid(_:)`` for a width or mass that is not positive, components
  ///   beyond the dimension, or a magnetic field on a line.
  public init(
    dimension: Int, width: Double, center: SIMD3<Double> = .zero, velocity: SIMD3<Double> = .zero,
    electric: SIMD3<Double> = .zero, magnetic: Double = 0, mass: Double = 1
  ) throws(FewBodyError) {
    guard (1...3).contains(dimension) else {
      throw .invalid("dim", dimension, accepted: "1, 2 or 3")
    }
    try require("mass", mass, accepted: "a positive mass") { $0 > 0 }
    try require("width", width, accepted: "a positive length") { $0 > 0 }
    try require("magnetic", magnetic, accepted: "0 on a line, a finite number otherwise") {
      dimension > 1 || $0 == 0
    }
    for (name, vector) in [("center", center), ("velocity", velocity), ("electric", electric)] {
      for d in 0..<3 {
        try require(name, vector[d], accepted: "\(dimension) finite components") {
          d < dimension || $0 == 0
        }
      }
    }
    self.dimension = dimension
    self.mass = mass
    self.width = width
    self.center = center
    self.velocity = velocity
    self.electric = electric
    self.magnetic = magnetic
  }

  /// E and B, as the packet's electron has them.
  public var fields: UniformFields {
    UniformFields(electric: electric, magnetic: SIMD3(0, 0, magnetic))
  }

  /// r_c, v_c and int r_c dt at a time.
  public func path(
    at time: Double
  ) -> (position: SIMD3<Double>, velocity: SIMD3<Double>, integral: SIMD3<Double>) {
    // In the plane u = v_x + i v_y obeys u' = -(E_x + iE_y)/m + i(B/m)u.
    let turn = Complex(0, magnetic / mass * time)
    let phi = Self.exponentials(turn)
    let u = Complex(velocity.x, velocity.y)
    let push = Complex(-electric.x / mass, -electric.y / mass)
    let z = Complex(center.x, center.y)
    let t = Complex(time, 0)
    let speed = u * phi[0] + push * t * phi[1]
    let place = z + u * t * phi[1] + push * t * t * phi[2]
    let sum = z * t + u * t * t * phi[2] + push * t * t * t * phi[3]
    let fall = -electric.z / mass
    let height = center.z + velocity.z * time + 0.5 * fall * time * time
    let heightSum = (center.z + (velocity.z / 2 + fall * time / 6) * time) * time
    return (
      SIMD3(place.real, place.imaginary, height),
      SIMD3(speed.real, speed.imaginary, velocity.z + fall * time),
      SIMD3(sum.real, sum.imaginary, heightSum)
    )
  }

  /// phi_0 = e^z, phi_{k+1} = (phi_k - 1/k!)/z, to phi_3; by their series where that cancels.
  private static func exponentials(_ z: Complex<Double>) -> [Complex<Double>] {
    var values = [Complex<Double>.exp(z)]
    if z.length > 1 {
      var factorial = 1.0
      for k in 0..<3 {
        if k > 0 { factorial *= Double(k) }
        values.append((values[k] - Complex(1 / factorial, 0)) / z)
      }
      return values
    }
    for k in 1...3 {
      var (term, sum) = (Complex<Double>(1, 0), Complex<Double>.zero)
      for j in 1...k { term = term.multiplied(by: 1 / Double(j)) }
      for j in 0..<24 {
        sum += term
        term *= z.multiplied(by: 1 / Double(j + k + 1))
      }
      values.append(sum)
    }
    return values
  }

  /// s and ds/dt along an axis at a time; the width is |s|.
  private func spread(_ axis: Int, _ time: Double) -> (s: Complex<Double>, rate: Complex<Double>) {
    let frequency = axis < 2 ? 0.5 * magnetic / mass : 0
    let quantum = 0.5 / (mass * width)
    guard frequency != 0 else {
      return (Complex(width, quantum * time), Complex(0, quantum))
    }
    let (c, s) = (Double.cos(frequency * time), Double.sin(frequency * time))
    return (
      Complex(width * c, quantum * s / frequency),
      Complex(-width * frequency * s, quantum * c)
    )
  }

  /// psi(r, t), normalised.
  public func wavefunction(at r: SIMD3<Double>, time: Double) -> Complex<Double> {
    let path = path(at: time)
    let momentum = mass * path.velocity - fields.vectorPotential(at: path.position, time: 0)
    let first = mass * velocity - fields.vectorPotential(at: center, time: 0)
    let action =
      0.5 * (dot(momentum, path.position) - dot(first, center))
      - 0.5 * dot(electric, path.integral)
    let shift = r - path.position
    var exponent = Complex(0, action + dot(momentum, shift))
    var factor = Complex<Double>(1, 0)
    for axis in 0..<dimension {
      let (s, rate) = spread(axis, time)
      exponent += Complex(0, 0.5 * mass * shift[axis] * shift[axis]) * rate / s
      // In the plane s^-1/2 comes twice: no branch. Alone, s stays right of the imaginary axis.
      if axis < 2, dimension > 1 {
        if axis == 0 { factor /= s }
      } else {
        factor /= Complex<Double>.sqrt(s)
      }
    }
    let norm = Double.pow(2 * .pi, -0.25 * Double(dimension))
    return Complex<Double>.exp(exponent) * factor.multiplied(by: norm)
  }

  /// v = v_c + (r - r_c) sigma'/sigma across and along, plus the rotation (B/2m) z x (r - r_c).
  public func velocity(at r: SIMD3<Double>, time: Double) -> SIMD3<Double> {
    let path = path(at: time)
    let shift = r - path.position
    var result = path.velocity + 0.5 / mass * cross(SIMD3(0, 0, magnetic), shift)
    for axis in 0..<dimension {
      let (s, rate) = spread(axis, time)
      result[axis] += shift[axis] * (rate / s).real
    }
    return result
  }

  /// sigma along an axis.
  public func width(_ axis: Int, at time: Double) -> Double { spread(axis, time).s.length }
}
