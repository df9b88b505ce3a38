import RealModule

/// Two electrons that repel each other in a plane, in an axially symmetric potential and a magnetic field.
///
/// H = sum_i [(p_i + A_i)^2/2 + U(rho_i)] + 1/sqrt(r_12^2 + a^2), A = B (-y, x)/2, U = w rho^2/2 +
/// u rho^4/4. Larmor's theorem, Essen's Eq. (17): a weak field turns the whole motion by the angular
/// velocity B/2 (e = -1) and does nothing else to first order in B.
public struct LarmorMotion: Sendable {
  /// w of w rho^2/2, in hartree/bohr^2.
  public let stiffness: Double
  /// u of u rho^4/4, in hartree/bohr^4.
  public let quartic: Double
  /// e^2 of the repulsion in units of its value; 0 without it.
  public let charge: Double
  /// a.
  public let softening: Double
  /// B, in atomic units.
  public let field: Double

  /// Two electrons in the potential w rho^2/2 + u rho^4/4 and the field B, a repulsion softened by a.
  public init(
    stiffness: Double = 1, quartic: Double = 0.1, charge: Double = 1, softening: Double = 0.1,
    field: Double
  ) {
    self.stiffness = stiffness
    self.quartic = quartic
    self.charge = charge
    self.softening = softening
    self.field = field
  }

  /// x1, y1, x2, y2 and the four velocities.
  public typealias State = SIMD8<Double>

  private func rate(_ s: State) -> State {
    let position = s.lowHalf
    let velocity = s.highHalf
    let squares = position * position
    let rho = SIMD4(
      squares[0] + squares[1], squares[0] + squares[1], squares[2] + squares[3],
      squares[2] + squares[3])
    let apart = SIMD2(position[0] - position[2], position[1] - position[3])
    let distance = ((apart * apart).sum() + softening * softening).squareRoot()
    let push = apart * (charge / (distance * distance * distance))
    let spring: SIMD4<Double> = quartic * rho + stiffness
    var force: SIMD4<Double> = -position * spring
    force += SIMD4(push[0], push[1], -push[0], -push[1])
    // -e v x B with e = 1: the force on an electron is -v x B.
    let turned = SIMD4(-velocity[1], velocity[0], -velocity[3], velocity[2])
    force += field * turned
    return State(lowHalf: velocity, highHalf: force)
  }

  /// The state after `time`, by Runge and Kutta's method of fourth order.
  public func advanced(_ state: State, by time: Double, steps: Int) -> State {
    let h = time / Double(steps)
    var s = state
    for _ in 0..<steps {
      let a = rate(s)
      let b = rate(s + (0.5 * h) * a)
      let c = rate(s + (0.5 * h) * b)
      let d = rate(s + h * c)
      let middle: State = 2 * (b + c)
      let sum: State = a + middle + d
      s += (h / 6) * sum
    }
    return s
  }

  /// The angular velocity of Larmor's theorem, B/2.
  public var larmor: Double { 0.5 * field }

  /// A state turned by an angle, positions and velocities alike.
  public static func turned(_ s: State, by angle: Double) -> State {
    let (c, n) = (Double.cos(angle), Double.sin(angle))
    var turned = s
    for i in stride(from: 0, to: 8, by: 2) {
      turned[i] = c * s[i] - n * s[i + 1]
      turned[i + 1] = n * s[i] + c * s[i + 1]
    }
    return turned
  }

  /// The state that without the field moves as this one does in the frame that turns with the
  /// Larmor frequency: velocities v + w x r.
  public func seenFromTurningFrame(_ s: State) -> State {
    var seen = s
    let w = larmor
    for i in [0, 2] {
      seen[4 + i] += w * s[i + 1]
      seen[5 + i] -= w * s[i]
    }
    return seen
  }
}
