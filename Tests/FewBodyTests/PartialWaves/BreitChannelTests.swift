import RealModule
import Testing

@testable import FewBody

/// -(1 + cos^2 theta)/(2r) and its neighbours: coupled partial waves.
@Suite("The Breit pair by partial waves")
struct BreitChannelTests {
  private func breit(_ channels: Int, charge: Double = 1, mass: Double = 1) -> ChannelProblem {
    AxialCoulomb.breit(charge: charge)
      .problem(mass: mass, magnetic: 0, isEven: true, channels: channels)
  }

  @Test("the two lowest even levels with M = 0, and -1/2 < E < -2/9")
  func reference() throws {
    let outcome = try AxialCoulomb.breit(charge: 1)
      .lowest(2, mass: 1, magnetic: 0, isEven: true)
    let levels = outcome.channels.levels
    #expect(outcome.channels.isComplete && levels.count == 2)
    // Data/reference: a 30-digit Laguerre calculation.
    #expect((levels[0].energy + 0.229148759659336).magnitude <= 2e-13)
    #expect((levels[1].energy + 0.063734561523).magnitude <= 3e-12)
    #expect(levels[0].lower > -0.5 && levels[0].upper < -2.0 / 9)
    for level in levels {
      #expect(level.isCertified)
      #expect(level.upper - level.lower <= 1e-11 * level.energy.magnitude)
    }
  }

  @Test("with every wave the upper bound falls, the lower one rises, and they never cross")
  func nesting() throws {
    let exact = -0.229148759659336
    var (lower, upper) = (-Double.infinity, Double.infinity)
    for channels in 1...5 {
      let level = try ChannelSolver(breit(channels)).lowest(1).levels[0]
      let slack = 1e-12
      #expect(level.lower >= lower - slack && level.upper <= upper + slack)
      #expect(level.lower <= exact + 1e-15 && exact - 1e-15 <= level.upper)
      (lower, upper) = (level.lower, level.upper)
    }
    #expect(upper - lower < 1e-12)
  }

  @Test("E2 = pi^2/45 - 61/270 by perturbation theory of -(2/3 + g P2/3)/r")
  func secondOrder() throws {
    // E(g) + E(-g) = 2 E0 + 2 g^2 E2 + O(g^4): the cubic term drops out.
    func energy(_ g: Double) throws -> Double {
      let form = AxialCoulomb(isotropic: 2.0 / 3 - g / 6, axial: g / 2)
      return try form.lowest(1, mass: 1, magnetic: 0, isEven: true).channels.levels[0].energy
    }
    func second(_ g: Double) throws -> Double {
      (try energy(g) + energy(-g) + 4.0 / 9) / (2 * g * g)
    }
    let (coarse, fine) = try (second(0.04), second(0.02))
    let exact = Double.pi * Double.pi / 45 - 61.0 / 270
    #expect(((4 * fine - coarse) / 3 - exact).magnitude < 3e-9)
    #expect((fine - exact).magnitude < 1e-5 && (fine - exact).magnitude > 1e-9)
  }

  @Test("energies scale with mu Z^2")
  func scaling() throws {
    let one = try ChannelSolver(breit(5)).lowest(2).levels
    let (mass, charge) = (0.37, 2.9e-3)
    let other = try ChannelSolver(breit(5, charge: charge, mass: mass)).lowest(2).levels
    for (a, b) in zip(one, other) {
      let scaled = b.energy / (mass * charge * charge)
      #expect((scaled - a.energy).magnitude <= 1e-14)
    }
  }

  @Test("without anisotropy the waves decouple into hydrogen's degenerate levels")
  func degenerate() throws {
    let outcome = try AxialCoulomb(isotropic: 1, axial: 0)
      .lowest(6, mass: 1, magnetic: 0, isEven: true).channels
    #expect(outcome.isComplete)
    let numbers = [1.0, 2, 3, 3, 4, 4]
    for (level, n) in zip(outcome.levels, numbers) {
      #expect((level.energy + 0.5 / (n * n)).magnitude <= 1e-14)
      #expect(level.lower <= -0.5 / (n * n) && -0.5 / (n * n) <= level.upper)
    }
    // The two of a shell are orthogonal.
    let (a, b) = (outcome.levels[2], outcome.levels[3])
    var overlap = 0.0
    for (u, v) in zip(a.waves, b.waves) {
      let q = u.quadrature()
      for i in q.points.indices { overlap += q.weights[i] * q.values[i] * v.value(at: q.points[i]) }
    }
    #expect(overlap.magnitude < 1e-7)
  }

  @Test(
    "every M and parity lies above the same sector of -1/r and below that of -1/2r",
    arguments: [0, 1, 2, 3], [true, false])
  func sectors(m: Int, isEven: Bool) throws {
    let breit = try AxialCoulomb.breit(charge: 1).lowest(3, mass: 1, magnetic: m, isEven: isEven)
    let least = m.isMultiple(of: 2) == isEven ? m : m + 1
    #expect(breit.channels.isComplete)
    var previous = -Double.infinity
    for (k, level) in breit.channels.levels.enumerated() {
      // 1/2 <= (1 + cos^2)/2 <= 1; the k-th level of a sector of hydrogen with l = l0, l0 + 2, ...
      var shells: [Double] = []
      for n in (least + 1)...(least + 8) {
        for _ in stride(from: least, to: n, by: 2) { shells.append(Double(n)) }
      }
      let n = shells[k]
      #expect(level.lower > -0.5 / (n * n) && level.upper < -0.125 / (n * n))
      #expect(level.isCertified && level.lower > previous)
      #expect(level.upper - level.lower <= 1e-11 * level.energy.magnitude)
      previous = level.upper
    }
  }

  @Test("virial theorem: E = <V>/2 = -<T>, from the waves")
  func virial() throws {
    let level = try ChannelSolver(breit(6)).lowest(1).levels[0]
    let waves = level.waves.map { $0.quadrature() }
    var (norm, kinetic) = (0.0, 0.0)
    for (wave, l) in zip(waves, level.waves.map { Double($0.angularMomentum) }) {
      for i in wave.points.indices {
        let (w, u, du) = (wave.weights[i], wave.values[i], wave.derivatives[i])
        let angular = u / wave.points[i]
        norm += w * u * u
        kinetic += 0.5 * w * (du * du + l * (l + 1) * angular * angular)
      }
    }
    #expect((norm - 1).magnitude < 1e-12)
    #expect((kinetic + level.energy).magnitude < 1e-11)
  }
}
