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

  /// Nil when told to stop.
  init?(
    _ interaction: ElectronInteraction, points: Int, step: Double, threads: Threads,
    shouldStop: () -> Bool
  ) throws(FewBodyError) {
    self.points = points
    self.step = step
    self.threads = threads
    transform = try PaddedTransform(points: points)
    guard
      let kernel = try FreeSpaceKernel(
        .screened(interaction.screening), points: points, step: step, threads: threads,
        shouldStop: shouldStop)
    else { return nil }
    self.kernel = kernel
    guard interaction.channel == .ampere, interaction.gauge == .transverse else {
      longitudinal = nil
      return
    }
    guard
      let other = try FreeSpaceKernel(
        .longitudinal(interaction.screening), points: points, step: step, threads: threads,
        shouldStop: shouldStop)
    else { return nil }
    longitudinal = other
  }

  /// Bytes that a grid of N points an axis needs: the half transforms of two currents, samples with their
  /// derivatives, kernels.
  static func bytes(points n: Int) -> Double {
    let cube = Double(n) * Double(n) * Double(n)
    return 8 * cube * (6 * 4 + 40)
  }

  /// The energy of a field with itself, or with another one; nil when told to stop.
  func energy(_ a: Field, with other: Field? = nil, shouldStop: () -> Bool) -> Double? {
    guard let own = halves(a, shouldStop) else { return nil }
    var others: [[Double]]?
    if let other {
      guard let found = halves(other, shouldStop) else { return nil }
      others = found
    }
    // The blocks do not depend on the threads, so that sums are the same with any number of them.
    let (side, block) = (2 * points, 32)
    var total = 0.0
    for start in stride(from: 0, to: side, by: block) {
      if shouldStop() { return nil }
      let planes = threads.map(min(block, side - start)) { plane(own, others, ky: start + $0) }
      total += planes.reduce(0, +)
    }
    return total * step * step * step / (Double(side) * Double(side) * Double(side))
  }

  /// The transforms along z and y, one by one: each component is half of a doubled grid.
  private func halves(_ field: Field, _ shouldStop: () -> Bool) -> [[Double]]? {
    var found: [[Double]] = []
    for component in field {
      guard let half = transform.half(component, threads: threads, shouldStop: shouldStop) else {
        return nil
      }
      found.append(half)
    }
    return found
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
