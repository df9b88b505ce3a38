import ComplexModule

/// An orbital at a point with what a force needs of it: psi, grad psi, its second derivatives,
/// d psi/dt and its gradient. Real and imaginary parts are apart, absent coordinates 0.
struct WaveJet {
  struct Part {
    var value = 0.0
    var gradient = SIMD3<Double>.zero
    /// Rows d_i d_j.
    var hessian = [SIMD3<Double>](repeating: .zero, count: 3)
    var rate = 0.0
    var rateGradient = SIMD3<Double>.zero
  }

  var re = Part()
  var im = Part()

  /// The six second derivatives in the order of ``WaveDerivatives/hessian(_:)``, of `dimension`.
  static func pairs(_ dimension: Int) -> [(Int, Int)] {
    (0..<dimension).flatMap { i in (i..<dimension).map { (i, $0) } }
  }

  mutating func set(gradient value: Complex<Double>, _ i: Int) {
    re.gradient[i] = value.real
    im.gradient[i] = value.imaginary
  }

  mutating func set(hessian value: Complex<Double>, _ i: Int, _ j: Int) {
    re.hessian[i][j] = value.real
    re.hessian[j][i] = value.real
    im.hessian[i][j] = value.imaginary
    im.hessian[j][i] = value.imaginary
  }

  mutating func set(rateGradient value: Complex<Double>, _ i: Int) {
    re.rateGradient[i] = value.real
    im.rateGradient[i] = value.imaginary
  }

  mutating func set(value: Complex<Double>, rate: Complex<Double>) {
    (re.value, im.value) = (value.real, value.imaginary)
    (re.rate, im.rate) = (rate.real, rate.imaginary)
  }
}

/// A density at a point: rho, grad rho, its second derivatives and grad lap rho.
struct DensityJet {
  var value = 0.0
  var gradient = SIMD3<Double>.zero
  var hessian = [SIMD3<Double>](repeating: .zero, count: 3)
  var laplacianGradient = SIMD3<Double>.zero

  /// grad Q of the quantum potential Q = -lap sqrt(rho)/(2m sqrt(rho))
  /// = -[lap rho/(2 rho) - (grad rho)^2/(4 rho^2)]/2m: from the density alone.
  func quantumForce(mass: Double) -> SIMD3<Double> {
    let inverse = 1 / value
    let laplacian = hessian[0].x + hessian[1].y + hessian[2].z
    let turned = SIMD3(
      dot(hessian[0], gradient), dot(hessian[1], gradient), dot(hessian[2], gradient))
    var sum: SIMD3<Double> = laplacianGradient * inverse
    sum -= (laplacian * gradient + turned) * (inverse * inverse)
    sum += gradient * (dot(gradient, gradient) * inverse * inverse * inverse)
    return sum * (-0.25 / mass)
  }
}
