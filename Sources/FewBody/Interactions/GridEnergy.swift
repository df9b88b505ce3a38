import LinearOperators
import RealModule

/// Energies of densities and currents on the nodes of a grid, by transforms of the doubled grid.
///
/// E = (h^3/M) sum_k K(k) F_a(k)* F_b(k), M = (2N)^3: the exact double sum over nodes. Between currents the
/// literal kernel acts on each component; the transverse one takes off the longitudinal part
/// sum G(k) D_a* D_b, D = i k . F (``FreeSpaceKernel/Function/longitudinal(_:)``).
struct GridEnergy {
  private let points: Int
  private let step: Double
  private let transform: PaddedTransform
  private let kernel: FreeSpaceKernel
  private let longitudinal: FreeSpaceKernel?
  private let threads: Threads

  /// Three real components, or one.
  typealias Field = [[Double]]

  init(
    _ interaction: ElectronInteraction, points: Int, step: Double, threads: Threads
  ) throws(FewBodyError) {
    self.points = points
    self.step = step
    self.threads = threads
    transform = try PaddedTransform(points: points)
    kernel = try FreeSpaceKernel(.screened(interaction.screening), points: points, step: step)
    let isTransverse = interaction.channel == .ampere && interaction.gauge == .transverse
    longitudinal =
      isTransverse
      ? try FreeSpaceKernel(.longitudinal(interaction.screening), points: points, step: step) : nil
  }

  /// Bytes that a grid of N points an axis needs: the half transforms of two currents, samples, kernels.
  static func bytes(points n: Int) -> Double {
    let cube = Double(n) * Double(n) * Double(n)
    return 8 * cube * (6 * 4 + 24)
  }

  /// The energy of a field with itself, or with another one.
  func energy(_ a: Field, with other: Field? = nil) -> Double {
    // One by one: each component is a whole doubled grid.
    let own = a.map(transform.half)
    let others = other?.map(transform.half)
    let planes = threads.map(2 * points) { plane(own, others, ky: $0) }
    let side = 2 * Double(points)
    return planes.reduce(0, +) * step * step * step / (side * side * side)
  }

  /// What one ky adds.
  private func plane(_ own: [[Double]], _ others: [[Double]]?, ky: Int) -> Double {
    let empty = [Double](repeating: 0, count: transform.plane)
    var (first, second) = (empty, others == nil ? [] : empty)
    let isCurrent = own.count == 3 && longitudinal != nil
    var (divergence, othersDivergence) = (isCurrent ? empty : [], isCurrent ? empty : [])
    var sum = 0.0
    for axis in own.indices {
      transform.spectrum(own[axis], ky: ky, into: &first)
      if let others { transform.spectrum(others[axis], ky: ky, into: &second) }
      sum += product(first, others == nil ? first : second, kernel, ky)
      guard isCurrent else { continue }
      addDivergence(of: first, along: axis, ky, to: &divergence)
      if others != nil { addDivergence(of: second, along: axis, ky, to: &othersDivergence) }
    }
    if isCurrent, let longitudinal {
      // |i k . F|^2: the factor i is common to both.
      sum -= product(divergence, others == nil ? divergence : othersDivergence, longitudinal, ky)
    }
    return sum
  }

  /// Sum over a plane of K F_a* F_b.
  private func product(
    _ a: [Double], _ b: [Double], _ kernel: FreeSpaceKernel, _ ky: Int
  ) -> Double {
    let (n, side) = (points, 2 * points)
    var total = 0.0
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        kernel.octant.withUnsafeBufferPointer { octant in
          for kx in 0..<side {
            let row = (min(kx, side - kx) * (n + 1) + min(ky, side - ky)) * (n + 1)
            let start = 2 * kx * (n + 1)
            var sum = 0.0
            for kz in 0...n {
              let index = start + 2 * kz
              let part = a[index] * b[index] + a[index + 1] * b[index + 1]
              // The half of the spectrum that is not stored is the conjugate of the other.
              sum += (kz == 0 || kz == n ? 1 : 2) * octant[row + kz] * part
            }
            total += sum
          }
        }
      }
    }
    return total
  }

  /// Adds k_axis F; the highest wave number has no sign and counts as 0.
  private func addDivergence(
    of spectrum: [Double], along axis: Int, _ ky: Int, to divergence: inout [Double]
  ) {
    let (n, side) = (points, 2 * points)
    let unit = .pi / (Double(n) * step)
    let waves = (0..<side).map { i in i == n ? 0 : unit * Double(i < n ? i : i - side) }
    spectrum.withUnsafeBufferPointer { spectrum in
      divergence.withUnsafeMutableBufferPointer { divergence in
        for kx in 0..<side {
          let start = 2 * kx * (n + 1)
          for kz in 0...n {
            let factor = axis == 0 ? waves[kx] : axis == 1 ? waves[ky] : waves[kz]
            divergence[start + 2 * kz] += factor * spectrum[start + 2 * kz]
            divergence[start + 2 * kz + 1] += factor * spectrum[start + 2 * kz + 1]
          }
        }
      }
    }
  }
}
