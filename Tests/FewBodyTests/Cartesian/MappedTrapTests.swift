import RealModule
import Testing

@testable import FewBody

/// A charge in a trap against closed forms and the Lagrange-Laguerre mesh.
@Suite struct MappedTrapTests {
  private static let both: [CartesianProblem.Method] = [.fourier, .differences(order: 8)]

  private func trapped(_ mass: Double, _ charge: Double, _ frequency: Double) -> CartesianProblem {
    CartesianProblem(mass: mass, charge: charge) { x, y, z in
      0.5 * mass * frequency * frequency * (x * x + y * y + z * z)
    }
  }

  /// u = r^(l+1) (1 - Z r/(l+1)) e^(-omega r^2/2) solves -Z/r + omega^2 r^2/2 where Z^2 =
  /// (l+1) omega, E = (l + 5/2) omega (S. Flugge's method; M. Taut, Phys. Rev. A 48, 3561 (1993),
  /// has it for two electrons). Without a node for a repulsive charge, with one for an attractive.
  @Test("closed forms in units of mu", arguments: both, [1.0, 0.5])
  func closedForms(method: CartesianProblem.Method, mass: Double) throws {
    let request = CartesianProblem.Request(method: method, points: 64)
    // Lengths scale by 1/mu, energies by mu: omega = mu w, with -Z/r as it is.
    let repulsive = try trapped(mass, -1, mass).levels(4, request)
    #expect(repulsive.isComplete)
    #expect((repulsive.levels[0].energy - 2.5 * mass).magnitude <= 5e-7 * mass)
    #expect(repulsive.levels[0].lower <= 2.5 * mass && 2.5 * mass <= repulsive.levels[0].upper)
    // The second level with l = 0 above 1s, 2p.
    let attractive = try trapped(mass, 1, mass).levels(5, request)
    let found = attractive.levels.map { ($0.energy - 2.5 * mass).magnitude }.min() ?? 1
    #expect(found <= 1e-7 * mass, "\(found)")
  }

  @Test(
    "five levels meet the radial mesh within 1e-6", arguments: both,
    [(1.0, 1.0, 0.05), (1.0, 2.0, 3.0), (0.5, 1.0, 0.3)])
  func radial(
    method: CartesianProblem.Method, system: (mass: Double, charge: Double, frequency: Double)
  ) throws {
    let (mass, charge, w) = system
    let outcome = try trapped(mass, charge, w)
      .levels(5, CartesianProblem.Request(method: method, points: 64))
    let scale = min(0.4 / (mass * charge), 0.3 / (mass * w).squareRoot())
    let exact = try RadialMesh().merged(5, mass: mass, scale: scale) { r in
      0.5 * mass * w * w * r * r - charge / r
    }
    #expect(outcome.isComplete && outcome.levels.count == 5 && outcome.threshold == nil)
    for (level, energy) in zip(outcome.levels, exact) {
      #expect((level.energy - energy).magnitude <= 1e-6 * energy.magnitude)
      #expect(level.lower <= energy && energy <= level.upper)
    }
  }

  @Test("an oscillator of three frequencies, off centre, without a charge", arguments: both)
  func oscillator(method: CartesianProblem.Method) throws {
    let problem = CartesianProblem(mass: 2, charge: 0) { x, y, z in
      let (a, b, c) = (x - 0.2, y + 0.1, z - 0.3)
      return a * a + 1.44 * b * b + 1.96 * c * c - 3
    }
    let outcome = try problem.levels(4, CartesianProblem.Request(method: method, points: 48))
    // omega = 1, 1.2 and 1.4.
    for (level, energy) in zip(outcome.levels, [-1.2, -0.2, 0, 0.2]) {
      #expect((level.energy - energy).magnitude <= 3e-5)
      #expect(level.lower <= energy && energy <= level.upper)
      #expect(level.sector == .whole)
    }
    #expect(outcome.isComplete && outcome.levels.count == 4)
  }
}
