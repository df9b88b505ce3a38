/// Finds one level of coupled radial equations and proves its bounds.
///
/// A coarse model (bubbles up to degree 4) isolates the level by counting, Rayleigh-quotient
/// iteration with the full elements makes it exact to rounding, and the certificate's two counts
/// fix its index and its interval.
final class ChannelLevelSolver {
  /// A level and what was proved of it.
  struct Solution: Sendable {
    var energy: Double
    var lower: Double
    var upper: Double
    /// False where the counts could not be made to agree; lower and upper are then estimates.
    var isCertified: Bool
    /// The upper bound alone is a theorem.
    var isVariational: Bool
    /// The L2 norm of (H - E) u on the elements.
    var residual: Double
    /// The sum of the magnitudes of the form's parts, the scale of its rounding.
    var magnitude: Double
    var waves: [RadialFunction]
  }

  let matrices: ChannelMatrices
  private let condensed: ChannelCondensation
  private let band: NodalBand
  private let certificate: ChannelCertificate
  private let bottom: Double
  /// A quarter of k (pi/R)^2, the least scale of a walled domain's levels: an energy may vanish.
  private let spacing: Double
  private var bisection: LevelBisection
  private let vector: UnsafeMutablePointer<Double>
  private let image: UnsafeMutablePointer<Double>
  /// Levels found so far: members of a cluster are kept apart by orthogonality.
  private var found: [(energy: Double, vector: [Double], weighted: [Double])] = []

  init(_ matrices: ChannelMatrices, top: Double, threshold: Double?) {
    self.matrices = matrices
    condensed = ChannelCondensation(matrices)
    band = NodalBand(
      rows: (matrices.count + 1) * matrices.channels, width: 2 * matrices.channels - 1)
    certificate = ChannelCertificate(matrices, condensed, band)
    vector = .allocate(capacity: 2 * band.capacity)
    vector.initialize(repeating: 0, count: 2 * band.capacity)
    image = vector + band.capacity
    let problem = matrices.problem
    let hardy = matrices.kinetic * (0.25 + problem.leastCentrifugal)
    // k (l + 1/2)^2/r^2 - C/r + W is no lower.
    let lowest =
      matrices.mesh.wellBeyond[0] - 0.25 * problem.attraction * problem.attraction / hardy
    bottom = lowest - 1e-3 * max(top - lowest, 0)
    let extent = matrices.mesh.nodes[matrices.count]
    spacing =
      threshold == nil ? matrices.kinetic * (0.5 * .pi / extent) * (0.5 * .pi / extent) : 0
    bisection = LevelBisection(
      bottom: bottom, top: top, threshold: threshold, cluster: 1e-9)
  }

  deinit { vector.deallocate() }

  /// The number of levels of the model below s.
  func count(below s: Double, degree: Int = RadialElement.degree) -> Int {
    let end = cut(s)
    condensed.condense(0..<end, at: s, degree: degree, weighing: false)
    certificate.assemble(end, energy: s, center: s)
    return band.factorize() ?? 0
  }

  /// At most this many levels lie below s.
  func provenCount(below s: Double) -> Int? {
    let end = matrices.count
    condensed.condense(0..<end, at: s, bounds: true)
    certificate.reserve.update(repeating: 0, count: band.capacity)
    return certificate.countFromAbove(end, energy: s, center: s)
  }

  /// Level k, from 0.
  func level(_ k: Int) -> Solution? {
    if let start = coarse(k), let solution = refine(k, from: start), solution.isCertified {
      return keep(solution)
    }
    // The coarse model failed to isolate it: count with the full model until iteration is safe.
    bisection.forget()
    guard let bracket = isolate(k, degree: RadialElement.degree, until: 1e-6) else { return nil }
    prepare()
    return refine(k, from: 0.5 * (bracket.lower + bracket.upper)).map(keep)
  }

  /// A start vector with a part of everything.
  private func prepare() {
    for i in 0..<band.capacity { vector[i] = 1 / Double(1 + (i * 7) % 5) }
  }

  private func keep(_ solution: Solution) -> Solution {
    let rows = 0..<band.capacity
    found.append((solution.energy, rows.map { vector[$0] }, rows.map { image[$0] }))
    return solution
  }

  private func coarse(_ k: Int) -> Double? {
    guard let bracket = isolate(k, degree: 4, until: 0.25) else { return nil }
    prepare()
    var s = bisection.middle(bracket.lower, bracket.upper)
    for _ in 0..<6 {
      let end = cut(s)
      condensed.condense(0..<end, at: s, degree: 4)
      let step = iterate(end, at: s, times: 3)
      s += step
      guard s > bracket.lower, s < bracket.upper else {
        prepare()
        return bisection.middle(bracket.lower, bracket.upper)
      }
      if Swift.abs(step) < 1e-2 * Swift.abs(s) { break }
    }
    return s
  }

  private func isolate(
    _ k: Int, degree: Int, until width: Double
  ) -> (lower: Double, upper: Double)? {
    bisection.bracket(k, until: width) { count(below: $0, degree: degree) }
  }

