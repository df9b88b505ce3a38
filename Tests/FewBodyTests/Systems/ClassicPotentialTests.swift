import ExactSolutions
import RealModule
import Testing

@testable import FewBody

/// Potentials with closed forms on the infinite line, as generic Swift values.
@Suite struct ClassicPotentialTests {
  @Test("harmonic oscillator: twelve levels")
  func harmonic() throws {
    let exact = try HarmonicOscillator()
    let spectrum = try LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 12)
    try Checker().check(spectrum, levels: 12) { try exact.energy(level: $0) }
    #expect(Checker.parities(spectrum) == Checker.alternating(12))
    #expect(spectrum.threshold == nil)
  }

  @Test("an oscillator far from the origin has no parity", arguments: [-1000.0, 7.5, 1000])
  func displaced(center: Double) throws {
    let spectrum = try LineParticle(mass: 1, in: DisplacedParabola(center: center)).spectrum(
      lowest: 4)
    Checker(accuracy: 1e-11).check(spectrum, levels: 4) { Ball(midpoint: Double($0) + 0.5) }
    #expect(spectrum.allSatisfy { $0.labels["parity"] == nil })
  }

  @Test("energies of 1e12 and of 1e-12 hartree", arguments: [1e12, 1e-12])
  func scales(frequency: Double) throws {
    struct Scaled: Potential {
      let stiffness: Double
      func value<T: Scalar>(at x: T) -> T { T(stiffness) * x * x / 2 }
    }
    let well = Scaled(stiffness: frequency * frequency)
    let spectrum = try LineParticle(mass: 1, in: well).spectrum(lowest: 5)
    Checker().check(spectrum, levels: 5) {
      let energy = frequency * (Double($0) + 0.5)
      return Ball(midpoint: energy, radius: 2 * energy.ulp)
    }
  }

  @Test(
    "Poschl-Teller: the bound levels, all of them and no more",
    arguments: [0.0198, 0.2, 1.0, 3.5, 6])
  func poschlTeller(strength: Double) throws {
    let exact = try PoschlTeller(strength: strength)
    let bound = try #require(exact.levelCount)
    let spectrum = try LineParticle(mass: 1, in: HyperbolicWell(strength: strength))
      .spectrum(lowest: 12)
    try Checker(scale: strength * (strength + 1) / 2).check(spectrum, levels: bound) {
      try exact.energy(level: $0)
    }
    #expect(spectrum.threshold?.hartree == 0)
    #expect(Checker.parities(spectrum) == Checker.alternating(bound))
  }

  @Test("Morse: not even, open on both sides", arguments: [0.0, 2])
  func morse(minimum: Double) throws {
    let exact = try Morse(depth: 12.5, minimum: minimum)
    let spectrum = try LineParticle(mass: 1, in: MorseWell(depth: 12.5, minimum: minimum))
      .spectrum(lowest: 4)
    try Checker().check(spectrum, levels: 4) { try exact.energy(level: $0) }
    #expect(spectrum.allSatisfy { $0.labels["parity"] == nil })
  }

  @Test("the infinite well, from one level to 300")
  func infiniteWell() throws {
    let exact = try InfiniteWell()
    let box = LineParticle(mass: 1, in: Ramp(), between: 0...1)
    try Checker().check(box.spectrum(lowest: 300), levels: 300) { try exact.energy(level: $0) }
    let one = try box.spectrum(lowest: 1)
    try Checker().check(one, levels: 1) { try exact.energy(level: $0) }
  }

  @Test("levels on either side of E = 0, and one at it")
  func nearZero() throws {
    // The ground state of a unit box, pi^2/2, is shifted to 1e-15 and to -1e-15.
    let depth = Double.pi * Double.pi / 2
    for shift in [-depth, -(depth + 0.1), -4 * depth] {
      let spectrum = try LineParticle(mass: 1, in: Ramp(shift: shift), between: 0...1)
        .spectrum(lowest: 3)
      Checker(scale: depth).check(spectrum, levels: 3) {
        let n = Double($0) + 1
        return Ball(midpoint: depth * n * n + shift, radius: 4 * depth.ulp * n * n)
      }
    }
  }

  @Test("a constant is added to every level and nothing else", arguments: [7.0, -1e6])
  func constant(shift: Double) throws {
    let plain = try LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 5)
    let shifted = try LineParticle(mass: 1, in: Parabola(shift: shift)).spectrum(lowest: 5)
    for (a, b) in zip(plain, shifted) {
      #expect(b.certainty == .rigorous)
      #expect(a.interval.lowerBound.hartree + shift <= b.interval.upperBound.hartree)
      #expect(b.interval.lowerBound.hartree <= a.interval.upperBound.hartree + shift)
      #expect((b.energy.hartree - a.energy.hartree - shift).magnitude <= 1e-12 * shift.magnitude)
    }
  }

  @Test("nothing is bound where nothing attracts")
  func unbound() throws {
    struct Hill: Potential {
      func value<T: Scalar>(at x: T) -> T { 1 / .pow(.cosh(x), 2) }
    }
    let spectrum = try LineParticle(mass: 1, in: Hill()).spectrum(lowest: 3)
    #expect(spectrum.isEmpty)
    #expect(spectrum.isComplete)
  }
}
