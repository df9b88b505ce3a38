import RealModule
import Testing

@testable import FewBody

/// Essen's Eq. (50) against closed forms (`Data`, 30 digits) and against itself.
@Suite struct VelocityMatrixTests {
  @Test(arguments: [
    (2, 0, -0.25), (3, 1, 0.0721687836487032205636435975627),
    (4, 2, -0.603553390593273762200422181052),
    (10, 0, 2.98958615993564414499816831771), (10, 1, 3.04282615970559306400636118847),
    (10, 5, -2.10058378381383009602476585412), (100, 0, 102.843148883948111809063325725),
    (100, 50, -22.0530869953646071562941963693),
  ])
  func eigenvalues(n: Int, k: Int, value: Double) throws {
    let matrix = try VelocityMatrix(equallySpaced: n, ratio: 1)
    #expect((matrix.eigenvalues[k] - 1 - value).magnitude < 1e-13 * max(1, value.magnitude))
    #expect((matrix.inPhase - (matrix.eigenvalues[0] - 1)).magnitude < 1e-12 * Double(n))
  }

  @Test func criticalRatios() throws {
    let ten = try VelocityMatrix(equallySpaced: 10, ratio: 0.1)
    let first = try #require(ten.criticalRatio)
    #expect((first - 0.476058).magnitude < 1e-6)
    let hundred = try VelocityMatrix(equallySpaced: 100, ratio: 0.1)
    let second = try #require(hundred.criticalRatio)
    #expect((second - 0.0453451).magnitude < 1e-7)
    #expect(ten.isPositive && !hundred.isPositive)
  }

  /// The logarithm that Eq. (49) misses: it closes on lambda_0 - 1, N eps does not.
  @Test func logarithm() throws {
    var last = 1.0
    for n in [10, 100, 1000, 4000] {
      let matrix = try VelocityMatrix(equallySpaced: n, ratio: 1e-3)
      let error = (matrix.logarithmicEstimate / matrix.inPhase - 1).magnitude
      #expect(error < last)
      last = error
    }
    #expect(last < 1e-7)
    let matrix = try VelocityMatrix(equallySpaced: 4000, ratio: 1e-3)
    #expect(matrix.inPhase > 2 * matrix.estimate)
  }

  /// Given angles: the equally spaced matrix again, and its trace.
  @Test func givenPositions() throws {
    let circulant = try VelocityMatrix(equallySpaced: 7, ratio: 0.2)
    let given = try VelocityMatrix(positions: circulant.positions.map { $0 + 0.3 }, ratio: 0.2)
    for (a, b) in zip(circulant.eigenvalues.sorted(), given.eigenvalues) {
      #expect((a - b).magnitude < 1e-13)
    }
    let (one, other) = (try #require(given.criticalRatio), try #require(circulant.criticalRatio))
    #expect((one - other).magnitude < 1e-12)
    let random = try VelocityMatrix(random: 12, seed: 5, ratio: 0.01)
    #expect((random.eigenvalues.reduce(0, +) - 12).magnitude < 1e-10)
    #expect(random.positions == (try VelocityMatrix(random: 12, seed: 5, ratio: 0.01)).positions)
    #expect(random.positions != (try VelocityMatrix(random: 12, seed: 6, ratio: 0.01)).positions)
  }

  @Test func refusals() {
    #expect(throws: FewBodyError.self) { try VelocityMatrix(equallySpaced: 1, ratio: 0.1) }
    #expect(throws: FewBodyError.self) { try VelocityMatrix(equallySpaced: 5, ratio: -1) }
    #expect(throws: FewBodyError.self) { try VelocityMatrix(positions: [0, 0], ratio: 0.1) }
    #expect(throws: FewBodyError.self) { try VelocityMatrix(positions: [0, .nan], ratio: 0.1) }
  }
}
