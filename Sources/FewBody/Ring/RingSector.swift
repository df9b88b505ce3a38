import ComplexModule
import LinearOperators
import RealModule

/// The lowest levels of one symmetry sector, whatever the discretization.
struct RingSector {
  struct Entry {
    var energy: Double
    var lower: Double
    var upper: Double
    var residual: Double
    /// <dH/df>.
    var slope: Double
    /// The integral of the particle current density, the same number by another way.
    var circulation: Double
    var state: RingState
  }

  var entries: [Entry]
  var certainty: Certainty
  /// An inertia count or a direct eigensolver proved that none of the lowest is missing.
  var isCounted: Bool
  /// The number of unknowns.
  var dimension: Int

  /// The same sector at a flux that differs by a whole number of quanta.
  func moved(from old: PlaneWaves, to new: PlaneWaves) -> RingSector {
    var sector = self
    for i in entries.indices { sector.entries[i].state = new.moved(entries[i].state, from: old) }
    return sector
  }
}

extension PlaneWaves {
  /// The lowest `count` levels, and those that may belong to the cluster of the last, with the
  /// bounds of ``HermitianStrip/enclosure(of:above:)``.
  ///
  /// - Parameters:
  ///   - waves: N; nil chooses it.
  ///   - accuracy: what may be left outside N, relative to the scale.
  func lowest(
    _ count: Int, waves: Int?, accuracy: Double = 1e-15
  ) throws(FewBodyError) -> RingSector {
    let spare = 4 * components
    let chosen = max(
      waves ?? wavesNeeded(levels: count + spare, accuracy: accuracy), count / components / 2 + 4)
    try requireDense(2 * chosen + 1, components, "\(culprit), \(2 * chosen + 1) plane waves,")
    let strip = try strip(waves: chosen)
    return try sector(count, strip, waves: chosen, spare: spare)
  }

  private func sector(
    _ count: Int, _ strip: HermitianStrip, waves: Int, spare: Int
  ) throws(FewBodyError) -> RingSector {
    let wanted = min(count + spare + 1, strip.dimension)
    let (ritz, all) = try algebra { () throws(LinearAlgebraError) in
      try strip.lowestVectors(wanted)
    }
    // The cut is made in the widest gap above the last wanted level.
    var cut = all.count - 1
    for j in min(count, all.count - 1)..<all.count
    where ritz[j] - ritz[j - 1] > ritz[cut] - ritz[cut - 1] { cut = j }
    var x = all.selecting(0..<cut)
    let (top, next) = (ritz[cut - 1], ritz[cut])
    let counted = strip.countedFloor(
      beyond: x, values: Array(ritz[..<cut]), shift: top + 0.75 * (next - top), next: next)
    var enclosure = counted.flatMap { strip.enclosure(of: x, above: $0) }
    let isCounted = enclosure != nil
    if enclosure == nil {
      let images = strip.applied(to: x)
      let residuals = (0..<cut).map { j in
        (images.inner(j, images, j).real - ritz[j] * ritz[j]).magnitude.squareRoot()
      }
      enclosure = EigenvalueEnclosure(
        values: Array(ritz[..<cut]), lower: zip(ritz, residuals).map { $0 - $1 },
        upper: zip(ritz, residuals).map { $0 + $1 }, residuals: residuals)
    }
    guard let enclosure else {
      return RingSector(
        entries: [], certainty: .rigorous, isCounted: false, dimension: strip.dimension)
    }
    let grid = try RingState.grid(
      coefficients: 2 * waves + 1, step: 1 / Double(series.turns))
    var entries: [RingSector.Entry] = []
    var first = 0
    while first < cut {
      var end = first + 1
      while end < cut, enclosure.lower[end] <= enclosure.upper[first..<end].max() ?? 0 { end += 1 }
      let slopes = try diagonalizeSlope(&x, first..<end, waves: waves)
      for j in first..<end {
        let state = state(x, j, waves: waves)
        entries.append(
          RingSector.Entry(
            energy: enclosure.values[j],
            lower: (enclosure.lower[first..<end].min() ?? 0) - series.error,
            upper: (enclosure.upper[first..<end].max() ?? 0) + series.error,
            residual: enclosure.residuals[first..<end].max() ?? 0, slope: slopes[j - first],
            circulation: try state.circulation(on: grid), state: state))
      }
      first = end
    }
    var certainty = Certainty.rigorous
    if let because = series.because { certainty = .estimate(because: because) }
    if !isCounted {
      certainty = .estimate(because: "\(2 * waves + 1) plane waves are too few for a proof")
    }
    return RingSector(
      entries: entries, certainty: certainty, isCounted: isCounted, dimension: strip.dimension)
  }

