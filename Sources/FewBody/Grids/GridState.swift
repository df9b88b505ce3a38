/// A wavefunction on the nodes of a ``LineGrid``, interpolated in u between them.
struct GridState: LineRepresentation {
  let grid: LineGrid
  /// psi at the nodes, normalised on the grid's half or whole line.
  let values: [Double]
  /// +1 or -1 where the grid is the right half of a mirrored line.
  let parity: Double?
  /// The coordinate u of x, in steps from the left end.
  let position: @Sendable (Double) -> Double

  var support: ClosedRange<Double> {
    let (left, right) = (grid.faces[0], grid.faces[grid.count])
    return parity == nil ? left...right : -right...right
  }

  func value(at x: Double) -> Double {
    guard support.contains(x) else { return 0 }
    guard let parity else { return interpolate(position(x)) }
    return (x < 0 ? parity : 1) * 0.5.squareRoot() * interpolate(position(x.magnitude))
  }

  /// Eight-point Lagrange interpolation, with the ends' reflections.
  private func interpolate(_ steps: Double) -> Double {
    let first = Int((steps - 0.5).rounded(.down)) - 3
    let t = steps - 0.5 - Double(first)
    var sum = 0.0
    for k in 0..<8 {
      var weight = 1.0
      for m in 0..<8 where m != k { weight *= (t - Double(m)) / Double(k - m) }
      sum += weight * reflected(first + k)
    }
    return sum
  }

  private func reflected(_ i: Int) -> Double {
    if i < 0 { return grid.left.rawValue * values[min(-1 - i, grid.count - 1)] }
    if i >= grid.count { return grid.right.rawValue * values[max(2 * grid.count - 1 - i, 0)] }
    return values[i]
  }

  func quadrature() -> LineQuadrature {
    let weights = grid.stretch.map { $0 * grid.step }
    guard let parity else {
      return LineQuadrature(points: grid.nodes, weights: weights, values: values)
    }
    let half = values.map { 0.5.squareRoot() * $0 }
    return LineQuadrature(
      points: grid.nodes.reversed().map { -$0 } + grid.nodes,
      weights: weights.reversed() + weights,
      values: half.reversed().map { parity * $0 } + half)
  }
}
