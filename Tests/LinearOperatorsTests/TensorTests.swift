import LinearOperators
import Testing

/// Functions of Kronecker sums through small eigenproblems, against the sums themselves.
@Suite struct TensorTests {
  private func matrix(_ n: Int, mirrored: Bool, _ numbers: inout Numbers) throws -> SymmetricMatrix
  {
    let band = try numbers.banded(n, n - 1).dense()
    return try SymmetricMatrix(dimension: n) { i, j in
      let own = band[i, j] + (i == j ? 2 * Double(n) : 0)
      return mirrored ? own + band[n - 1 - i, n - 1 - j] + (i == j ? 2 * Double(n) : 0) : own
    }
  }

  private func sum(_ a: [SymmetricMatrix], _ x: [Double]) -> [Double] {
    let n = a.map(\.dimension)
    return x.indices.map { p in
      let (i, j, k) = (p / (n[1] * n[2]), p / n[2] % n[1], p % n[2])
      var total = 0.0
      for m in 0..<n[0] { total += a[0][i, m] * x[(m * n[1] + j) * n[2] + k] }
      for m in 0..<n[1] { total += a[1][j, m] * x[(i * n[1] + m) * n[2] + k] }
      for m in 0..<n[2] { total += a[2][k, m] * x[(i * n[1] + j) * n[2] + m] }
      return total
    }
  }

  private func apply(
    _ modes: TensorModes, _ response: TensorModes.Response, _ x: [Double], threads: Int = 1
  ) -> [Double] {
    var y = x
    y.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      modes.apply(response, base, base, threads: Threads(threads))
    }
    return y
  }

  @Test(arguments: [[6, 5, 4], [4, 8, 10], [1, 7, 12], [14, 2, 3]], [true, false])
  func functionsOfASum(shape: [Int], mirrored: Bool) throws {
    var numbers = Numbers(seed: 7)
    let a = try shape.map { n in try matrix(n, mirrored: mirrored, &numbers) }
    let axes = try a.map { axis throws(LinearAlgebraError) in try ModeTransform(axis) }
    #expect(zip(axes, shape).allSatisfy { $0.isMirrored == (mirrored && $1 % 2 == 0) })
    let modes = TensorModes(x: axes[0], y: axes[1], z: axes[2])
    let x = (0..<modes.dimension).map { Double(($0 * 37) % 19) - 9 }
    let direct = sum(a, x)
    #expect(largestDifference(apply(modes, .identity, x), direct) < 1e-11)
    #expect(largestDifference(apply(modes, .identity, x, threads: 3), direct) < 1e-11)
    let shifted = zip(direct, x).map { $0 + 0.7 * $1 }
    #expect(largestDifference(apply(modes, .shiftedInverse(0.7), shifted), x) < 1e-12)
    let half = apply(modes, .inverseSquareRoot(0.7), shifted)
    #expect(largestDifference(apply(modes, .inverseSquareRoot(0.7), half), x) < 1e-12)
  }

  @Test(arguments: [1, 2, 5])
  func threadsDoEveryPartOnce(count: Int) {
    let threads = Threads(count)
    for total in [0, 1, 3, 100] {
      #expect(threads.map(total) { $0 * $0 } == (0..<total).map { $0 * $0 })
      var seen = [Int](repeating: 0, count: total)
      seen.withUnsafeMutableBufferPointer { buffer in
        let slots = buffer
        threads.split(total) { share in
          for i in share.range { slots[i] += 1 + (share.thread < count ? 0 : 1) }
        }
      }
      #expect(seen.allSatisfy { $0 == 1 })
    }
  }
}
