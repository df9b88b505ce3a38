import RealModule
import Testing

@testable import FewBody

/// Classical electrons on a circle whose flux is turned on: Essen's Eqs. (9)-(13) and (18).
@Suite struct RingMotionTests {
  /// With forces between the electrons and a smooth ring the current falls by N f/2 pi R^2 at once, whatever
  /// the ramp: the total canonical momentum stays.
  @Test(arguments: [0.5, 20.0]) func larmorCurrentWithForces(duration: Double) throws {
    let motion = RingMotion(radius: 1.5, charge: 1, flux: 0.8, duration: duration)
    let start = RingMotion.State(angles: [0, 1.7, 3.9], momenta: [0.4, -0.2, 1.1])
    let end = motion.advanced(start, by: duration, steps: 4000)
    let change = motion.current(end, at: duration) - motion.current(start, at: 0)
    #expect((change + 3 * 0.8 / (2 * .pi * 2.25)).magnitude < 1e-10)
    let moved = zip(start.momenta, end.momenta).map { ($0 - $1).magnitude }.max() ?? 0
    #expect(moved > 0.05)
  }

  /// In a wire's potential J-bar of Eq. (11) is the more constant the slower the ramp.
  @Test func adiabaticInvariant() throws {
    var changes: [Double] = []
    for duration in [5.0, 40, 320] {
      let motion = RingMotion(
        radius: 1, amplitude: 0.5, harmonic: 2, flux: 1, duration: duration)
      let start = RingMotion.State(angles: [0.3], momenta: [2])
      let before = try #require(motion.action(start, electron: 0, at: 0))
      let end = motion.advanced(start, by: duration, steps: Int(400 * duration))
      changes.append(
        (try #require(motion.action(end, electron: 0, at: duration)) - before).magnitude)
    }
    #expect(changes[2] < 1e-3 * changes[0] + 1e-7)
    #expect(changes[2] < 1e-5)
  }

  /// Hence the mean current of Eq. (12) changes by Eq. (13) alone, trapped electrons left aside.
  @Test func energyIsKeptWithoutAField() throws {
    let motion = RingMotion(radius: 1.2, amplitude: 0.3, harmonic: 3, charge: 1)
    func energy(_ s: RingMotion.State) -> Double {
      var sum = 0.0
      for i in s.angles.indices {
        sum += s.momenta[i] * s.momenta[i] / 2.88 + 0.3 * Double.cos(3 * s.angles[i])
        for j in 0..<i {
          sum += 1 / (2.4 * Double.sin((s.angles[i] - s.angles[j]) / 2).magnitude)
        }
      }
      return sum
    }
    let start = RingMotion.State(angles: [0, 2, 4], momenta: [1, -0.5, 0.2])
    let coarse = motion.advanced(start, by: 4, steps: 500)
    let fine = motion.advanced(start, by: 4, steps: 1000)
    let errors = [coarse, fine].map { (energy($0) - energy(start)).magnitude }
    #expect(errors[1] < 1e-7 && errors[1] < 0.1 * errors[0])
  }
}
