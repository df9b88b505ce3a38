import Testing

@testable import FewBody

/// Multipole integrals of hydrogenic orbitals against their closed forms, each inside its own error.
@Suite struct CentralInteractionTests {
  @Test(arguments: ClosedForm.coulomb + ClosedForm.ampere, [0.01, 1, 2.5, 92])
  func closedForms(form: ClosedForm, charge: Double) throws {
    let interaction = try ElectronInteraction(form.channel, gauge: form.gauge)
    let integral = form.pick(
      try ClosedForm.orbital(form.first, charge: charge)
        .interaction(interaction, with: ClosedForm.orbital(form.second, charge: charge)))
    let exact = form.scaled(charge)
    #expect((integral.value - exact).magnitude <= integral.error)
    #expect(integral.error <= 1e-12 * exact.magnitude)
  }

  @Test(arguments: [1e-8, 1e-4, 0.0027, 0.5, 1, 3, 30, 300], [1, 7, 26])
  func screened(screening: Double, charge: Double) throws {
    let coulomb = try ElectronInteraction(.coulomb, screening: screening)
    let ampere = try ElectronInteraction(.ampere, screening: screening)
    let (s, p, q) = (
      try ClosedForm.orbital("1s", charge: charge), try ClosedForm.orbital("2p0", charge: charge),
      try ClosedForm.orbital("2p+1", charge: charge)
    )
    let x = screening / charge
    let alpha = Constants.fineStructure
    let strength = alpha * alpha * charge * charge * charge
    let cases = [
      (try s.interaction(coulomb, with: s).direct, charge * ClosedForm.screened1s(x)),
      (try q.interaction(ampere, with: q).direct, strength * ClosedForm.screenedCurrent(x)),
      (try s.interaction(ampere, with: p).exchange, strength * ClosedForm.screenedTransition(x)),
      (try s.interaction(ampere, with: q).exchange, strength * ClosedForm.screenedTransition(x)),
    ]
    for (integral, exact) in cases {
      #expect((integral.value - exact).magnitude <= integral.error)
      #expect(integral.error <= 1e-12 * exact.magnitude)
    }
  }

  /// Radial currents are longitudinal altogether.
  @Test func transverseExchangeOfTwoSOrbitalsIsNothing() throws {
    let ampere = try ElectronInteraction(.ampere, screening: 0.3)
    let pair = try ClosedForm.orbital("1s").interaction(ampere, with: ClosedForm.orbital("3s"))
    #expect(pair.exchange.value == 0)
    #expect(pair.direct.value == 0)
  }

  /// psi_a* = +-psi_b: no current passes between them, whatever the l.
  @Test(arguments: [("2p+1", "2p-1"), ("4f+2", "4f-2"), ("12l+3", "12l-3"), ("20m+5", "20m-5")])
  func noCurrentBetweenConjugates(names: (String, String)) throws {
    let pair = try ClosedForm.orbital(names.0).interaction(
      ElectronInteraction(.ampere), with: ClosedForm.orbital(names.1))
    #expect(pair.exchange.value == 0)
    #expect(pair.direct.value < 0)
  }

  /// l = n - 1: F0 = 2 integral r^(2n-1) e^(-2r/n) integral_0^r s^(2n) e^(-2s/n), a finite sum.
  @Test(arguments: [2, 5, 10, 20])
  func circularOrbitals(n: Int) throws {
    let orbital = try CentralOrbital(HydrogenicOrbital(n: n, l: n - 1, m: 0))
    let shell = try (1 - n...n - 1).map { m in
      try CentralOrbital(HydrogenicOrbital(n: n, l: n - 1, m: m))
    }
    // The mean of U over m is F0.
    let coulomb = try ElectronInteraction(.coulomb)
    let mean =
      try shell.reduce(0) { $0 + (try orbital.interaction(coulomb, with: $1).direct.value) }
      / Double(shell.count)
    let order = 2 * n
    var term = 2 / (Double(n) * Double(order))
    var slater = term
    for _ in 0..<order { term /= 2 }
    for j in 0...order {
      slater -= term
      term *= Double(order + j) / Double(j + 1) / 2
    }
    #expect((mean - 2 * slater).magnitude < 1e-12 * slater)
  }

  /// Both sides of a pair give the same.
  @Test(arguments: [("4f+2", "3d-1"), ("5g0", "1s"), ("10m+9", "10l-3"), ("3p+1", "6d+1")])
  func symmetricInThePair(names: (String, String)) throws {
    let (a, b) = (try ClosedForm.orbital(names.0), try ClosedForm.orbital(names.1))
    for channel in ElectronInteraction.Channel.allCases {
      for gauge in ElectronInteraction.Gauge.allCases {
        for screening in [0, 0.2] {
          let interaction = try ElectronInteraction(channel, gauge: gauge, screening: screening)
          let (one, other) = (
            try a.interaction(interaction, with: b), try b.interaction(interaction, with: a)
          )
          #expect((one.direct.value - other.direct.value).magnitude <= one.direct.error)
          #expect((one.exchange.value - other.exchange.value).magnitude <= one.exchange.error)
        }
      }
    }
  }

  /// At fixed Z and lambda the integrals do not know the direction of z: the sum over m of the exchange of 1s with
  /// an l shell is (2l + 1) times that of each.
  @Test(arguments: ElectronInteraction.Gauge.allCases, [0, 0.7])
  func exchangeWithAnSOrbitalIsTheSameForEveryM(
    gauge: ElectronInteraction.Gauge, screening: Double
  ) throws {
    let ampere = try ElectronInteraction(.ampere, gauge: gauge, screening: screening)
    let s = try ClosedForm.orbital("2s")
    let values = try (-3...3).map { m in
      try s.interaction(ampere, with: CentralOrbital(HydrogenicOrbital(n: 5, l: 3, m: m))).exchange
    }
    for value in values {
      #expect((value.value - values[3].value).magnitude <= value.error + values[3].error)
    }
    #expect(values[3].value > 0)
  }

  /// What the transverse gauge takes off is the interaction of the divergences.
  @Test(arguments: [("1s", "2p0"), ("1s", "2s"), ("2p+1", "3d+2"), ("3d0", "4f+1"), ("1s", "3d+1")])
  func longitudinalPartIsTheChargesOwn(names: (String, String)) throws {
    let (first, second) = (
      try HydrogenicOrbital(named: names.0, charge: 2),
      try HydrogenicOrbital(named: names.1, charge: 2)
    )
    let part = try LongitudinalPart(
      CentralOrbital(first), CentralOrbital(second),
      gap: first.energy.hartree - second.energy.hartree, screening: 1.5)
    #expect(part.defect < 1e-12)
  }
}
