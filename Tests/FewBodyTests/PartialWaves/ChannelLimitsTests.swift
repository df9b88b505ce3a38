import RealModule
import Testing

@testable import FewBody

/// Inputs at which a count was once refused, a level lost or a mesh without end.
@Suite("Partial waves at their limits")
struct ChannelLimitsTests {
  private struct Offset: Potential {
    let bottom: Double
    func value<T: Scalar>(at x: T) -> T { T(bottom) + x * x / 2 }
  }

  @Test(
    "circular orbits, whose waves end where -Z/r still lies below the level", arguments: [69, 100])
  func circular(l: Int) throws {
    let outcome = try ChannelSolver(ChannelProblem(mass: 0.3, angularMomentum: l, charge: 7))
      .lowest(3)
    #expect(outcome.isComplete && outcome.levels.count == 3)
    for (k, level) in outcome.levels.enumerated() {
      let n = Double(l + 1 + k)
      let exact = -0.15 * 49 / (n * n)
      #expect(level.isCertified && level.lower <= exact && exact <= level.upper)
      #expect(level.upper - level.lower <= 3e-12 * exact.magnitude)
    }
  }

  @Test("forty units of angular momentum: the bounds close in every wave")
  func highMagnetic() throws {
    let outcome = try AxialCoulomb(isotropic: 1, axial: 0)
      .lowest(2, mass: 1, magnetic: 40, isEven: true).channels
    #expect(outcome.isComplete)
    for (level, n) in zip(outcome.levels, [41.0, 42]) {
      #expect(level.lower <= -0.5 / (n * n) && -0.5 / (n * n) <= level.upper)
      #expect(level.upper - level.lower <= 1e-11 * level.energy.magnitude)
    }
  }

  @Test("a wall that no wave reaches changes neither the levels nor the cost")
  func remoteWall() throws {
    let outcome = try ChannelSolver(
      ChannelProblem(mass: 1, angularMomentum: 0, charge: 1, wall: 1e9)
    ).lowest(3)
    #expect(outcome.isComplete && outcome.levels.count == 3 && outcome.elements < 60)
    for (k, level) in outcome.levels.enumerated() {
      let exact = -0.5 / Double((k + 1) * (k + 1))
      #expect(level.isCertified && level.lower <= exact && exact <= level.upper)
    }
  }

  @Test("a bottom far below or above zero hides no level", arguments: [-1e6, 1e6, 1e8])
  func offset(bottom: Double) throws {
    let problem = ChannelProblem(
      mass: 1, angularMomentum: 1, charge: 0,
      central: LineProfile(Offset(bottom: bottom), mass: 1))
    let outcome = try ChannelSolver(problem).lowest(4)
    #expect(outcome.isComplete && outcome.levels.count == 4)
    for (k, level) in outcome.levels.enumerated() {
      let exact = bottom + 2.5 + 2 * Double(k)
      #expect(level.isCertified && level.lower <= exact && exact <= level.upper)
      #expect((level.energy - exact).magnitude <= 1e-6)
    }
  }

  @Test("nearly cancelling A and B: the diagonal keeps its digits")
  func cancellation() {
    let third = 1.0 / 3
    // <0|cos^2|0> = 1/3: A + B/3 with A = -fl(1/3) is 2^-54/3 exactly.
    let sum = AxialCoulomb(isotropic: -third, axial: 1).diagonal(0, magnetic: 0)
    #expect((sum / (0x1p-54 / 3) - 1).magnitude <= 4 * 0x1p-53)
    for l in 0..<40 {
      for m in 0...l {
        let plain = AxialCoulomb.squaredCosine(l, l, magnetic: m)
        let value = AxialCoulomb(isotropic: 0, axial: 1).diagonal(l, magnetic: m)
        #expect((value - plain).magnitude <= 4e-16)
      }
    }
  }

  @Test("a ring of attraction between repulsive poles binds, though no single wave is attracted")
  func ring() throws {
    let form = AxialCoulomb(isotropic: 0.1033, axial: -0.3812)
    let outcome = try form.lowest(2, mass: 0.81, magnetic: 0, isEven: false).channels
    #expect(outcome.levels.count == 2 && outcome.isComplete)
    // Second answer: one wave fewer or more leaves both intervals around the same levels.
    let other = try ChannelSolver(
      form.problem(mass: 0.81, magnetic: 0, isEven: false, channels: 20)
    ).lowest(2)
    for (a, b) in zip(outcome.levels, other.levels) {
      #expect(a.lower <= b.upper && b.lower <= a.upper && a.energy < 0)
    }
  }
}
