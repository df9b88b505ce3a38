import ComplexModule
import LinearOperators
import RealModule

/// An orbital at the nodes of one grid, with its derivatives there.
struct GridSamples {
  /// Index (ix N + iy) N + iz.
  let values: [Complex<Double>]
  private let orbital: GridOrbital
  private let points: Int
  private let threads: Threads

  init(_ orbital: GridOrbital, points: Int, threads: Threads) {
    self.orbital = orbital
    self.points = points
    self.threads = threads
    let nodes = GridSamples.nodes(orbital.extent, points)
    values = GridSamples.slabs(points, threads) { i, slab in
      for (j, y) in nodes.enumerated() {
        for (k, z) in nodes.enumerated() {
          (slab + j * points + k).initialize(to: orbital.function(nodes[i], y, z))
        }
      }
    }
  }

  /// N^3 numbers, of which `fill` initializes the N^2 of one x at a time.
  private static func slabs<Value>(
    _ n: Int, _ threads: Threads, fill: (Int, UnsafeMutablePointer<Value>) -> Void
  ) -> [Value] {
    Array(unsafeUninitializedCapacity: n * n * n) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      threads.forEach(n) { fill($0, base + $0 * n * n) }
      count = n * n * n
    }
  }

  private static func nodes(_ extent: Double, _ points: Int) -> [Double] {
    let h = 2 * extent / Double(points)
    return (0..<points).map { -extent + (Double($0) + 0.5) * h }
  }

  private static let weights = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280]

  /// Central differences of order 8, with the orbital itself beyond the border: with zeros there the border's
  /// own derivative was 1e-5 of J^a(1s, 2p).
  ///
  /// Within eight nodes of a cusp they are taken over h/16, where the function is smooth, and not over h, across
  /// it: that error alone was 1e-4 of J^a(1s, 2p) on 96^3 points.
  func derivative(along axis: Int) -> [Complex<Double>] {
    let (n, h) = (points, 2 * orbital.extent / Double(points))
    let stride = axis == 0 ? n * n : axis == 1 ? n : 1
    let weights = GridSamples.weights.map { $0 / h }
    let nodes = GridSamples.nodes(orbital.extent, n)
    func beyond(_ index: Int, _ steps: Int) -> Complex<Double> {
      var r = SIMD3(nodes[index / (n * n)], nodes[index / n % n], nodes[index % n])
      r[axis] += Double(steps) * h
      return orbital.function(r.x, r.y, r.z)
    }
    var result = values.withUnsafeBufferPointer { values in
      GridSamples.slabs(n, threads) { x, slab in
        for place in 0..<n * n {
          let index = x * n * n + place
          let along = index / stride % n
          var sum = Complex<Double>.zero
          for k in 0..<4 {
            let reach = k + 1
            let ahead = along + reach < n ? values[index + reach * stride] : beyond(index, reach)
            let behind = along >= reach ? values[index - reach * stride] : beyond(index, -reach)
            sum += (ahead - behind).multiplied(by: weights[k])
          }
          (slab + place).initialize(to: sum)
        }
      }
    }
    guard orbital.cusp != nil else { return result }
    let near = max(0, n / 2 - 8)..<min(n, n / 2 + 8)
    for i in near {
      for j in near {
        for k in near {
          let r = SIMD3(nodes[i], nodes[j], nodes[k])
          result[(i * n + j) * n + k] = fineDerivative(at: r, along: axis, step: h / 16)
        }
      }
    }
    return result
  }

  private func fineDerivative(
    at r: SIMD3<Double>, along axis: Int, step: Double
  ) -> Complex<Double> {
    var sum = Complex<Double>.zero
    for (k, weight) in GridSamples.weights.enumerated() {
      var (ahead, behind) = (r, r)
      ahead[axis] += Double(k + 1) * step
      behind[axis] -= Double(k + 1) * step
      let difference =
        orbital.function(ahead.x, ahead.y, ahead.z)
        - orbital.function(behind.x, behind.y, behind.z)
      sum += difference.multiplied(by: weight / step)
    }
    return sum
  }
}
