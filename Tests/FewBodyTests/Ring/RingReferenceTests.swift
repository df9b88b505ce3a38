import RealModule
import Testing

@testable import FewBody

/// Closed forms and 30-digit values, in units of B: R = 1/sqrt 2 makes B = 1.
@Suite struct RingReferenceTests {
  static let radius = Length(bohr: 0.5.squareRoot())

  private func check(
    _ spectrum: Spectrum, _ exact: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(spectrum.isComplete && spectrum.count == exact.count, sourceLocation: sourceLocation)
    for (level, energy) in zip(spectrum, exact) {
      let size = max(1, energy.magnitude)
      #expect(
        (level.energy.hartree - energy).magnitude < 1e-12 * size, "\(level.energy) for \(energy)",
        sourceLocation: sourceLocation)
      #expect(
        level.interval.lowerBound.hartree <= energy + 2 * energy.ulp
          && energy - 2 * energy.ulp <= level.interval.upperBound.hartree,
        "\(level.interval) for \(energy)", sourceLocation: sourceLocation)
      #expect(level.certainty == .rigorous, sourceLocation: sourceLocation)
    }
  }

  struct Mathieu: Sendable {
    let flux, amplitude, harmonic: Double
    let levels: [Double]
  }

  /// Fourier tridiagonal matrices, 45 digits.
  static let mathieu = [
    Mathieu(
      flux: 0, amplitude: 2, harmonic: 1,
      levels: [
        -1.07012970457563071, 0.686720256798164520, 1.70726870864159738, 4.11300882253220328,
      ]),
    Mathieu(
      flux: 0.25, amplitude: 2, harmonic: 1,
      levels: [
        -1.06747744383166796, 0.628488824932243728, 1.92360722737005775, 3.25458380469005559,
      ]),
    Mathieu(
      flux: 0.5, amplitude: 10, harmonic: 1,
      levels: [
        -7.82834654172823171, -3.62282535629370464, 0.290176419791306855, 3.84895272820128845,
      ]),
    Mathieu(
      flux: 0.3, amplitude: 5, harmonic: 2,
      levels: [
        -2.13784241906936731, -2.09275795433016783, 2.64443482854542487, 3.19720552088657248,
      ]),
  ]

  @Test("Mathieu's equation", arguments: mathieu)
  func mathieuLevels(reference: Mathieu) throws {
    let ring = Ring(radius: Self.radius, flux: reference.flux)
      .adding(cosine: reference.harmonic, amplitude: Energy(hartree: reference.amplitude))
    check(try ring.spectrum(lowest: 4), reference.levels)
  }

  /// (n + 1/2 + f +- sqrt(1 + Q^2)/2)^2 - Q^2/4.
  @Test(
    "the Rashba ring",
    arguments: [(0.0, 1.0), (0.3, 2.0), (0.25, 1.5), (-0.4, 0.0), (0.1, 7.5)])
  func rashba(flux: Double, strength: Double) throws {
    let ring = Ring(radius: Self.radius, flux: flux, rashba: strength)
    var levels: [Double] = []
    for n in -20...20 {
      for sign in [-1.0, 1.0] {
        let x = Double(n) + 0.5 + flux + sign * 0.5 * (1 + strength * strength).squareRoot()
        levels.append(x * x - 0.25 * strength * strength)
      }
    }
    let spectrum = try ring.spectrum(lowest: 9)
    check(spectrum, Array(levels.sorted().prefix(9)))
  }

  /// The Rashba ring is exactly Phi0/2-periodic only where sqrt(1 + Q^2) = k + 1/2.
  @Test("Q = sqrt 5/2 has period Phi0/2, Q = 1 has not")
  func halfPeriod() throws {
    func levels(_ flux: Double, _ strength: Double) throws -> [Double] {
      try Ring(radius: Self.radius, flux: flux, rashba: strength).spectrum(lowest: 6)
        .map(\.energy.hartree)
    }
    let special = 5.0.squareRoot() / 2
    for (a, b) in zip(try levels(0.13, special), try levels(0.63, special)) {
      #expect((a - b).magnitude < 1e-12)
    }
    #expect((try levels(0.13, 1)[0] - levels(0.63, 1)[0]).magnitude > 0.01)
  }

  /// Without V a Zeeman term splits every level by E_Z, whatever the boundary.
  @Test("Zeeman")
  func zeeman() throws {
    let spectrum = try Ring(radius: Self.radius, flux: 0.1, zeeman: 0.3).spectrum(lowest: 4)
    check(spectrum, [0.01 - 0.15, 0.01 + 0.15, 0.81 - 0.15, 0.81 + 0.15])
  }

  /// Spin up at n and spin down at n + 1 are a pair: with k = n + 1/2 + f and z = E_Z/2B, k^2 + 1/4 +-
  /// sqrt((k - z)^2 + Q^2 k^2).
  @Test("Rashba and Zeeman together", arguments: [(1.0, 0.4), (0.5, -1.3), (3.0, 2.0)])
  func rashbaZeeman(strength: Double, splitting: Double) throws {
    let flux = 0.15
    let ring = Ring(
      radius: Self.radius, flux: flux, rashba: strength, zeeman: .hartree(splitting))
    let exact = (-20...20).flatMap { n in
      let k = Double(n) + 0.5 + flux
      let z = 0.5 * splitting
      let root = ((k - z) * (k - z) + strength * strength * k * k).squareRoot()
      return [k * k + 0.25 - root, k * k + 0.25 + root]
    }.sorted()
    check(try ring.spectrum(lowest: 8), Array(exact.prefix(8)))
  }

  /// Exactly so many levels come as were asked for, and a cluster that is cut keeps its multiplicity.
  @Test(
    "a cut through a pair leaves its multiplicity whole",
    arguments: [
      (RingBoundary.singleValued, 0.0), (.singleValued, 0.5), (.antiperiodic, 0), (.spinor, 0),
      (.spinor, 0.25), (.spinor, 0.5), (.twist(.pi), 0),
    ])
  func cuts(boundary: RingBoundary, flux: Double) throws {
    let ring = Ring(radius: Self.radius, flux: flux, boundary: boundary)
    let whole = try ring.spectrum(lowest: 9).map(\.multiplicity)
    #expect(whole.contains(2))
    let fluxes = (-4...4).map { flux + 0.125 * Double($0) }
    for count in 1...6 {
      let cut = try ring.spectrum(lowest: count)
      #expect(cut.map(\.multiplicity) == Array(whole.prefix(count)), "\(count) levels")
      let sweep = try ring.sweep(fluxes: fluxes, lowest: count)
      #expect(
        sweep.points[4].levels.map(\.multiplicity) == Array(whole.prefix(count)), "\(count) swept")
    }
  }

  @Test(
    "free levels (n + f)^2 under every boundary, whole at every crossing",
    arguments: [RingBoundary.singleValued, .antiperiodic, .spinor, .twist(1), .twist(.pi)],
    [0.0, 0.25, 0.5, 0.1, -0.75])
  func free(boundary: RingBoundary, flux: Double) throws {
    let spectrum = try Ring(radius: Self.radius, flux: flux, boundary: boundary).spectrum(lowest: 7)
    var numbers: [Double] = []
    for offset in boundary.offsets {
      for n in -30...30 { numbers.append(Double(n) + offset.value + flux) }
    }
    let exact = numbers.map { $0 * $0 }.sorted()
    check(spectrum, Array(exact.prefix(7)))
    for (k, level) in spectrum.enumerated() {
      let same = exact.count { ($0 - exact[k]).magnitude < 1e-9 }
      #expect(level.multiplicity == same, "level \(k)")
      // A cluster's states carry the currents of n and of -n, not of a mixture.
      let speed = 2 * exact[k].squareRoot()
      let current = try #require(level.current)
      #expect(((current * 2 * .pi).magnitude - speed).magnitude < 1e-7)
    }
  }

  /// Two spins on a free ring: plane waves are exact eigenvectors, so that equal levels have no width at all.
  @Test(arguments: [1, 2, 3, 6, 11]) func exactClustersAreCounted(levels: Int) throws {
    for boundary in [RingBoundary.singleValued, .antiperiodic, .spinor] {
      let spectrum = try Ring(radius: 1, boundary: boundary, rashba: 0).spectrum(lowest: levels)
      #expect(spectrum.isComplete && spectrum.count == levels)
      #expect(spectrum.levels.allSatisfy { $0.certainty == .rigorous })
    }
  }
}
