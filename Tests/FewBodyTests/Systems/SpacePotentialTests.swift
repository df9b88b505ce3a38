import FewBody
import RealModule
import Testing

/// Potentials typed by a user, each held against the same physics put another way.
@Suite struct SpacePotentialTests {
  /// For l = 0, u = r psi is an odd state of V(|x|) on the line. At r = 1e100 the two powers overflow
  /// to infinity less infinity.
  @Test func doubleWellsAreTheLinesOddLevels() throws {
    let well: @Sendable (Double) -> Double = { r in 0.1 * r * r * r * r - 2 * r * r }
    let space = try SpaceParticle(mass: 0.5, radial: well)
      .spectrum(lowest: 3, symmetry: SpaceSymmetry(angularMomentum: 0))
    let line = try LineParticle(mass: 0.5, between: -7.5...7.5, well)
      .spectrum(lowest: 6)
    #expect(space.isComplete && line.isComplete)
    for (level, odd) in zip(space, [1, 3, 5]) {
      #expect(level.interval.overlaps(line[odd].interval))
      #expect((level.energy.hartree - line[odd].energy.hartree).magnitude < 1e-10)
    }
  }

  /// The Breit kernel and a trap, once as a kernel with a proved field, once as a formula whose 1/r
  /// differs from ray to ray.
  @Test func aSingularFieldOfAnyShapeIsSplitOff() throws {
    let trap = SpaceParticle(mass: 0.5, radial: { 0.01 * $0 * $0 })
    let kernel = try SpacePair(charge: 1, kernel: .breit).adding(trap).spectrum(lowest: 3)
    let typed = try SpaceParticle(
      mass: 0.5, axial: { r, c in -(1 + c * c) / (2 * r) + 0.01 * r * r }
    ).spectrum(lowest: 3)
    #expect(kernel.isComplete && typed.isComplete)
    for (a, b) in zip(kernel, typed) {
      #expect((a.energy.hartree - b.energy.hartree).magnitude < 1e-11)
      #expect(a.interval.overlaps(b.interval))
    }
  }

  /// -sin^2 theta/r vanishes along the axis, where only rounding is left of it; variational with
  /// 1s-like waves it lies below -(2/3)^2/4, the isotropic average's level.
  @Test func aFieldThatVanishesAlongTheAxis() throws {
    let typed = try SpaceParticle(mass: 0.5, axial: { r, c in -1 / r + c * c / r })
      .spectrum(lowest: 1)
    #expect(typed.isComplete && typed[0].energy.hartree < -1.0 / 9)
    let kernel = try SpaceParticle(mass: 0.5, axial: { r, c in -(1 - c * c) / r })
      .spectrum(lowest: 1)
    #expect((typed[0].energy.hartree - kernel[0].energy.hartree).magnitude < 1e-11)
  }

  @Test(arguments: [0.5, -3])
  func aConstantShiftsEverything(constant: Double) throws {
    let flat = try SpaceParticle(mass: 0.5, radial: { _ in constant }).spectrum(lowest: 2)
    #expect(flat.isComplete && flat.isEmpty && flat.threshold?.hartree == constant)
    let well = try SpaceParticle(mass: 0.5, radial: { -4 * .exp(-$0) }).spectrum(lowest: 2)
    let raised = try SpaceParticle(mass: 0.5, radial: { constant - 4 * .exp(-$0) })
      .spectrum(lowest: 2)
    #expect(well.count == 1 && raised.count == 1 && raised.isComplete)
    let difference = raised[0].energy.hartree - well[0].energy.hartree
    #expect((difference - constant).magnitude < 1e-12)
  }

  @Test func moreSingularThanCoulombIsRefused() {
    #expect(throws: FewBodyError.self) {
      try SpaceParticle(mass: 1, axial: { r, c in c / (r * r) }).spectrum(lowest: 2)
    }
  }
}
