import FewBody
import Testing

/// The pair in space against Bohr's formula, and the Breit pair against a finite-element calculation
/// in numpy (elements of degree 12, M + 18 and M + 22 as the last wave; all digits agree).
@Suite struct SpacePairSpectrumTests {
  @Test(arguments: [
    (1.0, 0.5), (1, 1), (0.3, 206.7), (92, 1), (1e-6, 1e6), (1e6, 1e-6), (1e-30, 0.5),
  ])
  func fourteenLevelsOfBohr(charge: Double, mass: Double) throws {
    let spectrum = try SpacePair(charge: charge, reducedMass: mass).spectrum(lowest: 14)
    #expect(spectrum.isComplete && spectrum.count == 14)
    #expect(spectrum.threshold?.hartree == 0)
    var place = 0
    for n in 1...3 {
      let exact = -mass * charge * charge / Double(2 * n * n)
      for l in 0..<n {
        for m in -l...l {
          let level = spectrum[place]
          #expect(level.index == place)
          #expect(level.labels == ["n": .integer(n), "l": .integer(l), "m": .integer(m)])
          #expect(level.multiplicity == n * n)
          #expect(level.certainty == .rigorous)
          #expect((level.energy.hartree / exact - 1).magnitude < 1e-12)
          #expect(level.interval.contains(Energy(hartree: exact)))
          place += 1
        }
      }
    }
  }

  @Test(arguments: [1, 2, 6, 29, 31])
  func aCutShellKeepsItsMultiplicity(count: Int) throws {
    let spectrum = try SpacePair(charge: 1).spectrum(lowest: count)
    #expect(spectrum.count == count)
    for level in spectrum {
      guard case .integer(let n)? = level.labels["n"] else {
        Issue.record("no n")
        continue
      }
      #expect(level.multiplicity == n * n)
    }
  }

  /// Energies in mu Z^2, by M and parity.
  static let breit: [(magnetic: Int, parity: SpaceSymmetry.Parity, energies: [Double])] = [
    (0, .even, [-0.229148759659336, -0.063734561523072, -0.032783377316292, -0.025588495436869]),
    (0, .odd, [-0.083022158768277, -0.038386776812826, -0.022480469936712, -0.016907470788430]),
    (1, .even, [-0.030230239167775, -0.017851335435240]),
    (1, .odd, [-0.047571759717945, -0.023584428772128, -0.015474541295587]),
    (2, .even, [-0.019425933880952]),
    (2, .odd, [-0.015083168464808]),
  ]

  @Test(arguments: breit, [(1.0, 0.5), (3.7, 2)])
  func breitAgainstFiniteElements(
    sector: (magnetic: Int, parity: SpaceSymmetry.Parity, energies: [Double]),
    pair: (charge: Double, mass: Double)
  ) throws {
    let scale = pair.mass * pair.charge * pair.charge
    let system = SpacePair(charge: pair.charge, reducedMass: pair.mass, kernel: .breit)
    for magnetic in Set([sector.magnetic, -sector.magnetic]) {
      let spectrum = try system.spectrum(
        lowest: sector.energies.count,
        symmetry: SpaceSymmetry(magnetic: magnetic, parity: sector.parity))
      #expect(spectrum.isComplete && spectrum.count == sector.energies.count)
      for (level, reference) in zip(spectrum, sector.energies) {
        #expect((level.energy.hartree / scale - reference).magnitude < 2e-13)
        #expect(level.certainty == .rigorous)
        #expect(level.labels["m"] == .integer(magnetic))
        #expect(level.labels["parity"] == .word(sector.parity.rawValue))
      }
    }
  }

  @Test func breitLevelsMerge() throws {
    let spectrum = try SpacePair(charge: 1, reducedMass: 1, kernel: .breit).spectrum(lowest: 6)
    let expected = (Self.breit[0].energies + Self.breit[1].energies).sorted().prefix(6)
    #expect(spectrum.isComplete && spectrum.map(\.index) == Array(0..<6))
    for (level, reference) in zip(spectrum, expected) {
      #expect((level.energy.hartree - reference).magnitude < 2e-13)
    }
    // Between the isotropic -1/r, everywhere lower, and the angular average, a trial operator.
    #expect(spectrum[0].interval.lowerBound.hartree > -0.5)
    #expect(spectrum[0].interval.upperBound.hartree < -2.0 / 9)
  }

  /// So many levels that further waves no longer narrow the bounds; it once ran for minutes.
  @Test(.timeLimit(.minutes(1))) func manyBreitLevelsEnd() throws {
    let spectrum = try SpacePair(charge: 1, kernel: .breit)
      .spectrum(lowest: 22, symmetry: SpaceSymmetry(parity: .even))
    #expect(spectrum.isComplete && spectrum.count == 22)
    #expect(zip(spectrum, spectrum.dropFirst()).allSatisfy { $0.energy < $1.energy })
  }

  /// H. Essen (2013): E_3d = 1.350 mK/r_s^4, and the true ground state 3.1 % deeper.
  @Test(arguments: ["Au", "Cu", "Al", "Be"])
  func metals(symbol: String) throws {
    let metal = try Metal.named(symbol)
    let average = try SpacePair(metal: metal).spectrum(lowest: 1)[0].energy
    let square = metal.densityRadius * metal.densityRadius
    #expect((-average.millikelvin * square * square - 1.350).magnitude < 5e-4)
    let ground = try SpacePair(metal: metal, kernel: .breit).spectrum(lowest: 1)[0].energy
    let exact = 0.229148759659336 * 4.5
    #expect((ground.hartree / average.hartree / exact - 1).magnitude < 1e-12)
    #expect((exact - 1.031).magnitude < 5e-4)
  }

  /// V is homogeneous of degree -1: <T> = -E, <T> by the slopes of u_l and the barriers.
  @Test(arguments: SpacePair.Kernel.allCases)
  func virialTheorem(kernel: SpacePair.Kernel) throws {
    let mass = 0.7
    for level in try SpacePair(charge: 1.3, reducedMass: mass, kernel: kernel).spectrum(lowest: 5) {
      let state = try #require(level.spaceState)
      var kinetic = 0.0
      for wave in state.waves {
        let barrier = Double(wave.angularMomentum * (wave.angularMomentum + 1))
        let q = wave.quadrature()
        for i in q.points.indices {
          let ratio = q.values[i] / q.points[i]
          kinetic +=
            q.weights[i] * (q.derivatives[i] * q.derivatives[i] + barrier * ratio * ratio)
        }
      }
      #expect((kinetic / (2 * mass) / -level.energy.hartree - 1).magnitude < 1e-9)
      #expect(((state.expectation { _ in 1 } ?? 0) - 1).magnitude < 1e-11)
    }
  }
}
