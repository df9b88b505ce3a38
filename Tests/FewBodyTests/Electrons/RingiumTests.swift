import RealModule
import Testing

@testable import FewBody

/// Two electrons on a ring without thickness, against the closed forms of P.-F. Loos and P. M. W. Gill,
/// Phys. Rev. Lett. 108, 083002 (2012), as re-derived in `Data`.
@Suite struct RingiumTests {
  struct Case: Sendable {
    let radius: Double
    let spin: Int
    let momentum: Int
    let energy: Double
  }

  static let cases = [
    Case(radius: 0.5, spin: 0, momentum: 0, energy: 9.0 / 4),
    Case(radius: 0.5, spin: 2, momentum: 1, energy: 13.0 / 4),
    Case(radius: 6.0.squareRoot() / 2, spin: 0, momentum: 0, energy: 2.0 / 3),
    Case(radius: 46.0.squareRoot() / 2, spin: 0, momentum: 0, energy: 9.0 / 46),
    Case(
      radius: (3 + 33.0.squareRoot()) / 4, spin: 0, momentum: 0,
      energy: 0.326936810797388369830569930151),
    Case(radius: 10.0.squareRoot() / 2, spin: 2, momentum: 0, energy: 9.0 / 10),
    Case(radius: 66.0.squareRoot() / 2, spin: 2, momentum: 0, energy: 8.0 / 33),
    Case(
      radius: (33.0.squareRoot() - 3) / 4, spin: 2, momentum: 0,
      energy: 3.31889652253594496350276340318),
  ]

  @Test(arguments: cases) func closedForms(_ c: Case) throws {
    let ring = ElectronRing(
      radius: .bohr(c.radius), spin: ElectronSpin(twice: c.spin), totalMomentum: c.momentum)
    let level = try #require(try ring.spectrum(lowest: 1).levels.first)
    #expect((level.energy.hartree - c.energy).magnitude < 1e-12 * c.energy)
    // The radius itself is rounded: dE/dR is of the size of E/R.
    let slack = 4 * 0x1p-52 * c.energy
    #expect(level.interval.lowerBound.hartree - slack <= c.energy)
    #expect(level.interval.upperBound.hartree + slack >= c.energy)
    #expect(level.certainty == .rigorous)
  }

  /// The bounds 1/sqrt(r^2 + b^2) are built on hold for a b that is not small, too: the level rises as a
  /// falls, and by no more than (pi^2/4) a of itself.
  @Test(arguments: [1e-2, 1e-4, 1e-6]) func thicknessBracketsTheCusp(_ a: Double) throws {
    let spin = ElectronSpin(twice: 2)
    func energy(_ thickness: Length) throws -> Double {
      try ElectronRing(radius: 1, thickness: thickness, spin: spin).spectrum(lowest: 1)[0]
        .energy.hartree
    }
    let (cusp, thick) = (try energy(0), try energy(.bohr(a)))
    #expect(thick < cusp)
    #expect(cusp <= (1 + 2.4674011 * a) * thick)
  }
}
