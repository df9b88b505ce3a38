import RealModule

/// 4 pi integral_0^R g(r) r sin(q r)/q dr in closed form.
struct RadialTransform: Sendable {
  private let function: FreeSpaceKernel.Function
  private let cutoff: Double

  init(_ function: FreeSpaceKernel.Function, cutoff: Double) {
    self.function = function
    self.cutoff = cutoff
  }

  func value(at q: Double) -> Double {
    switch function {
    case .screened(let screening): screened(screening, q)
    case .longitudinal(let screening): longitudinal(screening, q)
    }
  }

  /// [1 - exp(-lambda R)(cos q R + (lambda/q) sin q R)] 4 pi/(q^2 + lambda^2).
  private func screened(_ screening: Double, _ q: Double) -> Double {
    let (x, y) = (q * cutoff, screening * cutoff)
    if q == 0 {
      // 1 - e^(-y)(1 + y) = sum_(k >= 2) (-1)^k (k - 1) y^k/k!, over y^2.
      guard y < 0.5 else {
        return 4 * .pi * cutoff * cutoff * (1 - Double.exp(-y) * (1 + y)) / (y * y)
      }
      var (term, sum) = (0.5, 0.5)
      for k in 3...20 {
        term *= -y / Double(k)
        sum += term * Double(k - 1)
      }
      return 4 * .pi * cutoff * cutoff * sum
    }
    if screening == 0 {
      let half = Double.sin(x / 2) / q
      return 8 * .pi * half * half
    }
    let rest = Double.exp(-y) * (.cos(x) + screening / q * .sin(x))
    return 4 * .pi * (1 - rest) / (q * q + screening * screening)
  }

  /// Over lambda^2 the parts cancel to order lambda^2 R^2: where that is below 1/400 the series
  /// sum_p (-lambda)^(p-1) (-1) r^p/(p + 1)!, p = 1 ... 8, stands instead.
  private func longitudinal(_ screening: Double, _ q: Double) -> Double {
    let y = screening * cutoff
    if y < 0.05 {
      var (factor, sum) = (-0.5, 0.0)
      for p in 1...8 {
        sum += factor * power(p, q)
        factor *= -screening / Double(p + 2)
      }
      return sum
    }
    let parts = screened(0, q) - screened(screening, q)
    return parts / (screening * screening) - power(0, q) / screening
  }

  /// The transform of r^p within R: 4 pi/q integral r^(p+1) sin(q r) dr by parts.
  private func power(_ p: Int, _ q: Double) -> Double {
    if q == 0 { return 4 * .pi * Double.pow(cutoff, p + 3) / Double(p + 3) }
    let (sine, cosine) = (Double.sin(q * cutoff), Double.cos(q * cutoff))
    var s = (1 - cosine) / q
    var c = sine / q
    var reach = 1.0
    for k in stride(from: 1, through: p + 1, by: 1) {
      reach *= cutoff
      let next = -reach * cosine / q + Double(k) / q * c
      c = reach * sine / q - Double(k) / q * s
      s = next
    }
    return 4 * .pi * s / q
  }
}
