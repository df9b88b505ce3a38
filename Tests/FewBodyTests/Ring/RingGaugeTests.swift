import RealModule
import Testing

@testable import FewBody

/// What the flux may do and what it may not.
@Suite struct RingGaugeTests {
  private func ring(_ flux: Double, _ boundary: RingBoundary) -> Ring {
    Ring(radius: 1, flux: flux, boundary: boundary)
      .adding(cosine: 1, amplitude: 0.9, phase: 0.4).adding(cosine: 2, amplitude: -0.5)
  }

  private func agree(_ a: Ring, _ b: Ring) throws {
    let (first, second) = (try a.spectrum(lowest: 6), try b.spectrum(lowest: 6))
    for (x, y) in zip(first, second) {
      #expect((x.energy.hartree - y.energy.hartree).magnitude < 1e-13)
      #expect(x.interval.overlaps(y.interval))
      let (i, j) = (try #require(x.current), try #require(y.current))
      #expect((i - j).magnitude < 1e-12)
    }
  }

  @Test("a whole quantum changes nothing but the wave numbers", arguments: [1.0, -2, 1000])
  func period(quanta: Double) throws {
    // 2^-3 keeps f + 1000 exact.
    try agree(ring(0.125, .singleValued), ring(0.125 + quanta, .singleValued))
    let a = try ring(0.125, .singleValued).spectrum(lowest: 1)[0]
    let b = try ring(0.125 + quanta, .singleValued).spectrum(lowest: 1)[0]
    let (x, y) = (try #require(a.ringState), try #require(b.ringState))
    #expect(x.first - y.first == quanta)
    #expect((a.ringState?.density(at: 1) ?? 0) > 0)
    #expect((x.density(at: 1) - y.density(at: 1)).magnitude < 1e-12)
  }

  @Test("flux f is the twist 2 pi f of a ring without flux", arguments: [0.1, 0.37, -0.45])
  func twist(flux: Double) throws {
    try agree(ring(flux, .singleValued), ring(0, .twist(2 * .pi * flux)))
  }

  @Test("the antiperiodic ring is the ring at half a quantum more")
  func antiperiodic() throws { try agree(ring(0.2, .antiperiodic), ring(0.7, .singleValued)) }

  @Test("the spinor ring repeats after half a quantum and is the union of both")
  func spinor() throws {
    try agree(ring(0.2, .spinor), ring(0.7, .spinor))
    let whole = try ring(0.2, .singleValued).spectrum(lowest: 6).map(\.energy)
    let half = try ring(0.2, .antiperiodic).spectrum(lowest: 6).map(\.energy)
    let both = try ring(0.2, .spinor).spectrum(lowest: 6)
    #expect(both.map(\.energy) == Array((whole + half).sorted().prefix(6)))
  }

  @Test("without Rashba coupling or Zeeman term a spinor's levels are double")
  func spin() throws {
    var spinful = ring(0.2, .singleValued)
    spinful.rashba = 0
    let single = try ring(0.2, .singleValued).spectrum(lowest: 3)
    let double = try spinful.spectrum(lowest: 6)
    for k in 0..<6 {
      #expect((double[k].energy.hartree - single[k / 2].energy.hartree).magnitude < 1e-13)
      #expect(double[k].multiplicity == 2)
    }
  }

  /// cos(phi/2) couples n to n + 1/2: an independent matrix on the double ring, of radius 2R and with
  /// the harmonic 1 in phi/2, at twice the flux.
  @Test("a potential of period 4 pi under the spinor boundary is a ring of twice the radius")
  func doubleRing() throws {
    let folded = Ring(radius: 1, flux: 0.15, boundary: .spinor)
      .adding { 0.6 * .cos(0.5 * $0) + 0.2 * .cos($0) }
    let unfolded = Ring(radius: 2, flux: 0.3).adding(cosine: 1, amplitude: 0.6)
      .adding(cosine: 2, amplitude: 0.2)
    let (a, b) = (try folded.spectrum(lowest: 6), try unfolded.spectrum(lowest: 6))
    for (x, y) in zip(a, b) {
      #expect((x.energy.hartree - y.energy.hartree).magnitude < 1e-12)
      #expect(x.certainty.word == "estimate")
      // df of the small ring is two df of the large one.
      let (i, j) = (try #require(x.current), try #require(y.current))
      #expect((i - 2 * j).magnitude < 1e-12)
    }
  }
}
