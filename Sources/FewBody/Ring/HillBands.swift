import ComplexModule
import FourierTransforms
import RealModule

/// The lowest bands of a one-channel ring, ready for any flux and any twist.
struct HillBands {
  private let bands: [HillBand]
  /// The edges with their states, at theta = 0 and at |theta| = 1/2.
  private let edges: [(waves: PlaneWaves, sector: RingSector)]
  /// What was found at one |theta|: E(theta) = E(-theta), so that half of a sweep over a period is free.
  private var found: [Int: [HillBand.Solution]] = [:]
  private let transform: ComplexFourierTransform
  private let steps: Int
  /// The largest width of the bounds of each band's edges.
  private let edgeWidths: [Double]
  private let potential: [Double]

  /// - Returns: nil for a spinor, for a potential of period 4 pi or without a convergent series, and
  ///   where a band is too narrow or a barrier too high for transfer matrices: every flux is then
  ///   solved by itself.
  init?(_ ring: Ring, series: FourierSeries, levels: Int) throws(FewBodyError) {
    guard !ring.isSpinor, series.isResolved, series.turns == 1 else { return nil }
    // n_k periodic and antiperiodic levels interlace: p_0 < q_0 <= q_1 < p_1 <= p_2 < q_2 <= ...
    let (zero, half) = (
      PlaneWaves(ring, flux: 0, offset: (0, 0), series: series),
      PlaneWaves(ring, flux: 0, offset: (0.5, 0), series: series)
    )
    let wholes = try zero.lowest(levels + 1, waves: nil, accuracy: 1e-12)
    let halves = try half.lowest(levels + 1, waves: nil, accuracy: 1e-12)
    guard wholes.isCounted, halves.isCounted, wholes.entries.count > levels,
      halves.entries.count > levels
    else { return nil }
    let (p, q) = (wholes.entries.map(\.energy), halves.entries.map(\.energy))
    var steps = 64
    while steps <= 2 * wholes.entries.reduce(0, { max($0, $1.state.extent) }) + 2 { steps *= 2 }
    let top = max(p[levels], q[levels])
    let propagation = HillPropagation(
      series, rotation: ring.rotation.hartree, steps: steps, top: top)
    var bands: [HillBand] = []
    for k in 0..<levels {
      let (low, high) = k.isMultiple(of: 2) ? (p, q) : (q, p)
      guard high[k] - low[k] > 1e-6 * (top - p[0]),
        let band = HillBand(
          propagation, lower: low[k], upper: high[k], beneath: k == 0 ? -.infinity : low[k - 1],
          above: high[k + 1], sign: k.isMultiple(of: 2) ? 1 : -1)
      else { return nil }
      bands.append(band)
    }
    self.bands = bands
    self.steps = steps
    edges = [(zero, wholes), (half, halves)]
    edgeWidths = (0..<levels).map { k in
      let near = [
        wholes.entries[k], wholes.entries[k + 1], halves.entries[k], halves.entries[k + 1],
      ]
      return near.reduce(0) { max($0, $1.upper - $1.lower) }
    }
    potential = (0..<steps).map { ring.potential(at: 2 * .pi * Double($0) / Double(steps)) }
    transform = try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(
        length: steps, batch: .contiguous(2 * levels, length: steps))
    }
  }

  /// All bands at one flux; nil at the ends of the bands, where levels may be degenerate, and where
  /// the estimated error exceeds the tolerance.
  mutating func sector(
    _ waves: PlaneWaves, tolerance: Double
  ) throws(FewBodyError) -> RingSector? {
    for edge in edges where edge.waves.theta == waves.theta {
      return edge.sector.moved(from: edge.waves, to: waves)
    }
    // E(theta) = E(-theta) with complex conjugate states: V is real.
    let theta = waves.theta.magnitude
    guard theta > 1e-5, theta < 0.5 - 1e-5 else { return nil }
    // f and 1 - f differ by rounding; within 2^-51 the difference is inside the errors below.
    let key = Int((theta * 0x1p50).rounded())
    let solutions = found[key] ?? bands.map { $0.solution(at: theta) }
    found[key] = found[key] == nil ? solutions : nil
    let scale = waves.rotation + waves.series.variation
    var buffer = [Complex<Double>](repeating: .zero, count: 2 * steps * bands.count)
    // exp(-i theta phi) makes the Bloch functions periodic.
    let sign = waves.theta < 0 ? -1.0 : 1.0
    let phases = (0..<steps).map { j in
      Complex(length: 1 / Double(steps), phase: -waves.theta * 2 * .pi * Double(j) / Double(steps))
    }
    for (k, solution) in solutions.enumerated() {
      let start = 2 * k * steps
      for j in 0..<steps {
        let psi = Complex(solution.real[j], sign * solution.imaginary[j]) * phases[j]
        buffer[start + j] = psi
        buffer[start + steps + j] = psi.multiplied(by: potential[j] - solution.energy)
      }
    }
    let transformed = try fourier { () throws(FourierTransformError) in
      try transform.transform(.forward, buffer)
    }
    var entries: [RingSector.Entry] = []
    let half = steps / 2 - 1
    for (k, solution) in solutions.enumerated() {
      let start = 2 * k * steps
      var coefficients: [Complex<Double>] = []
      coefficients.reserveCapacity(2 * half + 1)
      var (norm, residual) = (0.0, 0.0)
      for m in -half...half {
        let i = (m + steps) % steps
        let c = transformed[start + i]
        let wave = waves.wavenumber(m)
        let defect = c.multiplied(by: waves.rotation * wave * wave) + transformed[start + steps + i]
        norm += c.lengthSquared
        residual += defect.lengthSquared
        coefficients.append(c)
      }
      let error = solution.error + edgeWidths[k] + waves.series.error + 4 * 0x1p-52 * scale
      guard error <= 0.4 * tolerance * max(scale, solution.energy.magnitude) else { return nil }
      entries.append(
        RingSector.Entry(
          energy: solution.energy, lower: solution.energy - error, upper: solution.energy + error,
          residual: (residual / norm).squareRoot(), slope: sign * solution.slope,
          circulation: sign * 2 * waves.rotation * solution.flow * Double(steps) / solution.norm,
          state: waves.state([coefficients], waves: half)))
    }
    var because =
      "in a flux sweep levels are roots of Hill's discriminant, between band edges with bounds"
    if let reason = waves.series.because { because += "; " + reason }
    return RingSector(
      entries: entries, certainty: .estimate(because: because), isCounted: true,
      dimension: 2 * half + 1)
  }
}
