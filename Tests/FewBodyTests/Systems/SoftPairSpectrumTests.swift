import ExactSolutions
import Testing

@testable import FewBody

/// -Z/sqrt(x^2 + a^2) against Taylor integration with 45 digits (`Data/reference/line_pairs.json`)
/// and the two closed forms.
@Suite struct SoftPairSpectrumTests {
  @Test(
    "three levels of three pairs",
    arguments: [
      (1.0, 1.0, [-0.669_777_138_213_857_7, -0.274_891_348_768_206_53, -0.151_454_665_388_804_1]),
      (0.5, 0.5, [-1.0, -0.211_733_936_080_049_9, -0.109_166_507_584_824_78]),
      (
        1.0, 1.414_213_562_373_095_1,
        [-0.5, -0.232_903_337_378_062_17, -0.133_828_859_139_625_72]
      ),
    ])
  func references(mass: Double, thickness: Double, energies: [Double]) throws {
    let pair = LinePair(
      coupling: 1, thickness: .bohr(thickness), reducedMass: mass, kernel: .soft)
    let spectrum = try pair.spectrum(lowest: 3)
    #expect(Checker.parities(spectrum) == Checker.alternating(3))
    Checker().check(spectrum, levels: 3) {
      // A printed digit may be off by one, and sqrt 2 is rounded.
      Ball(midpoint: energies[$0], radius: 2 * energies[$0].ulp)
    }
  }

  @Test("closed forms at a = sqrt 2/mu Z and 1/4 mu Z", arguments: [0.3, 1, 7])
  func closedForms(charge: Double) throws {
    for product in [Double(2).squareRoot(), 0.25] {
      let thickness = product / (2 * charge)
      let exact = try ExactSoftPair(charge: charge, thickness: thickness, reducedMass: 2)
      let pair = LinePair(
        coupling: charge, thickness: .bohr(thickness), reducedMass: 2, kernel: .soft)
      let spectrum = try pair.spectrum(lowest: 4)
      try Checker().check(spectrum, levels: 4) { $0 == 0 ? try exact.energy(level: 0) : nil }
    }
  }

  @Test("between 1e-12 and 1e6 bohr: ten levels, all proved", arguments: [1e-12, 1e-4, 30, 1e6])
  func extremes(thickness: Double) throws {
    let spectrum = try LinePair(coupling: 1, thickness: .bohr(thickness), kernel: .soft)
      .spectrum(lowest: 10)
    Checker().check(spectrum, levels: 10) { _ in nil }
    #expect(Checker.parities(spectrum) == Checker.alternating(10))
    for level in spectrum {
      let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
      #expect(width <= 1e-11 * level.energy.hartree.magnitude)
    }
  }
}
