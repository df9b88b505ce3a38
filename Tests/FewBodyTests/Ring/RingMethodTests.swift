import RealModule
import Testing

@testable import FewBody

/// Three discretizations and what each of them can do.
@Suite struct RingMethodTests {
  @Test("plane waves, differences and elements meet", arguments: [0.0, 0.3])
  func meeting(rashba: Double) throws {
    var ring = Ring(radius: 1, flux: 0.17, boundary: .twist(0.6))
      .adding(cosine: 1, amplitude: 0.8).adding(cosine: 2, amplitude: 0.3, phase: 1)
    if rashba != 0 { ring.rashba = rashba }
    let exact = try ring.spectrum(lowest: 4)
    for method in [RingMethod.finiteDifferences(order: 8, points: 96), .spectral(elements: 8)] {
      let other = try ring.spectrum(lowest: 4, on: method, tolerance: 1e-6)
      #expect(other.isComplete)
      for (a, b) in zip(exact, other) {
        #expect(a.interval.overlaps(b.interval), "\(method) \(a.energy) \(b.interval)")
        #expect((a.energy.hartree - b.energy.hartree).magnitude < 1e-8)
        #expect(b.certainty.word == "estimate")
        let (i, j) = (try #require(b.current), try #require(b.currentFromDensity))
        #expect((i - j).magnitude < 1e-10)
        #expect((i - (try #require(a.current))).magnitude < 1e-8)
      }
    }
  }

  @Test(
    "differences converge at their order, with the flux in Peierls phases", arguments: [2, 4, 6, 8])
  func order(order: Int) throws {
    let ring = Ring(radius: 1, flux: 0.3).adding(cosine: 1, amplitude: 1)
    let exact = try ring.spectrum(lowest: 3)[2].energy.hartree
    func error(_ points: Int) throws -> Double {
      let method = RingMethod.finiteDifferences(order: order, points: points)
      let level = try ring.spectrum(lowest: 3, on: method, tolerance: 1)[2]
      return (level.energy.hartree - exact).magnitude
    }
    let points = order == 8 ? 36 : 48
    let ratio = try error(points) / error(2 * points)
    #expect(Double.log2(ratio) > Double(order) - 0.5, "\(Double.log2(ratio))")
    #expect(Double.log2(ratio) < Double(order) + 0.7, "\(Double.log2(ratio))")
  }

  /// cos 2 pi f = cos pa cos qb - (p^2 + q^2)/(2pq) sin pa sin qb, p^2 = 2E, q^2 = 2(E - V), m = R = 1
  /// (R. de L. Kronig, W. G. Penney, Proc. R. Soc. A 130 (1931) 499).
  @Test("elements end on the jumps of a step: Kronig and Penney", arguments: [0.1, 0.37])
  func kronigPenney(flux: Double) throws {
    let (barrier, width) = (1.5, 2.0)
    let ring = Ring(radius: 1, flux: flux).adding(breakpoints: [width]) { angle in
      angle - 2 * .pi * (angle / (2 * .pi)).rounded(.down) < width ? barrier : 0
    }
    func defect(_ energy: Double) -> Double {
      let p = (2 * energy).squareRoot()
      let square = 2 * (energy - barrier)
      let q = square.magnitude.squareRoot()
      // cos, and sin over q, of qb; both even in q.
      let c = square > 0 ? Double.cos(q * width) : .cosh(q * width)
      let s = square > 0 ? Double.sin(q * width) / q : .sinh(q * width) / q
      let a = 2 * .pi - width
      return .cos(p * a) * c - (2 * energy + square) / (2 * p) * .sin(p * a) * s
        - .cos(2 * .pi * flux)
    }
    var exact: [Double] = []
    var energy = 1e-3
    while exact.count < 4 {
      if defect(energy) * defect(energy + 1e-3) < 0 {
        var (low, high) = (energy, energy + 1e-3)
        for _ in 0..<60 {
          let middle = 0.5 * (low + high)
          if defect(low) * defect(middle) <= 0 { high = middle } else { low = middle }
        }
        exact.append(0.5 * (low + high))
      }
      energy += 1e-3
    }
    let spectrum = try ring.spectrum(lowest: 4, on: .spectral)
    #expect(spectrum.isComplete)
    for (level, value) in zip(spectrum, exact) {
      #expect((level.energy.hartree - value).magnitude < 1e-10)
      #expect(level.interval.contains(Energy(hartree: value)))
    }
    // The series of a step does not converge, and says so.
    let waves = try ring.spectrum(lowest: 2)
    #expect(!waves.isComplete)
    if case .estimate(let reason) = waves[0].certainty {
      #expect(reason.contains("spectral"))
    } else {
      Issue.record("a step's plane waves are an estimate")
    }
    #expect(waves[0].interval.contains(Energy(hartree: exact[0])))
  }

  @Test("a closure and a table of a cosine find the levels of the cosine")
  func blackBoxes() throws {
    let exact = try Ring(radius: 1, flux: 0.2).adding(cosine: 1, amplitude: 2).spectrum(lowest: 4)
    let closure = try Ring(radius: 1, flux: 0.2).adding { 2 * .cos($0) }.spectrum(lowest: 4)
    let nodes = (0..<120).map { 2 * Double.pi * Double($0) / 120 }
    let table = try SampledPotential(nodes: nodes, values: nodes.map { 2 * .cos($0) })
    let sampled = try Ring(radius: 1, flux: 0.2).adding(table)
      .spectrum(lowest: 4, on: .spectral, tolerance: 1e-6)
    for k in 0..<4 {
      #expect((closure[k].energy.hartree - exact[k].energy.hartree).magnitude < 1e-12)
      #expect(closure[k].interval.overlaps(exact[k].interval))
      #expect(closure[k].certainty.word == "estimate")
      #expect((sampled[k].energy.hartree - exact[k].energy.hartree).magnitude < 1e-8)
      #expect(sampled[k].interval.overlaps(exact[k].interval))
    }
  }

  @Test("disorder is seeded and its bounds are theorems")
  func disorder() throws {
    func ring(_ seed: UInt64) -> Ring {
      Ring(radius: 1, flux: 0.1).adding(disorder: 0.5, harmonics: 12, seed: seed)
    }
    let (a, b, c) = (
      try ring(1).spectrum(lowest: 4), try ring(1).spectrum(lowest: 4),
      try ring(2).spectrum(lowest: 4)
    )
    #expect(a.map(\.energy) == b.map(\.energy))
    #expect(a[0].energy != c[0].energy)
    #expect(a.allSatisfy { $0.certainty == .rigorous } && a.isComplete)
  }
}
