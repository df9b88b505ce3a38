import Testing

@testable import FewBody

/// Hydrogen's totals are Dirac's energies to order alpha^2.
@Suite struct HydrogenFineStructureTests {
  /// -(Z^4/2n^4)[n/(j + 1/2) - 3/4].
  private static func dirac(_ level: FineStructureLevel, charge: Double = 1) -> Double {
    let n = Double(level.n)
    let j = Double(level.doubledTotal) / 2
    return -(charge * charge * charge * charge) / (2 * n * n * n * n) * (n / (j + 0.5) - 0.75)
  }

  @Test func everyLevelThroughTheFourthShellIsDiracs() throws {
    let spectrum = try FineStructure(of: .hydrogen).spectrum(lowest: 16)
    #expect(spectrum.isComplete)
    #expect(
      spectrum.map(\.symbol).prefix(6) == [
        "1s1/2", "2s1/2", "2p1/2", "2p3/2", "3s1/2", "3p1/2",
      ])
    for level in spectrum {
      let exact = HydrogenFineStructureTests.dirac(level)
      #expect(abs(level.total - exact) <= 1e-12 * abs(exact), "\(level.symbol)")
      #expect(level.interval.contains(exact), "\(level.symbol)")
    }
    // Each shell holds 2n^2 states of the electron.
    for n in 1...4 {
      #expect(spectrum.filter { $0.n == n }.map(\.degeneracy).reduce(0, +) == 2 * n * n)
    }
  }

  @Test(arguments: [0.3, 2, 37])
  func aHeavierIonScalesLikeTheFourthPowerOfItsCharge(charge: Double) throws {
    let ion = Species(name: "ion", charge: charge, nuclearMass: .infinity)
    for level in try FineStructure(of: ion).spectrum(lowest: 4) {
      let exact = HydrogenFineStructureTests.dirac(level, charge: charge)
      #expect(abs(level.total - exact) <= 1e-12 * abs(exact), "\(level.symbol)")
      #expect(level.interval.contains(exact), "\(level.symbol)")
    }
  }

  /// Without a moving partner the terms of two currents or two spins are zero, and positive zero.
  @Test func aNucleusAtRestHasNoMagneticTerms() throws {
    for level in try FineStructure(of: .hydrogen).spectrum(lowest: 9) {
      for term in [FineStructureTerm.orbitOrbit, .spinSpin, .tensor, .annihilation] {
        #expect(level.terms[term]?.sign == .plus && level.terms[term]?.isZero == true)
      }
      #expect(level.singletWeight == nil)
    }
  }

  /// The 2p splitting is Sommerfeld's alpha^2/32 hartree: 10.9 GHz.
  @Test func theTwoPSplittingIsElevenGigahertz() throws {
    let levels = try FineStructure(of: .hydrogen).spectrum(lowest: 4)
    let splitting = levels[3].shift.hartree - levels[2].shift.hartree
    #expect(abs(splitting / (Constants.classicalElectronRadius / 32) - 1) < 1e-12)
    let gigahertz = splitting * Constants.hartreeInJoules / 6.626_070_15e-34 * 1e-9
    #expect(abs(gigahertz - 10.9493) < 1e-3)
  }
}
