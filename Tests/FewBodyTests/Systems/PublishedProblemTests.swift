import ExactSolutions
import RealModule
import Testing

@testable import FewBody

/// Published problems that break solvers, between hard walls: as a generic potential (bounds are
/// theorems) and as a closure (they are estimates).
///
/// The digits are eigenvalues of sine-basis matrices (u = x + pi/2, V a sum of cosines, 34 digits,
/// 70 functions a parity) and, for Marletta's problem, roots of a Taylor integration with 40 digits.
@Suite struct PublishedProblemTests {
  static let quarter = Double.pi / 2

  /// Both ways; k = 1/2m = 1, as in the literature.
  private func check(
    _ potential: some Potential, between walls: ClosedRange<Double>, scale: Double,
    digits: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let exact = LineParticle(mass: 0.5, in: potential, between: walls)
    Checker(scale: scale).check(
      try exact.spectrum(lowest: digits.count), digits: digits, sourceLocation: sourceLocation)
    let sampled = LineParticle(mass: 0.5, between: walls) { potential.value(at: $0) }
    let spectrum = try sampled.spectrum(lowest: digits.count)
    Checker(scale: scale, isRigorous: false).check(
      spectrum, digits: digits, sourceLocation: sourceLocation)
    for level in spectrum {
      #expect(level.certainty.word == "estimate", sourceLocation: sourceLocation)
    }
  }

  @Test("Coffey-Evans, beta = 20: clusters of three")
  func coffeyEvans20() throws {
    try check(
      CoffeyEvansWell(beta: 20), between: -Self.quarter...Self.quarter, scale: 400,
      digits: [
        2.136e-16, 77.916_195_677_143_97, 151.462_778_346_456_63, 151.463_223_657_658_63,
        151.463_668_988_351_65, 220.154_229_835_259_95, 283.094_814_695_401_4,
        283.250_743_743_112_6, 283.408_735_403_429_27, 339.370_665_652_522_4,
      ])
  }

  @Test("Coffey-Evans, beta = 50: three levels within 2e-15 of each other, relatively")
  func coffeyEvans50() throws {
    try check(
      CoffeyEvansWell(beta: 50), between: -Self.quarter...Self.quarter, scale: 2500,
      digits: [
        0, 197.968_726_516_507_3, 391.808_191_489_053_84, 391.808_191_489_053_84,
        391.808_191_489_053_84, 581.377_109_231_579_7, 766.516_827_285_532_6,
        766.516_827_285_535_5, 766.516_827_285_538_4, 947.047_491_585_860_2,
      ])
    let spectrum = try LineParticle(
      mass: 0.5, in: CoffeyEvansWell(beta: 50), between: -Self.quarter...Self.quarter
    ).spectrum(lowest: 10)
    #expect(spectrum[2...4].allSatisfy { $0.multiplicity == 3 })
    #expect(Set(Checker.parities(spectrum)[2...4]) == ["even", "odd"])
  }

  @Test("Mathieu's functions se_n, q = 5: b_1 ... b_10")
  func mathieu5() throws {
    try check(
      Mathieu(q: 5), between: 0...Double.pi, scale: 10,
      digits: [
        -5.790_080_598_637_771, 2.099_460_445_486_665_4, 9.236_327_713_693_701,
        16.648_219_937_169_777, 25.510_816_046_303_22, 36.358_866_848_029_365,
        49.261_383_111_346_41, 64.198_840_539_302_23, 81.156_454_955_870_19,
        100.126_369_215_601_83,
      ])
  }

  @Test("Mathieu's functions se_n, q = 25")
  func mathieu25() throws {
    try check(
      Mathieu(q: 25), between: 0...Double.pi, scale: 50,
      digits: [
        -40.256_778_984_684_16, -21.314_860_622_249_85, -3.520_941_526_621_369_4,
        12.986_489_952_742_46, 28.062_765_899_454_336, 41.801_071_291_810_58,
        55.002_957_150_834_2, 69.057_988_351_286_18, 85.023_356_504_905_08,
        103.225_680_042_373_47,
      ])
  }

  @Test("Marletta's potential, which shams a level, on [0, 12]")
  func marletta() throws {
    try check(
      Marletta(), between: 0...12, scale: 1,
      digits: [
        0.004_668_471_599_103_282, 0.191_835_778_880_055_62, 0.522_308_764_182_399_6,
        0.994_363_693_145_750_6, 1.606_019_736_644_320_5,
      ])
  }

  @Test("a double well whose pair agrees to eighteen digits: both come, even before odd")
  func deepDoubleWell() throws {
    // 70 and 80 oscillator functions a parity at two widths agree to 26 digits.
    let digits = [
      1.570_991_867_618_876_4, 1.570_991_867_618_876_4, 4.671_244_918_461_005,
      4.671_244_918_461_005, 7.706_000_600_987_427, 7.706_000_600_987_427,
    ]
    let well = DoubleWell(strength: 0.05, square: 25)
    let spectrum = try LineParticle(mass: 1, in: well).spectrum(lowest: 6)
    Checker(scale: 31.25).check(spectrum, digits: digits)
    #expect(Checker.parities(spectrum) == Checker.alternating(6))
    #expect(spectrum.map(\.multiplicity).allSatisfy { $0 == 2 })
    // Between walls too low to matter, as a closure.
    let sampled = LineParticle(mass: 1, between: -9...9) { well.value(at: $0) }
    Checker(scale: 31.25, isRigorous: false).check(try sampled.spectrum(lowest: 6), digits: digits)
  }

  @Test("a double well whose pair splits at the ninth digit: the intervals are apart")
  func shallowDoubleWell() throws {
    let well = DoubleWell(strength: 1, square: 6)
    let spectrum = try LineParticle(mass: 1, in: well).spectrum(lowest: 6)
    Checker(scale: 36).check(
      spectrum,
      digits: [
        3.421_233_879_389_775_4, 3.421_233_879_479_281, 10.082_307_014_058_5,
        10.082_307_039_584_611, 16.443_298_597_863_94, 16.443_301_768_777_19,
      ])
    #expect(spectrum.allSatisfy { $0.multiplicity == 1 })
    #expect(Checker.parities(spectrum) == Checker.alternating(6))
  }

  // Taylor integration, 34 digits, panels graded towards the origin.
  static let yukawaDigits = [
    -2.600_368_023_681_009_2, -0.231_857_058_692_609_19, -0.083_544_757_211_847_55,
  ]

  @Test("Yukawa's potential of the interface's example: as a value rigorous, as a closure not")
  func yukawa() throws {
    let potential = YukawaWell(strength: 1, range: 5)
    let exact = try LineParticle(mass: 1, in: potential).spectrum(lowest: 3)
    let sampled = try LineParticle(mass: 1) { potential.value(at: $0) }.spectrum(lowest: 3)
    Checker().check(exact, levels: 3) {
      Ball(midpoint: Self.yukawaDigits[$0], radius: Self.yukawaDigits[$0].ulp)
    }
    for (a, b) in zip(exact, sampled) {
      #expect(b.certainty.word == "estimate")
      #expect(a.interval.overlaps(b.interval))
    }
    // Deepening V lowers every level.
    let deeper = try LineParticle(mass: 1, in: YukawaWell(strength: 1.01, range: 5)).spectrum(
      lowest: 3)
    for (a, b) in zip(exact, deeper) { #expect(b.interval.upperBound < a.interval.lowerBound) }
  }
}
