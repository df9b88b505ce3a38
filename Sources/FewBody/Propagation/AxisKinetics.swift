import FourierTransforms
import LinearOperators
import RealModule

/// exp(-i c (p_a + A_a)^2/2m) along one axis a, exact on the grid.
///
/// In the symmetric gauge A_a does not depend on x_a, so that the factor is diagonal in the mixed
/// representation (k_a, the other coordinates): one transform along the axis, one multiplication,
/// one transform back. That leaves only three operators (two in the plane) to be split, with a
/// magnetic field of any direction.
struct AxisKinetics: Sendable {
  let layout: AxisLayout
  private let axis: Int
  private let grid: PeriodicGrid
  private let electron: MovingElectron
  private let transform: ComplexFourierTransform
  /// Whether A_a changes across the axis: then every node has a factor of its own.
  private let isSheared: Bool

  init(
    _ electron: MovingElectron, _ grid: PeriodicGrid, axis: Int
  ) throws(FewBodyError) {
    self.electron = electron
    self.grid = grid
    self.axis = axis
    let layout = AxisLayout(grid.shape, axis: axis)
    self.layout = layout
    transform = try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(length: layout.points, batch: layout.batch)
    }
    isSheared = (0..<grid.dimension).contains {
      $0 != axis && electron.fields.slope($0)[axis] != 0
    }
  }

  /// The factors for a duration, the transforms' own 1/points included: one for each wave number, or
  /// one for each node.
  func factors(duration: Double, time: Double) -> [Double] {
    let k = grid.axes[axis].wavenumbers(isOdd: false)
    let scale = 1 / Double(k.count)
    let rate = -duration / (2 * electron.mass)
    func write(_ momentum: Double, _ table: inout [Double], _ place: Int) {
      let angle = rate * momentum * momentum
      table[2 * place] = scale * Double.cos(angle)
      table[2 * place + 1] = scale * Double.sin(angle)
    }
    guard isSheared else {
      let a = electron.fields.vectorPotential(at: .zero, time: time)[axis]
      var table = [Double](repeating: 0, count: 2 * k.count)
      for j in k.indices { write(k[j] + a, &table, j) }
      return table
    }
    var table = [Double](repeating: 0, count: 2 * grid.count)
    for o in 0..<layout.outer {
      for j in k.indices {
        for i in 0..<layout.inner {
          let node = (o * layout.points + j) * layout.inner + i
          let a = electron.fields.vectorPotential(at: grid.position(node), time: time)[axis]
          write(k[j] + a, &table, node)
        }
      }
    }
    return table
  }

  /// Applies factors that ``factors(duration:time:)`` made to a wave in place.
  func apply(_ table: [Double], to wave: UnsafeMutablePointer<Double>, _ threads: Threads) {
    table.withUnsafeBufferPointer { table in
      guard let factors = table.baseAddress else { return }
      threads.forEach(layout.parts) { part in
        let start = layout.start(part)
        let data = wave + 2 * start
        transform.execute(.forward, data, data)
        multiply(data, by: isSheared ? factors + 2 * start : factors)
        transform.execute(.backward, data, data)
      }
    }
  }

  private func multiply(_ data: UnsafeMutablePointer<Double>, by factors: UnsafePointer<Double>) {
    if layout.inner == 1 {
      let rows = layout.lines
      if isSheared { return multiplyComplex(data, factors, rows * layout.points) }
      for row in 0..<rows {
        multiplyComplex(data + 2 * row * layout.points, factors, layout.points)
      }
      return
    }
    for k in 0..<layout.points {
      let row = data + 2 * k * layout.inner
      if isSheared {
        multiplyComplex(row, factors + 2 * k * layout.inner, layout.lines)
      } else {
        let (c, s) = (factors[2 * k], factors[2 * k + 1])
        for i in 0..<layout.lines {
          let (x, y) = (row[2 * i], row[2 * i + 1])
          row[2 * i] = x * c - y * s
          row[2 * i + 1] = x * s + y * c
        }
      }
    }
  }
}

/// data_i *= factors_i, both interleaved complex numbers.
func multiplyComplex(
  _ data: UnsafeMutablePointer<Double>, _ factors: UnsafePointer<Double>, _ count: Int
) {
  for i in 0..<count {
    let (x, y) = (data[2 * i], data[2 * i + 1])
    let (c, s) = (factors[2 * i], factors[2 * i + 1])
    data[2 * i] = x * c - y * s
    data[2 * i + 1] = x * s + y * c
  }
}
