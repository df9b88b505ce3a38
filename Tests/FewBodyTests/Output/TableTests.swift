import FewBody
import Testing

@Suite struct TableTests {
  @Test func showsOnlyTheDigitsThatTheBoundsJustify() {
    #expect(
      OutputSamples.pair.table(title: ["pair on a line: Z = 1"]) == """
        pair on a line: Z = 1

         n   energy (hartree)    interval            bounds        parity   multiplicity
        ─────────────────────────────────────────────────────────────────────────────────
         0   -2.12721249432376   ± 5e-13             rigorous      even                1
         1   -0.2500000000000    ± 1.1e-12           variational   odd                 1
         2   -0.0625             -0.0641 … -0.0609   estimate      even                1

        estimate: a "black box", seen from outside
        complete: a count shows that no level below the last one listed is missing

        """)
  }

  @Test func saysWhenALevelMayBeMissing() {
    var spectrum = OutputSamples.pair
    spectrum.isComplete = false
    #expect(
      spectrum.table().hasSuffix(
        "\nincomplete: no count shows that every level is listed; one may be missing\n"))
    spectrum.levels = []
    spectrum.isComplete = true
    #expect(
      spectrum.table(in: .electronvolt).hasPrefix(
        "complete: there is no bound level below the threshold, 3.4"))
  }

  @Test func exactValuesAndNotesAreShownWhereThereAreAny() {
    var spectrum = OutputSamples.pair
    spectrum.levels.removeLast()
    spectrum.levels[1].exact = .hartree(-0.25 + 0x1p-40)
    spectrum.notes = ["posed between hard walls"]
    let head = " n   energy (hartree)    interval    bounds        parity   multiplicity"
    let tail = "   exact                 difference"
    #expect(
      spectrum.table() == """
        \(head)\(tail)
        \(String(repeating: "\u{2500}", count: head.count + tail.count + 1))
         0   -2.12721249432376   ± 5e-13     rigorous      even                1
         1   -0.2500000000000    ± 1.1e-12   variational   odd                 1   \
        -0.2499999999990905   -9.1e-13

        note: posed between hard walls
        complete: a count shows that no level below the last one listed is missing

        """)
  }

  @Test func numbersThatAreNotFiniteBecomeWords() {
    var spectrum = OutputSamples.pair
    spectrum.levels[0].interval = Energy(hartree: -.infinity)...Energy(hartree: -2)
    let table = spectrum.table()
    #expect(table.contains("unbounded \u{2026} -2.0") && !table.contains("inf"))
  }

  @Test(arguments: EnergyUnit.allCases)
  func printedIntervalsHoldTheBoundsInEveryUnit(unit: EnergyUnit) throws {
    for exponent in stride(from: -16.0, through: -1, by: 0.25) {
      var spectrum = OutputSamples.pair
      let energy = -0.334_871_263_987_4
      let radius = max(energy.magnitude * sampled(exponent), energy.ulp)
      spectrum.levels = [OutputSamples.level(0, energy, radius, .rigorous, "even")]
      let row = spectrum.table(in: unit).split(separator: "\n")[2].split(separator: " ")
      let lower = spectrum.levels[0].interval.lowerBound.hartree
      let upper = spectrum.levels[0].interval.upperBound.hartree
      // Judged in 80 bits where the machine has them: free of the rounding under test.
      if row[2] == "\u{b1}" {
        let printed = try #require(Double(row[1]))
        let distance = try #require(Double(row[3]))
        #expect(
          wide(printed) - wide(distance) <= wide(lower) * wide(unit.perHartree) + slack(printed))
        #expect(
          wide(printed) + wide(distance) >= wide(upper) * wide(unit.perHartree) - slack(printed))
      } else {
        #expect(try #require(Double(row[2])) <= lower * unit.perHartree)
        #expect(try #require(Double(row[4])) >= upper * unit.perHartree)
      }
    }
  }

  private func sampled(_ exponent: Double) -> Double { 3.7 * pow10(exponent) }

  private func pow10(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(-exponent) { value /= 10 }
    return value * (1 - 0.2 * (exponent.rounded(.up) - exponent))
  }

  #if arch(x86_64)
    private typealias Wide = Float80
  #else
    private typealias Wide = Double
  #endif
  private func wide(_ number: Double) -> Wide { Wide(number) }
  /// Reading a decimal is itself rounded to half a unit of the last place.
  private func slack(_ number: Double) -> Wide { Wide(number.ulp / 2) }
}
