import ExactSolutions
import RealModule
import Testing

@testable import FewBody

/// The counts behind a rigorous interval, and that they refuse a false one.
@Suite struct CertificateTests {
  /// The oscillator's elements on both sides of the origin, condensed at `energy`.
  private func setup(
    at energy: Double, top: Double = 6
  ) throws -> (condensed: Condensation, chain: Chain, scratch: Scratch) {
    let profile = LineProfile(Parabola(), mass: 1)
    let mesh = try ElementMesh(
      profile, domain: .init(left: -.infinity, right: .infinity), top: top, refinement: 0,
      limit: 1000)
    let matrices = ElementMatrices(profile, mesh: mesh)
    let condensed = Condensation(matrices)
    condensed.condense(0..<mesh.count, at: energy, bounds: true)
    let chain = Chain(
      elements: 0..<mesh.count, start: .open(lower: mesh.lowerBefore[0]),
      end: .open(lower: mesh.lowerBeyond[mesh.count]), kinetic: 0.5)
    return (condensed, chain, Scratch(elements: matrices.batches * ElementMatrices.width))
  }

  @Test("both counts are exact a little off every level", arguments: 0..<5)
  func counts(level: Int) throws {
    let energy = Double(level) + 0.5
    let (condensed, chain, scratch) = try setup(at: energy)
    for offset in [1e-12, 1e-9, 1e-6] {
      let below = Certificate.countFromAbove(
        condensed, chain, energy: energy - offset, center: energy, scratch: scratch)
      let above = Certificate.countFromBelow(
        condensed, chain, energy: energy + offset, center: energy, scratch: scratch)
      #expect(below == level)
      #expect(above == level + 1)
    }
  }

  @Test("an interval that misses the level is refused", arguments: 0..<5)
  func refusal(level: Int) throws {
    let energy = Double(level) + 0.5
    let (condensed, chain, scratch) = try setup(at: energy)
    for offset in [0, 1e-15, 1e-12, 1e-9, 1e-6] {
      // A lower end at or above the exact level: the upper count must see level + 1 of them.
      let most = Certificate.countFromAbove(
        condensed, chain, energy: energy + offset, center: energy, scratch: scratch)
      #expect(most == level + 1)
      // An upper end at or below it: the lower count must not.
      let least = Certificate.countFromBelow(
        condensed, chain, energy: energy - offset, center: energy, scratch: scratch)
      #expect(least == level)
    }
  }

  @Test("no count without a local gap, nor where the outside could bind")
  func hypotheses() throws {
    let (condensed, chain, scratch) = try setup(at: 2.5)
    // Far above the energy for which the mesh was made, -s exceeds pi^2 k/h^2 + min V.
    condensed.condense(chain.elements, at: 400, bounds: true)
    #expect(
      Certificate.countFromAbove(condensed, chain, energy: 400, center: 400, scratch: scratch)
        == nil)
    condensed.condense(chain.elements, at: 2.5, bounds: true)
    let low = Chain(
      elements: chain.elements, start: chain.start, end: .open(lower: 2.4), kinetic: 0.5)
    #expect(
      Certificate.countFromAbove(condensed, low, energy: 2.45, center: 2.5, scratch: scratch) == nil
    )
  }

  @Test("a number that is not finite hides no level")
  func notFinite() throws {
    let (condensed, chain, scratch) = try setup(at: 2.5)
    for (array, value) in [
      (condensed.left, Double.nan), (condensed.coupling, .nan), (condensed.leftResidual, .infinity),
      (condensed.rightMargin, .infinity), (condensed.gap, .nan),
    ] {
      let saved = array[3]
      array[3] = value
      #expect(
        Certificate.countFromAbove(condensed, chain, energy: 2.6, center: 2.5, scratch: scratch)
          == nil)
      array[3] = saved
    }
    #expect(
      Certificate.countFromAbove(condensed, chain, energy: 2.6, center: 2.5, scratch: scratch) == 3)
  }

  @Test("a pivot that vanishes exactly is counted once, and nothing overflows")
  func vanishingPivot() {
    // K (a - b)^2 - K a^2: indefinite, with a zero pivot at the first node.
    for scale in [1e-200, 1, 1e9, 1e150] {
      let coupling = [scale]
      let left = [-scale]
      let right = [0.5 * scale]
      coupling.withUnsafeBufferPointer { coupling in
        left.withUnsafeBufferPointer { left in
          right.withUnsafeBufferPointer { right in
            guard let k = coupling.baseAddress, let l = left.baseAddress, let r = right.baseAddress
            else { return }
            let form = NodalForm(
              coupling: k, left: l, right: r, elements: 0..<1, start: .free(0), end: .free(0))
            #expect(form.negativeCount() == 1)
          }
        }
      }
    }
  }

  @Test("a cut in front of a mirror claims no decay")
  func mirrorBeyondCut() {
    let chain = Chain(
      elements: 0..<1, start: .mirrorBeyond(lower: 2), end: .open(lower: 2), kinetic: 0.5)
    if case .free(let q)? = chain.lowerStart(1) { #expect(q == 0) } else { Issue.record("no end") }
    if case .free(let q)? = chain.lowerEnd(1) {
      #expect(q > 0.7 && q <= 0.5.squareRoot())
    } else {
      Issue.record("no end")
    }
    if case .fixed = chain.upperStart {} else { Issue.record("the upper bound needs a wall") }
    #expect(chain.lowerStart(2) == nil)
  }

  @Test("upper bounds fall, lower bounds rise, when a mesh is refined; they never cross")
  func refinement() throws {
    let profile = LineProfile(MorseWell(depth: 12.5), mass: 1)
    let exact = try Morse(depth: 12.5)
    for refinement in 0..<4 {
      let mesh = try ElementMesh(
        profile, domain: .init(left: -.infinity, right: .infinity), top: -0.05,
        refinement: refinement, limit: 1000)
      let matrices = ElementMatrices(profile, mesh: mesh)
      let solver = LevelSolver(
        matrices, condensed: Condensation(matrices),
        scratch: Scratch(elements: matrices.batches * ElementMatrices.width),
        sector: .init(
          start: .open(lower: mesh.lowerBefore[0]), end: .open(lower: mesh.lowerBeyond[mesh.count])),
        kinetic: 0.5, top: -0.05, threshold: 0)
      for k in 0..<4 {
        let solution = try #require(solver.level(k))
        let energy = try exact.energy(level: k).midpoint
        #expect(solution.isCertified)
        #expect(solution.lower <= energy && energy <= solution.upper)
      }
    }
  }

  @Test("any trial function's energy bounds the ground state from above")
  func variational() throws {
    let level = try LinePair(coupling: 1, thickness: 1, reducedMass: 1).spectrum(lowest: 1)[0]
    // exp(-b|x|): <T> = b^2/2; <V> by quadrature of the state's own points.
    let state = try #require(level.state)
    let samples = state.quadrature()
    for b in [0.3, 0.5, 0.7, 0.9, 1.2] {
      var (norm, potential) = (0.0, 0.0)
      for (x, w) in zip(samples.points, samples.weights) {
        let density = w * Double.exp(-2 * b * x.magnitude)
        norm += density
        potential -= density / (x.magnitude + 1)
      }
      #expect(b * b / 2 + potential / norm > level.interval.lowerBound.hartree)
    }
    #expect(level.interval.lowerBound.hartree <= -0.5 && level.interval.upperBound.hartree >= -0.5)
  }
}
