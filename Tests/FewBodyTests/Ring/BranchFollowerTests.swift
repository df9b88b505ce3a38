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
}
