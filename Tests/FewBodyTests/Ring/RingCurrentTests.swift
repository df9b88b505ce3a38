import RealModule
import Testing

@testable import FewBody

/// Two formulas for the current, and the derivative of the energy itself.
@Suite struct RingCurrentTests {
  private static let rings = [
    Ring(radius: 1, flux: 0.21).adding(cosine: 1, amplitude: 0.8).adding(
      cosine: 3, amplitude: 0.3, phase: 1),
    Ring(radius: 2, mass: 0.3, flux: -0.4, boundary: .spinor).adding(
      disorder: 0.5, harmonics: 8, seed: 3),
    Ring(radius: 0.7, flux: 0.11, boundary: .twist(2), rashba: 1.3, zeeman: 0.2).adding(
      cosine: 2, amplitude: 1.1),
  ]

  @Test("Hellmann and Feynman, the current density and the slope of E agree", arguments: 0..<3)
  func currents(index: Int) throws {
    let ring = Self.rings[index]
    let spectrum = try ring.spectrum(lowest: 6)
    let step = 3e-4
    func energies(_ shift: Double) throws -> [Double] {
      var moved = ring
      moved.flux += shift * step
      return try moved.spectrum(lowest: 6).map(\.energy.hartree)
    }
    let (a, b, c, d) = (
      try energies(-2), try energies(-1), try energies(1), try energies(2)
    )
    for (k, level) in spectrum.enumerated() {
      let current = try #require(level.current)
      let density = try #require(level.currentFromDensity)
      #expect((current - density).magnitude < 1e-10 * ring.rotation.hartree)
      // Five points, order h^4.
      let slope = (a[k] - 8 * b[k] + 8 * c[k] - d[k]) / (12 * step)
      #expect((current + slope / (2 * .pi)).magnitude < 1e-8, "level \(k)")
    }
  }

  @Test("the current density is the same everywhere in a stationary state")
  func continuity() throws {
    let ring = Ring(radius: 1, flux: 0.21).adding(cosine: 1, amplitude: 0.8)
    let level = try ring.spectrum(lowest: 3)[2]
    let state = try #require(level.ringState)
    let current = try #require(level.current)
    let h = 1e-4
    for angle in [0.3, 1.7, 4.4] {
      // j = 2B (Im psi* psi' + f |psi|^2).
      let slope = (state.value(at: angle + h) - state.value(at: angle - h)) / .init(2 * h)
      let psi = state.value(at: angle)
      let flow = (psi.conjugate * slope).imaginary + 0.21 * psi.lengthSquared
      #expect((-2 * ring.rotation.hartree * flow - current).magnitude < 1e-7)
    }
  }

  /// I = -e^2 B/4 pi m for the field B of flux pi R^2 B: -2.24245 nA/T for every radius.
  @Test("Larmor", arguments: [1.0, 30, 6000])
  func larmor(radius: Double) throws {
    let ring = Ring(radius: .bohr(radius), flux: 1e-3)
    let current = try #require(try ring.spectrum(lowest: 1)[0].current)
    let area = Double.pi * radius * radius
    // Phi0 = 2 pi in atomic units; e E_h/hbar = 6.623618237e-3 A, hbar/e a0^2 = 2.350517571e5 T.
    let field = 1e-3 * 2 * .pi / area * 2.350_517_571e5
    let nanoamperes = current * 6.623_618_237e-3 * 1e9
    #expect((nanoamperes / field + 2.24245).magnitude < 1e-5)
  }
}
