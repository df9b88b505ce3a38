import RealModule

/// Two solutions of -B y'' + V y = E y round a ring, for eight energies at a time.
///
/// y_1 = 1, y_1' = 0 and y_2 = 0, y_2' = 1 at phi = 0 are carried over equal steps by their Taylor series,
/// whose coefficients follow from those of V: with Y_n = y^(n) h^n/n! and W_i = V^(i) h^(i+2)/(B i!),
/// (n + 1)(n + 2) Y_(n+2) = sum_i W_i Y_(n-i) - (E h^2/B) Y_n.
struct HillPropagation: Sendable {
  let steps: Int
  let order: Int
  private let rotation: Double
  /// W_i at step j is at j * (order + 1) + i.
  private let coefficients: [Double]

  /// - Parameters:
  ///   - steps: of the turn.
  ///   - top: the highest energy that will be asked for.
  init(_ series: FourierSeries, rotation: Double, steps: Int, top: Double) {
    let h = 2 * Double.pi / Double(steps)
    let fastest = max(
      Double(series.degree),
      ((top - series.mean + series.variation) / rotation).magnitude.squareRoot())
    // Terms fall like (omega h)^n/n!.
    var (order, term) = (2, 0.5 * fastest * h * fastest * h)
    while order < 40, term > 1e-17 || order < 10 {
      order += 1
      term *= fastest * h / Double(order)
    }
    self.steps = steps
    self.order = order
    self.rotation = rotation
    var coefficients = [Double](repeating: 0, count: steps * (order + 1))
    for j in 0..<steps {
      coefficients[j * (order + 1)] = series.mean * h * h / rotation
      for g in 1..<(series.degree + 1) {
        let angle = h * Double(j) * Double(g)
        let (c, s) = (Double.cos(angle), Double.sin(angle))
        // 2 V_g exp(i g phi), differentiated by factors i g.
        var x = 2 * (series.real[g - 1] * c - series.imaginary[g - 1] * s)
        var y = 2 * (series.real[g - 1] * s + series.imaginary[g - 1] * c)
        var factor = h * h / rotation
        for i in 0...order {
          coefficients[j * (order + 1) + i] += factor * x
          (x, y) = (-y, x)
          factor *= Double(g) * h / Double(i + 1)
        }
      }
    }
    self.coefficients = coefficients
  }

  typealias Lanes = SIMD8<Double>

  /// y_1 and y_2 at the steps' beginnings, then y_1, y_1', y_2, y_2' after the turn.
  func solutions(at energies: Lanes) -> (
    first: [Lanes], second: [Lanes], end: (Lanes, Lanes, Lanes, Lanes)
  ) {
    let h = 2 * Double.pi / Double(steps)
    let shift = energies * (h * h / rotation)
    var first = [Lanes](repeating: .zero, count: steps)
    var second = first
    // The slope is carried as h y'.
    var (y, dy) = (Lanes(repeating: 1), Lanes.zero)
    var (z, dz) = (Lanes.zero, Lanes(repeating: h))
    var inverse = [Double](repeating: 0, count: order + 1)
    for n in 0...(order - 2) { inverse[n] = 1 / Double((n + 1) * (n + 2)) }
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 2 * (order + 1)) { series in
      coefficients.withUnsafeBufferPointer { all in
        for j in 0..<steps {
          first[j] = y
          second[j] = z
          (series[0], series[1]) = (y, z)
          (series[2], series[3]) = (dy, dz)
          let w = j * (order + 1)
          var (sumY, sumZ) = (y + dy, z + dz)
          var (slopeY, slopeZ) = (dy, dz)
          for n in 0...(order - 2) {
            var a = -shift * series[2 * n]
            var b = -shift * series[2 * n + 1]
            for i in 0...n {
              let v = all[w + i]
              a += v * series[2 * (n - i)]
              b += v * series[2 * (n - i) + 1]
            }
            a *= inverse[n]
            b *= inverse[n]
            series[2 * n + 4] = a
            series[2 * n + 5] = b
            sumY += a
            sumZ += b
            slopeY += Double(n + 2) * a
            slopeZ += Double(n + 2) * b
          }
          (y, z, dy, dz) = (sumY, sumZ, slopeY, slopeZ)
        }
      }
    }
    return (first, second, (y, dy / h, z, dz / h))
  }
}
