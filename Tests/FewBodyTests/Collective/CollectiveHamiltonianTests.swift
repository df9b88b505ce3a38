import RealModule
import Testing

@testable import FewBody

/// The Hamiltonian through the inverse of Eq. (50).
@Suite struct CollectiveHamiltonianTests {
  /// Two electrons: Eq. (39) in closed form, J_C^2/2M_C + J^2/2M_phi.
  @Test(arguments: [0.3, 1.0, 2.8]) func twoElectrons(angle: Double) throws {
    let matrix = try VelocityMatrix(positions: [0, angle], ratio: 0.15)
    let hamiltonian = try CollectiveHamiltonian(matrix, hasCoulomb: false)
    let (first, second) = (1.3, -0.4)
    let (centre, relative) = (first + second, (second - first) / 2)
    let v = 0.15 * VelocityMatrix.kernel(angle)
    let square = hamiltonian.radius * hamiltonian.radius
    let expected =
      centre * centre / (4 * square * (1 + v)) + relative * relative / (square * (1 - v))
    let energy = try hamiltonian.energy(of: [first, second])
    #expect((energy - expected).magnitude < 1e-12 * expected)
  }

  /// Legendre's transformation and back; dH/dJ by differences.
  @Test func velocities() throws {
    let matrix = try VelocityMatrix(random: 6, seed: 3, ratio: 0.02)
    let hamiltonian = try CollectiveHamiltonian(matrix, flux: 0.3)
    let momenta = [0.5, -1, 2, 0.1, 0.7, -0.3]
    let velocities = try hamiltonian.velocities(of: momenta)
    for (a, b) in zip(try hamiltonian.momenta(of: velocities), momenta) {
      #expect((a - b).magnitude < 1e-11)
    }
    let step = 1e-3
    for i in momenta.indices {
      var (up, down) = (momenta, momenta)
      up[i] += step
      down[i] -= step
      let slope = (try hamiltonian.energy(of: up) - hamiltonian.energy(of: down)) / (2 * step)
      #expect((slope - velocities[i]).magnitude < 1e-6 * (1 + velocities[i].magnitude))
    }
  }

  /// At the critical ratio no Hamiltonian exists, and the error says where that is.
  @Test(arguments: [4, 10, 100]) func singular(n: Int) throws {
    let critical = try #require(try VelocityMatrix(equallySpaced: n, ratio: 1).criticalRatio)
    let matrix = try VelocityMatrix(equallySpaced: n, ratio: critical)
    #expect(matrix.isSingular)
    #expect {
      try CollectiveHamiltonian(matrix)
    } throws: { error in
      "\(error)".contains("ratio") && "\(error)".contains("first is at")
    }
    let beside = try VelocityMatrix(equallySpaced: n, ratio: 0.99 * critical)
    #expect(try CollectiveHamiltonian(beside).matrix.isPositive)
  }
}
