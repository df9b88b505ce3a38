import ComplexModule
import LinearOperators
import RealModule

/// The lowest levels on a grid, an element mesh or a truncated series, before an error is known.
struct RingDiscreteLevels {
  var values: [Double]
  var residuals: [Double]
  /// <dH/df> and the circulation of each state.
  var slopes: [Double]
  var circulations: [Double]
  var states: [RingState]
}

extension RingSector {
  /// Bounds from two discretizations: the error is taken to be at most twice the change, plus
  /// rounding and what V itself may be off.
  init(
    _ fine: RingDiscreteLevels, coarse: [Double], dimension: Int, blur: (RingState) -> Double,
    because: String
  ) {
    entries = fine.values.indices.map { j in
      let value = fine.values[j]
      let partner = j < coarse.count ? coarse[j] : 0.5 * value
      let error =
        2 * (value - partner).magnitude + fine.residuals[j] + 0x1p-50 * value.magnitude
        + blur(fine.states[j])
      return Entry(
        energy: value, lower: value - error, upper: value + error, residual: fine.residuals[j],
        slope: fine.slopes[j], circulation: fine.circulations[j], state: fine.states[j])
    }
    certainty = .estimate(because: because)
    isCounted = true
    self.dimension = dimension
  }
}

extension PeriodicPotential {
  /// The mean over the density of how far V may be off: first-order perturbation theory.
  func blur(_ state: RingState) -> Double {
    guard functions.contains(where: { $0.uncertainty != nil }) else { return 0 }
    let points = 256
    var (sum, weight) = (0.0, 0.0)
    for i in 0..<points {
      let angle = 2 * .pi * (Double(i) + 0.5) / Double(points)
      let density = state.density(at: angle)
      sum += density * uncertainty(at: angle)
      weight += density
    }
    return sum / weight
  }
}

extension HermitianMatrix {
  /// The lowest eigenpairs with the vectors of degenerate levels turned so that they diagonalise
  /// the operator `slope`; its diagonal elements come along.
  func lowest(
    _ count: Int, diagonalizing slope: HermitianMatrix
  ) throws(LinearAlgebraError) -> (
    values: [Double], residuals: [Double], slopes: [Double], vectors: ComplexColumns
  ) {
    let pairs = try eigenpairs(.lowest(Swift.min(count, dimension)))
    var vectors = ComplexColumns(pairs.vectors)
    var slopes: [Double] = []
    let size = pairs.values.reduce(0) { Swift.max($0, $1.magnitude) }
    var first = 0
    while first < pairs.count {
      var end = first + 1
      while end < pairs.count,
        pairs.values[end] - pairs.values[end - 1]
          <= 4 * (pairs.residuals[end] + pairs.residuals[end - 1]) + 1e-14 * size
      { end += 1 }
      let members = vectors.selecting(first..<end)
      var images = ComplexColumns(rows: dimension, count: end - first)
      for j in 0..<images.count {
        for k in 0..<dimension {
          let (x, y) = (members.real[k + j * dimension], members.imaginary[k + j * dimension])
          guard x != 0 || y != 0 else { continue }
          for i in 0..<dimension {
            let s = slope[i, k]
            images.real[i + j * dimension] += s.real * x - s.imaginary * y
            images.imaginary[i + j * dimension] += s.real * y + s.imaginary * x
          }
        }
      }
      if end - first == 1 {
        slopes.append(members.inner(0, images, 0).real)
      } else {
        let cluster = try HermitianMatrix(dimension: end - first) { i, j in
          let (a, b) = (members.inner(i, images, j), members.inner(j, images, i))
          return Complex((a.real + b.real) / 2, i == j ? 0 : (a.imaginary - b.imaginary) / 2)
        }
        let turned = try cluster.eigenpairs(.all)
        slopes += turned.values
        let rotated = members.multiplied(by: ComplexColumns(turned.vectors))
        for i in rotated.real.indices {
          vectors.real[first * dimension + i] = rotated.real[i]
          vectors.imaginary[first * dimension + i] = rotated.imaginary[i]
        }
      }
      first = end
    }
    return (pairs.values, pairs.residuals, slopes, vectors)
  }
}

extension PlaneWaves {
  /// The levels of a truncated series that has not converged: the potential has kinks or jumps.
  func lowestEstimated(_ count: Int, waves: Int?) throws(FewBodyError) -> RingSector {
    let chosen = waves ?? max(96 * series.turns, count)
    let fine = try truncated(count + 4 * components, waves: chosen)
    let coarse = try truncated(count + 4 * components, waves: max(2 * chosen / 3, count))
    let because =
      "the series of V has not converged at \(series.degree) harmonics: it has kinks or jumps, for "
      + "which the method spectral is made; " + (series.because ?? "")
    return RingSector(
      fine, coarse: coarse.values, dimension: components * (2 * chosen + 1),
      blur: { _ in series.error },
      because: because)
  }

  private func truncated(_ count: Int, waves: Int) throws(FewBodyError) -> RingDiscreteLevels {
    let n = components * (2 * waves + 1)
    let result = try algebra { () throws(LinearAlgebraError) in
      let matrix = try HermitianMatrix(dimension: n) { i, j in
        let e = entry(
          i / components - waves, i % components, j / components - waves, j % components)
        return Complex(e.0, e.1)
      }
      let derivative = try HermitianMatrix(dimension: n) { i, j in
        Complex(
          self.slope(i / components - waves, i % components, j / components - waves, j % components)
        )
      }
      return try matrix.lowest(count, diagonalizing: derivative)
    }
    let states = (0..<result.vectors.count).map { state(result.vectors, $0, waves: waves) }
    var circulations: [Double] = []
    let grid = try RingState.grid(
      coefficients: 2 * waves + 1, step: 1 / Double(series.turns))
    for state in states { circulations.append(try state.circulation(on: grid)) }
    return RingDiscreteLevels(
      values: result.values, residuals: result.residuals, slopes: result.slopes,
      circulations: circulations, states: states)
  }
}
