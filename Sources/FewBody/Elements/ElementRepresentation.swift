/// An element state on the whole line: as it is, or continued through a mirror at the origin.
struct ElementRepresentation: LineRepresentation {
  let state: ElementState
  /// +1 or -1 if psi(-x) = +-psi(x) and the state holds x >= 0 with norm 1; nil without a mirror.
  let parity: Double?

  var support: ClosedRange<Double> {
    guard parity != nil else { return state.support }
    let end = state.support.upperBound
    return -end...end
  }

  func value(at x: Double) -> Double {
    guard let parity else { return state.value(at: x) }
    return (x < 0 ? parity : 1) * 0.5.squareRoot() * state.value(at: x.magnitude)
  }

  func quadrature() -> LineQuadrature {
    let half = state.quadrature()
    guard let parity else {
      return LineQuadrature(points: half.points, weights: half.weights, values: half.values)
    }
    let root = 0.5.squareRoot()
    return LineQuadrature(
      points: half.points.reversed().map { -$0 } + half.points,
      weights: half.weights.reversed() + half.weights,
      values: half.values.reversed().map { parity * root * $0 } + half.values.map { root * $0 })
  }
}
