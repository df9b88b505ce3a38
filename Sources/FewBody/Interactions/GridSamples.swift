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
    values = threads.map(points) { i in
      nodes.flatMap { y in nodes.map { z in orbital.function(nodes[i], y, z) } }
    }.flatMap { $0 }
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
    var result = threads.map(n) { slab in
      (slab * n * n..<(slab + 1) * n * n).map { index in
        let place = index / stride % n
        var sum = Complex<Double>.zero
        for k in 0..<4 {
          let reach = k + 1
          let ahead =
            place + reach < n ? values[index + reach * stride] : beyond(index, reach)
          let behind = place >= reach ? values[index - reach * stride] : beyond(index, -reach)
          sum += (ahead - behind).multiplied(by: weights[k])
        }
        return sum
      }
    }.flatMap { $0 }
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
