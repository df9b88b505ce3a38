import LinearOperators
import RealModule
import Testing

/// −∇² by seven-point differences on a cube of n³ points: the second level is threefold.
private struct CubeLaplacian: LinearOperator {
  let n: Int
  var dimension: Int { n * n * n }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    for i in 0..<n {
      for j in 0..<n {
        for k in 0..<n {
          let p = (i * n + j) * n + k
          var sum = 6 * x[p]
          if i > 0 { sum -= x[p - n * n] }
          if i + 1 < n { sum -= x[p + n * n] }
          if j > 0 { sum -= x[p - n] }
          if j + 1 < n { sum -= x[p + n] }
          if k > 0 { sum -= x[p - 1] }
          if k + 1 < n { sum -= x[p + 1] }
          y[p] = sum
        }
      }
    }
  }

  func levels(_ count: Int) -> [Double] {
    let one = (1...n).map { secondDifferenceLevel($0, n) }
    return Array(
      one.flatMap { a in one.flatMap { b in one.map { a + b + $0 } } }.sorted().prefix(count))
  }
}

/// The inverse of a band's diagonal, shifted below the level.
private struct DiagonalPreconditioner: Preconditioner {
  let diagonal: [Double]

  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    for i in residual.indices {
      correction[i] = residual[i] / max(abs(diagonal[i] - level), 1e-2)
    }
  }
}

@Suite struct KrylovTests {
  private let cube = CubeLaplacian(n: 8)

  private func check(_ pairs: Eigenpairs<Double>, _ exact: [Double]) {
    #expect(pairs.isConverged)
    #expect(largestDifference(pairs.values, exact) < 1e-12)
    #expect(pairs.residuals.allSatisfy { $0 <= 1.01e-8 })
    #expect(orthonormalityDefect(pairs.vectors) < 1e-12)
    guard case .probed = pairs.completeness else {
      Issue.record("completeness is \(pairs.completeness)")
      return
    }
  }

  /// The lowest level and the threefold one above it: nothing is dropped.
  @Test(arguments: 1...20)
  func threefoldLevelsAreFoundFromEverySeed(seed: Int) throws {
    let exact = cube.levels(4)
    check(try Davidson(seed: UInt64(seed)).lowest(4, of: cube), exact)
    check(try Lanczos(seed: UInt64(seed)).lowest(4, of: cube), exact)
  }

  /// A block of one vector sees a threefold level once; the probe has to find the others.
  @Test func aSingleVectorBlockFindsThemToo() throws {
    let pairs = try Lanczos(blockSize: 1, basisSize: 40).lowest(4, of: cube)
    check(pairs, cube.levels(4))
  }

  /// Starts that are even in every direction span no 2p state, and the guards are switched off
  /// but for one.
  @Test func evenStartsDoNotHideOddLevels() throws {
    let starts = (0..<2).map { power in
      (0..<512).map { p in
        [p / 64, p / 8 % 8, p % 8].reduce(1.0) { product, i in
          let x = Double(i) - 3.5
          return product * .exp(-0.1 * x * x) * (power == 0 ? 1 : 1 + 0.1 * x * x)
        }
      }
    }
    let pairs = try Davidson(guardVectors: 1).lowest(2, of: cube, start: starts)
    check(pairs, cube.levels(2))
  }

  @Test func bothMeetLAPACKOnRandomMatrices() throws {
    var numbers = Numbers(seed: 40)
    for n in [1, 2, 5, 17, 80] {
      let a = try numbers.banded(n, min(n - 1, 3))
      let k = min(3, n)
      let exact = try a.dense().eigenpairs(.lowest(k)).values
      for pairs in [try Davidson().lowest(k, of: a), try Lanczos().lowest(k, of: a)] {
        #expect(pairs.isConverged)
        #expect(largestDifference(pairs.values, exact) < 1e-12)
        #expect(
          largestDifference(pairs.residuals, residuals(pairs, try a.dense())) < 1e-13)
      }
    }
  }

  @Test func aPreconditionerSavesIterations() throws {
    let n = 2000
    let diagonal = (0..<n).map { 1 + 0.5 * Double($0) }
    let a = try BandedMatrix(dimension: n, halfBandwidth: 1) { $0 == $1 ? diagonal[$0] : 0.2 }
    let plain = try Davidson(maxIterations: 2000).lowest(3, of: a)
    let helped = try Davidson().lowest(
      3, of: a, preconditioner: DiagonalPreconditioner(diagonal: diagonal))
    let exact = try a.eigenpairs(.lowest(3)).values
    check(plain, exact)
    check(helped, exact)
    #expect(3 * helped.iterations < plain.iterations)
  }

  @Test func nonConvergenceAndStopsAreReturned() throws {
    let davidson = try Davidson(maxIterations: 2).lowest(3, of: cube)
    #expect(davidson.count == 3 && davidson.convergedCount == 0 && davidson.iterations == 2)
    #expect(davidson.residuals.allSatisfy { $0 > 1e-8 })
    var polls = 0
    var reports: [Int] = []
    let stopped = try Davidson().lowest(
      3, of: cube,
      shouldStop: {
        polls += 1
        return polls > 3
      }, progress: { iteration, _ in reports.append(iteration) })
    #expect(!stopped.isConverged && stopped.iterations == 3 && reports == [0, 1, 2, 3])
    let lanczos = try Lanczos(basisSize: 30).lowest(3, of: cube, shouldStop: { true })
    #expect(!lanczos.isConverged && lanczos.count == 3)
    guard case .unverified = lanczos.completeness else {
      Issue.record("a stopped run claims \(lanczos.completeness)")
      return
    }
  }

  @Test func aCancelledTaskReturnsWhatItHas() async throws {
    let cube = cube
    let pairs = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Davidson().lowest(3, of: cube)
    }.value
    #expect(pairs.count == 3 && !pairs.isConverged && pairs.iterations == 0)
  }

  @Test func theSameSeedGivesTheSameNumbers() throws {
    let (one, two) = (try Davidson().lowest(3, of: cube), try Davidson().lowest(3, of: cube))
    #expect(one.values == two.values && one.vectors.elements == two.vectors.elements)
  }

  @Test func refusesWhatCannotBe() {
    #expect(throws: LinearAlgebraError.self) { try Davidson(tolerance: 0).lowest(1, of: cube) }
    #expect(throws: LinearAlgebraError.self) { try Davidson(basisBlocks: 2).lowest(1, of: cube) }
    #expect(throws: LinearAlgebraError.self) { try Davidson().lowest(513, of: cube) }
    #expect(throws: LinearAlgebraError.self) { try Davidson().lowest(1, of: cube, start: [[1]]) }
    #expect(throws: LinearAlgebraError.self) { try Lanczos(blockSize: 0).lowest(1, of: cube) }
    #expect(throws: LinearAlgebraError.self) { try Lanczos(basisSize: 3).lowest(1, of: cube) }
  }
}
