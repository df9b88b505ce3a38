import FewBody
import RealModule
import Testing

/// The Cartesian grids against Bohr's formula and against the partial waves.
@Suite struct SpaceGridTests {
  @Test(arguments: [2, 4, 6, 8], [SpaceMethod.Grid.mapped, .uniform])
  func hydrogenIsInsideItsIntervals(order: Int, grid: SpaceMethod.Grid) throws {
    for extent in [nil, 2.0, 20, 400] {
      let spectrum = try SpacePair(charge: 1, reducedMass: 1).spectrum(
        lowest: 5,
        on: .finiteDifferences(order: order, points: 16, extent: extent, grid: grid))
      for level in spectrum {
        let exact = Energy(hartree: level.index == 0 ? -0.5 : -0.125)
        #expect(level.interval.contains(exact), "\(level.index) \(String(describing: extent))")
      }
    }
  }

  @Test func aBoxTooSmallForTheLevelsIsIncomplete() throws {
    let spectrum = try SpacePair(charge: 1, reducedMass: 1).spectrum(
      lowest: 6, on: .finiteDifferences(points: 16, extent: 0.1))
    #expect(spectrum.isComplete == (spectrum.count == 6))
  }

  /// A Yukawa potential has no Coulomb tail: what the walls hold above zero is no level.
  @Test func aScreenedChargeHasNoLevelsAboveTheThreshold() throws {
    let yukawa = SpaceParticle(mass: 5, radial: { -Double.exp(-$0) / $0 })
    let spectral = try yukawa.spectrum(lowest: 9)
    let grid = try yukawa.spectrum(lowest: 9, on: .fourier(points: 40))
    #expect(spectral.count == grid.count)
    for (a, b) in zip(spectral, grid) {
      #expect(b.energy.hartree < 0)
      #expect(a.interval.overlaps(b.interval))
    }
  }

  @Test(arguments: [SpacePair.Kernel.isotropic, .breit])
  func partialWavesAndGridsAgree(kernel: SpacePair.Kernel) throws {
    let pair = SpacePair(charge: 2, reducedMass: 1, kernel: kernel)
    let waves = try pair.spectrum(lowest: 2, symmetry: SpaceSymmetry(parity: .even))
    for method in [SpaceMethod.finiteDifferences(points: 32), .fourier(points: 32)] {
      let grid = try pair.spectrum(
        lowest: 2, symmetry: SpaceSymmetry(parity: .even), on: method)
      #expect(grid.isComplete)
      for (a, b) in zip(waves, grid) { #expect(a.interval.overlaps(b.interval)) }
    }
  }
}
