import Testing

@testable import FewBody

/// Positronium's totals are the closed forms of Berestetskii et al., Section 84.
@Suite struct PositroniumFineStructureTests {
  /// (1/2)[11/(32 n^4) + (eps - 1/(2l + 1))/n^3].
  private static func exact(_ level: FineStructureLevel) -> Double {
    let n = Double(level.n)
    let l = Double(level.l)
    var epsilon = 0.0
    if level.doubledSpin == 2 {
      if level.l == 0 {
        epsilon = 7.0 / 6
      } else {
        switch level.doubledTotal / 2 - level.l {
        case 1: epsilon = (3 * l + 4) / ((l + 1) * (2 * l + 3))
        case 0: epsilon = -1 / (l * (l + 1))
        default: epsilon = -(3 * l - 1) / (l * (2 * l - 1))
        }
        epsilon /= 2 * (2 * l + 1)
      }
    }
    return (11 / (32 * n * n * n * n) + (epsilon - 1 / (2 * l + 1)) / (n * n * n)) / 2
  }

  @Test func everyLevelThroughTheFourthShellIsTheClosedForm() throws {
    let spectrum = try FineStructure(of: .positronium).spectrum(lowest: 32)
    #expect(spectrum.isComplete)
    for level in spectrum {
      let exact = PositroniumFineStructureTests.exact(level)
      #expect(abs(level.total - exact) <= 1e-12 * abs(exact), "\(level.symbol)")
      #expect(level.interval.contains(exact), "\(level.symbol)")
    }
    // Each shell holds 4n^2 states of two spins.
    for n in 1...4 {
      #expect(spectrum.filter { $0.n == n }.map(\.degeneracy).reduce(0, +) == 4 * n * n)
    }
  }

  /// The orbit-orbit term of 1S is -1/8; the other parts: -5/64, 1/8, -1/4 or 1/12, and 1/4.
  @Test func theTermsOfTheGroundStatesAreKnownOneByOne() throws {
    let spectrum = try FineStructure(of: .positronium).spectrum(lowest: 2)
    let expected: [[FineStructureTerm: Double]] = [
      [
        .massVelocity: -5.0 / 64, .darwin: 1.0 / 8, .orbitOrbit: -1.0 / 8, .spinOrbit: 0,
        .spinSpin: -1.0 / 4, .tensor: 0, .annihilation: 0,
      ],
      [
        .massVelocity: -5.0 / 64, .darwin: 1.0 / 8, .orbitOrbit: -1.0 / 8, .spinOrbit: 0,
        .spinSpin: 1.0 / 12, .tensor: 0, .annihilation: 1.0 / 4,
      ],
    ]
    for (level, terms) in zip(spectrum, expected) {
      for (term, value) in terms {
        let found = try #require(level.terms[term])
        #expect(abs(found - value) <= 1e-12, "\(level.symbol) \(term)")
      }
      #expect(abs(level.terms.values.reduce(0, +) - level.total) <= 1e-15)
    }
  }

  /// The 1S splitting, 7/12 alpha^2 hartree, is 204.4 GHz at this order (203.4 GHz is measured).
  @Test func theGroundStateSplitsBySevenTwelfths() throws {
    let spectrum = try FineStructure(of: .positronium).spectrum(lowest: 2)
    let splitting = spectrum[1].shift.electronvolts - spectrum[0].shift.electronvolts
    let exact = 7.0 / 12 * Constants.classicalElectronRadius * Constants.hartreeInElectronvolts
    #expect(abs(splitting / exact - 1) < 1e-12)
    #expect(abs(splitting / 4.135_667_696e-15 * 1e-9 - 204.387) < 1e-3)
  }
}
