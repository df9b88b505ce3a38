import RealModule
import Testing

@testable import FewBody

/// Branches where order and overlap disagree: narrow gaps, wide gaps, and sweeps that begin in a gap.
@Suite struct BranchFollowerTests {
  /// The branch of each wave number n, as far as one flux tells: |c_n|^2 > 0.9.
  private static func branches(_ sweep: RingSweep, of n: Int) throws -> [Int] {
    var found: [Int] = []
    for point in sweep.points {
      for level in point.levels {
        let state = try #require(level.ringState)
        let i = n - Int(state.first)
        guard state.coefficients[0].indices.contains(i),
          state.coefficients[0][i].lengthSquared > 0.9
        else { continue }
        found.append(try #require(level.branch))
      }
    }
    return found
  }

  /// n = 1 and -2 are coupled in second order only; a sample stands in the middle of their gap at f = 1/2,
  /// and the step is wider: both keep their branch. At f = 0 the sweep begins with 1 and -1 mixed.
  @Test func narrowGapsAreCrossed() throws {
    let ring = Ring().adding(cosine: 2, amplitude: 0.02).adding(cosine: 1, amplitude: 0.02)
    let sweep = try ring.sweep(fluxes: FluxRange("0:0.95:20").values, lowest: 6)
    for n in [1, -2, 2, -3] {
      let found = try Self.branches(sweep, of: n)
      #expect(found.count > 6 && Set(found).count == 1, "n = \(n): \(found)")
    }
  }

  /// The gap of n = 0 and -1, wide beside the step, is avoided: the order never changes.
  @Test(arguments: ["0:1:401", "0.5:1.5:401"])
  func wideGapsAreAvoided(range: String) throws {
    let sweep = try Ring().adding(cosine: 1, amplitude: 0.3)
      .sweep(fluxes: FluxRange(range).values, lowest: 4)
    let lowest = Set(sweep.points.compactMap { $0.levels[0].branch })
    let second = Set(sweep.points.compactMap { $0.levels[1].branch })
    #expect(lowest.count == 1 && second.count == 1 && lowest != second)
  }

  /// Which level continues which: pairs of places (level here, level at the next flux).
  private static func links(_ sweep: RingSweep) -> [Set<[Int]>] {
    zip(sweep.points, sweep.points.dropFirst()).map { here, next in
      var links = Set<[Int]>()
      for (i, a) in here.levels.enumerated() {
        for (j, b) in next.levels.enumerated() where a.branch == b.branch { links.insert([i, j]) }
      }
      return links
    }
  }

  /// Wide gaps, narrow ones and levels that come and go at the cut: the same branches both ways.
  @Test(arguments: ["0.01:1.01:81", "-0.29:0.46:31"])
  func aReversedGridHasTheSameBranches(range: String) throws {
    let ring = Ring().adding(cosine: 1, amplitude: 0.2).adding(cosine: 3, amplitude: 0.001)
    let fluxes = try FluxRange(range).values
    let forward = Self.links(try ring.sweep(fluxes: fluxes, lowest: 5))
    let backward = Self.links(try ring.sweep(fluxes: fluxes.reversed(), lowest: 5))
    let turned = backward.reversed().map { Set($0.map { [$0[1], $0[0]] }) }
    #expect(forward == Array(turned))
  }

  /// Five fluxes in a period, three of them crossings: the parabolas of free waves all the same.
  @Test(arguments: [RingBoundary.singleValued, .antiperiodic, .spinor])
  func aCoarseGridOnCrossings(boundary: RingBoundary) throws {
    let sweep = try Ring(boundary: boundary).sweep(fluxes: FluxRange("0:1:5").values, lowest: 6)
    var waves: [Int: Set<Int>] = [:]
    for level in sweep.points.flatMap(\.levels) {
      let state = try #require(level.ringState)
      let i = try #require(
        state.coefficients[0].indices.first { state.coefficients[0][$0].lengthSquared > 0.999 })
      let twice = 2 * (state.first + state.step * Double(i))
      waves[try #require(level.branch), default: []].insert(Int(twice.rounded()))
    }
    #expect(waves.count > 6 && waves.values.allSatisfy { $0.count == 1 })
    #expect(Set(waves.values).count == waves.count)
  }

  /// Strong disorder avoids every crossing of these levels, and a fine grid sees it.
  @Test func disorderAvoidsEveryCrossing() throws {
    let ring = Ring().adding(disorder: 2, harmonics: 12, seed: 5)
    let sweep = try ring.sweep(fluxes: FluxRange("0:1:401").values, lowest: 6)
    for k in 0..<6 {
      #expect(Set(sweep.points.map { $0.levels[k].branch }).count == 1, "level \(k)")
    }
  }

  /// A sweep that begins in the middle of a gap follows the two waves that come out of it.
  @Test(arguments: ["0.5:0.9:41", "0.5:0.1:41"])
  func aSweepThatBeginsInAGap(range: String) throws {
    let parts = range.split(separator: ":").compactMap { Double($0) }
    let fluxes = (0...40).map { parts[0] + (parts[1] - parts[0]) * Double($0) / 40 }
    let sweep = try Ring().adding(cosine: 1, amplitude: 0.002).sweep(fluxes: fluxes, lowest: 2)
    for n in [0, -1] {
      let found = try Self.branches(sweep, of: n)
      #expect(found.count > 35 && Set(found).count == 1, "n = \(n): \(found)")
    }
  }
}
