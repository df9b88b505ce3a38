import RealModule
import Testing

@testable import FewBody

/// The pair density and what it must give back.
@Suite struct PairDensityTests {
  static let rings = [
    (ElectronRing(radius: 1, thickness: 0.5), ElectronMethod.elements),
    (ElectronRing(radius: 1, thickness: 0.5), .determinants(waves: 20)),
    (ElectronRing(count: 3, radius: 1, thickness: 0.5), .determinants(waves: 16)),
    (
      ElectronRing(count: 3, radius: 1, thickness: 0.5, spin: ElectronSpin(twice: 3)),
      .gaps(degree: 16)
    ),
    (
      ElectronRing(count: 4, radius: 1, thickness: 0.5, spin: ElectronSpin(twice: 4)),
      .gaps(degree: 10)
    ),
    (
      ElectronRing(
        count: 3, radius: 1, thickness: 0.5, spin: ElectronSpin(twice: 3), totalMomentum: 1),
      .gaps(degree: 14)
    ),
  ]

  /// It integrates to 1, is even, and its Coulomb energy is <sum 1/r> of the state.
  @Test(arguments: 0..<6) func moments(_ i: Int) throws {
    let (ring, method) = Self.rings[i]
    let level = try ring.spectrum(lowest: 1, on: method)[0]
    let state = try #require(level.electronState)
    let density = state.pairDensity()
    let points = 4096
    var (norm, repulsion) = (0.0, 0.0)
    for j in 0..<points {
      let phi = 2 * Double.pi * (Double(j) + 0.5) / Double(points)
      let s = 2 * ring.radius.bohr * Double.sin(phi / 2)
      let g = density(phi) * 2 * .pi / Double(points)
      norm += g
      repulsion += g / (s * s + 0.25).squareRoot()
      #expect((density(phi) - density(2 * .pi - phi)).magnitude < 1e-7)
    }
    let pairs = Double(ring.count * (ring.count - 1) / 2)
    #expect((norm - 1).magnitude < 1e-6)
    #expect((pairs * repulsion - state.coulombEnergy).magnitude < 1e-6 * state.coulombEnergy)
    if ring.spin != nil { #expect(density(1e-9) < 1e-6) }
  }

  /// Virial theorem: on a ring T ~ 1/R^2 and, with a in proportion, V ~ 1/R, so -R dE/dR = 2T + V.
  @Test(arguments: [2, 3]) func virial(electrons n: Int) throws {
    func level(_ scale: Double) throws -> Level {
      try ElectronRing(
        count: n, radius: .bohr(1.2 * scale), thickness: .bohr(0.6 * scale),
        spin: ElectronSpin(twice: n)
      ).spectrum(lowest: 1)[0]
    }
    let step = 1e-4
    let slope =
      (try level(1 + step).energy.hartree - level(1 - step).energy.hartree) / (2 * step)
    let here = try level(1)
    let potential = try #require(here.electronState).coulombEnergy
    let kinetic = here.energy.hartree - potential
    #expect((slope + 2 * kinetic + potential).magnitude < 1e-7)
  }
}
