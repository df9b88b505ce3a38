import ComplexModule
import LinearOperators
import RealModule
import Testing

@Suite struct DenseEigenpairsTests {
  @Test func secondDifferenceHasItsClosedForm() throws {
    let n = 60
    let matrix = try BandedMatrix(secondDifference(n)).dense()
    let exact = (1...n).map { secondDifferenceLevel($0, n) }
    let pairs = try matrix.eigenpairs(.all)
    #expect(largestDifference(pairs.values, exact) < 1e-14 * 4)
    #expect(pairs.isConverged && pairs.completeness == .direct)
    #expect(orthonormalityDefect(pairs.vectors) < 1e-13)
    let part = try matrix.eigenpairs(.range(exact[3]...exact[9]), vectors: false)
    #expect(part.count <= 7 && part.count >= 5)
    let inside = try matrix.eigenpairs(.range(exact[3] - 1e-9...exact[9] + 1e-9), vectors: false)
    #expect(largestDifference(inside.values, Array(exact[3...9])) < 1e-13)
  }

  @Test func reportedResidualsAreTrue() throws {
    var numbers = Numbers(seed: 1)
    let (a, b) = (try numbers.symmetric(30), try numbers.overlap(30, 4).dense())
    for pairs in [try a.eigenpairs(.lowest(7)), try a.eigenpairs(.all)] {
      #expect(largestDifference(pairs.residuals, residuals(pairs, a)) < 1e-14)
      #expect(pairs.residuals.allSatisfy { $0 < 1e-13 })
    }
    for selection in [EigenvalueSelection.lowest(7), .all] {
      let pairs = try a.eigenpairs(selection, overlap: b)
      #expect(largestDifference(pairs.residuals, residuals(pairs, a, b)) < 1e-14)
      #expect(pairs.residuals.allSatisfy { $0 < 1e-12 })
      #expect(orthonormalityDefect(pairs.vectors, b) < 1e-13)
    }
  }

  @Test func diagonalOverlapIsAScaling() throws {
    var numbers = Numbers(seed: 2)
    let a = try numbers.symmetric(25)
    let weights = (0..<25).map { 1 + 0.1 * Double($0) }
    let b = try SymmetricMatrix(dimension: 25) { $0 == $1 ? weights[$0] : 0 }
    let scaled = try SymmetricMatrix(dimension: 25) {
      a[$0, $1] / (weights[$0] * weights[$1]).squareRoot()
    }
    let (direct, transformed) = (
      try a.eigenpairs(.all, overlap: b).values, try scaled.eigenpairs(.all).values
    )
    #expect(largestDifference(direct, transformed) < 1e-13)
  }

  @Test func hermitianIsTwiceItsRealForm() throws {
    // [[Re, −Im], [Im, Re]] has every level of the Hermitian matrix twice.
    var numbers = Numbers(seed: 3)
    let n = 18
    let h = try numbers.hermitian(n)
    let real = try SymmetricMatrix(dimension: 2 * n) { i, j in
      let entry = h[i % n, j % n]
      return i < n || j >= n ? entry.real : entry.imaginary
    }
    let pairs = try h.eigenpairs(.all)
    let doubled = pairs.values.flatMap { [$0, $0] }
    #expect(largestDifference(doubled, try real.eigenpairs(.all).values) < 1e-13)
    #expect(pairs.residuals.allSatisfy { $0 < 1e-13 })
    for level in stride(from: -4.0, through: 4, by: 0.37) {
      #expect(try h.count(below: level) == pairs.values.count { $0 < level })
    }
  }

  @Test func hermitianOverlapMeetsTheRealOne() throws {
    var numbers = Numbers(seed: 4)
    let (a, b) = (try numbers.symmetric(12), try numbers.overlap(12, 3).dense())
    // A unitary diagonal congruence leaves the levels and makes the matrices complex.
    func turned(_ m: SymmetricMatrix) throws -> HermitianMatrix {
      try HermitianMatrix(dimension: 12) { i, j in
        i == j ? Complex(m[i, i]) : Complex(length: m[i, j], phase: 0.7 * Double(i - j))
      }
    }
    let (ha, hb) = (try turned(a), try turned(b))
    let complex = try ha.eigenpairs(.lowest(5), overlap: hb)
    let real = try a.eigenpairs(.lowest(5), overlap: b)
    #expect(largestDifference(complex.values, real.values) < 1e-13)
    #expect(complex.residuals.allSatisfy { $0 < 1e-12 })
    #expect(try ha.count(below: 0.1, overlap: hb) == a.count(below: 0.1, overlap: b))
  }

  @Test func signsDoNotDependOnTheRoutine() throws {
    var numbers = Numbers(seed: 5)
    let a = try numbers.symmetric(20)
    let identity = try SymmetricMatrix(dimension: 20) { $0 == $1 ? 1 : 0 }
    let one = try a.eigenpairs(.lowest(6))
    let other = try a.eigenpairs(.all, overlap: identity)
    #expect(
      largestDifference(one.vectors.elements, Array(other.vectors.elements.prefix(120))) < 1e-11)
  }

  @Test func refusesWhatCannotBe() throws {
    let one = try SymmetricMatrix(dimension: 3) { $0 == $1 ? 1 : 0 }
    let indefinite = try SymmetricMatrix(dimension: 3) { $0 == $1 ? ($0 == 1 ? -1 : 1) : 0 }
    for selection in [EigenvalueSelection.all, .lowest(1)] {
      #expect {
        try one.eigenpairs(selection, overlap: indefinite)
      } throws: { error in
        guard case LinearAlgebraError.lapack(let routine, let info, let meaning) = error else {
          return false
        }
        return routine == (selection == .all ? "dsygvd" : "dsygvx") && info == 5
          && meaning.contains("leading minor of order 2")
      }
    }
    #expect(throws: LinearAlgebraError.invalid(name: "lowest", value: "4", accepted: "1...3")) {
      try one.eigenpairs(.lowest(4))
    }
    #expect(throws: LinearAlgebraError.self) {
      try SymmetricMatrix(dimension: 2) { _, _ in .nan }
    }
    #expect(throws: LinearAlgebraError.self) {
      try HermitianMatrix(dimension: 2) { _, _ in Complex(0, 1) }
    }
    #expect {
      try SymmetricMatrix(dimension: 10_000_000) { _, _ in 0 }
    } throws: { error in
      guard case LinearAlgebraError.tooLarge(_, let bytes, _) = error else { return false }
      return bytes == 8e14
    }
  }
}
