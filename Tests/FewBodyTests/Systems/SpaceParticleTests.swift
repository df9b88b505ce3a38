import FewBody
import RealModule
import Testing

/// One particle in a potential of the user's own, in space.
@Suite struct SpaceParticleTests {
  @Test func oscillatorShells() throws {
    let spectrum = try SpaceParticle(mass: 1, radial: { $0 * $0 / 2 }).spectrum(lowest: 20)
    #expect(spectrum.isComplete && spectrum.threshold == nil)
    let shells = [1, 3, 6, 10].enumerated().flatMap { n, size in
      [(Double, Int)](repeating: (Double(n) + 1.5, size), count: size)
    }
    for (level, (energy, size)) in zip(spectrum, shells) {
      #expect((level.energy.hartree - energy).magnitude < 1e-12)
      #expect(level.interval.contains(Energy(hartree: energy)))
      #expect(level.multiplicity == size)
    }
  }

  /// -e^(-r)/r at mu = 5: five levels, from a finite-element calculation.
  @Test func yukawaBindsFive() throws {
    let spectrum = try SpaceParticle(mass: 5, radial: { -Double.exp(-$0) / $0 })
      .spectrum(lowest: 9)
    #expect(spectrum.isComplete && spectrum.threshold?.hartree == 0)
    #expect(spectrum.map(\.multiplicity) == [1, 1, 3, 3, 3])
    let mesh = try RadialMesh()
    let yukawa = { (r: Double) in -Double.exp(-r) / r }
    for (level, l, k) in [(0, 0, 0), (1, 0, 1), (2, 1, 0)] {
      let reference = try mesh.levels(2, l: l, mass: 5, scale: 0.12, potential: yukawa)[k]
      #expect((spectrum[level].energy.hartree - reference).magnitude < 1e-9)
    }
  }

  /// A round well of depth 5 and radius 2 at mu = 1/2: k cot 2k = -kappa for l = 0.
  @Test func roundWell() throws {
    let spectrum = try SpaceParticle(mass: 0.5, radial: { $0 < 2 ? -5 : 0 }).spectrum(lowest: 20)
    #expect(spectrum.isComplete && spectrum.count == 4)
    #expect(spectrum.map(\.multiplicity) == [1, 3, 3, 3])
    let k = (spectrum[0].energy.hartree + 5).squareRoot()
    let decay = (-spectrum[0].energy.hartree).squareRoot()
    #expect((k * .cos(2 * k) + decay * .sin(2 * k)).magnitude < 1e-9)
  }

  /// The Breit kernel twice: its own engine in a trap, and its angular part as a closure.
  @Test func breitAsAClosure() throws {
    let trap = SpaceParticle(mass: 1, radial: { 0.05 * $0 * $0 })
    let closure = SpaceParticle(
      mass: 1, axial: { r, c in 0.05 * r * r + 0.5 * (1 - c * c) / r.squareRoot() })
    let radial = try SpacePair(charge: 1, reducedMass: 1).adding(closure).spectrum(lowest: 3)
    let lower = try SpacePair(charge: 1, reducedMass: 1).adding(trap).spectrum(
      lowest: 1)
    // A positive term raises the ground level, and by no more than its expectation value there.
    let state = try #require(lower[0].spaceState)
    let raise = try #require(state.expectation { 0.5 * 2 / 3 / $0.squareRoot() })
    #expect(radial[0].energy > lower[0].energy)
    #expect(radial[0].energy.hartree < lower[0].energy.hartree + raise)
  }

  @Test(arguments: [SpaceMethod.finiteDifferences(points: 32), .fourier(points: 32)])
  func anisotropicOscillator(method: SpaceMethod) throws {
    let (a, b, c) = (1.0, 1.3, 1.7)
    let particle = SpaceParticle(
      mass: 1, cartesian: { 0.5 * (a * a * $0 * $0 + b * b * $1 * $1 + c * c * $2 * $2) })
    let spectrum = try particle.spectrum(lowest: 6, on: method)
    var sums: [Double] = []
    for i in 0..<4 {
      for j in 0..<4 {
        for k in 0..<4 {
          sums.append((Double(i) + 0.5) * a + (Double(j) + 0.5) * b + (Double(k) + 0.5) * c)
        }
      }
    }
    #expect(spectrum.isComplete)
    for (level, exact) in zip(spectrum, sums.sorted()) {
      #expect(level.interval.contains(Energy(hartree: exact)))
      #expect((level.energy.hartree - exact).magnitude < 1e-3)
      #expect(level.certainty != .rigorous)
    }
  }

  @Test func noSymmetryAtAllBothMethodsOverlap() throws {
    let particle = SpaceParticle(
      mass: 1, cartesian: { x, y, z in x * x + 0.7 * y * y + 0.6 * z * z + 0.3 * x * y + 0.2 * z })
    let pair = SpacePair(charge: 1, reducedMass: 1).adding(particle)
    let differences = try pair.spectrum(lowest: 3, on: .finiteDifferences(points: 32))
    let fourier = try pair.spectrum(lowest: 3, on: .fourier(points: 32))
    #expect(differences.isComplete && fourier.isComplete)
    for (a, b) in zip(differences, fourier) { #expect(a.interval.overlaps(b.interval)) }
  }

  @Test func unevenLimitsAreRefused() throws {
    #expect(throws: FewBodyError.self) {
      try SpaceParticle(mass: 1, axial: { _, c in c }).spectrum(lowest: 2)
    }
  }
}
