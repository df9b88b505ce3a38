import FourierTransforms
import LinearOperators

/// The real transform of N^3 numbers on the doubled grid, without transforming the zeros there.
///
/// Of the rows along z a quarter hold numbers and of those along y a half: 65 % of the work of the whole
/// transform. Along x it goes plane by plane, so that no array of the doubled grid is ever stored.
struct PaddedTransform: Sendable {
  let points: Int
  private let rows: RealFourierTransform
  private let columns: ComplexFourierTransform

  /// Doubles of a row and of a plane y = const of the half spectrum.
  private var row: Int { 2 * (points + 1) }
  var plane: Int { 2 * points * row }

  init(points: Int) throws(FewBodyError) {
    self.points = points
    (rows, columns) = try fourier { () throws(FourierTransformError) in
      (
        try RealFourierTransform(length: 2 * points, count: points),
        try ComplexFourierTransform(
          length: 2 * points,
          batch: Batch(count: points + 1, stride: points + 1, distance: 1))
      )
    }
  }

  /// The transforms along z and y, at [(ky N + x)(N + 1) + kz] as pairs of doubles; nil when told to stop.
  func half(_ values: [Double], threads: Threads, shouldStop: () -> Bool) -> [Double]? {
    let (n, side) = (points, 2 * points)
    var result = [Double](repeating: 0, count: side * n * row)
    let block = 8 * threads.count
    for start in stride(from: 0, to: n, by: block) {
      if shouldStop() { return nil }
      result.withUnsafeMutableBufferPointer { target in
        guard let to = target.baseAddress else { return }
        threads.split(min(block, n - start)) { share in
          slabs(values, (start + share.range.lowerBound)..<(start + share.range.upperBound), to)
        }
      }
    }
    return result
  }

  /// The slabs x of ``half(_:threads:shouldStop:)``.
  private func slabs(
    _ values: [Double], _ range: Range<Int>, _ result: UnsafeMutablePointer<Double>
  ) {
    let (n, side) = (points, 2 * points)
    var padded = [Double](repeating: 0, count: n * side)
    var slab = [Double](repeating: 0, count: plane)
    for x in range {
      for y in 0..<n {
        for z in 0..<n { padded[y * side + z] = values[(x * n + y) * n + z] }
      }
      padded.withUnsafeMutableBufferPointer { source in
        slab.withUnsafeMutableBufferPointer { target in
          guard let from = source.baseAddress, let to = target.baseAddress else { return }
          rows.forward(from, to)
          (to + n * row).update(repeating: 0, count: n * row)
          columns.execute(.forward, to, to)
          for ky in 0..<side {
            (result + (ky * n + x) * row).update(from: to + ky * row, count: row)
          }
        }
      }
    }
  }

  /// The whole transform at one ky, at [kx (N + 1) + kz].
  func spectrum(_ half: [Double], ky: Int, into buffer: inout [Double]) {
    let filled = points * row
    half.withUnsafeBufferPointer { source in
      buffer.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        to.update(from: from + ky * filled, count: filled)
        (to + filled).update(repeating: 0, count: filled)
        columns.execute(.forward, to, to)
      }
    }
  }
}
