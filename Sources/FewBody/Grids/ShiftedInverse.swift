import LinearOperators

/// -(H - sigma)^-1 for sigma below the spectrum, by conjugate gradients with the factored second
/// differences as preconditioner: its lowest levels are those of H.
struct ShiftedInverse: LinearOperator {
  let matrix: FourierLineOperator
  let shift: Double
  let coarse: BandedFactorization

  var dimension: Int { matrix.dimension }

  /// y = -(H - sigma)^-1 x. The preconditioned residual falls by a factor of 4 to 5 a step (condition
  /// pi^2/4); thirty steps reach rounding, and a step that gains nothing ends it.
  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    let n = dimension
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * n) { scratch in
      guard let base = scratch.baseAddress else { return }
      let (r, z) = (base, UnsafeMutableBufferPointer(start: base + n, count: n))
      let p = UnsafeMutableBufferPointer(start: base + 2 * n, count: n)
      let q = UnsafeMutableBufferPointer(start: base + 3 * n, count: n)
      for i in 0..<n {
        r[i] = -x[i]
        z[i] = -x[i]
        y[i] = 0
      }
      coarse.solve(z)
      _ = p.update(fromContentsOf: z)
      var gamma = 0.0
      for i in 0..<n { gamma += r[i] * z[i] }
      let first = gamma
      for _ in 0..<40 where gamma > 1e-32 * first {
        matrix.apply(UnsafeBufferPointer(p), q)
        var curvature = 0.0
        for i in 0..<n {
          q[i] -= shift * p[i]
          curvature += p[i] * q[i]
        }
        guard curvature > 0 else { break }
        let step = gamma / curvature
        for i in 0..<n {
          y[i] += step * p[i]
          r[i] -= step * q[i]
          z[i] = r[i]
        }
        coarse.solve(z)
        var next = 0.0
        for i in 0..<n { next += r[i] * z[i] }
        guard next > 0, next < 0.9 * gamma else { break }
        let ratio = next / gamma
        for i in 0..<n { p[i] = z[i] + ratio * p[i] }
        gamma = next
      }
    }
  }
}
