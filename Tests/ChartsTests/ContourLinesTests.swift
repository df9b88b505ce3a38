import Foundation
import Testing

@testable import Charts

@Suite struct ContourLinesTests {
  private func circle(count: Int) -> [[Chart.Point]] {
    ContourLines.lines(
      of: PlaneSamples(extent: 1, count: count) { x, z in x * x + z * z }, at: 0.49)
  }

  @Test func aCircleIsOneClosedLine() throws {
    let lines = circle(count: 40)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.first == line.last)
    let length = zip(line, line.dropFirst()).map { hypot($0.x - $1.x, $0.y - $1.y) }.reduce(0, +)
    #expect(abs(length / (1.4 * .pi) - 1) < 3e-3)
  }

  @Test func theErrorIsOfSecondOrder() {
    let errors = [40, 80, 160].map { count in
      circle(count: count)[0].map { abs(hypot($0.x, $0.y) - 0.7) }.max() ?? 1
    }
    #expect(errors[0] / errors[1] > 3.2 && errors[0] / errors[1] < 5)
    #expect(errors[1] / errors[2] > 3.2 && errors[1] / errors[2] < 5)
  }

  @Test func theLogarithmOfAnExponentialIsLinearAlongTheAxis() {
    let samples = PlaneSamples(extent: 4, count: 30) { x, z in -2 * abs(z) + 0 * x }
    let heights = ContourLines.lines(of: samples, at: -3.1).flatMap { $0.map { abs($0.y) } }
    #expect(heights.count == 60)
    #expect(heights.allSatisfy { abs($0 - 1.55) < 1e-12 })
  }

  @Test func aSaddleHasTwoOpenLines() throws {
    let samples = PlaneSamples(extent: 1, count: 60) { x, z in x * z }
    let lines = ContourLines.lines(of: samples, at: 0.1)
    #expect(lines.count == 2)
    for line in lines {
      let ends = [try #require(line.first), try #require(line.last)]
      #expect(ends.allSatisfy { max(abs($0.x), abs($0.y)) > 0.98 })
      #expect(line.allSatisfy { abs($0.x * $0.y - 0.1) < 1e-3 })
    }
  }

  @Test func everyCrossingBelongsToOneLineOnly() {
    // Nine humps on a net that cuts none of them twice.
    let samples = PlaneSamples(extent: 1.5, count: 90) { x, z in
      cos(2 * .pi * x) + cos(2 * .pi * z)
    }
    let lines = ContourLines.lines(of: samples, at: 1)
    #expect(lines.count == 9)
    #expect(lines.allSatisfy { $0.first == $0.last })
    var seen: Set<[Double]> = []
    for point in lines.flatMap({ $0.dropLast() }) {
      #expect(seen.insert([point.x, point.y]).inserted)
    }
  }

  @Test func whereNothingCrossesThereIsNoLine() {
    let samples = PlaneSamples(extent: 1, count: 10) { _, _ in 2 }
    #expect(ContourLines.lines(of: samples, at: 1).isEmpty)
    #expect(ContourLines.lines(of: samples, at: 2).isEmpty)
    #expect(ContourLines.lines(of: samples, at: 3).isEmpty)
  }
}
