import ComplexModule
import FourierTransforms
import RealModule

/// Derivatives of functions on a periodic grid through their Fourier series.
struct WaveDerivatives: Sendable {
  let grid: PeriodicGrid
  private let transform: ComplexFourierTransform
  private let odd: [[Double]]
  private let even: [[Double]]

  init(_ grid: PeriodicGrid) throws(FewBodyError) {
    self.grid = grid
    transform = try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(shape: grid.shape)
    }
    odd = grid.axes.map { $0.wavenumbers(isOdd: true) }
    even = grid.axes.map { $0.wavenumbers(isOdd: false) }
  }

  /// The coefficients c_k of f(r) = sum c_k exp(i k.(r - lower)), 0 for those that are rounding.
  ///
  /// Rounding is spread over all N of them: u |f|/sqrt N each (|f| the root mean square) from one transform, more after
  /// a propagation. A third derivative makes (pi N/L)^3 of that: of 1024 nodes on a ring 5e-3 of a force. What the
  /// wave numbers above four fifths of the cutoff hold is rounding, or else the error of the grid; nothing below twice
  /// the largest of it is known of f.
  func spectrum(_ values: [Complex<Double>]) -> [Complex<Double>] {
    let whole = transformed(.forward, values).map { $0.multiplied(by: transform.scale) }
    let square = whole.reduce(0) { $0 + $1.density }
    let edges = grid.axes.map { 0.8 * $0.cutoff }
    var outer = 0.0
    forEachMode { number, _, wave in
      guard edges.indices.contains(where: { wave[$0].magnitude > edges[$0] }) else { return }
      outer = max(outer, whole[number].density)
    }
    let single = 16 * 0x1p-53 * (square / Double(values.count)).squareRoot()
    let level = max(4 * outer, single * single)
    return whole.map { $0.density > level ? $0 : .zero }
  }

  private func transformed(
    _ direction: ComplexFourierTransform.Direction, _ values: [Complex<Double>]
  ) -> [Complex<Double>] {
    var result = values
    result.withUnsafeMutableBytes { bytes in
      guard let data = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      transform.execute(direction, data, data)
    }
    return result
  }

  /// Every wave vector with its number: that of odd derivatives, and that of even ones.
  func forEachMode(_ body: (Int, SIMD3<Double>, SIMD3<Double>) -> Void) {
    let shape = grid.shape
    var index = [Int](repeating: 0, count: shape.count)
    var (k, whole) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
    for number in 0..<grid.count {
      for d in shape.indices {
        k[d] = odd[d][index[d]]
        whole[d] = even[d][index[d]]
      }
      body(number, k, whole)
      for d in shape.indices.reversed() {
        index[d] += 1
        if index[d] < shape[d] { break }
        index[d] = 0
      }
    }
  }

  /// d_i f for each axis, from the spectrum of f.
  func gradient(_ spectrum: [Complex<Double>]) -> [[Complex<Double>]] {
    grid.axes.indices.map { i in
      field(spectrum) { k, _ in Complex(0, k[i]) }
    }
  }

  /// d_i d_j f for i <= j, from the spectrum of f, in the order 00, 01, 02, 11, 12, 22.
  func hessian(_ spectrum: [Complex<Double>]) -> [[Complex<Double>]] {
    let axes = grid.axes.indices
    return axes.flatMap { i in
      axes[i...].map { j in
        field(spectrum) { k, whole in
          Complex(i == j ? -whole[i] * whole[i] : -k[i] * k[j], 0)
        }
      }
    }
  }

  /// The function whose spectrum is `factor` times this one.
  func field(
    _ spectrum: [Complex<Double>],
    _ factor: (SIMD3<Double>, SIMD3<Double>) -> Complex<Double>
  ) -> [Complex<Double>] {
    var product = spectrum
    forEachMode { number, k, whole in product[number] *= factor(k, whole) }
    return transformed(.backward, product)
  }

  /// H psi = [-lap - 2iA.grad + A^2]psi/2m + W psi, since div A = 0.
  func hamiltonian(
    _ electron: MovingElectron, _ values: [Complex<Double>], time: Double,
    gradient: [[Complex<Double>]], laplacian: [Complex<Double>]
  ) -> [Complex<Double>] {
    values.indices.map { node in
      let r = grid.position(node)
      let a = electron.fields.vectorPotential(at: r, time: time)
      var kinetic = -laplacian[node] + values[node].multiplied(by: dot(a, a))
      for (d, component) in gradient.enumerated() {
        kinetic += Complex(0, -2 * a[d]) * component[node]
      }
      let energy = electron.potentialEnergy(at: r, time: time)
      return kinetic.multiplied(by: 0.5 / electron.mass) + values[node].multiplied(by: energy)
    }
  }

  /// <H> over <1>, in hartree.
  func energy(_ wave: GridWave, _ electron: MovingElectron) -> Double {
    let spectrum = spectrum(wave.values)
    let image = hamiltonian(
      electron, wave.values, time: wave.time, gradient: gradient(spectrum),
      laplacian: field(spectrum) { _, whole in Complex(-dot(whole, whole), 0) })
    var (sum, norm) = (0.0, 0.0)
    for (value, image) in zip(wave.values, image) {
      sum += value.real * image.real + value.imaginary * image.imaginary
      norm += value.density
    }
    return sum / norm
  }

  /// The largest coefficient above nine tenths of the largest wave number, over the largest of all.
  func cutoffShare(_ wave: GridWave) -> Double {
    let spectrum = spectrum(wave.values)
    let edges = grid.axes.map { 0.9 * $0.cutoff }
    var (edge, all) = (0.0, 0.0)
    forEachMode { number, _, whole in
      let size = spectrum[number].density
      all = max(all, size)
      if edges.indices.contains(where: { whole[$0].magnitude > edges[$0] }) {
        edge = max(edge, size)
      }
    }
    return all > 0 ? (edge / all).squareRoot() : 0
  }
}
