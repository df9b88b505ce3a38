import RealModule

@testable import FewBody

/// Levels of a one-channel ring from Hill's equation in twofold precision, about 31 digits.
///
/// -B y'' + V y = E y is carried round the ring by Taylor series: no plane waves, no matrix, nothing of
/// the solver's. E is a level at theta where the trace Delta(E) of the transfer matrix is 2 cos 2 pi theta,
/// and the zeros inside the turn of the solution with y(0) = 0 tell which one (W. Magnus, S. Winkler,
/// *Hill's Equation* (1966), ch. II; 0 < |theta| < 1/2).
struct HillReference {
  struct Cosine {
    var harmonic: Int
    var amplitude: Double
    var phase: Double
  }

  private let steps: Int
  private let order: Int
  /// h^2/B.
  private let factor: Twofold
  /// V^(i)(phi_j) h^(i + 2)/(B i!) at j * (order + 1) + i.
  private let potential: [Twofold]
  /// 2 cos 2 pi theta.
  private let goal: Twofold

  /// - Parameters:
  ///   - angle: 2 pi theta = 2 pi flux + twist.
  ///   - top: an energy above all that will be asked for.
  init(mass: Double, radius: Double, angle: Twofold, cosines: [Cosine], top: Double) {
    let rotation = Twofold(0.5) / (Twofold(mass) * Twofold(radius) * Twofold(radius))
    let depth = cosines.reduce(0) { $0 + $1.amplitude.magnitude }
    let fastest = cosines.reduce(((top + depth) / rotation.hi).squareRoot()) {
      max($0, Double($1.harmonic.magnitude))
    }
    // Steps of at most 1.2 radians of the fastest wave hold at most one zero.
    let steps = Int((2 * Double.pi * fastest / 1.2).rounded(.up)) + 4
    let h = Twofold.tau / Twofold(Double(steps))
    var (order, term) = (4, 1.0)
    while term > 1e-34 || order < 12 {
      order += 1
      term = .pow(fastest * h.hi, order) / .gamma(Double(order) + 1)
    }
    self.order = order
    self.steps = steps
    let factor = h * h / rotation
    self.factor = factor
    goal = Twofold(2) * angle.circle().cosine
    let table = (0..<steps).map {
      (Twofold.tau * Twofold(Double($0)) / Twofold(Double(steps))).circle()
    }
    var potential = [Twofold](repeating: Twofold(0), count: steps * (order + 1))
    for term in cosines {
      let q = term.harmonic
      let phase = Twofold(term.phase).circle()
      for j in 0..<steps {
        let turn = table[((q * j) % steps + steps) % steps]
        // cos(q phi + p), then its derivatives.
        var c = turn.cosine * phase.cosine - turn.sine * phase.sine
        var s = turn.sine * phase.cosine + turn.cosine * phase.sine
        var size = Twofold(term.amplitude) * factor
        for i in 0...order {
          potential[j * (order + 1) + i] = potential[j * (order + 1) + i] + size * c
          (c, s) = (-s, c)
          size = size * Twofold(Double(q)) * h / Twofold(Double(i + 1))
        }
      }
    }
    self.potential = potential
  }

  /// Delta(E) - 2 cos 2 pi theta, and the zeros in the turn of the solution with y(0) = 0.
  func discriminant(at energy: Twofold) -> (value: Twofold, zeros: Int) {
    let shift = energy * factor
    // y and h y' of two solutions.
    var (y, dy) = (Twofold(1), Twofold(0))
    var (z, dz) = (Twofold(0), Twofold(1))
    var zeros = 0
    var (a, b) = ([Twofold](repeating: Twofold(0), count: order + 1), [Twofold]())
    b = a
    for j in 0..<steps {
      (a[0], a[1], b[0], b[1]) = (y, dy, z, dz)
      for n in 0...(order - 2) {
        var (p, q) = (-(shift * a[n]), -(shift * b[n]))
        for i in 0...n {
          let w = potential[j * (order + 1) + i]
          p = p + w * a[n - i]
          q = q + w * b[n - i]
        }
        let divisor = Twofold(Double((n + 1) * (n + 2)))
        (a[n + 2], b[n + 2]) = (p / divisor, q / divisor)
      }
      let before = z.hi
      (y, dy, z, dz) = (Twofold(0), Twofold(0), Twofold(0), Twofold(0))
      for n in (0...order).reversed() {
        (y, z) = (y + a[n], z + b[n])
        (dy, dz) = (dy + Twofold(Double(n)) * a[n], dz + Twofold(Double(n)) * b[n])
      }
      if before * z.hi < 0 { zeros += 1 }
    }
    return (y + dz - goal, zeros)
  }

  /// The level k between two bounds; nil unless a change of the discriminant's sign and the zeros at both
  /// ends prove that it is there.
  ///
  /// Level j lies from the Dirichlet level j - 1 to the Dirichlet level j, and the zeros at E count the
  /// Dirichlet levels below E: a level j between the bounds has zeros(lower) <= j <= zeros(upper). The
  /// direction of the change gives j mod 2, so that j = k where these counts differ by 1 at most. Zeros at
  /// the root itself would not do: a flat band and its Dirichlet level were one number in 31 digits.
  func level(_ k: Int, between lower: Double, and upper: Double) -> Twofold? {
    let sign = k.isMultiple(of: 2) ? 1.0 : -1.0
    let (a, b) = (Twofold(lower), Twofold(upper))
    let (below, above) = (discriminant(at: a), discriminant(at: b))
    let (f, g) = (below.value, above.value)
    guard sign * f.hi >= 0, sign * g.hi <= 0, f.hi != g.hi else { return nil }
    guard (below.zeros...max(below.zeros, above.zeros)).contains(k),
      above.zeros - below.zeros <= 1
    else { return nil }
    let root = a - f * (b - a) / (g - f)
    return root - discriminant(at: root).value * (b - a) / (g - f)
  }
}

extension Twofold {
  static let tau = Twofold(6.283185307179586) + Twofold(2.4492935982947064e-16)

  /// cos and sin: quarter turns are taken off, then Taylor's series.
  func circle() -> (cosine: Twofold, sine: Twofold) {
    let quarter = Twofold.tau / Twofold(4)
    let quarters = (hi / quarter.hi).rounded()
    let x = self - Twofold(quarters) * quarter
    var (cosine, sine, term) = (Twofold(1), Twofold(0), Twofold(1))
    for n in 1...30 {
      term = term * x / Twofold(Double(n))
      switch n % 4 {
      case 0: cosine = cosine + term
      case 1: sine = sine + term
      case 2: cosine = cosine - term
      default: sine = sine - term
      }
    }
    switch ((Int(quarters) % 4) + 4) % 4 {
    case 0: return (cosine, sine)
    case 1: return (-sine, cosine)
    case 2: return (-cosine, -sine)
    default: return (sine, -cosine)
    }
  }
}
