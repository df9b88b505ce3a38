import RealModule
import Testing

@testable import FewBody

/// Non-interacting electrons: the energy, the current and its harmonics.
@Suite struct RingFillingTests {
  private let rotation = 0.5

  /// For N odd and spinless E = B sum_(|n| <= M) (n + f)^2, f in [-1/2, 1/2]: I = -(B/pi) N f, a saw tooth
  /// with I_p = -(B N/pi^2) (-1)^(p+1)/p. For N even the saw tooth is shifted by half a quantum.
  @Test("the saw tooth of a free ring", arguments: [1, 2, 3, 4])
  func sawTooth(electrons: Int) throws {
    let filling = RingFilling(electrons: electrons, spinDegeneracy: 1)
    let sweep = try Ring(radius: 1).sweep(
      fluxes: FluxRange("0:1:401").values, lowest: 1, filling: filling)
    let n = Double(electrons)
    for point in sweep.points {
      let f = electrons.isMultiple(of: 2) ? point.flux - 0.5 : point.flux - point.flux.rounded()
      guard f.magnitude < 0.499 else { continue }
      let current = try #require(point.totalCurrent)
      #expect((current + rotation * n * f / .pi).magnitude < 1e-11)
      let kinetic = rotation * n * (f * f + (n * n - 1) / 12)
      #expect((try #require(point.totalEnergy).hartree - kinetic).magnitude < 1e-12)
      #expect(try #require(point.totalEnergyInterval).contains(Energy(hartree: kinetic)))
    }
    for (i, harmonic) in try sweep.harmonics(upTo: 3).enumerated() {
      let p = Double(i + 1)
      let sign = electrons.isMultiple(of: 2) || !i.isMultiple(of: 2) ? 1.0 : -1.0
      let exact = sign * rotation * n / (.pi * .pi * p)
      // The rectangle rule meets the jump at order h^2.
      #expect((harmonic - exact).magnitude < 1e-4 * n, "\(harmonic) \(exact)")
    }
  }

  @Test("spin doubles a closed shell; the top is shared at a degeneracy")
  func shells() throws {
    let levels = try Ring(radius: 1).spectrum(lowest: 7).levels
    let closed = try #require(
      RingOccupation(RingFilling(electrons: 6), levels: levels))
    #expect(closed.occupations == [2, 2, 2, 0, 0, 0, 0])
    #expect(closed.totalCurrent.magnitude < 1e-15)
    let open = try #require(RingOccupation(RingFilling(electrons: 4), levels: levels))
    #expect(open.occupations == [2, 1, 1, 0, 0, 0, 0])
    #expect((open.totalEnergy.hartree - 1).magnitude < 1e-13)
    #expect(RingOccupation(RingFilling(electrons: 16), levels: levels) == nil)
  }

  /// S = -dF/dT with the numbers fixed: E - F = T S is checked through C = dE/dT > 0 and the number.
  @Test("a temperature keeps the number, and its limit is the ground state")
  func temperature() throws {
    let ring = Ring(radius: 1, flux: 0.2).adding(cosine: 1, amplitude: 0.3)
    var last = -Double.infinity
    for temperature in [0.001, 0.05, 0.3, 1] {
      let filling = RingFilling(electrons: 5, temperature: .hartree(temperature))
      let sweep = try ring.sweep(fluxes: [0.2], lowest: 3, filling: filling)
      let point = sweep.points[0]
      let occupation = try #require(point.occupation)
      let total = occupation.occupations.reduce(0, +)
      #expect((total - 5).magnitude < 1e-12)
      #expect(occupation.totalEnergy.hartree > last)
      last = occupation.totalEnergy.hartree
      #expect(point.levels.count == 3)
      if temperature == 0.001 {
        let ground = try ring.sweep(
          fluxes: [0.2], lowest: 3, filling: RingFilling(electrons: 5))
        let energy = try #require(ground.points[0].totalEnergy).hartree
        #expect((last - energy).magnitude < 1e-9)
        let (cold, zero) = (point.totalEnergyInterval, ground.points[0].totalEnergyInterval)
        #expect(try #require(cold).overlaps(try #require(zero)))
      }
    }
  }

  @Test("heat smooths the current: higher harmonics die first")
  func heat() throws {
    func harmonics(_ temperature: Double) throws -> [Double] {
      try Ring(radius: 1).sweep(
        fluxes: FluxRange("0:1:101").values, lowest: 1,
        filling: RingFilling(
          electrons: 3, spinDegeneracy: 1, temperature: .hartree(temperature))
      ).harmonics(upTo: 3).map(\.magnitude)
    }
    let (cold, warm) = (try harmonics(0.05), try harmonics(0.15))
    #expect(warm[0] < cold[0] && warm[1] / cold[1] < warm[0] / cold[0])
  }
}
