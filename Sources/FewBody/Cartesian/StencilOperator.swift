internal import CStencil
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
  /// Who share the planes of one vector. The block solver spreads vectors instead, and gives one.
  private let threads: Threads
  /// Where only the nearest neighbours count and rows are long enough.
  private let sevenPoint: SevenPoint?

  var dimension: Int { shape.x * shape.y * shape.z }

  init(
    coefficients: [Double], potential: [Double], shape: (x: Int, y: Int, z: Int), sector: Sector,
    threads: Threads = .single, usesAVX: Bool = SevenPoint.hasAVX, planes: Int? = nil
  ) {
    self.threads = threads
    self.shape = shape
    self.sector = sector
    neighbours = Array(coefficients.dropFirst())
    let centre = 3 * (coefficients.first ?? 0)
    diagonal = potential.map { $0 + centre }
    sevenPoint =
      coefficients.count == 2 && shape.z >= SevenPoint.leastCount
      ? SevenPoint(
        coupling: coefficients[1], mirror: sector.z.map { Double($0.rawValue) } ?? 0,
        count: shape.z, usesAVX: usesAVX,
        planes: planes ?? (shape.y * shape.z < SevenPoint.pairedPlane ? 1 : 2))
      : nil
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
      guard threads.count > 1 else {
        return apply(source, target, diagonal, planes: 0..<shape.x)
      }
      threads.split(shape.x) { apply(source, target, diagonal, planes: $0.range) }
    }
  }

  private func apply(
    _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ diagonal: UnsafePointer<Double>, planes: Range<Int>
  ) {
    if let sevenPoint { return apply(sevenPoint, source, target, diagonal, planes) }
    let (ny, nz) = (shape.y, shape.z)
    let order = neighbours.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: nz + 2 * order) { room in
      guard let base = room.baseAddress else { return }
      let row = base + order
      for i in planes {
        for j in 0..<ny {
          let start = (i * ny + j) * nz
          pad(source + start, row)
          for m in 1...order {
            let rows = rows(source, i, j, m)
            if m == 1 {
              rows.start(nz, row, diagonal + start, target + start)
            } else {
              rows.add(nz, row, m, target + start)
            }
          }
        }
      }
    }
  }

  private func apply(
    _ formula: SevenPoint, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
    _ diagonal: UnsafePointer<Double>, _ planes: Range<Int>
  ) {
    let (ny, nz) = (shape.y, shape.z)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * nz) { room in
      guard let zeros = room.baseAddress else { return }
      zeros.initialize(repeating: 0, count: 2 * nz)
      func row(_ i: Int, _ j: Int) -> SevenPointRow {
        let start = (i * ny + j) * nz
        let own = source + start
        return SevenPointRow(
          own: own,
          before: i > 0 ? own - ny * nz : reflection(own, sector.x, zeros),
          after: i + 1 < shape.x ? own + ny * nz : UnsafePointer(zeros),
          left: j > 0 ? own - nz : reflection(own, sector.y, zeros),
          right: j + 1 < ny ? own + nz : UnsafePointer(zeros),
          diagonal: diagonal + start, image: target + start)
      }
      for i in stride(from: planes.lowerBound, to: planes.upperBound, by: formula.planes) {
        let slab = i..<min(i + formula.planes, planes.upperBound)
        let isInside = slab.lowerBound > 0 && slab.upperBound < shape.x
        let inner = isInside ? 1..<max(1, ny - 1) : 0..<0
        for plane in slab {
          for j in 0..<inner.lowerBound { formula.apply(row(plane, j)) }
          for j in inner.upperBound..<ny { formula.apply(row(plane, j)) }
        }
        let start = (i * ny + inner.lowerBound) * nz
        formula.apply(
          SevenPointStrip(
            own: source + start, diagonal: diagonal + start, image: target + start,
            planes: slab.count, plane: ny * nz, rows: inner.count))
      }
    }
  }

  /// What lies before the first row of an axis: zeros beyond a wall, beyond a mirror the row itself,
  /// for an odd parity with its sign changed, after the zeros.
  private func reflection(
    _ row: UnsafePointer<Double>, _ parity: Sector.Parity?, _ zeros: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double> {
    switch parity {
    case nil: return UnsafePointer(zeros)
    case .even: return row
    case .odd:
      let negative = zeros + shape.z
      for k in 0..<shape.z { negative[k] = -row[k] }
      return UnsafePointer(negative)
    }
  }

  /// The four rows at distance m, reflected where they lie outside.
  private func rows(_ source: UnsafePointer<Double>, _ i: Int, _ j: Int, _ m: Int) -> Rows {
    let (ny, nz) = (shape.y, shape.z)
    let t = neighbours[m - 1]
    let a = Self.resolve(i - m, shape.x, sector.x)
    let b = Self.resolve(i + m, shape.x, sector.x)
    let c = Self.resolve(j - m, ny, sector.y)
    let d = Self.resolve(j + m, ny, sector.y)
    return Rows(
      a: source + (a.index * ny + j) * nz, b: source + (b.index * ny + j) * nz,
      c: source + (i * ny + c.index) * nz, d: source + (i * ny + d.index) * nz,
      signs: (a.sign * t, b.sign * t, c.sign * t, d.sign * t), t: t)
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

  /// y ← diagonal · x + the nearest neighbours.
  @inline(__always)
  func start(
    _ n: Int, _ x: UnsafePointer<Double>, _ diagonal: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    var k = 0
    while k + 4 <= n {
      let own: SIMD4<Double> = SIMD4(at: diagonal + k) * SIMD4(at: x + k)
      let along: SIMD4<Double> = SIMD4(at: x + k - 1) + SIMD4(at: x + k + 1)
      (own + t * along + across(k)).store(to: y + k)
      k += 4
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
    while k + 4 <= n {
      let along: SIMD4<Double> = SIMD4(at: x + k - m) + SIMD4(at: x + k + m)
      let old: SIMD4<Double> = SIMD4(at: UnsafePointer(y) + k)
      (old + t * along + across(k)).store(to: y + k)
      k += 4
    }
    while k < n {
      y[k] += t * (x[k - m] + x[k + m]) + single(k)
      k += 1
    }
  }

  @inline(__always)
  private func across(_ k: Int) -> SIMD4<Double> {
    let first: SIMD4<Double> = signs.0 * SIMD4(at: a + k) + signs.1 * SIMD4(at: b + k)
    let second: SIMD4<Double> = signs.2 * SIMD4(at: c + k) + signs.3 * SIMD4(at: d + k)
    return first + second
  }

  @inline(__always)
  private func single(_ k: Int) -> Double {
    let first = signs.0 * a[k] + signs.1 * b[k]
    return first + (signs.2 * c[k] + signs.3 * d[k])
  }
}
