import ComplexModule

/// An orbital's derivatives at all nodes.
struct OrbitalFields: Sendable {
  private let values: [Complex<Double>]
  let rate: [Complex<Double>]
  private let gradient: [[Complex<Double>]]
  private let hessian: [[Complex<Double>]]
  private let rateGradient: [[Complex<Double>]]

  init(_ wave: GridWave, _ electron: MovingElectron, _ derivatives: WaveDerivatives) {
    values = wave.values
    let spectrum = derivatives.spectrum(wave.values)
    gradient = derivatives.gradient(spectrum)
    hessian = derivatives.hessian(spectrum)
    let pairs = WaveJet.pairs(wave.grid.dimension)
    var laplacian = [Complex<Double>](repeating: 0, count: values.count)
    for (field, (i, j)) in zip(hessian, pairs) where i == j {
      for node in laplacian.indices { laplacian[node] += field[node] }
    }
    rate = derivatives.hamiltonian(
      electron, values, time: wave.time, gradient: gradient, laplacian: laplacian
    ).map { Complex($0.imaginary, -$0.real) }
    rateGradient = derivatives.gradient(derivatives.spectrum(rate))
  }

  func jet(_ node: Int) -> WaveJet {
    var jet = WaveJet()
    jet.set(value: values[node], rate: rate[node])
    for i in gradient.indices {
      jet.set(gradient: gradient[i][node], i)
      jet.set(rateGradient: rateGradient[i][node], i)
    }
    for (field, (i, j)) in zip(hessian, WaveJet.pairs(gradient.count)) {
      jet.set(hessian: field[node], i, j)
    }
    return jet
  }
}

/// A density's derivatives at all nodes, from its own Fourier series and nothing of the orbitals'.
struct DensityFields: Sendable {
  let spectrum: [Complex<Double>]
  private let values: [Double]
  private let gradient: [[Complex<Double>]]
  private let hessian: [[Complex<Double>]]
  private let laplacianGradient: [[Complex<Double>]]

  init(_ density: [Double], _ derivatives: WaveDerivatives) {
    values = density
    spectrum = derivatives.spectrum(density.map { Complex($0, 0) })
    gradient = derivatives.gradient(spectrum)
    hessian = derivatives.hessian(spectrum)
    let spectrum = spectrum
    laplacianGradient = derivatives.grid.axes.indices.map { i in
      derivatives.field(spectrum) { k, whole in Complex(0, -k[i] * dot(whole, whole)) }
    }
  }

  func jet(_ node: Int) -> DensityJet {
    var jet = DensityJet(value: values[node])
    for i in gradient.indices {
      jet.gradient[i] = gradient[i][node].real
      jet.laplacianGradient[i] = laplacianGradient[i][node].real
    }
    for (field, (i, j)) in zip(hessian, WaveJet.pairs(gradient.count)) {
      jet.hessian[i][j] = field[node].real
      jet.hessian[j][i] = field[node].real
    }
    return jet
  }
}

/// The Fourier coefficients of an orbital and of its derivative in time.
struct OrbitalSpectra: Sendable {
  let wave: [Complex<Double>]
  let rate: [Complex<Double>]
}
