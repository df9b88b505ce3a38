import ComplexModule
import FourierTransforms
import RealModule
import Testing

@Suite struct ComplexFourierTransformTests {
  private func sum(_ x: [Complex<Double>], sign: Double) -> [Complex<Double>] {
    let n = x.count
    return (0..<n).map { k in
      (0..<n).reduce(Complex.zero) { total, j in
        // The phase by integers, so that the reference does not lose digits to a large angle.
        let phase = sign * 2 * .pi * Double(j * k % n) / Double(n)
        return total + x[j] * Complex(length: 1, phase: phase)
      }
    }
  }

  @Test(arguments: [1, 2, 7, 30, 64, 97])
  func meetsTheDefinition(n: Int) throws {
    var numbers = Numbers(seed: UInt64(n))
    let x = numbers.complexArray(n)
    let transform = try ComplexFourierTransform(length: n)
    #expect(largestDifference(try transform.transform(.forward, x), sum(x, sign: -1)) < 1e-13 * 100)
    #expect(largestDifference(try transform.transform(.backward, x), sum(x, sign: 1)) < 1e-13 * 100)
  }

  @Test func conservesTheNormAndReturns() throws {
    var numbers = Numbers(seed: 3)
    let shape = [6, 5, 8]
    let x = numbers.complexArray(240)
    let transform = try ComplexFourierTransform(shape: shape)
    let y = try transform.transform(.forward, x)
    let before = x.reduce(0) { $0 + $1.lengthSquared }
    let after = y.reduce(0) { $0 + $1.lengthSquared } * transform.scale
    #expect(abs(before - after) < 1e-12 * before)
    let back = try transform.transform(.backward, y).map { $0.multiplied(by: transform.scale) }
    #expect(largestDifference(back, x) < 1e-14)
  }

  @Test func twoDimensionsAreRowsThenColumns() throws {
    var numbers = Numbers(seed: 4)
    let (rows, columns) = (6, 10)
    let x = numbers.complexArray(rows * columns)
    let whole = try ComplexFourierTransform(shape: [rows, columns]).transform(.forward, x)
    let along = try ComplexFourierTransform(
      length: columns, batch: .contiguous(rows, length: columns))
    let across = try ComplexFourierTransform(
      length: rows, batch: Batch(count: columns, stride: columns, distance: 1))
    let separate = try across.transform(.forward, along.transform(.forward, x))
    #expect(largestDifference(whole, separate) < 1e-13)
  }

  @Test func inPlaceAndOutOfPlaceAgreeAndTheInputSurvives() throws {
    var numbers = Numbers(seed: 5)
    let n = 48
    var x = numbers.array(2 * n)
    let original = x
    var y = [Double](repeating: 0, count: 2 * n)
    let transform = try ComplexFourierTransform(length: n)
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        guard let from = x.baseAddress, let to = y.baseAddress else { return }
        transform.execute(.forward, from, to)
      }
    }
    #expect(x == original)
    x.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      transform.execute(.forward, base, base)
    }
    #expect(largestDifference(x, y) < 1e-13)
    #expect(largestDifference(x, original) > 0.1)
  }

  @Test func refusesWhatCannotBe() {
    #expect(throws: FourierTransformError.self) { try ComplexFourierTransform(shape: []) }
    #expect(throws: FourierTransformError.self) { try ComplexFourierTransform(length: 0) }
    #expect(throws: FourierTransformError.self) {
      try ComplexFourierTransform(shape: [1 << 20, 1 << 20])
    }
    #expect(
      throws: FourierTransformError.invalid(
        name: "values.count", value: "3", accepted: "4 or more")
    ) { try ComplexFourierTransform(length: 4).transform(.forward, [.zero, .one, .one]) }
  }

  @Test func concurrentPlanningIsSafe() async throws {
    let expected = try ComplexFourierTransform(length: 60).transform(
      .forward, (0..<60).map { Complex(Double($0)) })
    try await withThrowingTaskGroup(of: [Complex<Double>].self) { group in
      for _ in 0..<40 {
        group.addTask {
          try ComplexFourierTransform(length: 60).transform(
            .forward, (0..<60).map { Complex(Double($0)) })
        }
      }
      for try await result in group { #expect(result == expected) }
    }
  }
}
