import FourierTransforms
import LinearOperators
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

  /// Nil when told to stop.
  init?(
    _ function: Function, points: Int, step: Double, threads: Threads = .single,
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) {
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
    // Even in all axes and under their exchange: i >= j >= k. A slab i is found by one thread, which writes its
    // mirror images as well; the last slabs are the longest and come first.
    for start in stride(from: 0, to: n, by: 16 * threads.count) {
      if shouldStop() { return nil }
      values.withUnsafeMutableBufferPointer { values in
        guard let target = values.baseAddress else { return }
        threads.forEach(min(16 * threads.count, n - start)) { part in
          let i = n - 1 - start - part
          for j in 0...i {
            for k in 0...j {
              let q = spacing * Double(i * i + j * j + k * k).squareRoot()
              let value = transform.value(at: q) / volume
              target[(i * n + j) * n + k] = value
              target[(i * n + k) * n + j] = value
              target[(j * n + i) * n + k] = value
              target[(j * n + k) * n + i] = value
              target[(k * n + i) * n + j] = value
              target[(k * n + j) * n + i] = value
            }
          }
        }
      }
    }
    if shouldStop() { return nil }
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
