import Testing

@testable import FewBody

/// How a printed number judges a computed one.
@Suite struct PrintedNumberTests {
  private static let rules: [(String, [Double], Verdict)] = [
    ("2.242", [2.24245], .agrees), ("2.242", [2.2426], .rounding),
    ("2.242", [2.6], .corrected),
    // Two digits, and half a unit of the second is 3 %: more than 1 % is a rounding.
    ("19000", [18778.9], .rounding), ("140", [137.036], .rounding), ("140", [139], .agrees),
    ("1e6", [1.157e6], .rounding), ("0.36", [0.3436], .rounding), ("100", [12.3], .corrected),
    ("~1e-4", [1.3e-4, 7.6e-5], .agrees), ("~1e-4", [7.6e-5, 1e-6], .rounding),
    ("~1e-4", [1.1e-5], .corrected), ("~1e-4", [-1e-4], .corrected),
    ("1..2", [1.5], .agrees), ("1..2", [0.95], .rounding), ("1..2", [0.4, 1.5], .corrected),
    ("<<1", [1e-5], .agrees), ("<<1", [0.05], .rounding), ("<<1", [0.5], .corrected),
    ("97/5760", [97.0 / 5760], .agrees), ("97/5760", [0.01684], .corrected),
    ("-1/3", [-1.0 / 3], .agrees),
  ]

  @Test(arguments: rules)
  func theRules(text: String, computed: [Double], verdict: Verdict) throws {
    #expect(try #require(PrintedNumber(text)).verdict(of: computed) == verdict)
  }

  @Test(arguments: ["", "~", "..", "1..", "1/0", "ten", "<<", "1.2.3", "inf"])
  func whatIsNoNumber(text: String) { #expect(PrintedNumber(text) == nil) }

  @Test func theLastPlace() throws {
    let places = try ["17.60", "1.3e-2", "19000", "3", "1e10"].map { text in
      try #require(PrintedNumber(text)).precision
    }
    let units = [0.01, 1e-3, 1000, 1, 1e10]
    for (place, unit) in zip(places, units) {
      guard case .digits(let found) = place else {
        Issue.record("\(place)")
        continue
      }
      #expect(abs(found / unit - 1) < 1e-14)
    }
  }

  /// A claim is as bad as the worst of what was compared.
  @Test func theWorstCounts() throws {
    let rows = try PublishedClaim.parse(
      "seed,key,equation,claim,published,numbers\nessen,k,Eq (1),\"a, b\",c,~1;2.0\n")
    let row = try #require(rows.first)
    #expect(row.claim == "a, b" && row.numbers.count == 2)
    let good = try row.number(0, "x", 1.1)
    let formula = Finding.both("y", printed: 1, ours: 2, within: 1e-3)
    #expect(try Claim(row, [good], because: "").verdict == .agrees)
    #expect(try Claim(row, [good, .value("z", 7)], because: "").verdict == .agrees)
    let worst = try Claim(row, [good, formula], because: "twice")
    #expect(worst.verdict == .corrected && worst.computed == "x = 1.1; y = 2 (as printed: 1)")
    let one = try row.number(0, "far", 9)
    #expect(try Claim(row, [good, one], because: "").verdict == .rounding)
    #expect(throws: FewBodyError.self) { try Claim(row, [.value("z", 7)], because: "") }
    #expect(throws: FewBodyError.self) { try Claim(row, [good, .value("z", .nan)], because: "") }
    #expect(throws: FewBodyError.self) { try row.number(2, "x", 1) }
  }

  /// In units in which they are small, too: only zero and rounding are alike without being close.
  @Test func smallNumbersDiffer() throws {
    let rows = try PublishedClaim.parse(
      "seed,key,equation,claim,published,numbers\nessen,k,Eq (1),a,c,\n")
    let row = try #require(rows.first)
    func verdict(_ printed: Double, _ ours: Double) throws -> Verdict {
      try Claim(row, [.both("x", printed: printed, ours: ours, within: 1e-9)], because: "").verdict
    }
    #expect(try verdict(1.1e-11, 1.1e-11) == .agrees)
    #expect(try verdict(1.1e-11, 2.2e-11) == .corrected)
    #expect(try verdict(0, 1e-16) == .agrees && verdict(-1e-16, 0) == .agrees)
    #expect(try verdict(0, 1e-8) == .corrected)
    let small = Finding.both("x", printed: 1.25e-11, ours: 1.25e-11, within: 1e-9, "T s")
    #expect(try Claim(row, [small], because: "").computed == "x = 1.25e-11 T s")
  }

  @Test(arguments: ["a,b,c", "essen,k,e,c,p,x", "essen,,e,c,p,1"])
  func aRowThatIsNoClaim(line: String) {
    #expect(throws: FewBodyError.self) { try PublishedClaim.parse("header\n\(line)\n") }
  }

  @Test func numbersForAPerson() {
    #expect(Claim.brief(0) == "0" && Claim.brief(-3) == "-3" && Claim.brief(0.5) == "0.5")
    #expect(Claim.brief(1.0 / 3) == "0.333333333")
    #expect(Claim.brief(-18778.865) == "-18778.865")
    #expect(Claim.brief(5.325135e-5) == "5.325135e-5")
  }
}
