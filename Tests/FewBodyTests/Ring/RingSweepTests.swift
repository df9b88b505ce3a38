import RealModule
import Testing

@testable import FewBody

/// A sweep agrees with the fluxes one by one, and follows its branches.
@Suite struct RingSweepTests {
  private static let rings = [
    Ring(radius: 1).adding(disorder: 1, harmonics: 24, seed: 7),
    // Gaps at high levels far below rounding: the edges of Hill's bands touch.
    Ring(radius: 1).adding(cosine: 1, amplitude: 0.5),
    Ring(radius: 1, boundary: .spinor).adding(cosine: 2, amplitude: 3, phase: 0.3),
    Ring(radius: 1),
    // Barriers too high for transfer matrices: solved flux by flux.
    Ring(radius: 3).adding(cosine: 3, amplitude: 20),
    Ring(radius: 1, rashba: 1).adding(cosine: 1, amplitude: 0.5),
  ]

  @Test("levels and currents are those of single spectra", arguments: rings.indices)
  func agreement(index: Int) throws {
    let ring = Self.rings[index]
    let fluxes = (0..<17).map { -0.3 + 0.0731 * Double($0) }
    let sweep = try ring.sweep(fluxes: fluxes, lowest: 8)
    #expect(sweep.isComplete && sweep.points.map(\.flux) == fluxes)
    for level in sweep.points.flatMap(\.levels) { #expect(level.certainty == .rigorous) }
    for point in sweep.points {
      var single = ring
      single.flux = point.flux
      let spectrum = try single.spectrum(lowest: 8)
      for (a, b) in zip(point.levels, spectrum) {
        let size = max(1, b.energy.hartree.magnitude)
        #expect(
          (a.energy.hartree - b.energy.hartree).magnitude < 1e-11 * size,
          "\(point.flux) \(a.energy) \(b.energy)")
        #expect(a.interval.overlaps(b.interval))
        #expect(a.index == b.index && a.multiplicity == b.multiplicity)
        let (i, j) = (try #require(a.current), try #require(b.current))
        #expect((i - j).magnitude < 1e-9, "\(point.flux) \(i) \(j)")
        let density = try #require(a.currentFromDensity)
        #expect((i - density).magnitude < 1e-10 * (1 + i.magnitude))
        let (x, y) = (try #require(a.ringState), try #require(b.ringState))
        #expect(a.multiplicity > 1 || x.overlap(y).length > 0.999_999)
      }
    }
  }

  @Test("free branches are parabolas that cross")
  func crossings() throws {
    let sweep = try Ring(radius: 1).sweep(fluxes: FluxRange("0:1:41").values, lowest: 5)
    var branches: [Int: [(Double, Double)]] = [:]
    for point in sweep.points {
      #expect(point.levels.map(\.energy) == point.levels.map(\.energy).sorted())
      for level in point.levels {
        branches[try #require(level.branch), default: []].append(
          (point.flux, level.energy.hartree))
      }
    }
    for (branch, samples) in branches {
      let n = samples.map { (2 * $0.1).squareRoot() }
      // sqrt(2E) = |n + f| for one whole n.
      let candidates = (-4...4).filter { n0 in
        zip(samples, n).allSatisfy { ((Double(n0) + $0.0).magnitude - $1).magnitude < 1e-7 }
      }
      #expect(candidates.count == 1, "branch \(branch): \(samples)")
    }
  }

  @Test("a wide gap is avoided, a gap narrower than the step is crossed")
  func gaps() throws {
    func branches(_ amplitude: Double) throws -> ([Int?], [Int?]) {
      let sweep = try Ring(radius: 1).adding(cosine: 1, amplitude: .hartree(amplitude))
        .sweep(fluxes: FluxRange("0.1:0.9:41").values, lowest: 2)
      return (
        sweep.points[0].levels.map(\.branch), sweep.points[40].levels.map(\.branch)
      )
    }
    // n = 0 and n = -1 meet at f = 1/2 with the gap v.
    let wide = try branches(0.8)
    #expect(wide.0 == wide.1)
    let narrow = try branches(1e-4)
    #expect(narrow.0 == narrow.1.reversed())
  }

  @Test("a sweep that is stopped returns what it has")
  func stopped() throws {
    var polls = 0
    let sweep = try Ring(radius: 1, rashba: 1).sweep(
      fluxes: FluxRange("0:1:50").values, lowest: 2,
      shouldStop: {
        polls += 1
        return polls > 3
      })
    #expect(!sweep.isComplete && sweep.points.count == 3)
  }
}
