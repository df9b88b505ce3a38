import RealModule

/// Classical electrons on a circle while a flux is turned on: Essen's Eqs. (5)-(13) followed in time.
///
/// H = sum_i (J_i + f(t))^2/2R^2 + sum_i U(phi_i) + sum_(i<j) k/r_ij with U = v cos(q phi), in atomic
/// units; f(t) = F sin^2(pi t/2T) for 0 <= t <= T, so that the ramp begins and ends at rest.
public struct RingMotion: Sendable {
  /// R, in bohr.
  public let radius: Double
  /// v and q of the wire's potential.
  public let amplitude: Double
  /// q, the periods of the potential round the ring.
  public let harmonic: Int
  /// k, e^2 in units of its value; 0 without forces between the electrons.
  public let charge: Double
  /// F and T.
  public let flux: Double
  /// T, in hbar/hartree.
  public let duration: Double

  /// Electrons on a ring of radius R with U = v cos(q phi), repulsion k/r_ij and a flux that rises to F, in flux
  /// quanta, within T.
  public init(
    radius: Double = 1, amplitude: Double = 0, harmonic: Int = 1, charge: Double = 0,
    flux: Double = 0, duration: Double = 1
  ) {
    self.radius = radius
    self.amplitude = amplitude
    self.harmonic = harmonic
    self.charge = charge
    self.flux = flux
    self.duration = duration
  }

  /// Angles and momenta of all electrons at one time.
  public struct State: Sendable {
    /// phi_i, in radians.
    public var angles: [Double]
    /// Canonical momenta J_i, in hbar.
    public var momenta: [Double]

    /// Electrons at angles in radians with canonical momenta in hbar, one of each an electron.
    public init(angles: [Double], momenta: [Double]) {
      self.angles = angles
      self.momenta = momenta
    }
  }

  func flux(at time: Double) -> Double {
    let x = Double.sin(.pi * min(max(time / duration, 0), 1) / 2)
    return flux * x * x
  }

  private func forces(_ angles: [Double]) -> [Double] {
    let q = Double(harmonic)
    var forces = angles.map { amplitude * q * Double.sin(q * $0) }
    guard charge != 0 else { return forces }
    for i in angles.indices {
      for j in 0..<i {
        let half = (angles[i] - angles[j]) / 2
        let s = Double.sin(half)
        // -d/dphi_i of k/2R|sin|.
        let force = charge * Double.cos(half) / (4 * radius * s * s.magnitude)
        forces[i] += force
        forces[j] -= force
      }
    }
    return forces
  }

  /// The state after `time`, from the time `start`: a symplectic splitting of fourth order
  /// (H. Yoshida, Phys. Lett. A 150, 262 (1990)).
  public func advanced(
    _ state: State, from start: Double = 0, by time: Double, steps: Int
  ) -> State {
    let third = Double.root(2, 3)
    let (outer, inner) = (1 / (2 - third), -third / (2 - third))
    let h = time / Double(steps)
    let square = radius * radius
    var (state, now) = (state, start)
    for _ in 0..<steps {
      for part in [outer, inner, outer] {
        let step = part * h
        for i in state.angles.indices {
          state.angles[i] += 0.5 * step * (state.momenta[i] + flux(at: now + 0.5 * step)) / square
        }
        for (i, force) in forces(state.angles).enumerated() { state.momenta[i] += step * force }
        for i in state.angles.indices {
          state.angles[i] += 0.5 * step * (state.momenta[i] + flux(at: now + 0.5 * step)) / square
        }
        now += step
      }
    }
    return state
  }

  /// The current sum_i e phidot_i/2 pi with e = -1, in e E_h/hbar: Eq. (8).
  public func current(_ state: State, at time: Double) -> Double {
    let f = flux(at: time)
    return -state.momenta.reduce(0) { $0 + $1 + f } / (2 * .pi * radius * radius)
  }

  /// Of one electron that runs round the ring: J-bar = (1/2 pi) integral J dphi over a turn at the
  /// energy of the state, the adiabatic invariant of Eq. (11); nil for one that the wire traps.
  public func action(_ state: State, electron i: Int, at time: Double) -> Double? {
    let f = flux(at: time)
    let turning = state.momenta[i] + f
    let q = Double(harmonic)
    let energy =
      turning * turning / (2 * radius * radius) + amplitude * Double.cos(q * state.angles[i])
    guard energy > amplitude.magnitude else { return nil }
    // The rectangle rule of a periodic function.
    let points = 512
    let sum = (0..<points).reduce(0.0) { sum, j in
      let phi = 2 * Double.pi * Double(j) / Double(points)
      return sum + (2 * radius * radius * (energy - amplitude * Double.cos(q * phi))).squareRoot()
    }
    return (turning < 0 ? -1 : 1) * sum / Double(points) - f
  }
}
