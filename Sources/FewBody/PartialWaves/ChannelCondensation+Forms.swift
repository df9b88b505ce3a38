/// Quadratic forms of the trial functions as they are stored.
extension ChannelCondensation {
  /// The Gram matrix of the trial functions.
  func weigh(_ batch: Int) {
    let mass = RadialElement.shared.mass
    let (m, t, n) = (channels, trials, Self.n)
    let h = matrices.lengths[batch]
    let start = coefficients + batch * t * m * n
    for column in 0..<(t * m) { Self.multiply(mass, start + column * n, products + column * n) }
    let (all, last) = (gram + batch * t * t, lastGram + batch * t * t)
    for q in 0..<t {
      for p in 0...q {
        let (x, y) = (start + p * m * n, products + q * m * n)
        var sum = Lanes(repeating: 0)
        var part = sum
        for j in 0..<m {
          part = Lanes(repeating: 0)
          for a in 0..<n { part += x[j * n + a] * y[j * n + a] }
          sum += part
        }
        (all[p * t + q], all[q * t + p]) = (h * sum, h * sum)
        (last[p * t + q], last[q * t + p]) = (h * part, h * part)
      }
    }
  }

  /// y = M x on one element of length 1: f_j meets f_(j +- 2), and the nodal functions f_2, f_3.
  @inline(__always)
  private static func multiply(
    _ mass: UnsafePointer<Double>, _ x: UnsafeMutablePointer<Lanes>,
    _ y: UnsafeMutablePointer<Lanes>
  ) {
    for a in 0..<2 {
      var sum: Lanes = mass[RadialElement.pair(a, 0)] * x[0]
      sum += mass[RadialElement.pair(a, 1)] * x[1]
      sum += mass[RadialElement.pair(a, 2)] * x[2]
      sum += mass[RadialElement.pair(a, 3)] * x[3]
      y[a] = sum
    }
    for a in 2..<n {
      var sum: Lanes = mass[RadialElement.pair(a, a)] * x[a]
      if a >= 4 { sum += mass[RadialElement.pair(a - 2, a)] * x[a - 2] }
      if a + 2 < n { sum += mass[RadialElement.pair(a, a + 2)] * x[a + 2] }
      if a < 4 {
        sum += mass[RadialElement.pair(0, a)] * x[0]
        sum += mass[RadialElement.pair(1, a)] * x[1]
      }
      y[a] = sum
    }
  }

  /// Replaces S by the full quadratic form of the coefficients stored, exact for any of them.
  func apply(_ batch: Int, _ s: Double) {
    let (m, t, n) = (channels, trials, Self.n)
    let shift: Lanes = s * matrices.lengths[batch]
    let start = coefficients + batch * t * m * n
    let zero = Lanes(repeating: 0)
    for p in 0..<t {
      let (x, y) = (start + p * m * n, products + p * m * n)
      // On entry M v.
      for a in 0..<(m * n) { y[a] = -shift * y[a] }
      for i in 0..<m {
        for j in max(0, i - matrices.reach)...min(m - 1, i + matrices.reach) {
          let block = self.block(batch, i, j)
          let (xj, yi) = (x + j * n, y + i * n)
          for a in 0..<n {
            var sum = zero
            let row = block + a * (a + 1) / 2
            for b in 0...a { sum += row[b] * xj[b] }
            for b in (a + 1)..<max(n, a + 1) { sum += block[b * (b + 1) / 2 + a] * xj[b] }
            yi[a] += sum
          }
        }
      }
    }
    let s0 = form + batch * t * t
    for q in 0..<t {
      for p in 0...q {
        let (x, y) = (start + p * m * n, products + q * m * n)
        var sum = zero
        for j in 0..<m {
          var part = zero
          for a in 0..<n { part += x[j * n + a] * y[j * n + a] }
          sum += part
        }
        s0[p * t + q] = sum
        s0[q * t + p] = sum
      }
    }
  }
}
