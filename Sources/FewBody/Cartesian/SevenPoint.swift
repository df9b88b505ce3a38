internal import CStencil

/// The seven-point formula for rows of a vector, straight from memory.
///
/// y_k = d_k x_k + t ((x_(k-1) + x_(k+1)) + ((a_k + b_k) + (l_k + r_k))), a and b the same row of the
/// planes before and after, l and r the rows on either side. The sums are in this order with AVX and
/// without, on whatever machine, alone or in pairs: the image is the same to the last bit.
struct SevenPoint {
  /// t: the coefficient of a neighbour.
  let coupling: Double
  /// What the number before a row's first is of it: ±1 beyond a mirror, 0 beyond a wall.
  let mirror: Double
  /// Numbers a row, ``leastCount`` or more.
  let count: Int
  /// Swift has no instructions beyond those of every x86-64, C has (`CStencil`).
  let usesAVX: Bool
  /// 1 or 2: of ten rows that two planes read for a row of each, two serve both.
  let planes: Int

  static let leastCount = 6

  /// Numbers in a plane from which two go together, and what comes next is fetched ahead of its use:
  /// below, a vector and its potential stay in the cache.
  static let pairedPlane = 6144

  #if arch(x86_64)
    static let hasAVX = few_body_has_avx()
  #else
    static let hasAVX = false
  #endif

  /// One row.
  func apply(_ row: SevenPointRow) {
    #if arch(x86_64)
      if usesAVX {
        return withUnsafePointer(to: row) {
          few_body_seven_point_row($0, count, coupling, mirror)
        }
      }
    #endif
    portable(row)
  }

  /// Every row of a strip.
  func apply(_ strip: SevenPointStrip) {
    #if arch(x86_64)
      if usesAVX {
        return withUnsafePointer(to: strip) {
          few_body_seven_point_strip($0, count, coupling, mirror)
        }
      }
    #endif
    for plane in 0..<strip.planes {
      for j in 0..<strip.rows {
        let offset = plane * strip.plane + j * count
        let own = strip.own + offset
        portable(
          SevenPointRow(
            own: own, before: own - strip.plane, after: own + strip.plane, left: own - count,
            right: own + count, diagonal: strip.diagonal + offset, image: strip.image + offset))
      }
    }
  }

  // Neighbours along the row are shuffled out of pairs already loaded, six loads for two points
  // where unaligned ones take eight: 0.82 of their time at 64^3, 0.92 at 128^3 (on copies of this
  // row).
  private func portable(_ row: SevenPointRow) {
    let (x, y, diagonal) = (row.own, row.image, row.diagonal)
    let (a, b, c, d) = (row.before, row.after, row.left, row.right)
    var k = 0
    var own = SIMD2(at: x)
    var below = SIMD2(mirror * own[0], own[0])
    while k &+ 4 <= count {
      let next = SIMD2(at: x + (k &+ 2))
      let above = SIMD2(own[1], next[0])
      let along: SIMD2<Double> = below + above
      let first: SIMD2<Double> = SIMD2(at: a + k) + SIMD2(at: b + k)
      let second: SIMD2<Double> = SIMD2(at: c + k) + SIMD2(at: d + k)
      let centre: SIMD2<Double> = SIMD2(at: diagonal + k) * own
      (centre + coupling * (along + (first + second))).store(to: y + k)
      (below, own) = (above, next)
      k &+= 2
    }
    while k < count {
      let above = k + 1 < count ? x[k + 1] : 0
      let across: Double = (a[k] + b[k]) + (c[k] + d[k])
      y[k] = diagonal[k] * x[k] + coupling * ((x[k - 1] + above) + across)
      k += 1
    }
  }
}

extension SIMD where Scalar == Double, Self: BitwiseCopyable {
  /// Numbers from memory of any alignment.
  @inline(__always)
  init(at pointer: UnsafePointer<Double>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  func store(to pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}
