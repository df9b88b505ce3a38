import ComplexModule
import RealModule

/// Fourier series at any point: exact between the nodes, where interpolation is not.
extension WaveDerivatives {
  /// exp(i k.(r - lower)) of every mode, with its wave vectors.
  private func forEachWave(
    at point: SIMD3<Double>,
    _ body: (Int, SIMD3<Double>, SIMD3<Double>, Complex<Double>) -> Void
  ) {
    let tables = grid.axes.enumerated().map { d, axis in
      axis.wavenumbers(isOdd: false).map { k in
        let angle = k * (point[d] - axis.lower)
        return Complex(Double.cos(angle), Double.sin(angle))
      }
    }
    let shape = grid.shape
    forEachMode { number, k, whole in
      var (rest, wave) = (number, Complex<Double>(1, 0))
      for d in shape.indices.reversed() {
        wave *= tables[d][rest % shape[d]]
        rest /= shape[d]
      }
      body(number, k, whole, wave)
    }
  }

  func jet(_ spectra: OrbitalSpectra, at point: SIMD3<Double>) -> WaveJet {
    let d = grid.dimension
    let pairs = WaveJet.pairs(d)
    let zero = Complex<Double>.zero
    var (value, rate) = (zero, zero)
    var gradient = [Complex<Double>](repeating: zero, count: d)
    var rateGradient = gradient
    var hessian = [Complex<Double>](repeating: zero, count: pairs.count)
    forEachWave(at: point) { number, k, whole, wave in
      let a = spectra.wave[number] * wave
      let b = spectra.rate[number] * wave
      value += a
      rate += b
      for i in 0..<d {
        gradient[i] += Complex(-a.imaginary * k[i], a.real * k[i])
        rateGradient[i] += Complex(-b.imaginary * k[i], b.real * k[i])
      }
      for (place, (i, j)) in pairs.enumerated() {
        hessian[place] -= a.multiplied(by: i == j ? whole[i] * whole[i] : k[i] * k[j])
      }
    }
    var jet = WaveJet()
    jet.set(value: value, rate: rate)
    for i in 0..<d {
      jet.set(gradient: gradient[i], i)
      jet.set(rateGradient: rateGradient[i], i)
    }
    for (place, (i, j)) in pairs.enumerated() { jet.set(hessian: hessian[place], i, j) }
    return jet
  }

  func densityJet(_ spectrum: [Complex<Double>], at point: SIMD3<Double>) -> DensityJet {
    var jet = DensityJet()
    let d = grid.dimension
    forEachWave(at: point) { number, k, whole, wave in
      let term = spectrum[number] * wave
      jet.value += term.real
      jet.gradient -= term.imaginary * k
      jet.laplacianGradient += (term.imaginary * dot(whole, whole)) * k
      for i in 0..<d {
        for j in 0..<d {
          jet.hessian[i][j] -= term.real * (i == j ? whole[i] * whole[i] : k[i] * k[j])
        }
      }
    }
    return jet
  }
}
