import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Moments of the library's own states: rings, particles on lines, pairs and helices.
@Suite struct LibraryStatesTests {
  private static let ring = Ring(radius: 1.7, mass: 1.3, flux: 0.2)
    .adding(cosine: 1, amplitude: 0.1).adding(cosine: 2, amplitude: 0.05)

  /// <n|m_z|n> = alpha I pi R^2 with the level's current, found by Hellmann and Feynman's theorem.
  @Test func theRingsCurrentIsItsMagneticMoment() throws {
    let electron = try CurveElectron(Self.ring, states: 6)
    let levels = try Self.ring.spectrum(lowest: 6).levels
    for (n, level) in levels.enumerated() {
      let moments = try #require(electron.moments(from: n, to: n))
      let area = Double.pi * 1.7 * 1.7
      let exact = Constants.fineStructure * (try #require(level.current)) * area
      #expect(abs(moments.magnetic[2].real - exact) < 1e-14)
      #expect(moments.magnetic[0].length + moments.magnetic[1].length < 1e-15)
    }
  }

  /// The f-sum of every lower state in a potential and a flux, and continuity: I0 = -i w mu.
  @Test func theRingsSumRule() throws {
    let electron = try CurveElectron(Self.ring, states: 40)
    for state in 0..<3 {
      var sum = [Double](repeating: 0, count: 9)
      for to in electron.energies.indices {
        let moments = try #require(electron.moments(from: state, to: to))
        let w = moments.energy.hartree
        for i in 0..<3 {
          let difference = moments.current.uniform[i] - Complex(0, -w) * moments.electric[i]
          #expect(difference.length < 1e-11)
        }
        for entry in 0..<9 {
          let product = moments.electric[entry / 3] * moments.electric[entry % 3].conjugate
          sum[entry] += 2 * 1.3 * w * product.real
        }
      }
      for (a, b) in zip(sum, electron.tangentTensor(of: state)) { #expect(abs(a - b) < 1e-10) }
    }
  }

  @Test func ringsThatDoNotClose() {
    for boundary in [RingBoundary.spinor] {
      let ring = Ring(radius: 1, flux: 0.1, boundary: boundary)
      #expect(throws: FewBodyError.self) { try CurveElectron(ring, states: 4) }
    }
    let spin = Ring(radius: 1, flux: 0.1, rashba: 0.5)
    #expect(throws: FewBodyError.self) { try CurveElectron(spin, states: 4) }
  }

  /// Between hard walls: spectral elements of the library, continuity alone, against sines with their slopes.
  @Test func aLineTwoWays() throws {
    let spectrum = try LineParticle(mass: 1, between: -1.5...1.5) { _ in 0 }.spectrum(lowest: 5)
    let own = try LineCharges(spectrum)
    let exact = try CurveElectron.line(length: .bohr(3), states: 5)
    for n in 1..<5 {
      let a = try #require(own.moments(from: 0, to: n))
      let b = try #require(exact.moments(from: 0, to: n))
      // Signs of states are free: compare squares, and the series up to one common sign.
      let sign =
        (a.current.uniform[2] - b.current.uniform[2]).length < 1e-8
          && (a.current.linear[8] - b.current.linear[8]).length < 1e-8 ? 1.0 : -1.0
      for (x, y) in [
        (a.electric, b.electric), (a.quadrupole, b.quadrupole),
        (a.current.uniform, b.current.uniform), (a.current.linear, b.current.linear),
        (a.current.quadratic, b.current.quadratic),
      ] {
        for (p, q) in zip(x, y) { #expect((p - q.multiplied(by: sign)).length < 1e-9) }
      }
    }
  }

  /// x_01^2 = 1/2w of an oscillator, all of its sum rule; like charges of one mass have no dipole, but a quadrupole.
  @Test func aPairsMoments() throws {
    let w = 0.4
    let spectrum = try LineParticle(mass: 0.5) { 0.5 * 0.5 * w * w * $0 * $0 }.spectrum(lowest: 4)
    let like = try LineCharges(pair: spectrum, charges: (-1, -1))
    let unlike = try LineCharges(pair: spectrum, charges: (-1, 1), direction: SIMD3(3, 0, 4))
    let one = try #require(unlike.moments(from: 0, to: 1))
    let square = one.electric.reduce(0) { $0 + $1.lengthSquared }
    // (1/2 m w), m = 1/2: of charges -1 at x/2 and +1 at -x/2 the dipole is -x.
    #expect(abs(square - 1 / (2 * 0.5 * w)) < 1e-9)
    #expect(abs(one.electric[0].real / one.electric[2].real - 0.75) < 1e-13)
    let still = try #require(like.moments(from: 0, to: 1))
    #expect(still.electric.allSatisfy { $0.length < 1e-14 })
    // <0|x^2|2> = sqrt(2)/(2 m w), times -1/2.
    let two = try #require(like.moments(from: 0, to: 2))
    #expect(abs(two.quadrupole[8].length - 2.0.squareRoot() / (4 * 0.5 * w)) < 1e-9)
    #expect(throws: FewBodyError.self) { try LineCharges(spectrum, direction: .zero) }
    #expect(throws: FewBodyError.self) {
      try LineCharges(pair: spectrum, charges: (-1, 1), masses: (0, 1))
    }
  }

  /// Two rings with persistent currents: m^2/r^3 side by side, m = I pi R^2, through the whole Hamiltonian's element.
  @Test func ringsAsMagneticDipoles() throws {
    let electron = try CurveElectron(Self.ring, states: 3)
    let r = 30.0
    let rings = try [0.0, r].map { x in
      try electron.dipole(states: 3, kind: .magnetic, position: SIMD3(x, 0, 0))
    }
    let system = DipoleSystem(rings, kind: .magnetic)
    try system.validate()
    let current = try #require(try Self.ring.spectrum(lowest: 1)[0].current)
    let moment = Constants.fineStructure * current * .pi * 1.7 * 1.7
    let exact = moment * moment / (r * r * r)
    #expect(abs(system.coupling(0, 1, 0, 0, 0, 0).real / exact - 1) < 1e-10)
    #expect(try system.spectrum(lowest: 9).count == 9)
  }

  /// A pair of helices: levels of the six-by-six problem, dense and matrix-free, and a mirror image alike.
  @Test func helicesAsDipoles() throws {
    var lowest: [Double] = []
    for pitch in [0.5, -0.5] {
      let electron = try CurveElectron.helix(
        Helix(radius: 2, pitch: .bohr(pitch), turns: 1), states: 4)
      let system = DipoleSystem(
        try [0.0, 25, 50].map { try electron.dipole(states: 4, position: SIMD3(0, 0, $0)) })
      let dense = try system.spectrum(lowest: 5, on: .dense)
      let free = try system.spectrum(lowest: 5, on: .matrixFree)
      for (a, b) in zip(dense, free) {
        #expect(abs(a.energy.hartree - b.energy.hartree) < 1e-10)
      }
      lowest.append(dense[0].energy.hartree)
    }
    // Reflection at the plane that contains the line of dipoles leaves all levels.
    #expect(abs(lowest[0] - lowest[1]) < 1e-12)
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 4)
    #expect(throws: FewBodyError.self) { try electron.dipole(states: 5, position: .zero) }
  }

  /// Cho, Eqs 38, 39 and 52: i k.P = -rho, and -i w P + i c k x M is the current, at long waves and at short ones.
  @Test(arguments: [0.01, 0.4, 3])
  func polarisationAndMagnetisation(size: Double) throws {
    let k = SIMD3(0.5, -1, 0.8) * size
    let c = 1 / Constants.fineStructure
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 5)
    for to in 1..<5 {
      let moments = try #require(electron.moments(from: 0, to: to))
      let p = electron.polarisation(from: 0, to: to, wave: k)
      let m = electron.magnetisation(from: 0, to: to, wave: k)
      let current = electron.current(from: 0, to: to, wave: k)
      let rho = electron.chargeDensity(from: 0, to: to, wave: k)
      var divergence = rho
      for i in 0..<3 {
        let (a, b) = ((i + 1) % 3, (i + 2) % 3)
        divergence += Complex(0, k[i]) * p[i]
        let curl = m[b].multiplied(by: k[a]) - m[a].multiplied(by: k[b])
        let sum = Complex(0, -moments.energy.hartree) * p[i] + Complex(0, c) * curl
        #expect((sum - current[i]).length < 1e-11)
      }
      #expect(divergence.length < 1e-12)
      let total = electron.magnetisation(from: 0, to: to, wave: .zero)
      for i in 0..<3 { #expect((total[i] - moments.magnetic[i]).length < 1e-15) }
    }
  }
}
