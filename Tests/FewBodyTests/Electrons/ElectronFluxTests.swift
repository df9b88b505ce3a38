import RealModule
import Testing

@testable import FewBody

/// E(J, f) = E_rel + (J + N f)^2/2NmR^2, with E_rel the same for J and J + N: Larmor's theorem on the ring,
/// because -dE/dPhi then changes by N e^2/4 pi^2 m R^2 for every flux, whatever the forces.
@Suite struct ElectronFluxTests {
  /// The block of J + N is solved as such, in a window of plane waves that is not centred on it.
  @Test(arguments: [2, 3, 4]) func blocksRepeat(electrons n: Int) throws {
    let harmonics = try PairHarmonics(radius: 1, thickness: 1)
    func energy(_ momentum: Int, _ waves: Int) throws -> Double {
      var solver = DeterminantSolver(
        radius: 1, thickness: 1, electrons: n, twiceSpin: n, momentum: momentum,
        harmonics: harmonics, hasCoulomb: true)
      solver.tolerance = 1e-11
      return try solver.lowest(1, waves: waves).pairs.values[0]
    }
    let waves = n == 4 ? 22 : 30
    for momentum in 0...1 {
      let (a, b) = (try energy(momentum, waves), try energy(momentum + n, waves))
      #expect((a - b).magnitude < 1e-12 * a)
    }
  }

  @Test(arguments: [(3, 0.2, 0), (3, 0.0, 3), (2, -1.7, 5), (4, 0.4, -6)])
  func fluxIsARotation(n: Int, flux: Double, momentum: Int) throws {
    var ring = ElectronRing(
      count: n, radius: 2, thickness: 0.5, spin: ElectronSpin(twice: n),
      totalMomentum: momentum, flux: flux)
    let there = try ring.spectrum(lowest: 2)
    (ring.totalMomentum, ring.flux) = (ring.reducedMomentum.momentum, 0)
    let here = try ring.spectrum(lowest: 2)
    func rotation(_ j: Int, _ f: Double) -> Double {
      let turns = Double(j) + Double(n) * f
      return turns * turns / (8 * Double(n))
    }
    let shift = rotation(momentum, flux) - rotation(ring.totalMomentum, 0)
    for (a, b) in zip(there, here) {
      #expect((a.energy.hartree - b.energy.hartree - shift).magnitude < 1e-12)
    }
  }

  /// dI/dPhi = -N e^2/4 pi^2 m R^2 by differences of the interacting levels' energies.
  @Test(arguments: [2, 3]) func larmorCurrent(electrons n: Int) throws {
    func energy(_ flux: Double) throws -> Double {
      try ElectronRing(
        count: n, radius: 1.3, thickness: 0.6, spin: ElectronSpin(twice: n), totalMomentum: 1,
        flux: flux
      ).spectrum(lowest: 1)[0].energy.hartree
    }
    let step = 0.05
    let bend = (try energy(step) - 2 * energy(0) + energy(-step)) / (step * step)
    // d/dPhi = (1/2 pi) d/df.
    let slope = -bend / (4 * .pi * .pi)
    #expect((slope + Double(n) / (4 * .pi * .pi * 1.3 * 1.3)).magnitude < 1e-10)
  }
}
