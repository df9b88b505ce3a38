import Testing

@testable import FewBody

/// Two unequal masses: the limits in which they become a known atom.
@Suite struct MuoniumFineStructureTests {
  private static func levels(
    _ count: Int, electron: Double = 1, nucleus: Double
  ) throws -> FineStructureSpectrum {
    try FineStructure(
      of: Species(name: "pair", electronMass: electron, nuclearMass: nucleus)
    ).spectrum(lowest: count)
  }

  /// Fermi's (8/3) mu^3/mM between F = 1 and F = 0, n^-3 for higher S states.
  @Test func theHyperfineSplittingIsFermis() throws {
    let spectrum = try FineStructure(of: .muonium).spectrum(lowest: 8)
    #expect(spectrum.isComplete)
    let mass = Constants.muonMass
    let fermi = 8.0 / 3 / (mass * (1 + 1 / mass) * (1 + 1 / mass) * (1 + 1 / mass))
    for (n, shell) in [(1.0, "1"), (2.0, "2")] {
      let triplet = try #require(spectrum.first { $0.symbol == "\(shell)\u{b3}S1" })
      let singlet = try #require(spectrum.first { $0.symbol == "\(shell)\u{b9}S0" })
      let splitting = triplet.total - singlet.total
      #expect(abs(splitting * n * n * n / fermi - 1) < 1e-11)
    }
    // 4463.302 MHz is measured; the anomalous moment of the electron alone is 0.1 % of it.
    let splitting = spectrum[1].shift.hartree - spectrum[0].shift.hartree
    let megahertz = splitting * Constants.hartreeInJoules / 6.626_070_15e-34 * 1e-6
    #expect(abs(megahertz - 4453.84) < 0.01)
  }

  @Test func theMassesMayBeExchanged() throws {
    let one = try MuoniumFineStructureTests.levels(18, nucleus: 206.7682827)
    let other = try MuoniumFineStructureTests.levels(18, electron: 206.7682827, nucleus: 1)
    for (a, b) in zip(one, other) {
      #expect(a.symbol == b.symbol)
      #expect(abs(a.total - b.total) <= 1e-12 * abs(a.total), "\(a.symbol)")
      for term in FineStructureTerm.allCases {
        let (x, y) = (try #require(a.terms[term]), try #require(b.terms[term]))
        #expect(abs(x - y) <= 1e-12 * abs(a.total), "\(a.symbol) \(term)")
      }
    }
  }

  @Test func equalMassesArePositroniumWithoutAnnihilation() throws {
    let bare = try MuoniumFineStructureTests.levels(8, nucleus: 1)
    let full = try FineStructure(of: .positronium).spectrum(lowest: 8)
    for level in full {
      let twin = try #require(bare.first { $0.symbol == level.symbol })
      let annihilation = try #require(level.terms[.annihilation])
      #expect(abs(twin.total - (level.total - annihilation)) <= 1e-14, "\(level.symbol)")
      #expect(twin.singletWeight == nil)
    }
  }

  /// For M -> infinity every total tends to that of hydrogen's j, the deviation like 1/M.
  @Test func aHeavyNucleusLeavesHydrogenAndAHyperfineStructure() throws {
    let hydrogen = try FineStructure(of: .hydrogen).spectrum(lowest: 4)
    // In the order of j = 1/2 (F = 0, 1) and 3/2 (F = 1, 2) of 1s, 2s, 2p, by symbol.
    let parents = [
      "1\u{b9}S0": 0, "1\u{b3}S1": 0, "2\u{b9}S0": 1, "2\u{b3}S1": 1, "2\u{b3}P0": 2,
      "2\u{b3}P1": 2, "2\u{b9}P1": 3, "2\u{b3}P2": 3,
    ]
    let masses = [1e3, 1e4, 1e5]
    let spectra = try masses.map { try MuoniumFineStructureTests.levels(8, nucleus: $0) }
    for (symbol, parent) in parents {
      let deviations = try zip(masses, spectra).map { mass, spectrum in
        let level = try #require(spectrum.first { $0.symbol == symbol })
        return mass * (level.total - hydrogen[parent].total)
      }
      // M times the deviation has a limit, which it meets like 1/M.
      #expect(abs(deviations[1] / deviations[0] - 1) < 1e-2, "\(symbol)")
      #expect(abs(deviations[2] / deviations[1] - 1) < 1e-3, "\(symbol)")
    }
    // Both spins apart, S = 0 has weight l/(2l + 1) in j = l - 1/2 and (l + 1)/(2l + 1) in j = l + 1/2.
    let heavy = try #require(spectra.last)
    for (symbol, weight) in [("2\u{b3}P1", 1.0 / 3), ("2\u{b9}P1", 2.0 / 3)] {
      let found = try #require(heavy.first { $0.symbol == symbol }?.singletWeight)
      #expect(abs(found - weight) < 1e-4)
    }
  }
}
