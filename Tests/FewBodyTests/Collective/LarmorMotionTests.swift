import RealModule
import Testing

@testable import FewBody

/// Larmor's theorem for two interacting electrons in a plane, Essen's Eq. (17).
@Suite struct LarmorMotionTests {
  static let start = LarmorMotion.State(1, 0.2, -0.7, 0.5, 0.3, 0.8, -0.2, -0.4)

  /// Distance between the motion in a field and the free motion seen from the turning frame.
  private func distance(_ field: Double, rate: Double = 0.5) -> Double {
    let inField = LarmorMotion(field: field)
    let without = LarmorMotion(field: 0)
    let time = 5.0
    let there = inField.advanced(Self.start, by: time, steps: 5000)
    // The same motion without the field, begun with the velocities that the turning frame sees.
    let seen = inField.seenFromTurningFrame(Self.start)
    let free = without.advanced(seen, by: time, steps: 5000)
    let turned = LarmorMotion.turned(free, by: rate * field * time)
    var sum = 0.0
    for i in 0..<4 { sum += (turned[i] - there[i]) * (turned[i] - there[i]) }
    return sum.squareRoot()
  }

  /// What is left is of second order in B: a fourth when B is halved. Another frequency is wrong in first.
  @Test func firstOrderIsARotation() {
    let (full, half) = (distance(0.02), distance(0.01))
    #expect(full < 2e-2)
    #expect((full / half - 4).magnitude < 0.2)
    let (wrong, halfWrong) = (distance(0.02, rate: 1), distance(0.01, rate: 1))
    #expect((wrong / halfWrong - 2).magnitude < 0.2)
    #expect(wrong > 5 * full)
  }

  /// The forces between the electrons matter to the motion and not to the theorem.
  @Test func forcesMatter() {
    let free = LarmorMotion(charge: 0, field: 0).advanced(Self.start, by: 5, steps: 5000)
    let bound = LarmorMotion(charge: 1, field: 0).advanced(Self.start, by: 5, steps: 5000)
    #expect((free[0] - bound[0]).magnitude > 0.1)
  }
}
