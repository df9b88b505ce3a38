import RealModule
import Testing

@testable import LinearOperators

@Suite struct InertiaTests {
  /// A shift that is at least 1e-9 from every level, so that the count is not a matter of rounding.
  private func shift(_ levels: [Double], _ numbers: inout Numbers) -> Double {
    while true {
      let candidate = 2 * numbers.next()
      if levels.allSatisfy({ abs($0 - candidate) > 1e-9 }) { return candidate }
    }
  }

  @Test func countsMeetTheEigenvaluesOfAThousandMatrices() throws {
    var numbers = Numbers(seed: 20)
    for trial in 0..<1000 {
      let n = numbers.integer(2...40)
      let m = numbers.integer(1...min(n - 1, 9))
      let band = try numbers.banded(n, m)
      let dense = try band.dense()
      let overlap = trial.isMultiple(of: 2) ? nil : try numbers.overlap(n, numbers.integer(1...m))
      let denseOverlap = try overlap?.dense()
      let levels = try dense.eigenpairs(.all, overlap: denseOverlap, vectors: false).values
      let sigma = shift(levels, &numbers)
      let expected = levels.count { $0 < sigma }
      #expect(try dense.count(below: sigma, overlap: denseOverlap) == expected)
      #expect(try band.count(below: sigma, overlap: overlap) == expected)
      #expect(band.pivotedCount(below: sigma, overlap: overlap) == expected)
    }
  }

  @Test func tridiagonalCountsMeetTheClosedForm() throws {
    let n = 500
    let matrix = try secondDifference(n)
    for k in 1..<n {
      let between = 0.5 * (secondDifferenceLevel(k, n) + secondDifferenceLevel(k + 1, n))
      #expect(matrix.count(below: between) == k)
    }
  }

  /// A zero diagonal makes the first pivot of an unpivoted elimination at σ = 0 vanish.
  @Test func zeroPivotsAreSurvived() throws {
    for n in [2, 3, 8, 51] {
      for m in [1, 2, 3] where m < n {
        let band = try BandedMatrix(dimension: n, halfBandwidth: m) { i, j in i - j == m ? 1 : 0 }
        let levels = try band.dense().eigenpairs(.all, vectors: false).values
        #expect(try band.count(below: -1e-8) == levels.count { $0 < -1e-8 })
        #expect(try band.count(below: 1e-8) == levels.count { $0 < 1e-8 })
      }
    }
  }

  /// σ within 10⁻¹³ of an eigenvalue of a leading block: the unpivoted factors grow by 10¹³, and
  /// only the pivoted count is right.
  @Test func dangerousGrowthIsNoticed() throws {
    var numbers = Numbers(seed: 21)
    var noticed = 0
    for _ in 0..<200 {
      let n = 24
      let band = try numbers.banded(n, 3)
      let block = try SymmetricMatrix(dimension: 12) { band[$0, $1] }
      let sigma = try block.eigenpairs(.all, vectors: false).values[5] + 1e-13
      let levels = try band.dense().eigenpairs(.all, vectors: false).values
      guard levels.allSatisfy({ abs($0 - sigma) > 1e-9 }) else { continue }
      let factors = try BandedFactorization(band, shift: sigma)
      if factors.growth > BandedFactorization.trustedGrowth { noticed += 1 }
      #expect(factors.negativeCount == levels.count { $0 < sigma })
    }
    #expect(noticed > 150)
  }

  @Test func countsAreBlindToGrading() throws {
    // S(A − σB)S has the inertia of A − σB for any diagonal S.
    var numbers = Numbers(seed: 22)
    for _ in 0..<100 {
      let (a, b) = (try numbers.banded(30, 3), try numbers.overlap(30, 2))
      let sizes = (0..<30).map { _ in Double.exp2((20 * numbers.next()).rounded()) }
      func graded(_ m: BandedMatrix) throws -> BandedMatrix {
        try BandedMatrix(dimension: 30, halfBandwidth: m.halfBandwidth) {
          m[$0, $1] * sizes[$0] * sizes[$1]
        }
      }
      let levels = try a.dense().eigenpairs(.all, overlap: b.dense(), vectors: false).values
      let sigma = shift(levels, &numbers)
      let expected = levels.count { $0 < sigma }
      #expect(try graded(a).count(below: sigma, overlap: graded(b)) == expected)
      #expect(try graded(a).pivotedCount(below: sigma, overlap: graded(b)) == expected)
    }
  }
}
