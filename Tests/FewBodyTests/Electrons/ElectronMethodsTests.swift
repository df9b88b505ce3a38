import LinearOperators
import RealModule
import Testing

@testable import FewBody

/// Elements, plane waves and gaps know nothing of one another and give the same levels.
@Suite struct ElectronMethodsTests {
  private func energies(_ ring: ElectronRing, _ method: ElectronMethod, _ count: Int = 3) throws
    -> [Double]
  {
    try ring.spectrum(lowest: count, on: method).levels.map(\.energy.hartree)
  }

  @Test(arguments: [0, 1]) func twoElectrons(momentum: Int) throws {
    let ring = ElectronRing(radius: 2, thickness: 0.5, totalMomentum: momentum)
    let waves = try energies(ring, .determinants(waves: 40))
    for (a, b) in zip(try energies(ring, .elements), waves) {
      #expect((a - b).magnitude < 1e-11)
    }
  }

  @Test(arguments: [0, 1, 2]) func threeElectrons(momentum: Int) throws {
    let ring = ElectronRing(
      count: 3, radius: 2, thickness: 0.5, spin: ElectronSpin(twice: 3), totalMomentum: momentum)
    let waves = try energies(ring, .determinants(waves: 40), 2)
    for (a, b) in zip(try energies(ring, .gaps(degree: 24), 2), waves) {
      #expect((a - b).magnitude < 2e-10)
    }
  }

  @Test func fourElectrons() throws {
    let ring = ElectronRing(count: 4, radius: 2, thickness: 0.8, spin: ElectronSpin(twice: 4))
    let waves = try energies(ring, .determinants(waves: 20), 1)[0]
    let gaps = try energies(ring, .gaps(degree: 14), 1)[0]
    #expect(gaps >= waves - 1e-11)
    #expect(gaps - waves < 2e-7)
  }

  /// The same determinants as `peers/electrons.py`: what SciPy's ARPACK printed at N = 4, R = 2, a = 0.5.
  @Test(arguments: [
    (14, [3.6012576552736766, 4.1660375323975325, 4.166407851975475], 579),
    (20, [3.601257233969818, 4.166036496847, 4.166406830849414], 1714),
  ]) func peer(waves: Int, energies: [Double], determinants: Int) throws {
    let ring = ElectronRing(count: 4, radius: 2, thickness: 0.5, spin: ElectronSpin(twice: 4))
    let spectrum = try ring.spectrum(lowest: 3, on: .determinants(waves: waves))
    #expect(spectrum.method["determinants"] == .integer(determinants))
    for (level, energy) in zip(spectrum, energies) {
      #expect((level.energy.hartree - energy).magnitude < 1e-11)
    }
  }

  /// Without forces: filled orbitals counted by spin, against determinants whose force is zero.
  @Test(arguments: [0, 1, 2, 3]) func freeElectrons(momentum: Int) throws {
    let harmonics = try PairHarmonics(radius: 1.5, thickness: 1)
    for n in 2...4 {
      let reduced = ElectronRing(count: n, totalMomentum: momentum).reducedMomentum.momentum
      for spin in ElectronSpin.all(of: n) {
        let solver = DeterminantSolver(
          radius: 1.5, thickness: 1, electrons: n, twiceSpin: spin.twice, momentum: reduced,
          harmonics: harmonics, hasCoulomb: false)
        let space = DeterminantSpace(up: solver.up, down: solver.down, waves: 5, momentum: reduced)
        let matrix = try DeterminantHamiltonian(
          space: space, force: solver.force(waves: 5), radius: 1.5, penalty: 100
        ).dense()
        let values = try matrix.eigenpairs(.lowest(3), vectors: false).values
        let counted = FreeElectrons.lowest(
          3, electrons: n, momentum: reduced, spin: spin, radius: 1.5)
        for (a, b) in zip(values, counted) { #expect((a - b).magnitude < 1e-11) }
      }
    }
  }

  /// R and a scaled by s: E = K/s^2 + C/s, so that sizes below any fixed tolerance are solved as well.
  @Test(arguments: [3, 4]) func scales(electrons n: Int) throws {
    func energy(_ scale: Double, _ interaction: ElectronRing.Interaction) throws -> Level {
      let spectrum = try ElectronRing(
        count: n, radius: Length(bohr: scale), thickness: Length(bohr: scale),
        interaction: interaction, spin: ElectronSpin(twice: n)
      ).spectrum(lowest: 2, on: interaction == .none ? .automatic : .determinants(waves: 10))
      #expect(spectrum.isComplete)
      return spectrum[0]
    }
    // The repulsion is a perturbation there: C/s, and a second order of about a hartree at any s.
    let small = try energy(1e-4, .coulomb)
    let larger = try energy(1e-3, .coulomb)
    let free = try energy(1e-4, .none).energy.hartree
    let first = small.energy.hartree - free
    let firstLarger = larger.energy.hartree - free / 100
    #expect(small.energy.hartree > free)
    #expect((first / (10 * firstLarger) - 1).magnitude < 1e-3)
    #expect(small.interval.contains(small.energy))
  }
}
