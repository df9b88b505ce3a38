import RealModule
import Testing

@testable import FewBody

/// A charge in potentials without any symmetry.
@Suite struct UnsymmetricPotentialTests {
  /// psi = e^(-kappa r - q) is the ground state, E = 0, of -Z/r + W with
  /// W = (kappa^2 + 2 kappa (r/|r|).grad q + |grad q|^2 - nabla^2 q)/2 mu, for any q(x, y, z).
  private func constructed(mass: Double, charge: Double) -> CartesianProblem {
    let kappa = mass * charge
    return CartesianProblem(mass: mass, charge: charge) { x, y, z in
      let square = x * x + y * y + z * z
      let radius = square.squareRoot()
      // q = 0.3x^2 + 0.2y^2 + 0.25z^2 + 0.1xy - 0.05yz + 0.02xyz + 0.01x^3 + 0.01 r^4
      let quartic = 0.04 * square
      let gx: Double = 0.6 * x + 0.1 * y + 0.02 * y * z + 0.03 * x * x + quartic * x
      let gy: Double = 0.4 * y + 0.1 * x - 0.05 * z + 0.02 * x * z + quartic * y
      let gz: Double = 0.5 * z - 0.05 * y + 0.02 * x * y + quartic * z
      let laplacian: Double = 1.5 + 0.06 * x + 0.2 * square
      let radial = radius > 0 ? (x * gx + y * gy + z * gz) / radius : 0
      let slopes: Double = gx * gx + gy * gy + gz * gz
      return (kappa * kappa + 2 * kappa * radial + slopes - laplacian) / (2 * mass)
    }
  }

  @Test(
    "the constructed ground state is found, with its wavefunction",
    arguments: [CartesianProblem.Method.fourier, .differences(order: 8)])
  func ground(method: CartesianProblem.Method) throws {
    let problem = constructed(mass: 1, charge: 1)
    let outcome = try problem.levels(1, CartesianProblem.Request(method: method, points: 48))
    let level = try #require(outcome.levels.first)
    #expect(outcome.isComplete && level.sector == .whole)
    #expect(level.energy.magnitude <= 2e-6, "\(level.energy)")
    #expect(level.lower <= 0 && 0 <= level.upper)
    func shape(_ x: Double, _ y: Double, _ z: Double) -> Double {
      let square = x * x + y * y + z * z
      let q: Double =
        0.3 * x * x + 0.2 * y * y + 0.25 * z * z + 0.1 * x * y - 0.05 * y * z + 0.02 * x * y * z
        + 0.01 * x * x * x + 0.01 * square * square
      return Double.exp(-square.squareRoot() - q)
    }
    let ratio = level.state.value(at: 0, 0, 0) / shape(0, 0, 0)
    for (x, y, z) in [(0.3, 0.2, -0.4), (-1, 0.5, 0.7), (0.01, 0, 0), (1.2, -1.1, 0.3)] {
      let value = level.state.value(at: x, y, z)
      #expect((value / (ratio * shape(x, y, z)) - 1).magnitude <= 1e-4)
    }
  }

  @Test("differences and sines meet inside their bounds")
  func meeting() throws {
    let problem = CartesianProblem(mass: 0.5, charge: 1) { x, y, z in
      0.02 * x * x + 0.03 * y * y + 0.05 * z * z + 0.05 * x - 0.03 * y * z
        + 0.2 * Double.exp(-(x - 1) * (x - 1) - y * y - (z + 0.5) * (z + 0.5))
    }
    let sines = try problem.levels(4, CartesianProblem.Request(method: .fourier, points: 32))
    let differences = try problem.levels(
      4, CartesianProblem.Request(method: .differences(order: 8), points: 32))
    #expect(sines.isComplete && differences.isComplete)
    #expect(sines.levels.count == 4 && differences.levels.count == 4)
    for (a, b) in zip(sines.levels, differences.levels) {
      #expect(a.lower <= b.upper && b.lower <= a.upper)
      #expect((a.energy - b.energy).magnitude <= 1e-3, "\(a.energy) \(b.energy)")
    }
  }
}
