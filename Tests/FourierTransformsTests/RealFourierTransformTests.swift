import ComplexModule
import FourierTransforms
import RealModule
import Testing

@Suite struct RealFourierTransformTests {
  @Test(arguments: [[1], [8], [15], [4, 6], [3, 4, 5]])
  func isHalfOfTheComplexTransform(shape: [Int]) throws {
    var numbers = Numbers(seed: 11)
    let real = try RealFourierTransform(shape: shape)
    let x = numbers.array(real.realCount)
    let half = try real.forward(x)
    let whole = try ComplexFourierTransform(shape: shape).transform(
      .forward, x.map { Complex($0) })
    let last = shape[shape.count - 1]
    let kept = last / 2 + 1
    let expected = (0..<real.complexCount).map { whole[$0 / kept * last + $0 % kept] }
    #expect(largestDifference(half, expected) < 1e-13)
    let back = try real.backward(half).map { $0 * real.scale }
    #expect(largestDifference(back, x) < 1e-14)
  }

  @Test func batchesAreSeparateTransforms() throws {
    var numbers = Numbers(seed: 12)
    let x = numbers.array(3 * 10)
    let many = try RealFourierTransform(length: 10, count: 3).forward(x)
    let one = try RealFourierTransform(length: 10)
    for t in 0..<3 {
      let single = try one.forward(Array(x[t * 10..<(t + 1) * 10]))
      #expect(largestDifference(Array(many[t * 6..<(t + 1) * 6]), single) < 1e-14)
    }
  }

  @Test func refusesAnotherLength() throws {
    let transform = try RealFourierTransform(length: 8)
    #expect(throws: FourierTransformError.self) { try transform.forward([1, 2]) }
    #expect(throws: FourierTransformError.self) { try transform.backward([.one]) }
  }
}
