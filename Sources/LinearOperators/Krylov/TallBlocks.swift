internal import CLAPACK

/// Products of tall blocks of vectors, in chunks of rows that stay in the cache, spread over
/// threads.
struct TallBlocks: Sendable {
  static let chunk = 4096

  let threads: Threads

  init(_ threads: Threads = .single) {
    self.threads = threads
    BasicLinearAlgebra.useOneThread()
  }

  /// C ← XᵀY, p × q by columns.
  func gram(
    _ n: Int, _ x: UnsafePointer<Double>, _ p: Int, _ y: UnsafePointer<Double>, _ q: Int
  ) -> [Double] {
    var c = [Double](repeating: 0, count: p * q * max(1, threads.parts(of: n)))
    guard p > 0, q > 0 else { return c }
    c.withUnsafeMutableBufferPointer { sums in
      guard let base = sums.baseAddress else { return }
      threads.split(n) { share in
        let rows = share.range
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.chunk) {
          cblas_dgemm(
            CblasColMajor, CblasTrans, CblasNoTrans, Int32(p), Int32(q),
            Int32(min(Self.chunk, rows.upperBound - start)), 1, x + start, Int32(n), y + start,
            Int32(n), 1, base + share.part * p * q, Int32(p))
        }
      }
      for part in stride(from: p * q, to: sums.count, by: p * q) {
        for i in 0..<p * q { base[i] += base[part + i] }
      }
    }
    c.removeLast(c.count - p * q)
    return c
  }

  /// Y ← βY + αXC with C of p × q by columns.
  func combine(
    _ n: Int, _ alpha: Double, _ x: UnsafePointer<Double>, _ p: Int, _ c: [Double], _ q: Int,
    _ beta: Double, _ y: UnsafeMutablePointer<Double>
  ) {
    guard q > 0 else { return }
    threads.split(n) { share in
      let rows = share.range
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.chunk) {
        cblas_dgemm(
          CblasColMajor, CblasNoTrans, CblasNoTrans,
          Int32(min(Self.chunk, rows.upperBound - start)), Int32(q), Int32(p), alpha, x + start,
          Int32(n), c, Int32(max(1, p)), beta, y + start, Int32(n))
      }
    }
  }

  /// The last q' of p columns, W, become XC with C of p × q, q ≤ q': X = [V, W] in place, a chunk of
  /// rows at a time through `scratch`, which holds `chunk` · q numbers for each thread.
  func replaceLast(
    _ n: Int, _ x: UnsafeMutablePointer<Double>, _ p: Int, _ c: [Double], _ q: Int, from first: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) { turn(n, x, p, c, q, first, scratch) }

  /// X ← XC with C of p × q, q ≤ p, in place: a chunk of rows at a time through `scratch`, which
  /// holds `chunk` · q numbers for each thread.
  func rotate(
    _ n: Int, _ x: UnsafeMutablePointer<Double>, _ p: Int, _ c: [Double], _ q: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) { turn(n, x, p, c, q, 0, scratch) }

  private func turn(
    _ n: Int, _ x: UnsafeMutablePointer<Double>, _ p: Int, _ c: [Double], _ q: Int, _ first: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    guard q > 0 else { return }
    threads.split(n) { share in
      let range = share.range
      let room = scratch + share.thread * Self.chunk * q
      for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.chunk) {
        let rows = min(Self.chunk, range.upperBound - start)
        cblas_dgemm(
          CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(q), Int32(p), 1, x + start,
          Int32(n), c, Int32(p), 0, room, Int32(rows))
        for j in 0..<q {
          (x + start + (first + j) * n).update(from: room + j * rows, count: rows)
        }
      }
    }
  }

  /// R ← Y − XΘ, a column for each of `values`, and its columns' norms; R may be Y.
  func residuals(
    _ n: Int, _ y: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ values: [Double],
    _ r: UnsafeMutablePointer<Double>
  ) -> [Double] {
    squares(n, values.count) { j, row in
      let image = SIMD8<Double>(at: y + j * n + row)
      let rest = image - values[j] * SIMD8<Double>(at: x + j * n + row)
      rest.store(to: r + j * n + row)
      return rest
    } single: { j, row in
      let rest = y[j * n + row] - values[j] * x[j * n + row]
      r[j * n + row] = rest
      return rest
    }
  }

  /// The length of each of `count` columns.
  func norms(_ n: Int, _ x: UnsafePointer<Double>, _ count: Int) -> [Double] {
    squares(n, count) { j, row in
      SIMD8<Double>(at: x + j * n + row)
    } single: { j, row in
      x[j * n + row]
    }
  }

  /// The root of the sum over rows of the squares of what `eight` and `single` give.
  @inline(__always)
  private func squares(
    _ n: Int, _ count: Int, _ eight: (Int, Int) -> SIMD8<Double>, single: (Int, Int) -> Double
  ) -> [Double] {
    let cuts = max(1, threads.parts(of: n))
    var parts = [Double](repeating: 0, count: count * cuts)
    parts.withUnsafeMutableBufferPointer { buffer in
      let sums = buffer
      threads.split(n) { share in
        let rows = share.range
        for j in 0..<count {
          var total = SIMD8<Double>.zero
          var row = rows.lowerBound
          while row + 8 <= rows.upperBound {
            let values = eight(j, row)
            total += values * values
            row += 8
          }
          var sum = total.sum()
          while row < rows.upperBound {
            let value = single(j, row)
            sum += value * value
            row += 1
          }
          sums[share.part * count + j] = sum
        }
      }
    }
    return (0..<count).map { j in
      (0..<cuts).reduce(0) { $0 + parts[$1 * count + j] }.squareRoot()
    }
  }
}

extension SIMD8<Double> {
  /// Eight numbers from memory of any alignment.
  @inline(__always)
  init(at pointer: UnsafePointer<Double>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }

  /// Writes the eight numbers to memory of any alignment.
  @inline(__always)
  func store(to pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}
