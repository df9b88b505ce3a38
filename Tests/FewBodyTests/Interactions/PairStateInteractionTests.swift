import Testing

@testable import FewBody

/// Integrals between states that the radial elements solved.
@Suite struct PairStateInteractionTests {
  /// -Z/r at mu = 1/2: orbitals of hydrogen with Z/2, whose currents carry 1/mu^2.
  @Test(arguments: [0.5, 1.0, 3.0])
  func isotropicPairAgainstClosedForms(mass: Double) throws {
    let charge = 2.0
    let levels = try SpacePair(charge: charge, reducedMass: mass).spectrum(lowest: 5).levels
    let states = try levels.map { try CentralOrbital($0, mass: mass, name: "\($0.labels)") }
    let scale = mass * charge
    let (coulomb, ampere) = (try ElectronInteraction(.coulomb), try ElectronInteraction(.ampere))
    let s = try states[0].interaction(coulomb, with: states[0]).direct
    #expect((s.value - scale * 5 / 8).magnitude <= s.error)
    let sp = try states[0].interaction(coulomb, with: states[2]).exchange
    #expect((sp.value - scale * 112 / 6561).magnitude <= sp.error)
    let current = try states[0].interaction(ampere, with: states[3]).exchange
    let alpha = Constants.fineStructure
    let exact = alpha * alpha * scale * scale * scale / (mass * mass) * 160 / 6561
    #expect((current.value - exact).magnitude <= current.error)
    for integral in [s, sp, current] {
      #expect(integral.error < 1e-11 * integral.value)
    }
  }

  /// Coupled waves: the longitudinal part of the transition current from the divergence, of which the equation
  /// of motion makes (E_a - E_b) times the density; V does not depend on the momentum.
  @Test func breitPairObeysTheContinuityEquation() throws {
    let pair = SpacePair(charge: 1, reducedMass: 1, kernel: .breit)
    let levels = try pair.spectrum(
      lowest: 2, symmetry: SpaceSymmetry(magnetic: 0, parity: .even)
    ).levels
    let (a, b) = (
      try CentralOrbital(levels[0], mass: 1, name: "a"),
      try CentralOrbital(levels[1], mass: 1, name: "b")
    )
    #expect(a.waves.count > 1)
    let part = try LongitudinalPart(
      a, b, gap: levels[0].energy.hartree - levels[1].energy.hartree, screening: 0.8)
    #expect(part.transverse > 0)
    #expect(part.defect < 1e-10)
    // M = 0: real wave functions carry no current of their own.
    #expect(try a.interaction(ElectronInteraction(.ampere), with: b).direct.value == 0)
  }

  @Test func aGridStateIsRefused() throws {
    let levels = try SpacePair(charge: 1, reducedMass: 1).spectrum(
      lowest: 1, on: .fourier(points: 16)
    ).levels
    #expect(throws: FewBodyError.self) { try CentralOrbital(levels[0], mass: 1, name: "grid") }
  }
}
