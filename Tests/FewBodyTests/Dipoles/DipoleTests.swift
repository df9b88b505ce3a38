import ComplexModule
import Testing

@testable import FewBody

/// Closed forms of two dipoles and of small sets of them.
@Suite struct DipoleTests {
  /// x = w r/c, moments across and along the line, 30-digit values of the retarded tensor.
  @Test func theKernel() {
    let (across, along) = RetardedKernel.real(1)
    #expect(abs(across + 0.841_470_984_807_896_5) < 1e-15)
    #expect(abs(along - 2.763_546_581_352_072) < 4e-15)
    #expect(RetardedKernel.real(0).across == -1 && RetardedKernel.real(0).along == 2)
    #expect(abs(RetardedKernel.real(3).across + 8.343_299_996_983_165) < 1e-14)
    #expect(abs(RetardedKernel.collectiveDecay(1).across - 0.810_453) < 1e-6)
    // The series and the closed form meet.
    let (below, above) = (
      RetardedKernel.collectiveDecay(0.05.nextDown), RetardedKernel.collectiveDecay(0.05)
    )
    #expect(abs(below.across - above.across) < 1e-11 && abs(below.along - above.along) < 1e-11)
  }

  private static func pair(_ x: [Double], along: Bool = false, permanent: Double = 0)
    -> DipoleSystem
  {
    let direction = along ? SIMD3(0.0, 0, 1) : SIMD3(1.0, 0, 0)
    let r = 20.0
    return DipoleSystem(
      x.enumerated().map { i, x in
        .twoLevel(
          frequency: Energy(hartree: x / (r * Constants.fineStructure)), moment: 1,
          permanent: permanent, direction: direction, position: SIMD3(0, 0, Double(i) * r))
      })
  }

  /// The coupling depends on both frequencies: -1/2 [Re G(w1) + Re G(w2)], in units of m^2/r^3.
  @Test func couplingsOutOfResonance() {
    let cube = 8000.0
    func v(_ x: [Double]) -> Double { DipoleTests.pair(x).coupling(0, 1, 1, 0, 0, 1).real * cube }
    #expect(abs(v([1, 1]) - 0.841_470_984_807_896_5) < 1e-12)
    #expect(abs(v([1, 1.5]) - 1.124_646) < 1e-6)
    #expect(abs(v([1, 3]) - 4.592_385) < 1e-6)
    let mixed = DipoleTests.pair([1, 1], permanent: 1).coupling(0, 1, 1, 1, 1, 0).real * cube
    #expect(abs(mixed - 0.920_735) < 1e-6)
    let parallel = DipoleTests.pair([1, 1], along: true).coupling(0, 1, 1, 0, 0, 1).real * cube
    #expect(abs(parallel + 2.763_546_581_352_072) < 1e-12)
  }

  /// E = +-1/2 sqrt((w1 - w2)^2 + 4 V^2), +-1/2 sqrt((w1 + w2)^2 + 4 W^2).
  @Test func levelsOfTwo() throws {
    let system = DipoleTests.pair([1, 1.3])
    let (v, w) = (system.coupling(0, 1, 1, 0, 0, 1).real, system.coupling(0, 1, 1, 1, 0, 0).real)
    let (first, second) = (
      2 * system.dipoles[0].energies[1].hartree, 2 * system.dipoles[1].energies[1].hartree
    )
    #expect(v == w)
    let inner = ((first - second) * (first - second) + 4 * v * v).squareRoot() / 2
    let outer = ((first + second) * (first + second) + 4 * w * w).squareRoot() / 2
    let levels = try system.spectrum(lowest: 4).map(\.energy.hartree)
    for (level, exact) in zip(levels, [-outer, -inner, inner, outer]) {
      #expect(abs(level - exact) < 1e-12)
    }
  }

  /// Two spins 1/2 along z: T0 = d, T+- = -d/2, S = 0 with their multiplicities.
  @Test func twoSpins() throws {
    func spin(_ z: Double) -> Dipole {
      let i = Complex<Double>.i
      return Dipole(
        energies: [0, 0],
        moments: [
          [.zero, .one, .one, .zero], [.zero, -i, i, .zero], [.one, .zero, .zero, -.one],
        ],
        position: SIMD3(0, 0, z))
    }
    let spectrum = try DipoleSystem([spin(0), spin(2)]).spectrum(lowest: 4)
    // H = (s1 . s2 - 3 s1z s2z)/r^3 with Pauli matrices: T0 = 4/r^3, T+- = -2/r^3, S = 0.
    #expect(spectrum.map(\.multiplicity) == [2, 2, 1, 1])
    let (t, s, zero) = (
      spectrum[0].energy.hartree, spectrum[2].energy.hartree, spectrum[3].energy.hartree
    )
    #expect(abs(s) < 1e-14)
    #expect(abs(zero + 2 * t) < 1e-14)
    #expect(abs(zero - 4.0 / 8) < 1e-14)
  }

  @Test func whatCannotBe() {
    var system = DipoleTests.pair([1, 1])
    system.dipoles[1].position = system.dipoles[0].position
    #expect(throws: FewBodyError.self) { try system.spectrum(lowest: 1) }
    system = DipoleTests.pair([1, 1])
    system.dipoles[0].moments[0][1] = Complex(2)
    #expect(throws: FewBodyError.self) { try system.spectrum(lowest: 1) }
    #expect(throws: FewBodyError.self) {
      try DipoleTests.pair(Array(repeating: 1, count: 13)).hamiltonian()
    }
  }
}
