import ComplexModule
import FourierTransforms
import LinearOperators
import RealModule
import Synchronization

/// The lowest bands of a one-channel ring, ready for any flux and any twist.
///
/// The discriminant gives trial functions, not bounds. Those are ``HermitianStrip/enclosure(of:above:)``'s, and
/// the count that it needs costs nothing here: levels at theta interlace with the edges of the bands (W.
/// Magnus, S. Winkler, *Hill's Equation* (1966), theorem 2.1), so that at most m levels lie below a lower
/// bound of the lower edge of band m, and the edges come from plane waves with bounds.
final class HillBands: Sendable {
  private let bands: [HillBand]
  /// The edges with their states, at theta = 0 and at |theta| = 1/2.
  private let edges: [(waves: PlaneWaves, sector: RingSector)]
  private let strip: HermitianStrip
  private let transform: ComplexFourierTransform
  private let steps: Int
  /// What was found at one |theta|: E(theta) = E(-theta), so that half of a sweep over a period is free.
  private let found = Mutex<[Int: [HillLevel]]>([:])

  /// - Returns: nil for a spinor, for a potential of period 4 pi or without a convergent series, and
  ///   where a band is too narrow or a barrier too high for transfer matrices: every flux is then
  ///   solved by itself.
  init?(
    _ ring: Ring, series: FourierSeries, levels: Int, threads: Threads
  ) throws(FewBodyError) {
    guard !ring.isSpinor, series.isResolved, series.turns == 1 else { return nil }
    // n_k periodic and antiperiodic levels interlace: p_0 < q_0 <= q_1 < p_1 <= p_2 < q_2 <= ...
    let ends = [0, 0.5].map {
      PlaneWaves(ring, flux: 0, offset: ($0, 0), series: series)
    }
    let sectors = threads.map(2) { i in
      Result { () throws(FewBodyError) in
        try ends[i].lowest(levels + 1, waves: nil, accuracy: 1e-12)
      }
    }
    let (wholes, halves) = (try sectors[0].get(), try sectors[1].get())
    guard wholes.isCounted, halves.isCounted, wholes.entries.count > levels,
      halves.entries.count > levels
    else { return nil }
    let (p, q) = (wholes.entries.map(\.energy), halves.entries.map(\.energy))
    let extent = (wholes.entries + halves.entries).reduce(0) { max($0, $1.state.extent) }
    let steps = Self.length(atLeast: max(48, 2 * extent + 4))
    let top = max(p[levels], q[levels])
    let propagation = HillPropagation(
      series, rotation: ring.rotation.hartree, steps: steps, top: top)
    let bands = threads.map(levels) { k -> HillBand? in
      let (low, high) = k.isMultiple(of: 2) ? (p, q) : (q, p)
      guard high[k] - low[k] > 1e-6 * (top - p[0]) else { return nil }
      return HillBand(
        propagation, lower: low[k], upper: high[k], beneath: k == 0 ? -.infinity : low[k - 1],
        above: high[k + 1], sign: k.isMultiple(of: 2) ? 1 : -1)
    }.compactMap(\.self)
    guard bands.count == levels else { return nil }
    self.bands = bands
    self.steps = steps
    edges = [(ends[0], wholes), (ends[1], halves)]
    strip = try ends[0].strip(waves: steps / 2 - 1)
    transform = try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(length: steps, batch: .contiguous(levels, length: steps))
    }
  }

  /// The next even number without a prime factor above 5.
  private static func length(atLeast least: Int) -> Int {
    var length = least + least % 2
    while true {
      var rest = length
      for factor in [2, 3, 5] { while rest.isMultiple(of: factor) { rest /= factor } }
      if rest == 1 { return length }
      length += 2
    }
  }

  /// All bands at one flux; nil at the ends of the bands, where levels may be degenerate, and where
  /// the bounds are wider than the tolerance allows.
  func sector(_ waves: PlaneWaves, tolerance: Double) throws(FewBodyError) -> RingSector? {
    for edge in edges where edge.waves.theta == waves.theta {
      return edge.sector.moved(from: edge.waves, to: waves)
    }
    // E(theta) = E(-theta) with complex conjugate states: V is real.
    guard waves.theta.magnitude > 1e-5, waves.theta.magnitude < 0.5 - 1e-5 else { return nil }
    // f and 1 - f differ by rounding: both are solved at one theta nearby, and the bounds say so.
    let key = Int((waves.theta.magnitude * 0x1p50).rounded())
    let theta = Double(key) * 0x1p-50
    var levels = found.withLock { $0[key] }
    if levels == nil {
      levels = try solve(theta, waves)
      found.withLock { if $0.count < 4096 { $0[key] = levels } }
    }
    guard let levels else { return nil }
    let scale = waves.rotation + waves.series.variation
    var entries: [RingSector.Entry] = []
    for level in levels {
      let entry = level.entry(waves, bottom: waves.bottom)
      guard
        entry.upper - entry.lower <= 0.5 * tolerance * max(scale, entry.energy.magnitude)
      else { return nil }
      entries.append(entry)
    }
    return RingSector(
      entries: entries, certainty: waves.series.because.map { .estimate(because: $0) } ?? .rigorous,
      isCounted: true, dimension: strip.dimension)
  }

  /// The levels at theta in (0, 1/2) between bounds; nil where the trial functions prove nothing.
  private func solve(_ theta: Double, _ waves: PlaneWaves) throws(FewBodyError) -> [HillLevel]? {
    // The edge above is taken where the band beneath it is far away.
    let isEven = bands.count.isMultiple(of: 2)
    let count = isEven == (theta > 0.25) ? bands.count : bands.count - 1
    guard count >= 1 else { return nil }
    let edge = edges[count.isMultiple(of: 2) ? 0 : 1].sector.entries[count].lower
    let solutions = bands[..<count].map { $0.solution(at: theta) }
    let transformed = try coefficients(of: solutions, theta)
    let half = steps / 2 - 1
    var columns = ComplexColumns(rows: 2 * half + 1, count: count)
    for k in 0..<count {
      var norm = 0.0
      for m in -half...half {
        let (c, i) = (transformed[k * steps + (m + steps) % steps], m + half + k * columns.rows)
        (columns.real[i], columns.imaginary[i]) = (c.real, c.imaginary)
        norm += c.lengthSquared
      }
      let factor = 1 / norm.squareRoot()
      for i in (k * columns.rows)..<((k + 1) * columns.rows) {
        columns.real[i] *= factor
        columns.imaginary[i] *= factor
      }
    }
    var place = waves
    place.theta = theta
    guard
      let bounds = place.strip(strip, waves: half).enclosure(of: columns, above: edge)
    else { return nil }
    return solutions.indices.map { k in
      let solution = solutions[k]
      return HillLevel(
        theta: theta, energy: bounds.values[k], lower: bounds.lower[k], upper: bounds.upper[k],
        residual: bounds.residuals[k], slope: solution.slope,
        circulation: 2 * waves.rotation * solution.flow * Double(steps) / solution.norm,
        coefficients: (0..<columns.rows).map { i in
          Complex(columns.real[i + k * columns.rows], columns.imaginary[i + k * columns.rows])
        })
    }
  }

  /// exp(-i theta phi) makes the Bloch functions periodic.
  private func coefficients(
    of solutions: [HillBand.Solution], _ theta: Double
  ) throws(FewBodyError) -> [Complex<Double>] {
    var buffer = [Complex<Double>](repeating: .zero, count: steps * bands.count)
    let phases = (0..<steps).map { j in
      Complex(length: 1, phase: -theta * 2 * .pi * Double(j) / Double(steps))
    }
    for (k, solution) in solutions.enumerated() {
      for j in 0..<steps {
        buffer[k * steps + j] = Complex(solution.real[j], solution.imaginary[j]) * phases[j]
      }
    }
    return try fourier { () throws(FourierTransformError) in
      try transform.transform(.forward, buffer)
    }
  }
}

/// One level at theta in (0, 1/2), for theta and for -theta.
struct HillLevel: Sendable {
  let theta: Double
  let energy: Double
  let lower: Double
  let upper: Double
  let residual: Double
  /// dE/dtheta, and the circulation from the Wronskian.
  let slope: Double
  let circulation: Double
  /// For |m| <= N.
  let coefficients: [Complex<Double>]

  /// The level at a flux whose |theta| is this one but for rounding: |dE/dtheta| <= 2 sqrt(B (E - bottom)).
  func entry(_ waves: PlaneWaves, bottom: Double) -> RingSector.Entry {
    let sign = waves.theta < 0 ? -1.0 : 1.0
    let distance = (waves.theta.magnitude - theta).magnitude + waves.thetaError
    let steepness = 2.1 * (waves.rotation * max(0, upper - bottom)).squareRoot()
    let margin = steepness * distance + waves.series.error
    let half = coefficients.count / 2
    let own = sign > 0 ? coefficients : coefficients.reversed().map { $0.conjugate }
    return RingSector.Entry(
      energy: energy, lower: (lower - margin).nextDown, upper: (upper + margin).nextUp,
      residual: residual, slope: sign * slope, circulation: sign * circulation,
      state: waves.state([own], waves: half))
  }
}
