import FewBody
import Testing

@Suite struct CommaSeparatedTests {
  @Test func hasALineForEachLevelUnderItsNames() {
    var spectrum = OutputSamples.pair
    spectrum.levels = [spectrum.levels[1]]
    spectrum.levels[0].labels["note, in \"words\""] = "a, \"b\"\nc"
    #expect(
      spectrum.commaSeparated() == """
        index,energy[hartree],lower,upper,bounds,residual,multiplicity,parity,"note, in ""words""\"
        1,-0.25,-0.250000000001,-0.249999999999,variational,5e-15,1,odd,"a, ""b""
        c"

        """)
  }

  @Test(arguments: EnergyUnit.allCases)
  func boundsAreRoundedOutward(unit: EnergyUnit) throws {
    let rows = OutputSamples.pair.commaSeparated(in: unit).split(separator: "\n")
    #expect(rows[0].hasPrefix("index,energy[\(unit.rawValue)],lower,upper,"))
    for (row, level) in zip(rows.dropFirst(), OutputSamples.pair) {
      let fields = row.split(separator: ",")
      let lower = level.interval.lowerBound.hartree * unit.perHartree
      let upper = level.interval.upperBound.hartree * unit.perHartree
      let isExact = unit == .hartree
      #expect(try #require(Double(fields[2])) <= (isExact ? lower : lower.nextDown))
      #expect(try #require(Double(fields[3])) >= (isExact ? upper : upper.nextUp))
    }
  }

  @Test func anExactEnergyAddsTwoColumns() {
    var spectrum = OutputSamples.pair
    spectrum.levels[1].exact = .hartree(-0.25 + 0x1p-40)
    let rows = spectrum.commaSeparated().split(separator: "\n")
    #expect(rows[0].hasSuffix(",multiplicity,exact,difference,parity"))
    #expect(rows[1].hasSuffix(",1,,,even"))
    #expect(rows[2].hasSuffix(",1,-0.2499999999990905,-9.094947017729282e-13,odd"))
  }

  @Test func aLevelWithoutALabelLeavesItsFieldEmpty() {
    var spectrum = OutputSamples.pair
    spectrum.levels[0].labels = [:]
    let rows = spectrum.commaSeparated().split(separator: "\n")
    #expect(rows[1].hasSuffix(",1,") && rows[2].hasSuffix(",1,odd"))
  }
}
