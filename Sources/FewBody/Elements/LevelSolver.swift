/// Finds one level of one sector and proves its bounds.
///
/// A coarse model (bubbles up to degree 4) isolates the level by counting, Rayleigh-quotient
/// iteration with the full elements makes it exact to rounding, and the certificate's two counts
/// fix its index and its interval.
final class LevelSolver {
  /// A sector: what holds the ends of the whole mesh.
  struct Sector: Sendable {
    let start: Chain.End
    let end: Chain.End
  }

  /// A level and what was proved of it.
  struct Solution: Sendable {
    var energy: Double
    var lower: Double
    var upper: Double
    /// False where the counts could not be made to agree; lower and upper are then estimates.
    var isCertified: Bool
    var residual: Double
    /// The sum of the magnitudes of the form's parts, the scale of its rounding.
    var magnitude: Double
    var state: ElementState
  }

  let matrices: ElementMatrices
  let sector: Sector
  let kinetic: Double
  /// A quarter of k (pi/L)^2, the least scale of a bounded domain's levels: where V = 0 an energy
  /// may vanish, and no width is narrow beside it.
  private let spacing: Double
  private let condensed: Condensation
  private let scratch: Scratch
  private var bisection: LevelBisection

  init(
    _ matrices: ElementMatrices, condensed: Condensation, scratch: Scratch, sector: Sector,
    kinetic: Double, top: Double, threshold: Double?
  ) {
    self.matrices = matrices
    self.sector = sector
    self.kinetic = kinetic
    let span = matrices.mesh.nodes[matrices.count] - matrices.mesh.nodes[0]
    spacing = threshold == nil ? kinetic * (0.5 * .pi / span) * (0.5 * .pi / span) : 0
    self.condensed = condensed
    self.scratch = scratch
    // Below every level, also the constant state of a free ring, whose energy is min V itself.
    let lowest = matrices.mesh.enclosures.map(\.lower).min() ?? 0
    bisection = LevelBisection(
      bottom: lowest - 1e-3 * max(top - lowest, 0), top: top, threshold: threshold)
  }

  /// The number of levels of the full model below s, over the whole mesh.
  func count(below s: Double, degree: Int = ReferenceElement.degree) -> Int {
    condensed.condense(0..<matrices.count, at: s, degree: degree)
    return form(chain(at: .infinity)).negativeCount() ?? 0
  }

  /// At most this many levels lie below s: the certified count of the whole sector.
  func provenCount(below s: Double) -> Int? {
    let elements = 0..<matrices.count
    condensed.condense(elements, at: s, bounds: true)
    return Certificate.countFromAbove(
      condensed, chain(at: .infinity), energy: s, center: s, scratch: scratch)
  }

  /// Level k of the sector, from 0.
  func level(_ k: Int) -> Solution? {
    if let start = coarse(k), let found = refine(k, from: start), found.isCertified {
      return found
    }
    // The coarse model failed to isolate it: count with the full model until RQI is safe.
    bisection.forget()
    guard let start = isolate(k, degree: ReferenceElement.degree, until: 1e-6) else { return nil }
    return refine(k, from: 0.5 * (start.lower + start.upper))
  }

  private func coarse(_ k: Int) -> Double? {
    guard let bracket = isolate(k, degree: 4, until: 0.25) else { return nil }
    var s = bisection.middle(bracket.lower, bracket.upper)
    let whole = 0..<matrices.count
    for _ in 0..<6 {
      condensed.condense(whole, at: s, degree: 4)
      let step = rayleigh(chain(at: .infinity)).step
      s += step
      guard s > bracket.lower, s < bracket.upper else {
        return bisection.middle(bracket.lower, bracket.upper)
      }
      if Swift.abs(step) < 1e-3 * Swift.abs(s) { break }
    }
    return s
  }

  private func isolate(
    _ k: Int, degree: Int, until width: Double
  ) -> (lower: Double, upper: Double)? {
    bisection.bracket(k, until: width) { count(below: $0, degree: degree) }
  }

  private func refine(_ k: Int, from start: Double) -> Solution? {
    var s = start
    var isSettled = false
    for iteration in 0..<12 {
      let chain = chain(at: s)
      condensed.condense(chain.elements, at: s, bounds: isSettled)
      let (step, psi, norm, gamma) = rayleigh(chain)
      guard step.isFinite else { return nil }
      let scale = Swift.abs(s)
      if isSettled, Swift.abs(step) <= 1e-11 * scale || iteration >= 9 {
        let solution = certify(
          k, chain, center: s, step: step, psi: psi, norm: norm, gamma: gamma)
        return solution.lower <= solution.upper ? solution : nil
      }
      isSettled = Swift.abs(step) <= 1e-5 * scale || iteration >= 8
      s += step
    }
    return nil
  }

