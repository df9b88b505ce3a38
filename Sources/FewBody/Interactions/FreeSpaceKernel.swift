import FourierTransforms
import RealModule

/// A kernel g(|r|) cut off beyond the diagonal of a box, on the doubled grid of that box: convolutions
/// with it see no periodic image.
///
/// The cut kernel has an entire transform, known in closed form; sampled on a grid of (1 + sqrt 3) N
/// points it gives the band-limited g at all distances within the box (F. Vico, L. Greengard,
/// M. Ferrando, J. Comput. Phys. 323, 191 (2016)). g is even in x, y and z, so that cosine transforms
/// of an octant do.
struct FreeSpaceKernel: Sendable {
  enum Function: Sendable, Hashable {
    /// exp(-lambda r)/r.
    case screened(Double)
    /// (1 - exp(-lambda r) - lambda r)/(lambda^2 r): the longitudinal kernel without its constant,
    /// which no divergence sees; -r/2 for lambda = 0.
    case longitudinal(Double)
  }

  /// h^3 sum_j g(r_j) exp(-i k r_j) at the octant 0 ... N of wave numbers, index (i (N+1) + j)(N+1) + k.
  let octant: [Double]
  let points: Int

  init(_ function: Function, points: Int, step: Double) throws(FewBodyError) {
    self.points = points
    let cutoff = 3.0.squareRoot() * Double(points) * step
    let period = FreeSpaceKernel.smooth(
      Int((Double(points) * (1 + 3.0.squareRoot())).rounded(.up)))
    let n = period / 2 + 1
    let cube = [TrigonometricTransform.Kind](repeating: .cosineI, count: 3)
    let (wide, narrow) = try fourier { () throws(FourierTransformError) in
      (
        try TrigonometricTransform(cube, shape: [n, n, n]),
        try TrigonometricTransform(cube, shape: [points + 1, points + 1, points + 1])
      )
    }
    let spacing = 2 * .pi / (Double(period) * step)
    let volume = Double(period) * step * Double(period) * step * Double(period) * step
    let transform = RadialTransform(function, cutoff: cutoff)
    var values = [Double](repeating: 0, count: n * n * n)
    // Even in all axes and under their exchange: i >= j >= k.
    for i in 0..<n {
      for j in 0...i {
        for k in 0...j {
          let q = spacing * Double(i * i + j * j + k * k).squareRoot()
          let value = transform.value(at: q) / volume
          for (a, b, c) in [(i, j, k), (i, k, j), (j, i, k), (j, k, i), (k, i, j), (k, j, i)] {
            values[(a * n + b) * n + c] = value
          }
        }
      }
    }
    let real = try fourier { () throws(FourierTransformError) in try wide.transform(values) }
    let m = points + 1
    var near = [Double](repeating: 0, count: m * m * m)
    for i in 0..<m {
      for j in 0..<m {
        for k in 0..<m { near[(i * m + j) * m + k] = real[(i * n + j) * n + k] }
      }
    }
    let cell = step * step * step
    octant = try fourier { () throws(FourierTransformError) in try narrow.transform(near) }
      .map { cell * $0 }
  }

  /// The next even number without prime factors above 5, of which FFTW's transforms are fast.
  static func smooth(_ least: Int) -> Int {
    var candidate = least + least % 2
    while true {
      var rest = candidate
      for prime in [2, 3, 5] { while rest.isMultiple(of: prime) { rest /= prime } }
      if rest == 1 { return candidate }
      candidate += 2
    }
  }
}

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
