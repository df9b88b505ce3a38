import LinearOperators
import Testing

@testable import FewBody

/// Total spin is exact in plane waves: a multiplet's members are degenerate, and none is lost.
@Suite struct ElectronSpinTests {
  /// The block of least S_z holds one member of every multiplet: it is the union of all spins, each
  /// solved in its own S_z = S with the larger spins lifted.
  @Test(arguments: [(2, 0), (3, 0), (3, 1), (4, 0), (4, 2), (5, 1)])
  func multiplets(n: Int, momentum: Int) throws {
    let (radius, thickness, waves) = (1.5, 0.7, n == 5 ? 3 : 4)
    let harmonics = try PairHarmonics(radius: radius, thickness: thickness)
    func matrix(_ twice: Int, penalty: Double) throws -> SymmetricMatrix? {
      let solver = DeterminantSolver(
        radius: radius, thickness: thickness, electrons: n, twiceSpin: twice, momentum: momentum,
        harmonics: harmonics, hasCoulomb: true)
      let space = DeterminantSpace(
        up: solver.up, down: solver.down, waves: waves, momentum: momentum)
      guard space.dimension > 0 else { return nil }
      return try DeterminantHamiltonian(
        space: space, force: solver.force(waves: waves), radius: radius, penalty: penalty
      ).dense()
    }
    var united: [Double] = []
    for spin in ElectronSpin.all(of: n) {
      let values =
        try matrix(spin.twice, penalty: 300)?.eigenpairs(.all, vectors: false).values ?? []
      united += values.filter { $0 < 300 }
    }
    let all = try #require(try matrix(n % 2, penalty: 0)).eigenpairs(.all, vectors: false).values
    #expect(united.count == all.count)
    for (a, b) in zip(united.sorted(), all) { #expect((a - b).magnitude < 1e-11) }
  }

  /// The lowest triplet of four electrons from S_z = 1 and, unlifted, from S_z = 0.
  @Test func tripletIsDegenerate() throws {
    let harmonics = try PairHarmonics(radius: 1, thickness: 0.8)
    func values(_ up: Int, _ penalty: Double) throws -> [Double] {
      let space = DeterminantSpace(up: up, down: 4 - up, waves: 4, momentum: 1)
      let force = PairForce(
        harmonics, reach: 8, coulomb: true, magnetic: nil, shift: 0)
      return try DeterminantHamiltonian(
        space: space, force: force, radius: 1, penalty: penalty
      ).dense().eigenpairs(.lowest(12), vectors: false).values
    }
    let triplet = try values(3, 1e3)[0]
    let nearest = try values(2, 0).map { ($0 - triplet).magnitude }.min()
    #expect(try #require(nearest) < 1e-12 * triplet)
  }

  /// Turns of the spins: every multiplet has exactly one factor.
  @Test(arguments: 1...6) func turnsOfSpins(n: Int) {
    for spin in ElectronSpin.all(of: n) {
      let pairs = (n - spin.twice) / 2
      let multiplets = SpinTurns.binomial(n, pairs) - SpinTurns.binomial(n, pairs - 1)
      let counted = (0..<n).map { SpinTurns.multiplicity(spin, of: n, turn: $0) }
      #expect(counted.allSatisfy { $0 >= 0 } && counted.reduce(0, +) == multiplets)
    }
    #expect(SpinTurns.multiplicity(ElectronSpin(twice: n), of: n, turn: 0) == 1)
  }

  /// Electrons that cannot pass: as the thickness falls, levels of every spin rise to those of the gaps.
  @Test(arguments: [1, 3]) func thinnessLimit(twice: Int) throws {
    var ring = ElectronRing(count: 3, radius: 1, spin: ElectronSpin(twice: twice))
    let limit = try ring.spectrum(lowest: 1)[0].energy.hartree
    var distances: [Double] = []
    for thickness in [0.4, 0.2, 0.1] {
      ring.thickness = .bohr(thickness)
      let energy = try ring.spectrum(lowest: 1, on: .determinants(waves: twice == 3 ? 40 : 24))[0]
        .energy.hartree
      distances.append(limit - energy)
    }
    #expect(distances.allSatisfy { $0 > 0 })
    // Polarized electrons feel a^2 ln a; the others only 1/ln a.
    #expect(distances[2] < (twice == 3 ? 0.1 : 0.8) * distances[0])
  }
}
