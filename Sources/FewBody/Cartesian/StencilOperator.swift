import LinearOperators

/// T + V with T a symmetric difference formula along each axis, applied without a matrix.
///
/// Values beyond a wall are the odd reflection of those before it (the wall is one step beyond the
/// last node and carries none), those beyond the mirror of a parity the reflection about half a
/// step: the sines, or their even and odd halves, stay eigenvectors at any order.
struct StencilOperator: LinearOperator {
  /// A neighbouring row: its index along the axis and the sign of its reflection.
  private typealias Neighbour = (index: Int, sign: Double)

  let shape: (x: Int, y: Int, z: Int)
  private let sector: Sector
  /// t_1 ... t_p: the coefficients of the neighbours on either side.
  private let neighbours: [Double]
  /// V + 3 t_0.
  private let diagonal: [Double]

  var dimension: Int { shape.x * shape.y * shape.z }

  init(coefficients: [Double], potential: [Double], shape: (x: Int, y: Int, z: Int), sector: Sector)
  {
    self.shape = shape
    self.sector = sector
    neighbours = Array(coefficients.dropFirst())
    let centre = 3 * (coefficients.first ?? 0)
    diagonal = potential.map { $0 + centre }
  }

  /// The one-dimensional matrix: the same reflections at both walls of an axis.
  static func matrix(_ coefficients: [Double], points n: Int) throws(FewBodyError)
    -> SymmetricMatrix
  {
    func term(_ distance: Int) -> Double {
      distance < coefficients.count ? coefficients[distance] : 0
    }
    do throws(LinearAlgebraError) {
      return try SymmetricMatrix(dimension: n) { i, j in
        term(abs(i - j)) - term(i + j + 2) - term(2 * n - i - j)
      }
    } catch {
      throw FewBodyError(error)
    }
  }

  private static func resolve(_ index: Int, _ count: Int, _ parity: Sector.Parity?) -> Neighbour {
    if (0..<count).contains(index) { return (index, 1) }
    if index >= count { return index == count ? (0, 0) : (2 * count - index, -1) }
    if let parity { return (-1 - index, Double(parity.rawValue)) }
    return index == -1 ? (0, 0) : (-2 - index, -1)
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    guard let source = x.baseAddress, let target = y.baseAddress else { return }
    diagonal.withUnsafeBufferPointer { buffer in
      guard let diagonal = buffer.baseAddress else { return }
      apply(source, target, diagonal)
    }
  }

  private func apply(
    _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ diagonal: UnsafePointer<Double>
  ) {
    let (ny, nz) = (shape.y, shape.z)
    let order = neighbours.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: nz + 2 * order) { padded in
      guard let row = padded.baseAddress.map({ $0 + order }) else { return }
      for i in 0..<shape.x {
        for j in 0..<ny {
          let start = (i * ny + j) * nz
          let y = target + start
          pad(source + start, row)
          for m in 1...order {
            let t = neighbours[m - 1]
            let a = Self.resolve(i - m, shape.x, sector.x)
            let b = Self.resolve(i + m, shape.x, sector.x)
            let c = Self.resolve(j - m, ny, sector.y)
            let d = Self.resolve(j + m, ny, sector.y)
            let rows = Rows(
              a: source + (a.index * ny + j) * nz, b: source + (b.index * ny + j) * nz,
              c: source + (i * ny + c.index) * nz, d: source + (i * ny + d.index) * nz,
              signs: (a.sign * t, b.sign * t, c.sign * t, d.sign * t), t: t)
            if m == 1, rows.areInside {
              rows.startInside(nz, row, diagonal + start, y)
            } else if m == 1 {
              rows.start(nz, row, diagonal + start, y)
            } else {
              rows.add(nz, row, m, y)
            }
          }
        }
      }
    }
  }

  /// A row with its reflections at both ends.
  private func pad(_ x: UnsafePointer<Double>, _ row: UnsafeMutablePointer<Double>) {
    row.update(from: x, count: shape.z)
    for m in 1...neighbours.count {
      let below = Self.resolve(-m, shape.z, sector.z)
      let above = Self.resolve(shape.z - 1 + m, shape.z, sector.z)
      row[-m] = below.sign * x[below.index]
      row[shape.z - 1 + m] = above.sign * x[above.index]
    }
  }
}

