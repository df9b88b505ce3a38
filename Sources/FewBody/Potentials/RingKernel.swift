/// The angular kernel of Essen's Eqs. (31) and (42) and what Eq. (39) makes of it, as functions of
/// the arc length x = R phi.
struct RingKernel: Sendable {
  /// Z r_e = eps R, kept apart from R so that eps is not rounded before 1 - eps V cancels.
  let contact: Double
  let radius: Double
  let thickness: Double
  /// m, the mass of one particle.
  let mass: Double
  let momentum: Double
  let ordering: Double

  /// V(phi) and its first two derivatives by phi.
  func angular<T: Scalar>(_ phi: T) -> (value: T, slope: T, curvature: T) {
    let half: T = .sin(phi / 2)
    let ratio = T(thickness) / T(radius)
    let chord: T = .sqrt(4 * half * half + ratio * ratio)
    let (c, s): (T, T) = (.cos(phi), .sin(phi))
    let weight = 1 + 3 * c
    let cube = chord * chord * chord
    // chord' = sin phi/chord.
    let value = weight / (4 * chord)
    let slope = -s * (3 / (4 * chord) + weight / (4 * cube))
    let first = -3 * c / (4 * chord) + (6 * s * s - weight * c) / (4 * cube)
    let curvature = first + 3 * weight * s * s / (4 * cube * chord * chord)
    return (value, slope, curvature)
  }

  /// The mass m (1 - eps V)/2 of the relative motion along x, and its derivatives by x.
  func relativeMass<T: Scalar>(at x: T) -> (value: T, slope: T, curvature: T) {
    let v = angular(x / T(radius))
    let scale = -(T(contact) / T(radius)) * T(mass) / 2
    return (
      T(mass) / 2 + scale * v.value, scale * v.slope / T(radius),
      scale * v.curvature / (T(radius) * T(radius))
    )
  }
}

/// J_C^2/2M_C, and the ordering's term -(A/2)(M''/M^2 - (2 + A) M'^2/M^3).
struct RingPotential: Potential {
  let kernel: RingKernel
  var breakpoints: [Double] { [] }

  func value<T: Scalar>(at x: T) -> T {
    let v = kernel.angular(x / T(kernel.radius)).value
    let inertia =
      4 * T(kernel.mass) * T(kernel.radius) * T(kernel.radius)
      * (1 + T(kernel.contact) / T(kernel.radius) * v)
    let rotation = T(kernel.momentum) * T(kernel.momentum) / inertia
    guard kernel.ordering != 0 else { return rotation }
    let m = kernel.relativeMass(at: x)
    let a = T(kernel.ordering)
    let square = m.value * m.value
    let bend = m.curvature / square - (2 + a) * m.slope * m.slope / (square * m.value)
    return rotation - a / 2 * bend
  }
}

/// k = 1/2M.
struct RingKinetic: Potential {
  let kernel: RingKernel
  var breakpoints: [Double] { [] }

  func value<T: Scalar>(at x: T) -> T { 1 / (2 * kernel.relativeMass(at: x).value) }
}

/// k' = -M'/2M^2.
struct RingKineticSlope: Potential {
  let kernel: RingKernel
  var breakpoints: [Double] { [] }

  func value<T: Scalar>(at x: T) -> T {
    let m = kernel.relativeMass(at: x)
    return -m.slope / (2 * m.value * m.value)
  }
}
