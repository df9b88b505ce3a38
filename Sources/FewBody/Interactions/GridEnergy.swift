import FourierTransforms
import RealModule

/// Energies of densities and currents on the nodes of a grid, by transforms of the doubled grid.
///
/// E = (h^3/M) sum_k K(k) F_a(k)* F_b(k), M = (2N)^3: the exact double sum over nodes. Between currents the
/// literal kernel acts on each component; the transverse one takes off the longitudinal part
/// sum G(k) D_a* D_b, D = i k . F (``FreeSpaceKernel/Function/longitudinal(_:)``).
struct GridEnergy {
  private let points: Int
  private let step: Double
  private let transform: RealFourierTransform
  private let kernel: FreeSpaceKernel
  private let longitudinal: FreeSpaceKernel?

  /// Three real components, or one.
  typealias Field = [[Double]]

  init(
    _ interaction: ElectronInteraction, points: Int, step: Double
  ) throws(FewBodyError) {
    self.points = points
    self.step = step
    let side = 2 * points
    transform = try fourier { () throws(FourierTransformError) in
      try RealFourierTransform(shape: [side, side, side])
    }
    kernel = try FreeSpaceKernel(.screened(interaction.screening), points: points, step: step)
    let isTransverse = interaction.channel == .ampere && interaction.gauge == .transverse
    longitudinal =
      isTransverse
      ? try FreeSpaceKernel(.longitudinal(interaction.screening), points: points, step: step) : nil
  }

  /// Bytes that a grid of N points an axis needs: spectra of two fields of two divergences, kernels.
  static func bytes(points n: Int) -> Double {
    let cube = Double(n) * Double(n) * Double(n)
    return 8 * cube * (8 * 6 + 24)
  }

  func energy(_ a: Field, _ b: Field) -> Double {
    let count = 2 * transform.complexCount
    let isCurrent = a.count == 3 && longitudinal != nil
    var spectra = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    var divergences = (
      [Double](repeating: 0, count: isCurrent ? count : 0),
      [Double](repeating: 0, count: isCurrent ? count : 0)
    )
    var sum = 0.0
    for axis in a.indices {
      spectrum(of: a[axis], into: &spectra.0)
      spectrum(of: b[axis], into: &spectra.1)
      sum += product(spectra.0, spectra.1, kernel)
      if isCurrent {
        addDivergence(of: spectra.0, along: axis, to: &divergences.0)
        addDivergence(of: spectra.1, along: axis, to: &divergences.1)
      }
    }
    if isCurrent, let longitudinal {
      // |i k . F|^2: the factor i is common to both.
      sum -= product(divergences.0, divergences.1, longitudinal)
    }
    return sum
  }

  /// The transform of a field that is 0 on the other seven eighths of the doubled grid.
  private func spectrum(of values: [Double], into spectrum: inout [Double]) {
    let (n, side) = (points, 2 * points)
    var padded = [Double](repeating: 0, count: side * side * side)
    for i in 0..<n {
      for j in 0..<n {
        let (from, to) = ((i * n + j) * n, (i * side + j) * side)
        for k in 0..<n { padded[to + k] = values[from + k] }
      }
    }
    padded.withUnsafeMutableBufferPointer { source in
      spectrum.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        transform.forward(from, to)
      }
    }
  }

  private func product(_ a: [Double], _ b: [Double], _ kernel: FreeSpaceKernel) -> Double {
    let (n, side) = (points, 2 * points)
    var total = 0.0
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        kernel.octant.withUnsafeBufferPointer { octant in
          for i in 0..<side {
            for j in 0..<side {
              let row = (min(i, side - i) * (n + 1) + min(j, side - j)) * (n + 1)
              let start = 2 * (i * side + j) * (n + 1)
              var sum = 0.0
              for k in 0...n {
                let index = start + 2 * k
                let part = a[index] * b[index] + a[index + 1] * b[index + 1]
                // The half of the spectrum that is not stored is the conjugate of the other.
                sum += (k == 0 || k == n ? 1 : 2) * octant[row + k] * part
              }
              total += sum
            }
          }
        }
      }
    }
    let cells = Double(side) * Double(side) * Double(side)
    return total * step * step * step / cells
  }

  /// Adds k_axis F; the highest wave number has no sign and counts as 0.
  private func addDivergence(
    of spectrum: [Double], along axis: Int, to divergence: inout [Double]
  ) {
    let (n, side) = (points, 2 * points)
    let unit = .pi / (Double(n) * step)
    func wave(_ i: Int) -> Double {
      i == n ? 0 : unit * Double(i < n ? i : i - side)
    }
    for i in 0..<side {
      for j in 0..<side {
        let start = 2 * (i * side + j) * (n + 1)
        for k in 0...n {
          let factor = wave(axis == 0 ? i : axis == 1 ? j : k)
          divergence[start + 2 * k] += factor * spectrum[start + 2 * k]
          divergence[start + 2 * k + 1] += factor * spectrum[start + 2 * k + 1]
        }
      }
    }
  }
}
