import LinearOperators
import Testing

@testable import FewBody

/// The dense matrix and the one that is never stored are the same.
@Suite struct DenseHamiltonianTests {
  @Test(arguments: [(3, 3, 0), (4, 4, 1), (3, 1, 1), (4, 0, 0), (4, 2, 2), (5, 1, 1)])
  func columns(n: Int, twice: Int, momentum: Int) throws {
    let harmonics = try PairHarmonics(radius: 1.5, thickness: 0.7)
    let space = DeterminantSpace(
      up: (n + twice) / 2, down: (n - twice) / 2, waves: 4, momentum: momentum)
    let hamiltonian = DeterminantHamiltonian(
      space: space,
      force: PairForce(harmonics, reach: 8, coulomb: true, magnetic: nil, shift: 0), radius: 1.5,
      penalty: 3)
    let matrix = try hamiltonian.dense()
    #expect(matrix.dimension == space.dimension && space.dimension > 5)
    for j in 0..<space.dimension {
      var unit = [Double](repeating: 0, count: space.dimension)
      unit[j] = 1
      var column = unit
      unit.withUnsafeBufferPointer { unit in
        column.withUnsafeMutableBufferPointer { hamiltonian.apply(unit, $0) }
      }
      for i in 0..<space.dimension { #expect((matrix[i, j] - column[i]).magnitude < 1e-13) }
    }
  }
}
