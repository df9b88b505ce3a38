import Testing

@testable import FewBody

/// The rings of 1990 and 1991 against formulas in SI units, with nothing from the library.
@Suite struct RingExperimentTests {
  private let charge = 1.602_176_634e-19
  private let planck = 6.626_070_15e-34
  private let mass = 9.109_383_713_9e-31

  private func computed(_ name: String, _ words: String) throws -> RingExperiment.Claim {
    try #require(try RingExperiment(named: name).claims().first { $0.claim.hasPrefix(words) })
  }

  @Test func theFluxQuantumAndTheLarmorCurrent() throws {
    let length = 2.2e-6
    let square = try computed("levy-1990", "field of one flux quantum, square")
    #expect(abs(square.computed / (planck / charge / (length * length / 16)) - 1) < 1e-9)
    #expect(square.verdict == "rounding")
    let circle = try computed("levy-1990", "field of one flux quantum, circle")
    #expect(abs(circle.computed - 1.07e-2) < 5e-5 && circle.verdict == "corrected")
    let slope = try computed("levy-1990", "Larmor current per electron and field, circle")
    let expected = -charge * charge / (4 * .pi * mass) * 1e9
    #expect(abs(slope.computed / expected - 1) < 1e-9)
    #expect(slope.verdict == "agrees" && slope.published == -2.242)
    let loop = try computed("levy-1990", "Larmor current per electron and field, square")
    #expect(abs(loop.computed + 1.76121) < 1e-5)
  }

  @Test func twelveElectronsAndNotAHundred() throws {
    let claim = try computed("levy-1990", "electrons of a Larmor current, N")
    #expect(abs(claim.computed - 0.36 / (2.24245 * 0.013)) < 1e-3)
    #expect(claim.published == 100 && claim.verdict == "corrected")
    let quantum = try computed("levy-1990", "electrons of a Larmor current at")
    let expected = 0.36e-9 * mass * 2.2e-6 * 2.2e-6 / (charge * planck)
    #expect(abs(quantum.computed / expected - 1) < 1e-8)
    let current = try computed("levy-1990", "average current from its factor")
    #expect(abs(current.computed - 0.3436) < 1e-4)
    let moment = try computed("levy-1990", "average current from the moment")
    #expect(abs(moment.computed - 1.2e-22 / (0.55e-6 * 0.55e-6) * 1e9) < 1e-9)
  }

  @Test func theGoldRing() throws {
    let pair = try computed("chandrasekhar-1991", "binding of the pair")
    #expect(abs(pair.computed - 0.333633) < 1e-5 && pair.verdict == "corrected")
    let ratio = try computed("chandrasekhar-1991", "radius of the pair")
    // a_m = 1.52957e4 r_s^2 a0.
    #expect(abs(ratio.computed - 1.52957e4 * 3.01 * 3.01 * 0.0529177 / 80) < 1e-3)
    let ends = try ["lowest", "highest"].map { try computed("chandrasekhar-1991", $0).computed }
    #expect(abs(ends[1] / ends[0] - 2 / 0.3) < 1e-12)
  }

  @Test func everyNumberHasASource() throws {
    for name in RingExperiment.names {
      for claim in try RingExperiment(named: name).claims() where claim.published != nil {
        #expect(claim.source.contains("10.1103/") || claim.source.contains("Essen (2013)"))
      }
    }
    #expect(throws: FewBodyError.self) { try RingExperiment(named: "mailly-1993") }
    #expect(throws: FewBodyError.self) {
      try RingExperiment(named: "x", table: "a,b,c,d,e,f\nx,current,0.3\n")
    }
    #expect(throws: FewBodyError.self) {
      try RingExperiment(named: "levy-1990", table: "a,b,c,d,e,f\n").claims()
    }
  }
}
