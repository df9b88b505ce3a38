import RealModule

/// The angular Fourier integrals of an interaction along a circle of finite thickness.
///
/// V_q = integral_(-pi)^pi V(phi) cos(q phi) dphi on elements graded towards phi = 0, where V varies over a/R.
struct RingKernelHarmonics {
  let radius: Double
  let thickness: Double
  let interaction: ElectronInteraction

  /// V between densities, or between unit currents along the circle: with n the direction of d,
  /// t.t' = cos phi and (t.n)(t'.n) = (R sin phi/d)^2.
  ///
  /// At a = 0 and lambda = 0 the transverse one is (1 + 3 cos phi)/(8 R sin(phi/2)), half of the
  /// kernel of Essen's Eq. (31) that the Darwin term has twice.
  func value(at angle: Double) -> Double {
    let half = 2 * radius * Double.sin(angle / 2)
    let distance = (half * half + thickness * thickness).squareRoot()
    let x = interaction.screening * distance
    let decay = Double.exp(-x) / distance
    guard interaction.channel == .ampere else { return decay }
    let cosine = Double.cos(angle)
    guard interaction.gauge == .transverse else { return decay * cosine }
    let along = radius * Double.sin(angle) / distance
    let part = RingKernelHarmonics.contact(x) / distance
    return (decay - part) * cosine + (3 * part - decay) * along * along
  }

  /// [1 - e^(-x)(1 + x)]/x^2: K_ab = (Y - C/r) delta_ab + (3C/r - Y) n_a n_b, Y = e^(-x)/r.
  static func contact(_ x: Double) -> Double {
    guard x < 0.5 else { return (1 - Double.exp(-x) * (1 + x)) / (x * x) }
    var (term, sum) = (0.5, 0.5)
    for k in 3...20 {
      term *= -x / Double(k)
      sum += term * Double(k - 1)
    }
    return sum
  }

  /// V_q for many q, by one rule; and integral |V|.
  func harmonics(
    _ numbers: [Double], rule: CumulativeRule
  ) -> (values: [Double], magnitude: Double) {
    let fastest = numbers.reduce(1) { max($0, $1.magnitude) }
    var nodes = [0.0]
    let first = min(thickness / radius, 1)
    while let angle = nodes.last, angle < .pi {
      let limit = interaction.screening > 0 ? 6 / (interaction.screening * radius) : .pi
      nodes.append(min(.pi, angle + min(0.5 * first + 0.8 * angle, 8 / fastest, limit)))
    }
    var values = [Double](repeating: 0, count: numbers.count)
    var magnitude = 0.0
    for (left, right) in zip(nodes, nodes.dropFirst()) {
      for q in 0..<rule.count {
        let angle = left + (right - left) * rule.points[q]
        let weighted = 2 * (right - left) * rule.weights[q] * value(at: angle)
        magnitude += weighted.magnitude
        for (i, number) in numbers.enumerated() {
          values[i] += weighted * .cos(number * angle)
        }
      }
    }
    return (values, magnitude)
  }
}