  private func certify(
    _ k: Int, _ chain: Chain, center: Double, step: Double, psi: UnsafeMutablePointer<Double>,
    norm: Double, gamma: (node: Int, value: Double)
  ) -> Solution {
    let energy = center + step
    let (margins, lowerWidth) = Certificate.widths(
      condensed, chain, energy: energy, psi: psi, jumps: scratch.jumps, norm: norm)
    let ulp = 8 * ElementMatrices.unit * Swift.abs(energy)
    var up = 1.5 * margins + ulp
    var down = 1.5 * lowerWidth + ulp
    let state = ElementState(condensed, matrices, chain, psi: psi, norm: norm, energy: energy)
    var isCertified = false
    for _ in 0..<4 {
      let enough = Certificate.countFromBelow(
        condensed, chain, energy: energy + up, center: center, scratch: scratch)
      let most = Certificate.countFromAbove(
        condensed, chain, energy: energy - down, center: center, scratch: scratch)
      let isAbove = enough >= k + 1
      let isBelow = most.map { $0 <= k } ?? false
      isCertified = isAbove && isBelow
      if isCertified { break }
      if !isAbove { up *= 3 }
      if !isBelow { down *= 3 }
    }
    return Solution(
      energy: energy, lower: energy - down, upper: energy + up, isCertified: isCertified,
      residual: residual(chain, gamma: gamma, norm: norm),
      magnitude: max(margins / Certificate.entryRounding, spacing), state: state)
  }

  /// The dual norm of the residual gamma e_m: 1/sqrt(h_l + h_r) (p + 1) is the largest value at a
  /// node that a polynomial pair of degree p and unit norm can have.
  private func residual(_ chain: Chain, gamma: (node: Int, value: Double), norm: Double) -> Double {
    let mesh = matrices.mesh
    let left = mesh.nodes[max(gamma.node - 1, chain.elements.lowerBound)]
    let right = mesh.nodes[min(gamma.node + 1, chain.elements.upperBound)]
    return Swift.abs(gamma.value) * Double(ReferenceElement.degree + 1)
      / ((right - left) * norm).squareRoot()
  }

  private func rayleigh(
    _ chain: Chain
  ) -> (
    step: Double, psi: UnsafeMutablePointer<Double>, norm: Double, gamma: (node: Int, value: Double)
  ) {
    let form = form(chain)
    let (node, gamma) = form.twist(
      forward: scratch.forward, backward: scratch.backward, vector: scratch.vector,
      jumps: scratch.jumps)
    let norm = form.value(
      condensed.couplingGram, condensed.leftGram, condensed.rightGram, at: scratch.vector,
      jumps: scratch.jumps)
    return (gamma / norm, scratch.vector, norm, (node, gamma))
  }

  private func form(_ chain: Chain) -> NodalForm {
    NodalForm(
      coupling: condensed.coupling, left: condensed.left, right: condensed.right,
      elements: chain.elements, start: chain.upperStart, end: chain.upperEnd)
  }

  /// The elements on which a wave of energy s is not negligible: on either side the chain is cut
  /// where the decay from the last turning point has reached ``ElementMesh/action``.
  private func chain(at s: Double) -> Chain {
    let mesh = matrices.mesh
    var (first, last) = (0, matrices.count)
    var (start, end) = (sector.start, sector.end)
    if s.isFinite {
      if let cut = cut(s, backwards: false) {
        last = cut
        end = Self.beyond(end, lower: mesh.lowerBeyond[cut])
      }
      if let cut = cut(s, backwards: true) {
        first = cut
        start = Self.beyond(start, lower: mesh.lowerBefore[cut])
      }
    }
    return Chain(elements: first..<last, start: start, end: end, kinetic: kinetic)
  }

  /// A cut before an end: towards a mirror the outer form is positive, but no solution has to decay.
  private static func beyond(_ end: Chain.End, lower: Double) -> Chain.End {
    if case .mirror = end { .mirrorBeyond(lower: lower) } else { .open(lower: lower) }
  }

  private func cut(_ s: Double, backwards: Bool) -> Int? {
    let mesh = matrices.mesh
    let count = mesh.count
    // The outermost element on this side that a wave of energy s can reach classically.
    var turning = -1
    for i in 0..<count {
      let e = backwards ? i : count - 1 - i
      if mesh.enclosures[e].lower <= s {
        turning = i
        break
      }
    }
    guard turning > 0 else { return nil }
    var decay = 0.0
    for i in stride(from: turning - 1, through: 0, by: -1) {
      let e = backwards ? i : count - 1 - i
      let h = mesh.nodes[e + 1] - mesh.nodes[e]
      let k = matrices.kineticUpper[e / ElementMatrices.width][e % ElementMatrices.width]
      decay += h * ((mesh.enclosures[e].lower - s) / k).squareRoot()
      if decay >= ElementMesh.action, i > 0 { return backwards ? e : e + 1 }
    }
    return nil
  }
}
