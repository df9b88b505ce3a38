import RealModule
import Testing

@testable import FewBody

/// The Darwin-Breit force between electrons on a ring.
@Suite struct DarwinBreitTests {
  /// Eq. (39) and its expansion differ by alpha^4, and the expectation value is the first order of both.
  @Test(arguments: [(0, 0.0), (1, 0.3), (4, -0.2)]) func exactAndFirstOrder(j: Int, flux: Double)
    throws
  {
    var ring = ElectronRing(
      radius: 2, thickness: 0.5, spin: ElectronSpin(twice: 2), totalMomentum: j, flux: flux)
    let coulomb = try ring.spectrum(lowest: 1)[0]
    ring.interaction = .both
    let exact = try ring.spectrum(lowest: 1)[0]
    ring.magneticOrder = .first
    let first = try ring.spectrum(lowest: 1, on: .determinants(waves: 44))[0]
    let shift = try #require(coulomb.electronState?.darwinBreitEnergy)
    // eps V <= r_e/a: what is left is its square times the kinetic energies, (J + 2f)^2/4R^2 and the
    // relative one, below 1 hartree.
    let ratio = Constants.classicalElectronRadius / 0.5
    let turns = Double(j) + 2 * flux
    let second = ratio * ratio * (1 + turns * turns / 16)
    #expect((exact.energy.hartree - coulomb.energy.hartree - shift).magnitude < second)
    #expect((exact.energy.hartree - first.energy.hartree).magnitude < second)
    #expect(10 * second < shift.magnitude)
    #expect(exact.certainty == .rigorous)
  }

  /// Essen's pair without Coulomb force is RingPair itself.
  @Test func ringPair() throws {
    let ring = ElectronRing(
      radius: 1, thickness: 0.01, interaction: .darwinBreit, spin: ElectronSpin(twice: 0),
      totalMomentum: 4)
    let pair = try RingPair(radius: 1, thickness: 0.01, momentum: 4).spectrum(lowest: 1)[0]
    let level = try ring.spectrum(lowest: 1)[0]
    #expect((level.energy.hartree - pair.energy.hartree).magnitude < 1e-12)
  }

  /// -(1/2 pi) dE/df by differences against Hellmann and Feynman's current.
  @Test(arguments: [(2, ElectronRing.MagneticOrder.exact), (2, .first), (3, .first)])
  func current(n: Int, order: ElectronRing.MagneticOrder) throws {
    func level(_ flux: Double) throws -> Level {
      let ring = ElectronRing(
        count: n, radius: 0.5, thickness: 0.3, interaction: .both, spin: ElectronSpin(twice: n),
        totalMomentum: n, flux: flux, magneticOrder: order)
      return try ring.spectrum(
        lowest: 1, on: order == .exact ? .elements : .determinants(waves: 16))[0]
    }
    let step = 1e-3
    let slope =
      (try level(0.2 + step).energy.hartree - level(0.2 - step).energy.hartree) / (2 * step)
    let current = try #require(try level(0.2).current)
    #expect((current + slope / (2 * .pi)).magnitude < 2e-9)
    // Larmor's current alone would miss this much.
    let rotation = -(Double(n) + 0.2 * Double(n)) / (2 * .pi * 0.25)
    #expect((current - rotation).magnitude > 1e-6)
  }

  /// Three electrons: the change of the level is the first-order energy, to alpha^4.
  @Test func threeElectrons() throws {
    var ring = ElectronRing(
      count: 3, radius: 1, thickness: 0.5, spin: ElectronSpin(twice: 3), totalMomentum: 3)
    let coulomb = try ring.spectrum(lowest: 1, on: .determinants(waves: 20))[0]
    ring.interaction = .both
    let both = try ring.spectrum(lowest: 1, on: .determinants(waves: 20))[0]
    let shift = try #require(coulomb.electronState?.darwinBreitEnergy)
    // A third of a turn apart V is negative: equal currents repel there, as lambda_0 < 1 for N = 3 says.
    #expect(shift > 0)
    #expect(try VelocityMatrix(equallySpaced: 3, ratio: 1).inPhase < 0)
    #expect(
      (both.energy.hartree - coulomb.energy.hartree - shift).magnitude < 1e-3 * shift.magnitude)
  }
}
