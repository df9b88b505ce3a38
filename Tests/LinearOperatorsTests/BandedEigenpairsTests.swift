import LinearOperators
import RealModule
import Testing

@Suite struct BandedEigenpairsTests {
  @Test func slicingMeetsTheReductionAndTheDenseSolver() throws {
    var numbers = Numbers(seed: 30)
    for trial in 0..<60 {
      let n = numbers.integer(3...60)
      let m = numbers.integer(1...min(n - 1, 7))
      let a = try numbers.banded(n, m)
      let b = trial.isMultiple(of: 2) ? nil : try numbers.overlap(n, min(n - 1, 1 + trial % 5))
      let denseOverlap = try b?.dense()
      let k = numbers.integer(1...n)
      let dense = try a.dense().eigenpairs(.all, overlap: denseOverlap)
      let sliced = try a.eigenpairs(.lowest(k), overlap: b)
      let reduced = try a.eigenpairs(.lowest(k), overlap: b, method: .reduction)
      #expect(sliced.count == k && sliced.isConverged && sliced.completeness == .counted)
      #expect(largestDifference(sliced.values, Array(dense.values.prefix(k))) < 1e-13)
      #expect(largestDifference(reduced.values, Array(dense.values.prefix(k))) < 1e-13)
      #expect(orthonormalityDefect(sliced.vectors, denseOverlap) < 1e-11)
      #expect(sliced.residuals.allSatisfy { $0 < 1e-12 })
      #expect(
        largestDifference(sliced.residuals, residuals(sliced, try a.dense(), denseOverlap)) < 1e-13)
    }
  }

  @Test func aRangeHoldsWhatTheWholeSpectrumHoldsThere() throws {
    var numbers = Numbers(seed: 31)
    for _ in 0..<20 {
      let a = try numbers.banded(40, 3)
      let all = try a.eigenpairs(.all)
      #expect(all.count == 40 && all.completeness == .counted)
      let bounds = -0.8...0.3 + 0.3 * numbers.next()
      let part = try a.eigenpairs(.range(bounds))
      #expect(largestDifference(part.values, all.values.filter(bounds.contains)) < 1e-13)
    }
    let nothing = try numbers.banded(10, 2).eigenpairs(.range(100...101))
    #expect(nothing.count == 0 && nothing.isConverged)
  }

  /// Three uncoupled copies: `.lowest(4)` ends inside the second triplet and returns it whole.
  @Test func clustersComeWhole() throws {
    let copies = 3
    let n = 40
    let a = try BandedMatrix(dimension: copies * n, halfBandwidth: copies) { i, j in
      i == j ? 2 : i - j == copies ? -1 : 0
    }
    let pairs = try a.eigenpairs(.lowest(4))
    let exact = [1, 1, 1, 2, 2, 2].map { secondDifferenceLevel($0, n) }
    #expect(largestDifference(pairs.values, exact) < 1e-14)
    #expect(pairs.isConverged && pairs.completeness == .counted)
    #expect(orthonormalityDefect(pairs.vectors) < 1e-13)
    #expect(pairs.residuals.allSatisfy { $0 < 1e-14 })
  }

  /// The square of a path Laplacian with conductances c_i from 2²⁰ to 1 (one end fixed): ‖A‖ is
  /// 1e13, the lowest level below 1e-3. The Laplacian's inverse has entries Σ_{l ≤ min(i,j)} 1/c_l,
  /// all positive, whose *largest* eigenvalues are well conditioned: `dsyevr` gives 1/√λ to all
  /// digits, by another formula. Powers of two make every entry of both matrices exact.
  @Test func gradedLevelsKeepTheirDigits() throws {
    let n = 200
    let conductance = (0...n).map { Double.exp2((20 * (1 - Double($0) / Double(n))).rounded()) }
    func laplacian(_ i: Int, _ j: Int) -> Double {
      guard i >= 0, j >= 0, i < n, j < n else { return 0 }
      switch abs(i - j) {
      case 0: return conductance[i] + (i + 1 < n ? conductance[i + 1] : 0)
      case 1: return -conductance[max(i, j)]
      default: return 0
      }
    }
    let a = try BandedMatrix(dimension: n, halfBandwidth: 2) { i, j in
      (i - 1...i + 1).reduce(0) { $0 + laplacian(i, $1) * laplacian($1, j) }
    }
    var resistance = [Double](repeating: 0, count: n)
    var total = 0.0
    for i in 0..<n {
      total += 1 / conductance[i]
      resistance[i] = total
    }
    let negatedInverse = try SymmetricMatrix(dimension: n) { -resistance[min($0, $1)] }
    let expected = try negatedInverse.eigenpairs(.lowest(3), vectors: false).values.map {
      1 / ($0 * $0)
    }
    let sliced = try a.eigenpairs(.lowest(3))
    #expect(sliced.isConverged && sliced.completeness == .counted)
    for k in 0..<3 {
      #expect(abs(sliced.values[k] / expected[k] - 1) < 2e-14)
    }
    // The reason for slicing: u‖A‖ = 1e-3 is as large as the level.
    let reduced = try a.eigenpairs(.lowest(1), vectors: false, method: .reduction).values
    #expect(abs(reduced[0] / expected[0] - 1) > 1e-9)
  }

  @Test func aHundredThousandUnknowns() throws {
    let n = 100_000
    let pairs = try BandedMatrix(secondDifference(n)).eigenpairs(.lowest(3))
    #expect(pairs.isConverged && pairs.completeness == .counted)
    for k in 1...3 {
      // λ = 1e-9 with ‖A‖ = 4: sixteen digits of λ, not of ‖A‖.
      #expect(abs(pairs.values[k - 1] / secondDifferenceLevel(k, n) - 1) < 1e-10)
    }
  }

  @Test func tridiagonalRoutinesMeetTheClosedForm() throws {
    let n = 100
    let matrix = try secondDifference(n)
    let exact = (1...5).map { secondDifferenceLevel($0, n) }
    let pairs = try matrix.eigenpairs(.lowest(5))
    #expect(largestDifference(pairs.values, exact) < 1e-14)
    #expect(pairs.residuals.allSatisfy { $0 < 1e-14 })
    #expect(orthonormalityDefect(pairs.vectors) < 1e-13)
    let values = try matrix.eigenpairs(.lowest(5), vectors: false).values
    #expect(largestDifference(values, exact) < 1e-15)
    let single = try TridiagonalMatrix(diagonal: [3], offDiagonal: []).eigenpairs(.all)
    #expect(single.values == [3] && single.vectors.elements == [1])
  }

  @Test func solvesUndoMultiplications() throws {
    var numbers = Numbers(seed: 33)
    let a = try numbers.overlap(300, 7)
    let x = numbers.array(300)
    var y = [Double](repeating: 0, count: 300)
    x.withUnsafeBufferPointer { x in y.withUnsafeMutableBufferPointer { a.multiply(x, $0) } }
    let factors = try BandedFactorization(a)
    try factors.solve(&y)
    #expect(largestDifference(x, y) < 1e-14)
    #expect(factors.negativeCount == 0 && factors.growth < 2)
  }

  @Test func refusesWhatCannotBe() throws {
    var numbers = Numbers(seed: 34)
    let a = try numbers.banded(5, 1)
    #expect(throws: LinearAlgebraError.self) { try a.eigenpairs(.lowest(2), overlap: a) }
    #expect {
      try a.eigenpairs(.lowest(2), overlap: a, method: .reduction)
    } throws: { error in
      guard case LinearAlgebraError.lapack("dsbgvx", let info, _) = error else { return false }
      return info > 5
    }
    #expect(throws: LinearAlgebraError.self) {
      try BandedMatrix(dimension: 3, halfBandwidth: 3) { _, _ in 1 }
    }
    #expect(throws: LinearAlgebraError.self) { try a.count(below: .nan) }
    #expect(throws: LinearAlgebraError.self) { try a.eigenpairs(.lowest(0)) }
    var short = [1.0]
    #expect(throws: LinearAlgebraError.self) { try BandedFactorization(a).solve(&short) }
  }
}
