import RealModule

/// A smooth coordinate u of the line or the ring, in which a uniform grid resolves a core at x = 0.
enum LineMap: Sendable, Equatable {
  /// x = u.
  case uniform
  /// x = A sinh u: nodes round the origin, spaced geometrically outside.
  ///
  /// A kink at the origin costs an error of second order in the *local* step A h, whatever the
  /// order of the differences; A = a/50 makes it small (4e-10 of the ground level at a = 1 and
  /// 4000 points). Rejected: A smaller still, because the rounding of the kinetic energy grows
  /// like u/(A h).
  case sinh(core: Double)
  /// tan(x/2R) = beta tan(u/2R): periodic with x, so that a mirror at the antipode stays one, and
  /// fine by a factor beta at the origin, coarse by 1/beta at the antipode.
  case ring(radius: Double, beta: Double)

  func coordinate(of x: Double) -> Double {
    switch self {
    case .uniform: x
    case .sinh(let core): Double.asinh(x / core)
    case .ring(let radius, let beta):
      2 * radius
        * Double.atan2(y: Double.sin(x / (2 * radius)), x: beta * Double.cos(x / (2 * radius)))
    }
  }

  func position(_ u: Double) -> Double {
    switch self {
    case .uniform: u
    case .sinh(let core): core * Double.sinh(u)
    case .ring(let radius, let beta):
      2 * radius
        * Double.atan2(y: beta * Double.sin(u / (2 * radius)), x: Double.cos(u / (2 * radius)))
    }
  }

  /// dx/du.
  func stretch(_ u: Double) -> Double {
    switch self {
    case .uniform: return 1
    case .sinh(let core): return core * Double.cosh(u)
    case .ring(let radius, let beta):
      let (s, c) = (Double.sin(u / (2 * radius)), Double.cos(u / (2 * radius)))
      return beta / (c * c + beta * beta * s * s)
    }
  }

  var name: String {
    switch self {
    case .uniform: "uniform"
    case .sinh: "sinh"
    case .ring: "tangent"
    }
  }
}
