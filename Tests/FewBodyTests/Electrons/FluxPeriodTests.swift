import RealModule
import Testing

@testable import FewBody

/// The period of the ground state in the flux: Phi0, Phi0/2 and Phi0/N as the ring grows dilute.
@Suite struct FluxPeriodTests {
  /// Electrons that cannot pass: the spins supply every class of J, and the period is Phi0/N at any R.
  @Test(arguments: [2, 3, 4]) func impenetrable(n: Int) throws {
    let rotor = try ElectronRing(count: n, radius: 1).rotor(tolerance: 1e-8)
    #expect(rotor.divisions() == n)
  }

  /// One spin only: Phi0, whatever the forces.
  @Test(arguments: [2, 3, 4]) func polarized(n: Int) throws {
    let rotor = try ElectronRing(count: n, radius: 1, spin: ElectronSpin(twice: n))
      .rotor(tolerance: 1e-8)
    #expect(rotor.divisions() == 1)
    // Odd N rests at f = 0 with J = 0, even N at f = 1/2.
    let rest = n.isMultiple(of: 2) ? 0.5 : 0
    #expect(rotor.ground(at: rest).current.magnitude < 1e-12)
  }

  /// Free electrons with spin: Phi0, because f = 0 and f = 1/2 fill the levels differently.
  @Test(arguments: [(2, 1), (3, 1), (4, 1), (6, 1), (5, 1)]) func free(n: Int, divisions: Int)
    throws
  {
    let rotor = try ElectronRing(count: n, radius: 1, interaction: .none).rotor()
    #expect(rotor.divisions() == divisions)
  }

  /// Four electrons with spin: Phi0, then Phi0/2 where exchange has brought the closed and the open shell
  /// together, then Phi0/4. On R = 8 the four classes differ by less than 0.05 of 1/2NR^2.
  @Test(arguments: [(1.0, 1), (4, 2), (8, 4)]) func halfAQuantum(radius: Double, period: Int)
    throws
  {
    let ring = ElectronRing(count: 4, radius: .bohr(radius), thickness: 0.5)
    let rotor = try ring.rotor(on: .determinants(waves: 10))
    #expect(rotor.largestHarmonic == period)
    let unit = 1 / (8 * radius * radius)
    let energies = rotor.classes.map { $0.level.energy.hartree / unit }
    #expect(energies[2] < energies[0] && energies[0] < energies[1])
    #expect((energies[1] - energies[2] < 0.05) == (period == 4))
    #expect(rotor.classes.map(\.spin.twice) == [2, 2, 0, 2])
  }

  /// A ring of some thickness: the share of the harmonic sin(2 pi N f) in the current grows with R until
  /// it is the largest.
  @Test func crossover() throws {
    var shares: [Double] = []
    for radius in [0.2, 1, 4, 20] {
      let ring = ElectronRing(count: 3, radius: .bohr(radius), thickness: 0.5)
      let harmonics = try ring.rotor(tolerance: 1e-6).harmonics().map(\.magnitude)
      shares.append(harmonics[2] / (harmonics.max() ?? 1))
    }
    #expect(shares[0] < 0.5 && shares[3] > 0.999)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
  }
}
