import Testing

@testable import FewBody

/// The four radial moments of the numerical states against closed forms, and their error.
@Suite struct RadialMomentsTests {
  /// Bethe and Salpeter, Section 3: <p^4>, |psi(0)|^2, <1/r^3>; the orbit-orbit moment from both.
  private static func exact(n: Int, l: Int, scale g: Double) -> [Double] {
    let n = Double(n)
    let j = Double(l)
    let cube = g * g * g / (n * n * n)
    return [
      cube * g / n * (8 * n / (2 * j + 1) - 3),
      l == 0 ? cube / .pi : 0,
      l == 0 ? 0 : cube / (j * (j + 0.5) * (j + 1)),
      cube * ((l == 0 ? 4 : 6 / (2 * j + 1)) - 2 / n),
    ]
  }

  private static func values(_ moments: RadialMoments) -> [Moment] {
    [
      moments.kineticSquared, moments.contactDensity, moments.inverseCube, moments.orbitOrbit,
    ]
  }

  private static func moments(_ level: RadialLevel, of species: Species) -> RadialMoments {
    RadialMoments(
      of: RadialSamples(level.wave), energy: level.energy, charge: species.charge,
      reducedMass: species.reducedMass)
  }

  @Test(arguments: [
    Species(name: "light", charge: 1, nuclearMass: 1),
    Species(name: "heavy", charge: 3, nuclearMass: .infinity),
    Species(name: "muonic", charge: 0.25, electronMass: 206.77, nuclearMass: 1836),
    Species(name: "strong", charge: 1e9, electronMass: 1e9, nuclearMass: .infinity),
    Species(name: "weak", charge: 1e-9, electronMass: 1e9, nuclearMass: 1e-9),
  ])
  func momentsAreTheClosedForms(species: Species) throws {
    for l in 0...5 {
      for level in try RadialLevel.lowest(7 - l, angularMomentum: l, of: species) {
        let exact = RadialMomentsTests.exact(
          n: level.n, l: l, scale: species.charge * species.reducedMass)
        let found = RadialMomentsTests.values(RadialMomentsTests.moments(level, of: species))
        for (moment, value) in zip(found, exact) {
          #expect(abs(moment.value - value) <= moment.error, "n = \(level.n), l = \(l)")
          #expect(moment.error <= 1e-11 * abs(value), "n = \(level.n), l = \(l)")
        }
      }
    }
  }

  /// u(1 + share r) is no eigenfunction: the two forms of each moment differ.
  @Test(arguments: [1e-3, 1e-6])
  func aWrongStateHasALargeError(share: Double) throws {
    for l in 0...2 {
      let level = try #require(
        try RadialLevel.lowest(1, angularMomentum: l, of: .hydrogen).first)
      var wrong = RadialSamples(level.wave)
      for (i, r) in wrong.points.enumerated() {
        wrong.derivatives[i] = wrong.derivatives[i] * (1 + share * r) + share * wrong.values[i]
        wrong.values[i] *= 1 + share * r
      }
      let moments = RadialMoments(of: wrong, energy: level.energy, charge: 1, reducedMass: 1)
      let exact = RadialMomentsTests.exact(n: l + 1, l: l, scale: 1)
      for (moment, value) in zip(RadialMomentsTests.values(moments), exact) where value != 0 {
        #expect(abs(moment.value - value) > 0.01 * share * value)
        #expect(abs(moment.value - value) <= moment.error, "l = \(l), share \(share)")
      }
    }
  }

  /// Between states of one n whose l differ by 2, the integral of 1/r^3 vanishes: the tensor term does
  /// not mix them in first order.
  @Test func theTensorDoesNotMixWithinAShell() throws {
    for (n, l) in [(3, 0), (4, 0), (4, 1), (5, 2)] {
      let low = try #require(
        try RadialLevel.lowest(n - l, angularMomentum: l, of: .hydrogen).last)
      let high = try #require(
        try RadialLevel.lowest(n - l - 2, angularMomentum: l + 2, of: .hydrogen).last)
      #expect(low.n == n && high.n == n)
      let integral = RadialSamples(high.wave).integral { r, u, _ in
        u * low.wave.value(at: r) / (r * r * r)
      }
      #expect(abs(integral.value) < 1e-11 * integral.magnitude)
    }
  }
}
