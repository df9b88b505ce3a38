import RealModule
import Testing

@testable import FewBody

/// Radial equations in a user's V(r), against closed forms and against the solver of the line.
@Suite("Radial potentials")
struct RadialPotentialTests {
  private func closure(
    _ breakpoints: [Double] = [], _ potential: @escaping @Sendable (Double) -> Double
  ) -> LineProfile {
    .blackBox(potential, mass: 1, breakpoints: breakpoints, because: "a closure")
  }

  @Test("the oscillator: E = 2k + l + 3/2", arguments: [0, 1, 2, 9, 30])
  func oscillator(l: Int) throws {
    let problem = ChannelProblem(
      mass: 1, angularMomentum: l, charge: 0, central: LineProfile(Parabola(), mass: 1))
    let outcome = try ChannelSolver(problem).lowest(5)
    #expect(outcome.isComplete && outcome.levels.count == 5)
    for (k, level) in outcome.levels.enumerated() {
      let exact = Double(2 * k + l) + 1.5
      #expect(level.isCertified && level.lower <= exact && exact <= level.upper)
      #expect((level.energy - exact).magnitude <= 1e-14 * exact)
      #expect(level.upper - level.lower <= 2e-12 * exact)
    }
  }

  @Test("l = 0 in an even potential: the odd levels of the line")
  func line() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<6 {
      let double = DoubleWell(
        strength: Double.random(in: 0.05...1, using: &generator),
        square: Double.random(in: 0...6, using: &generator))
      let mass = Double.random(in: 0.3...3, using: &generator)
      let line = try LineParticle(mass: mass, in: double).spectrum(lowest: 8)
      let problem = ChannelProblem(
        mass: mass, angularMomentum: 0, charge: 0, central: LineProfile(double, mass: mass))
      let outcome = try ChannelSolver(problem).lowest(4)
      #expect(outcome.isComplete)
      for (k, level) in outcome.levels.enumerated() {
        let odd = line[2 * k + 1].interval
        #expect(level.isCertified)
        #expect(level.lower <= odd.upperBound.hartree && odd.lowerBound.hartree <= level.upper)
        #expect((level.energy - line[2 * k + 1].energy.hartree).magnitude <= 1e-12)
      }
    }
  }

  @Test("a repulsion in a trap with omega = 1/4: E = 5/8 in closed form")
  func trappedCoulomb() throws {
    // u = r (1 + c r) e^(-w r^2/2) solves -u''/2 + w^2 r^2/2 u + c/r u = E u for w = c^2, E = 5w/2
    // (M. Taut, Phys. Rev. A 48, 3561 (1993)).
    struct Trap: Potential {
      func value<T: Scalar>(at x: T) -> T { x * x / 32 }
    }
    let problem = ChannelProblem(
      mass: 1, angularMomentum: 0, charge: -0.5, central: LineProfile(Trap(), mass: 1))
    let level = try ChannelSolver(problem).lowest(1).levels[0]
    #expect(level.isCertified && level.lower <= 0.625 && 0.625 <= level.upper)
    #expect((level.energy - 0.625).magnitude <= 1e-14)
  }

  @Test("a spherical well as a black box: its levels, and no more")
  func sphericalWell() throws {
    // l = 0: k cot k R = -kappa, R = 2, depth 3, mass 1.
    func mismatch(_ e: Double) -> Double {
      let (k, kappa) = ((2 * (3 + e)).squareRoot(), (-2 * e).squareRoot())
      return k * Double.cos(2 * k) + kappa * Double.sin(2 * k)
    }
    func root(_ a: Double, _ b: Double) -> Double {
      var (a, b) = (a, b)
      for _ in 0..<200 {
        let c = 0.5 * (a + b)
        if (mismatch(a) < 0) == (mismatch(c) < 0) { a = c } else { b = c }
      }
      return 0.5 * (a + b)
    }
    let exact = [root(-2.9, -1), root(-0.5, -1e-6)]
    for breakpoints in [[2.0], []] {
      let problem = ChannelProblem(
        mass: 1, angularMomentum: 0, charge: 0, central: closure(breakpoints) { $0 < 2 ? -3 : 0 })
      let outcome = try ChannelSolver(problem).lowest(5)
      #expect(outcome.levels.count == 2 && outcome.isExhausted && outcome.isComplete)
      for (level, energy) in zip(outcome.levels, exact) {
        #expect((level.energy - energy).magnitude <= 1e-12)
        #expect(level.lower <= energy && energy <= level.upper)
      }
    }
  }

  @Test("a ball with a hard wall: zeros of the spherical Bessel functions")
  func ball() throws {
    let spherical = try ChannelSolver(
      ChannelProblem(mass: 1, angularMomentum: 0, charge: 0, wall: 2)
    ).lowest(4)
    for (k, level) in spherical.levels.enumerated() {
      let wave = Double(k + 1) * Double.pi / 2
      #expect((level.energy / (0.5 * wave * wave) - 1).magnitude <= 1e-14)
    }
    // tan x = x, Abramowitz and Stegun table 4.19.
    let first = 4.493409457909064
    let level = try ChannelSolver(
      ChannelProblem(mass: 1, angularMomentum: 1, charge: 0, wall: 1)
    ).lowest(1).levels[0]
    #expect((level.energy / (0.5 * first * first) - 1).magnitude <= 1e-14)
    #expect(level.isCertified)
  }

  @Test("a black-box coupling: the oscillator with frequencies 1, 1 and sqrt 2 along the axis")
  func anisotropicOscillator() throws {
    let waves = (0..<8).map { 2 * $0 }
    let zero = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 8)
    let problem = ChannelProblem(
      mass: 1, angularMomenta: waves, coulomb: zero,
      coupling: { r, out in
        for (i, l) in waves.enumerated() {
          for (j, k) in waves.enumerated() {
            let axial = AxialCoulomb.squaredCosine(min(l, k), max(l, k), magnetic: 0)
            out[i * 8 + j] = 0.5 * r * r * ((i == j ? 1 : 0) + axial)
          }
        }
      })
    #expect(!problem.isProvable)
    let outcome = try ChannelSolver(problem).lowest(3)
    let root = 2.0.squareRoot()
    let exact = [1 + 0.5 * root, 1 + 2.5 * root, 3 + 0.5 * root].sorted()
    #expect(outcome.isComplete)
    for (level, exact) in zip(outcome.levels, exact) {
      #expect((level.energy - exact).magnitude <= 1e-10)
    }
  }

  @Test("an interrupted search returns what it has, marked")
  func interrupted() throws {
    var polls = 0
    let outcome = try ChannelSolver(ChannelProblem(mass: 1, angularMomentum: 0, charge: 1))
      .lowest(
        6,
        shouldStop: {
          polls += 1
          return polls > 2
        })
    #expect(outcome.levels.count == 2 && !outcome.isComplete)
  }
}
