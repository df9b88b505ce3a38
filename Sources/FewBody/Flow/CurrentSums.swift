/// Density, momentum current J = Re sum psi* pi psi (pi = -i grad + A) and their derivatives, summed
/// over orbitals at a point.
struct CurrentSums {
  var density = 0.0
  var densityRate = 0.0
  var densityGradient = SIMD3<Double>.zero
  /// J, m rho v.
  var current = SIMD3<Double>.zero
  var currentRate = SIMD3<Double>.zero
  /// dJ/dx_j.
  var currentSlopes = [SIMD3<Double>](repeating: .zero, count: 3)
  /// d_j Re (pi_i psi)*(pi_j psi)/m.
  private var flux = SIMD3<Double>.zero

  mutating func add(
    _ wave: WaveJet, _ a: SIMD3<Double>, _ fields: UniformFields, _ dimension: Int, _ mass: Double
  ) {
    let (re, im) = (wave.re, wave.im)
    // pi psi = -i grad psi + A psi, real and imaginary; absent directions are left out.
    var shown = SIMD3<Double>.zero
    for d in 0..<dimension { shown[d] = 1 }
    let inside = a * shown
    let momentum: SIMD3<Double> = im.gradient + inside * re.value
    let momentumIm: SIMD3<Double> = inside * im.value - re.gradient
    density += re.value * re.value + im.value * im.value
    densityRate += 2 * (re.value * re.rate + im.value * im.rate)
    densityGradient += 2 * (re.value * re.gradient + im.value * im.gradient)
    current += re.value * momentum + im.value * momentumIm
    let turn = fields.backgroundRate * shown
    let rateRe: SIMD3<Double> = im.rateGradient + inside * re.rate + turn * re.value
    let rateIm: SIMD3<Double> = inside * im.rate + turn * im.value - re.rateGradient
    currentRate += re.rate * momentum + im.rate * momentumIm
    currentRate += re.value * rateRe + im.value * rateIm
    var divergence = (re: 0.0, im: 0.0)
    for j in 0..<dimension {
      let slope = fields.slope(j) * shown
      var columnRe: SIMD3<Double> = im.hessian[j] + inside * re.gradient[j]
      columnRe += slope * re.value
      var columnIm: SIMD3<Double> = inside * im.gradient[j] - re.hessian[j]
      columnIm += slope * im.value
      var change: SIMD3<Double> = re.gradient[j] * momentum + im.gradient[j] * momentumIm
      change += re.value * columnRe + im.value * columnIm
      currentSlopes[j] += change
      flux += (columnRe * momentum[j] + columnIm * momentumIm[j]) / mass
      divergence.re += columnRe[j]
      divergence.im += columnIm[j]
    }
    flux += (momentum * divergence.re + momentumIm * divergence.im) / mass
  }

  /// d_j [Re (pi_i psi)*(pi_j psi)/m - m rho v_i v_j], given m v and its columns.
  func stressDivergence(
    _ m: SIMD3<Double>, _ columns: [SIMD3<Double>], _ mass: Double
  ) -> SIMD3<Double> {
    // d_j(rho mv_i mv_j) = J_j d_j(mv_i) + mv_i d_j J_j.
    let divergence = currentSlopes[0].x + currentSlopes[1].y + currentSlopes[2].z
    var convected: SIMD3<Double> = current.x * columns[0] + current.y * columns[1]
    convected += current.z * columns[2] + divergence * m
    return flux - convected / mass
  }
}