  /// Turns the vectors of a cluster so that they diagonalise dH/df; returns its eigenvalues.
  private func diagonalizeSlope(
    _ x: inout ComplexColumns, _ cluster: Range<Int>, waves: Int
  ) throws(FewBodyError) -> [Double] {
    let members = x.selecting(cluster)
    var images = ComplexColumns(rows: x.rows, count: cluster.count)
    for j in 0..<cluster.count { applySlope(members, j, into: &images, waves: waves) }
    guard cluster.count > 1 else { return [members.inner(0, images, 0).real] }
    let matrix = try algebra { () throws(LinearAlgebraError) in
      try HermitianMatrix(dimension: cluster.count) { i, j in
        let (a, b) = (members.inner(i, images, j), members.inner(j, images, i))
        return Complex((a.real + b.real) / 2, i == j ? 0 : (a.imaginary - b.imaginary) / 2)
      }
    }
    let pairs = try algebra { () throws(LinearAlgebraError) in try matrix.eigenpairs(.all) }
    let turned = members.multiplied(by: ComplexColumns(pairs.vectors))
    let start = cluster.lowerBound * x.rows
    for i in turned.real.indices {
      x.real[start + i] = turned.real[i]
      x.imaginary[start + i] = turned.imaginary[i]
    }
    return pairs.values
  }

  private func applySlope(
    _ x: ComplexColumns, _ j: Int, into y: inout ComplexColumns, waves: Int
  ) {
    let start = j * x.rows
    for i in 0..<x.rows {
      let (m, a) = (i / components - waves, i % components)
      let diagonal = slope(m, a, m, a)
      y.real[start + i] += diagonal * x.real[start + i]
      y.imaginary[start + i] += diagonal * x.imaginary[start + i]
      guard components == 2, a == 0, m + series.turns <= waves else { continue }
      let partner = i + 2 * series.turns + 1
      let coupling = slope(m, 0, m + series.turns, 1)
      y.real[start + i] += coupling * x.real[start + partner]
      y.imaginary[start + i] += coupling * x.imaginary[start + partner]
      y.real[start + partner] += coupling * x.real[start + i]
      y.imaginary[start + partner] += coupling * x.imaginary[start + i]
    }
  }

  /// The same coefficients of m with the origin of m moved.
  func moved(_ state: RingState, from old: PlaneWaves) -> RingState {
    let turns = Double(series.turns)
    return RingState(
      coefficients: state.coefficients,
      first: state.first + Double(old.shift - shift) / turns + (offset - old.offset),
      step: state.step, flux: (theta + Double(shift)) / turns - offset, rotation: rotation,
      rashba: rashba)
  }

  /// Column j as a function of phi.
  func state(_ x: ComplexColumns, _ j: Int, waves: Int) -> RingState {
    var coefficients = [[Complex<Double>]](repeating: [], count: components)
    for i in 0..<x.rows {
      coefficients[i % components].append(
        Complex(x.real[i + j * x.rows], x.imaginary[i + j * x.rows]))
    }
    return state(coefficients, waves: waves)
  }

  /// A state by its coefficients for |m| <= N: normalised, the first that exceeds half of the
  /// largest real and positive.
  func state(_ coefficients: [[Complex<Double>]], waves: Int) -> RingState {
    var (norm, largest) = (0.0, 0.0)
    for component in coefficients {
      for c in component {
        norm += c.lengthSquared
        largest = max(largest, c.lengthSquared)
      }
    }
    var lead = Complex(1.0)
    for component in coefficients.reversed() {
      lead = component.first { $0.lengthSquared > 0.25 * largest } ?? lead
    }
    let turn = lead.conjugate / Complex(lead.length * norm.squareRoot())
    let turns = Double(series.turns)
    return RingState(
      coefficients: coefficients.map { $0.map { $0 * turn } },
      first: Double(-waves - shift) / turns + offset, step: 1 / turns,
      flux: (theta + Double(shift)) / turns - offset, rotation: rotation, rashba: rashba)
  }
}
