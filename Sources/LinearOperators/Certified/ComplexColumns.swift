public import ComplexModule
public import RealModule

/// Complex vectors of equal length, real and imaginary parts apart so that products vectorise.
public struct ComplexColumns: Sendable, Equatable {
  /// The length of each vector.
  public let rows: Int
  /// The number of vectors.
  public let count: Int
  /// Component `i` of vector `j` is at `i + j * rows`.
  public var real: [Double]
  /// The imaginary parts, in the order of ``real``.
  public var imaginary: [Double]

  /// Zero vectors.
  public init(rows: Int, count: Int) {
    self.rows = rows
    self.count = count
    real = [Double](repeating: 0, count: rows * count)
    imaginary = real
  }

  /// The real and imaginary parts of complex eigenvectors.
  public init(_ vectors: Eigenvectors<Complex<Double>>) {
    rows = vectors.dimension
    count = vectors.count
    real = vectors.elements.map(\.real)
    imaginary = vectors.elements.map(\.imaginary)
  }

  /// The vectors with these numbers, in this order.
  public func selecting(_ columns: some Sequence<Int>) -> ComplexColumns {
    let chosen = Array(columns)
    var result = ComplexColumns(rows: rows, count: chosen.count)
    for (target, source) in chosen.enumerated() {
      for i in 0..<rows {
        result.real[i + target * rows] = real[i + source * rows]
        result.imaginary[i + target * rows] = imaginary[i + source * rows]
      }
    }
    return result
  }

  /// The combinations sum_i x_i u_ij of the vectors by the columns of `u`.
  public func multiplied(by u: ComplexColumns) -> ComplexColumns {
    var result = ComplexColumns(rows: rows, count: u.count)
    for j in 0..<u.count {
      for i in 0..<Swift.min(count, u.rows) {
        let (c, s) = (u.real[i + j * u.rows], u.imaginary[i + j * u.rows])
        guard c != 0 || s != 0 else { continue }
        for k in 0..<rows {
          let (x, y) = (real[k + i * rows], imaginary[k + i * rows])
          result.real[k + j * rows] += c * x - s * y
          result.imaginary[k + j * rows] += c * y + s * x
        }
      }
    }
    return result
  }

  /// The inner product <x_i, y_j>, conjugate-linear in x.
  @inline(__always)
  public func inner(_ i: Int, _ other: ComplexColumns, _ j: Int) -> (
    real: Double, imaginary: Double
  ) {
    let length = Swift.min(rows, other.rows)
    return real.withUnsafeBufferPointer { a in
      imaginary.withUnsafeBufferPointer { b in
        other.real.withUnsafeBufferPointer { c in
          other.imaginary.withUnsafeBufferPointer { d in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress,
              let d = d.baseAddress
            else { return (0, 0) }
            return ComplexSum.product(
              a + i * rows, b + i * rows, c + j * other.rows, d + j * other.rows, length,
              conjugate: true)
          }
        }
      }
    }
  }
}

/// Sums of complex products, eight lanes at a time.
///
/// A lane adds n/4 terms and the lanes are added in pairs, so that each part of the sum is wrong by
/// at most gamma_(n/4+16) sum |a||b|, gamma_k = k u/(1 - k u): N. J. Higham, *Accuracy and Stability
/// of Numerical Algorithms* (2002), section 4.2.
enum ComplexSum {
  /// k in gamma_k for sums of n complex products; the factor 3/2 > sqrt(2) makes it hold for the
  /// modulus.
  static func growth(_ n: Int) -> Double { 1.5 * (Double(n) / 4 + 16) * 0x1p-53 * 1.0001 }

  @inline(__always)
  static func product(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ c: UnsafePointer<Double>,
    _ d: UnsafePointer<Double>, _ n: Int, conjugate: Bool
  ) -> (real: Double, imaginary: Double) {
    // Two accumulators of four registers each: with four, SSE2 runs out of registers.
    var (x, y) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    let whole = n & ~7
    var i = 0
    if conjugate {
      while i < whole {
        let (p, q, r, s) = (lanes(a + i), lanes(b + i), lanes(c + i), lanes(d + i))
        x += p * r
        x += q * s
        y += p * s
        y -= q * r
        i += 8
      }
    } else {
      while i < whole {
        let (p, q, r, s) = (lanes(a + i), lanes(b + i), lanes(c + i), lanes(d + i))
        x += p * r
        x -= q * s
        y += p * s
        y += q * r
        i += 8
      }
    }
    var (restX, restY) = (0.0, 0.0)
    let sign = conjugate ? 1.0 : -1.0
    while i < n {
      restX += a[i] * c[i] + sign * b[i] * d[i]
      restY += a[i] * d[i] - sign * b[i] * c[i]
      i += 1
    }
    return (pairwise(x) + restX, pairwise(y) + restY)
  }

  /// sum a_i b_i of non-negative numbers.
  static func sum(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ n: Int) -> Double {
    var total = SIMD8<Double>.zero
    let whole = n & ~7
    var i = 0
    while i < whole {
      total += lanes(a + i) * lanes(b + i)
      i += 8
    }
    var rest = 0.0
    while i < n {
      rest += a[i] * b[i]
      i += 1
    }
    return pairwise(total) + rest
  }

  @inline(__always)
  private static func lanes(_ pointer: UnsafePointer<Double>) -> SIMD8<Double> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Double>.self)
  }

  @inline(__always)
  private static func pairwise(_ v: SIMD8<Double>) -> Double {
    let four = v.lowHalf + v.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
