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

  /// -e^(-r)/r at mu = 5: five levels, from a Lagrange-mesh calculation.
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

  /// r^2/2 + 0.15 r^2 cos^2 theta is separable: 2k + |M| + 1 across the axis, sqrt(1.3) (n + 1/2)
  /// along it.
  @Test(arguments: [0, 1, -2])
  func cigarInPartialWaves(magnetic: Int) throws {
    let spectrum = try SpaceParticle(mass: 1, axial: { r, c in r * r * (0.5 + 0.15 * c * c) })
      .spectrum(lowest: 4, symmetry: SpaceSymmetry(magnetic: magnetic))
    let along = 1.3.squareRoot()
    var sums: [(energy: Double, isEven: Bool)] = []
    for k in 0..<4 {
      for n in 0..<6 {
        sums.append(
          (
            Double(2 * k) + Double(magnetic.magnitude) + 1 + along * (Double(n) + 0.5),
            (n + magnetic).isMultiple(of: 2)
          ))
      }
    }
    sums.sort { $0.energy < $1.energy }
    #expect(spectrum.isComplete && spectrum.count == 4)
    for (level, exact) in zip(spectrum, sums) {
      #expect((level.energy.hartree - exact.energy).magnitude < 1e-10)
      #expect(level.labels["parity"] == .word(exact.isEven ? "even" : "odd"))
      #expect(level.certainty != .rigorous)
    }
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
