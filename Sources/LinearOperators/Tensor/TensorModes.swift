/// Functions of A ⊗ 1 ⊗ 1 + 1 ⊗ B ⊗ 1 + 1 ⊗ 1 ⊗ C through the eigenvectors of the three small
/// matrices ("fast diagonalization": Lynch, Rice and Thomas, Numer. Math. 6 (1964) 185).
///
/// A vector is an nx × ny × nz array by rows. An application makes three passes over it: slabs of
/// constant x to the modes of y and z, panels of columns through the modes of x and back, slabs
/// back. All scratch is one slab or panel a thread.
public struct TensorModes: Sendable {
  /// The modes of A, along the first axis.
  public let x: ModeTransform
  /// The modes of B, along the second axis.
  public let y: ModeTransform
  /// The modes of C, along the third axis, which runs fastest.
  public let z: ModeTransform

  /// What happens to each mode, λ being the sum of its three eigenvalues.
  public enum Response: Sendable {
    /// λ: the operator itself.
    case identity
    /// 1/(λ + σ); λ + σ must not vanish.
    case shiftedInverse(Double)
    /// 1/√(λ + σ) with λ + σ > 0.
    case inverseSquareRoot(Double)
  }

  /// The modes of the sum from those of A, B and C.
  public init(x: ModeTransform, y: ModeTransform, z: ModeTransform) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// nx ny nz, the length of the vectors.
  public var dimension: Int { x.count * y.count * z.count }

  /// The smallest λ.
  public var lowest: Double {
    [x, y, z].reduce(0) { $0 + ($1.eigenvalues.min() ?? 0) }
  }

  /// target ← f(A ⊗ 1 ⊗ 1 + …) source; they may be the same.
  public func apply(
    _ response: Response, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    threads: Threads = .single
  ) {
    let slab = y.count * z.count
    let panel = min(slab, Self.panelWidth)
    let scratch = max(2 * slab, 2 * panel * x.count)
    threads.split(x.count) { share in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: scratch) { room in
        guard let a = room.baseAddress else { return }
        for i in share.range {
          toModes(source + i * slab, target + i * slab, a, a + slab)
        }
      }
    }
    threads.split((slab + panel - 1) / panel) { share in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: scratch) { room in
        guard let a = room.baseAddress else { return }
        for p in share.range {
          let columns = p * panel..<min(slab, (p + 1) * panel)
          respond(response, columns, target + columns.lowerBound, slab, a, a + panel * x.count)
        }
      }
    }
    threads.split(x.count) { share in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: scratch) { room in
        guard let a = room.baseAddress else { return }
        for i in share.range { toNodes(target + i * slab, a, a + slab) }
      }
    }
  }

  /// Two panels of 128 columns of 128 points, and the matrix, are what a cache of 512 KiB holds.
  private static let panelWidth = 128

  private func toModes(
    _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>
  ) {
    z.last(y.count, source, a, b, back: false)
    y.first(z.count, a, z.count, target, z.count, b, back: false)
  }

  private func toNodes(
    _ target: UnsafeMutablePointer<Double>, _ a: UnsafeMutablePointer<Double>,
    _ b: UnsafeMutablePointer<Double>
  ) {
    y.first(z.count, target, z.count, a, z.count, b, back: true)
    z.last(y.count, a, target, b, back: true)
  }

  private func respond(
    _ response: Response, _ columns: Range<Int>, _ data: UnsafeMutablePointer<Double>,
    _ stride: Int, _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>
  ) {
    let width = columns.count
    x.first(width, data, stride, a, width, b, back: false)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { sums in
      for k in 0..<width {
        let column = columns.lowerBound + k
        sums[k] = y.eigenvalues[column / z.count] + z.eigenvalues[column % z.count]
      }
      for i in 0..<x.count {
        let (row, first) = (a + i * width, x.eigenvalues[i])
        switch response {
        case .identity:
          for k in 0..<width { row[k] *= first + sums[k] }
        case .shiftedInverse(let shift):
          for k in 0..<width { row[k] /= first + shift + sums[k] }
        case .inverseSquareRoot(let shift):
          for k in 0..<width { row[k] /= (first + shift + sums[k]).squareRoot() }
        }
      }
    }
    x.first(width, a, width, data, stride, b, back: true)
  }
}
