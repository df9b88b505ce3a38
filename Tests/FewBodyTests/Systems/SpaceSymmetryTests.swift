import FewBody
import Testing

/// Which levels a restriction lets through, and which restrictions cannot be.
@Suite struct SpaceSymmetryTests {
  private let pair = SpacePair(charge: 1, reducedMass: 1)

  private func labels(_ symmetry: SpaceSymmetry, _ count: Int) throws -> [[Int]] {
    try pair.spectrum(lowest: count, symmetry: symmetry).map { level in
      ["n", "l", "m"].map { if case .integer(let value)? = level.labels[$0] { value } else { -1 } }
    }
  }

  @Test func oneMomentum() throws {
    #expect(
      try labels(SpaceSymmetry(angularMomentum: 1), 4)
        == [[2, 1, -1], [2, 1, 0], [2, 1, 1], [3, 1, -1]])
    #expect(
      try labels(SpaceSymmetry(angularMomentum: 2, magnetic: -1), 2) == [[3, 2, -1], [4, 2, -1]])
  }

  @Test func oneMagneticNumber() throws {
    #expect(
      try labels(SpaceSymmetry(magnetic: 1), 4)
        == [[2, 1, 1], [3, 1, 1], [3, 2, 1], [4, 1, 1]])
    let levels = try pair.spectrum(lowest: 3, symmetry: SpaceSymmetry(magnetic: 1))
    #expect(levels.map(\.multiplicity) == [1, 2, 2])
    #expect(levels.map(\.index) == [0, 1, 2])
  }

  @Test func oneParity() throws {
    #expect(
      try labels(SpaceSymmetry(parity: .even), 3) == [[1, 0, 0], [2, 0, 0], [3, 0, 0]])
    let odd = try pair.spectrum(lowest: 4, symmetry: SpaceSymmetry(parity: .odd))
    #expect(odd.map(\.multiplicity) == [3, 3, 3, 3])
    #expect(odd.map(\.energy.hartree).allSatisfy { ($0 + 0.125).magnitude < 0.07 })
  }

  @Test(arguments: [
    SpaceSymmetry(angularMomentum: -1), SpaceSymmetry(angularMomentum: 201),
    SpaceSymmetry(magnetic: -201), SpaceSymmetry(angularMomentum: 1, magnetic: 2),
    SpaceSymmetry(angularMomentum: 1, parity: .even),
  ])
  func whatCannotBeIsRefused(symmetry: SpaceSymmetry) {
    #expect(throws: FewBodyError.self) { try pair.spectrum(lowest: 1, symmetry: symmetry) }
  }

  @Test func gridsAndCoupledWavesKeepNoAngularMomentum() {
    let one = SpaceSymmetry(angularMomentum: 1)
    #expect(throws: FewBodyError.self) {
      try pair.spectrum(lowest: 1, symmetry: one, on: .finiteDifferences(points: 16))
    }
    #expect(throws: FewBodyError.self) {
      try SpacePair(charge: 1, kernel: .breit).spectrum(lowest: 1, symmetry: one)
    }
  }
}
