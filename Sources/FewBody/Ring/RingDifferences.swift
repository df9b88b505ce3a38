import ComplexModule
import LinearOperators
import RealModule

/// Central differences on M equal steps h of a ring, the flux as a Peierls phase exp(i theta h) of every
/// link.
///
/// -psi''(phi_j) = -(1/h^2) sum_d s_d psi_(j+d) and psi'(phi_j) = (1/h) sum_d t_d psi_(j+d) of order 2-8 (B. Fornberg,
/// Math. Comp. 51 (1988) 699, Table 1); B{l, sigma_r}Q/2 takes sigma_r at both ends of a link, so that H
/// stays Hermitian.
struct RingDifferences {
  let waves: PlaneWaves
  let potential: PeriodicPotential
  let order: Int

  private static let second: [Int: [Double]] = [
    2: [-2, 1], 4: [-5.0 / 2, 4.0 / 3, -1.0 / 12], 6: [-49.0 / 18, 3.0 / 2, -3.0 / 20, 1.0 / 90],
    8: [-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560],
  ]
  private static let first: [Int: [Double]] = [
    2: [0, 0.5], 4: [0, 2.0 / 3, -1.0 / 12], 6: [0, 3.0 / 4, -3.0 / 20, 1.0 / 60],
    8: [0, 4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280],
  ]

  func lowest(_ count: Int, points: Int) throws(FewBodyError) -> RingSector {
    let all = count + 4 * waves.components
    let fine = try solve(all, points)
    let coarsePoints = max(2 * points / 3, 4 * order)
    let coarse = try solve(min(all, coarsePoints / 2), coarsePoints)
    var because =
      "a grid's error is estimated by comparing \(points) with \(coarsePoints) points"
    if let reason = potential.because { because += "; " + reason }
    return RingSector(
      fine, coarse: coarse.values, dimension: waves.components * points, blur: potential.blur,
      because: because)
  }

  /// The link from (j, a) to (j + d, b), d >= 0: its element of H and, times i d h, of dH/df.
  private func link(_ j: Int, _ a: Int, _ d: Int, _ b: Int, _ h: Double) -> Complex<Double> {
    let s = (Self.second[order] ?? [])[d]
    let t = (Self.first[order] ?? [])[d]
    let k = waves.theta / Double(waves.series.turns)
    let phase = Complex(length: 1, phase: k * h * Double(d))
    let rotation = waves.rotation
    guard a != b else { return phase.multiplied(by: -rotation * s / (h * h)) }
    // l = -i d/dphi; sigma_r has exp(-i phi) from down to up.
    let sign = a == 0 ? -1.0 : 1.0
    let (start, end) = (sign * h * Double(j), sign * h * Double(j + d))
    let radial = Complex(length: 1, phase: start) + Complex(length: 1, phase: end)
    return Complex(0, -0.5 * rotation * waves.rashba * t / h) * phase * radial
  }

  private func solve(_ count: Int, _ points: Int) throws(FewBodyError) -> RingDiscreteLevels {
    let (components, turns) = (waves.components, Double(waves.series.turns))
    let h = 2 * Double.pi * turns / Double(points)
    let n = components * points
    let reach = order / 2
    let values = (0..<points).map { potential.value(at: h * Double($0)) }
    func entry(_ i: Int, _ m: Int, derivative: Bool) -> Complex<Double> {
      let (j, a, l, b) = (i / components, i % components, m / components, m % components)
      var sum = Complex<Double>.zero
      let forward = (l - j + points) % points
      let backward = (j - l + points) % points
      if forward <= reach, forward > 0 || a != b {
        let element = link(j, a, forward, b, h)
        sum += derivative ? element * Complex(0, h * Double(forward)) : element
      }
      if backward <= reach, backward > 0 {
        let element = link(l, b, backward, a, h).conjugate
        sum += derivative ? element * Complex(0, -h * Double(backward)) : element
      }
      if i == m, !derivative {
        let spin = components == 2 ? (a == 0 ? 0.5 : -0.5) * waves.zeeman : 0
        sum += Complex(link(j, a, 0, a, h).real + values[j] + spin)
      }
      return sum
    }
    let result = try algebra { () throws(LinearAlgebraError) in
      try HermitianMatrix(dimension: n) { entry($0, $1, derivative: false) }
        .lowest(
          count,
          diagonalizing: try HermitianMatrix(dimension: n) { entry($0, $1, derivative: true) }
        )
    }
    let vectors = result.vectors
    return RingDiscreteLevels(
      values: result.values, residuals: result.residuals, slopes: result.slopes,
      circulations: (0..<vectors.count).map { throughCut(vectors, $0, points, h) },
      states: (0..<vectors.count).map { state(vectors, $0, points) })
  }

  /// 2 pi c times the particle current through the cut before phi = 0: the links that cross it.
  ///
  /// In a stationary state no cut is special, so that it equals <dH/df>, which averages over all.
  private func throughCut(_ x: ComplexColumns, _ column: Int, _ points: Int, _ h: Double) -> Double
  {
    let components = waves.components
    func psi(_ j: Int, _ a: Int) -> Complex<Double> {
      let i = components * ((j + points) % points) + a + column * x.rows
      return Complex(x.real[i], x.imaginary[i])
    }
    var sum = 0.0
    for d in 1...(order / 2) {
      for start in -d..<0 {
        for a in 0..<components {
          for b in 0..<components {
            let element = psi(start, a).conjugate * link(start, a, d, b, h) * psi(start + d, b)
            sum -= 2 * element.imaginary
          }
        }
      }
    }
    return sum * h * Double(points)
  }

  private func state(_ x: ComplexColumns, _ column: Int, _ points: Int) -> RingState {
    let half = (points - 1) / 2
    let components = waves.components
    let coefficients = (0..<components).map { a in
      (-half...half).map { m in
        var sum = Complex<Double>.zero
        let turn = Complex(length: 1, phase: -2 * Double.pi * Double(m) / Double(points))
        var wave = Complex(1.0)
        for j in 0..<points {
          let i = components * j + a + column * x.rows
          sum += wave * Complex(x.real[i], x.imaginary[i])
          wave *= turn
        }
        return sum
      }
    }
    return waves.state(coefficients, waves: half)
  }
}