/// The four rows at one distance from a row, and what multiplies them.
private struct Rows {
  let a: UnsafePointer<Double>
  let b: UnsafePointer<Double>
  let c: UnsafePointer<Double>
  let d: UnsafePointer<Double>
  let signs: (Double, Double, Double, Double)
  let t: Double

  /// No row is a reflection: one product serves all.
  var areInside: Bool { signs.0 == t && signs.1 == t && signs.2 == t && signs.3 == t }

  /// y ← diagonal · x + t · the nearest neighbours.
  @inline(__always)
  func startInside(
    _ n: Int, _ x: UnsafePointer<Double>, _ diagonal: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    var k = 0
    while k + 8 <= n {
      let own: SIMD8<Double> = SIMD8(at: diagonal + k) * SIMD8(at: x + k)
      let along: SIMD8<Double> = SIMD8(at: x + k - 1) + SIMD8(at: x + k + 1)
      let first: SIMD8<Double> = SIMD8(at: a + k) + SIMD8(at: b + k)
      let second: SIMD8<Double> = SIMD8(at: c + k) + SIMD8(at: d + k)
      (own + t * (along + (first + second))).store(to: y + k)
      k += 8
    }
    while k < n {
      y[k] = diagonal[k] * x[k] + t * (x[k - 1] + x[k + 1] + (a[k] + b[k] + (c[k] + d[k])))
      k += 1
    }
  }

  /// y ← diagonal · x + the nearest neighbours.
  @inline(__always)
  func start(
    _ n: Int, _ x: UnsafePointer<Double>, _ diagonal: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    var k = 0
    while k + 8 <= n {
      let own: SIMD8<Double> = SIMD8(at: diagonal + k) * SIMD8(at: x + k)
      let along: SIMD8<Double> = SIMD8(at: x + k - 1) + SIMD8(at: x + k + 1)
      (own + t * along + across(k)).store(to: y + k)
      k += 8
    }
    while k < n {
      y[k] = diagonal[k] * x[k] + t * (x[k - 1] + x[k + 1]) + single(k)
      k += 1
    }
  }

  /// y ← y + the neighbours at distance m.
  @inline(__always)
  func add(_ n: Int, _ x: UnsafePointer<Double>, _ m: Int, _ y: UnsafeMutablePointer<Double>) {
    var k = 0
    while k + 8 <= n {
      let along: SIMD8<Double> = SIMD8(at: x + k - m) + SIMD8(at: x + k + m)
      let old: SIMD8<Double> = SIMD8(at: UnsafePointer(y) + k)
      (old + t * along + across(k)).store(to: y + k)
      k += 8
    }
    while k < n {
      y[k] += t * (x[k - m] + x[k + m]) + single(k)
      k += 1
    }
  }

  @inline(__always)
  private func across(_ k: Int) -> SIMD8<Double> {
    let first: SIMD8<Double> = signs.0 * SIMD8(at: a + k) + signs.1 * SIMD8(at: b + k)
    let second: SIMD8<Double> = signs.2 * SIMD8(at: c + k) + signs.3 * SIMD8(at: d + k)
    return first + second
  }

  @inline(__always)
  private func single(_ k: Int) -> Double {
    let first = signs.0 * a[k] + signs.1 * b[k]
    return first + (signs.2 * c[k] + signs.3 * d[k])
  }
}

extension SIMD8<Double> {
  /// Eight numbers from memory of any alignment.
  @inline(__always)
  fileprivate init(at pointer: UnsafePointer<Double>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  fileprivate func store(to pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}
