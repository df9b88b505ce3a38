import Testing

@testable import FewBody

/// Tables of effective parameters, and the two-electron levels that they imply.
@Suite struct HubbardHeisenbergTests {
  static func table(_ names: String, charge: Double = 1) throws -> HubbardHeisenberg {
    try HubbardHeisenberg(
      of: HydrogenicOrbital.list(names, charge: charge).map { CentralOrbital($0) })
  }

  @Test func holdsEveryPairOnce() throws {
    let table = try HubbardHeisenbergTests.table("1s,2s,2p")
    #expect(table.orbitals == ["1s", "2s", "2p-1", "2p0", "2p+1"])
    #expect(table.entries.count == 15)
    let entry = try #require(table.entries.first { $0.first == "1s" && $0.second == "2p0" })
    #expect((entry.coulomb.direct.value - 59.0 / 243).magnitude < 1e-13)
    let alpha = Constants.fineStructure
    let expected = 2 * (112.0 / 6561 - alpha * alpha * 160 / 6561)
    #expect((entry.singletTripletSplitting.value - expected).magnitude < 1e-13)
    let own = try #require(table.entries.first)
    #expect(own.isOnSite)
    #expect(own.coulomb.direct.value == own.coulomb.exchange.value)
  }

  /// The Fock matrix, whatever the other parameters: E_S - E_T = 2J^c - 2J^a.
  @Test(arguments: [("1s", "2s"), ("1s", "2p0"), ("2s", "2p+1"), ("2p-1", "2p+1")], [1, 10])
  func singletAndTriplet(names: (String, String), charge: Double) throws {
    let table = try HubbardHeisenbergTests.table("1s,2s,2p", charge: charge)
    let spins = try TwoOrbitalSpins(table, names.0, names.1, energies: [-0.7, 0.2])
    let entry = try #require(
      table.entries.first { $0.first == names.0 && $0.second == names.1 })
    let expected = entry.singletTripletSplitting.value
    #expect((try spins.splitting().hartree - expected).magnitude < 1e-13 * charge)
    let levels = try spins.levels()
    #expect(levels.map(\.spin).sorted() == [0, 0, 0, 1])
  }

  /// 1s, 2s at Z = 1: 32/729 hartree, of which the transverse Ampere interaction takes nothing.
  @Test func claimOfTheSource() throws {
    let spins = try TwoOrbitalSpins(HubbardHeisenbergTests.table("1s,2s"), "1s", "2s")
    #expect((try spins.splitting().hartree - 32.0 / 729).magnitude < 1e-14)
  }

  /// The six states by occupation numbers and by spin: the same levels, and no element between S = 0 and S = 1.
  @Test func spinIsConserved() throws {
    let spins = try TwoOrbitalSpins(
      energies: [-0.3, 0.1], onSite: [0.9, 0.5], direct: 0.4, exchange: 0.07, pairHopping: 0.05)
    let matrix = spins.matrix()
    let adapted = OccupationStates.adapted(matrix)
    for i in 0..<6 {
      for j in 0..<6 {
        #expect(matrix[i][j] == matrix[j][i])
        if (i < 3) != (j < 3) { #expect(adapted[i][j].magnitude < 1e-16) }
        if i >= 3, j >= 3 { #expect((adapted[i][j] - (i == j ? 0.13 : 0)).magnitude < 1e-15) }
      }
    }
    // Pairs hop between the doubly occupied singlets.
    #expect((adapted[0][1] - 0.05).magnitude < 1e-16)
    #expect((adapted[2][2] - (-0.2 + 0.4 + 0.07)).magnitude < 1e-15)
  }

  /// J n_up n_down = J (n^2/4 - S_z^2) on one orbital with n = 2 is J, and it is U already: Eq. (43)'s + J_l (S^z)^2 would be 0.
  @Test func onSiteTermIsCountedOnce() throws {
    let spins = try TwoOrbitalSpins(onSite: [0.9, 0.5], direct: 0.4, exchange: 0.07)
    let pairs = try spins.levels().filter { $0.singleOccupancy < 0.5 }.map(\.energy.hartree)
    #expect(pairs.map { ($0 * 1e12).rounded() / 1e12 } == [0.5, 0.9])
  }

  @Test func refusals() throws {
    let table = try HubbardHeisenbergTests.table("1s,2s")
    #expect(throws: FewBodyError.self) { try TwoOrbitalSpins(table, "1s", "3s") }
    #expect(throws: FewBodyError.self) { try TwoOrbitalSpins(table, "1s", "1s") }
    #expect(throws: FewBodyError.self) { try HubbardHeisenberg(of: [CentralOrbital]()) }
    #expect(throws: FewBodyError.self) {
      try TwoOrbitalSpins(onSite: [.nan, 1], direct: 0, exchange: 0)
    }
  }
}