  /// Inverse iterations with the nodal matrix at s; the Rayleigh quotient's step from s.
  private func iterate(
    _ end: Int, at s: Double, times: Int, tracking: Bool = false
  ) -> Double {
    certificate.assemble(end, energy: s, center: s)
    _ = band.factorize(tracking: tracking)
    let rows = band.rows
    for i in rows..<band.capacity { vector[i] = 0 }
    var step = 0.0
    for _ in 0..<times {
      certificate.weigh(end, vector, image)
      for other in found where Swift.abs(other.energy - s) <= 1e-4 * min(Swift.abs(s), s - bottom) {
        // image = G x less G x' (x' . G x): the weighted vectors are normalised to x' . G x' = 1.
        var overlap = 0.0
        for i in 0..<rows { overlap += other.weighted[i] * vector[i] }
        for i in 0..<rows { image[i] -= overlap * other.weighted[i] }
      }
      for i in 0..<rows { vector[i] = image[i] }
      band.solve(vector)
      // Once more: the solve magnifies what rounding left of them.
      for other in found where Swift.abs(other.energy - s) <= 1e-4 * min(Swift.abs(s), s - bottom) {
        var overlap = 0.0
        for i in 0..<rows { overlap += other.weighted[i] * vector[i] }
        for i in 0..<rows { vector[i] -= overlap * other.vector[i] }
      }
      var product = 0.0
      for i in 0..<rows { product += vector[i] * image[i] }
      certificate.weigh(end, vector, image)
      var norm = 0.0
      for i in 0..<rows { norm += vector[i] * image[i] }
      step = product / norm
      let scale = 1 / norm.squareRoot()
      for i in 0..<rows { vector[i] *= scale }
    }
    return step
  }

  private func refine(_ k: Int, from start: Double) -> Solution? {
    var s = start
    var isSettled = false
    for iteration in 0..<12 {
      let end = cut(s)
      condensed.condense(0..<end, at: s, bounds: isSettled)
      let step = iterate(end, at: s, times: 2, tracking: isSettled)
      guard step.isFinite else { return nil }
      let scale = max(min(Swift.abs(s), s - bottom), spacing)
      // The elements' functions belong to s: E forgives its distance squared, expectation values of
      // the state do not (1e-9 here left 1.2e-11 in hydrogen's fine structure, 1e-13 leaves 2e-14).
      if isSettled, Swift.abs(step) <= 1e-13 * scale || iteration >= 9 {
        return certify(k, end, center: s, step: step)
      }
      isSettled = Swift.abs(step) <= 1e-4 * scale || iteration >= 8
      s += step
    }
    return nil
  }

  private func certify(_ k: Int, _ end: Int, center: Double, step: Double) -> Solution? {
    let energy = center + step
    let rows = band.rows
    certificate.reserve.update(repeating: 0, count: band.capacity)
    for i in 0..<rows { certificate.reserve[i] = 4 * band.errors[i] }
    certificate.weigh(end, vector, image)
    var norm = 0.0
    for i in 0..<rows { norm += vector[i] * image[i] }
    let scale = 1 / norm.squareRoot()
    for i in 0..<rows {
      vector[i] *= scale
      image[i] *= scale
    }
    for i in rows..<band.capacity { (vector[i], image[i]) = (0, 0) }
    let widths = certificate.widths(end, energy: center, vector: vector, norm: 1)
    let margins = widths?.margins ?? 1e-10 * Swift.abs(energy)
    let ulp = 8 * ChannelMatrices.unit * Swift.abs(energy)
    var up = 1.5 * margins + ulp
    var down = 1.5 * (widths?.lower ?? margins) + ulp
    var (isAbove, isBelow) = (false, false)
    for _ in 0..<4 {
      if !isAbove {
        let enough = certificate.countFromBelow(end, energy: energy + up, center: center)
        isAbove = enough.map { $0 >= k + 1 } ?? false
      }
      if !isBelow, widths != nil {
        let most = certificate.countFromAbove(end, energy: energy - down, center: center)
        isBelow = most.map { $0 <= k } ?? false
      }
      if isAbove && (isBelow || widths == nil) { break }
      if !isAbove { up *= 3 }
      if !isBelow { down *= 3 }
    }
    guard up.isFinite, down.isFinite else { return nil }
    let waves = RadialFunction.waves(
      condensed, matrices, end: end, vector: vector, energy: energy)
    return Solution(
      energy: energy, lower: energy - down, upper: energy + up, isCertified: isAbove && isBelow,
      isVariational: isAbove, residual: widths?.residual ?? 0,
      magnitude: max(margins / ChannelCertificate.entryRounding(1), spacing), waves: waves)
  }

  /// The number of elements on which a wave of energy s is not negligible: a cut where the decay
  /// from the last turning point has reached ``ChannelMesh/action``.
  private func cut(_ s: Double) -> Int {
    let mesh = matrices.mesh
    guard let turning = (0..<mesh.count).last(where: { mesh.minima[$0] <= s }) else {
      return mesh.count
    }
    var decay = 0.0
    for e in (turning + 1)..<max(mesh.count, turning + 1) {
      let h = mesh.nodes[e + 1] - mesh.nodes[e]
      decay += h * ((mesh.minima[e] - s) / matrices.kinetic).squareRoot()
      if decay >= ChannelMesh.action, e + 1 < mesh.count { return e + 1 }
    }
    return mesh.count
  }
}
