import Testing

@testable import FewBody

/// The intervals of a small basis hold the levels of a large one.
@Suite struct ElectronBoundsTests {
  @Test(arguments: [(3, 3, 0), (3, 1, 1), (4, 4, 0), (4, 2, 0), (5, 5, 0)])
  func intervalsHold(n: Int, twice: Int, momentum: Int) throws {
    let ring = ElectronRing(
      count: n, radius: 1.5, thickness: 0.7, spin: ElectronSpin(twice: twice),
      totalMomentum: momentum)
    let coarse = try ring.spectrum(lowest: 3, on: .determinants(waves: n + 5))
    let fine = try ring.spectrum(lowest: 3, on: .determinants(waves: n == 3 ? 26 : 16))
    for (a, b) in zip(coarse, fine) {
      #expect(a.interval.lowerBound <= b.energy && b.energy <= a.interval.upperBound)
      #expect(a.interval.lowerBound <= b.interval.upperBound)
      #expect(b.energy < a.energy)
    }
    #expect(fine[0].certainty == .rigorous)
  }

  /// The polynomials of the gaps: the upper bound falls with the degree, the interval holds.
  @Test(arguments: [(3, 8, 16), (4, 8, 14), (5, 6, 9)]) func gaps(n: Int, low: Int, high: Int)
    throws
  {
    let ring = ElectronRing(count: n, radius: 1, spin: ElectronSpin(twice: n))
    let coarse = try ring.spectrum(lowest: 2, on: .gaps(degree: low))
    let fine = try ring.spectrum(lowest: 2, on: .gaps(degree: high))
    for (a, b) in zip(coarse, fine) {
      #expect(b.energy <= a.energy && a.interval.contains(b.energy))
    }
  }

  /// A bound below the spectrum of the infinite set: nothing may lie under it.
  @Test func floorIsBelow() throws {
    let harmonics = try PairHarmonics(radius: 1, thickness: 0.8)
    let solver = DeterminantSolver(
      radius: 1, thickness: 0.8, electrons: 3, twiceSpin: 3, momentum: 0, harmonics: harmonics,
      hasCoulomb: true)
    let values = try solver.lowest(4, waves: 30).pairs.values
    var last = -Double.infinity
    for waves in [4, 6, 10, 16] {
      let floor = try DeterminantBounds(solver: solver)
        .floor(4, below: values[3] + 0.1, waves: waves)
      guard let first = floor.first else { continue }
      for (a, b) in zip(floor, values) { #expect(a <= b) }
      #expect(first > last)
      last = first
    }
    #expect(values[0] - last < 1e-4)
  }
}
