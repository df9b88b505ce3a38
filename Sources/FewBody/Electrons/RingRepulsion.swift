/// 1/sqrt(4 R^2 sin^2(x/2R) + a^2) as a function of the arc x = R phi between two electrons.
struct RingRepulsion: Potential {
  let radius: Double
  let thickness: Double
  var breakpoints: [Double] { [] }

  func value<T: Scalar>(at x: T) -> T {
    let chord: T = 2 * T(radius) * .sin(x / (2 * T(radius)))
    return 1 / .sqrt(chord * chord + T(thickness) * T(thickness))
  }
}

/// The repulsion on top of what Eq. (39) makes of the motion of the centre.
struct RingRepulsionAndRotation: Potential {
  let repulsion: RingRepulsion
  let rotation: RingPotential
  var breakpoints: [Double] { [] }

  func value<T: Scalar>(at x: T) -> T { repulsion.value(at: x) + rotation.value(at: x) }
}
