import RealModule

/// The integrals that make the moments of a ``Helix``.
struct HelixMoments {
  private let a: Double
  private let b: Double
  private let length: Double
  /// int g sin(q pi u/T) du for q = 0, 1, ...
  private let projections: [SIMD3<Double>]

  init(_ helix: Helix, states: Int) {
    a = helix.radius.bohr
    b = helix.pitch.bohr
    length = 2 * .pi * helix.turns
    let (nodes, weights) = GaussLegendre.positiveHalf(points: 16)
    var sums = [SIMD3<Double>](repeating: .zero, count: 2 * states)
    // A panel holds half a wave of the fastest factor at most.
    let panels = 2 * states + 4 * Int(helix.turns.rounded(.up))
    let half = length / Double(2 * panels)
    for panel in 0..<panels {
      for (node, weight) in zip(nodes, weights) {
        for sign in [-1.0, 1.0] {
          let u = half * (Double(2 * panel + 1) + sign * (node.hi))
          let t = u - length / 2
          let (c, s) = (Double.cos(t), Double.sin(t))
          let w = weight.hi * half
          let g = SIMD3(a * b * (s - t * c), -a * b * (c + t * s), a * a) * w
          for q in sums.indices { sums[q] += g * Double.sin(Double(q) * .pi * u / length) }
        }
      }
    }
    projections = sums
  }

  /// int g W du, W = psi_p psi_n' - psi_p' psi_n.
  func angular(_ n: Int, _ p: Int) -> SIMD3<Double> {
    let sum = projections[p + n] * Double(n - p)
    let difference = projections[p - n] * Double(n + p)
    return (sum + difference) * (.pi / (length * length))
  }

  /// <n|r|p>: z = -8 b T n p/(pi^2 (n^2 - p^2)^2) for n - p odd, x and y from
  /// int cos(q v) e^{it} du = (T/2) [cos(q pi/2)(s_+ + s_-) + i sin(q pi/2)(s_+ - s_-)],
  /// s = sin(y)/y at y = (q pi +- T)/2.
  func position(_ n: Int, _ p: Int) -> SIMD3<Double> {
    let low = wave(p - n)
    let high = wave(p + n)
    let isOdd = !(n + p).isMultiple(of: 2)
    let gap = Double(n * n - p * p)
    let z = isOdd ? -8 * b * length * Double(n * p) / (.pi * .pi * gap * gap) : 0
    return SIMD3(a * (low.c - high.c), a * (low.s - high.s), z)
  }

  private func wave(_ q: Int) -> (c: Double, s: Double) {
    let plus = HelixMoments.sinc((Double(q) * .pi + length) / 2)
    let minus = HelixMoments.sinc((Double(q) * .pi - length) / 2)
    switch q % 4 {
    case 0: return ((plus + minus) / 2, 0)
    case 1: return (0, (plus - minus) / 2)
    case 2: return (-(plus + minus) / 2, 0)
    default: return (0, -(plus - minus) / 2)
    }
  }

  private static func sinc(_ y: Double) -> Double {
    y.magnitude < 1e-4 ? 1 - y * y / 6 : .sin(y) / y
  }
}
