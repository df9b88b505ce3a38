import RealModule
import Testing

@testable import FewBody

/// The wavefunctions: normalisation, parity, nodes, virial theorem and matrix elements.
@Suite struct StateTests {
  /// <p^2>/2 mu from the state's own values: the integral of psi'^2/2 mu by central differences of
  /// order 8 at the quadrature's points.
  private func kinetic(_ state: LineState, mass: Double, step: (Double) -> Double) -> Double {
    let weights = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280]
    let samples = state.quadrature()
    var sum = 0.0
    for (x, w) in zip(samples.points, samples.weights) {
      let h = step(x)
      var slope = 0.0
      for (k, c) in weights.enumerated() {
        let d = Double(k + 1) * h
        slope += c * (state.value(at: x + d) - state.value(at: x - d))
      }
      sum += w * (slope / h) * (slope / h)
    }
    return sum / (2 * mass)
  }

  @Test("virial theorem of the oscillator and of the soft pair: 2<T> = <x V'>")
  func virial() throws {
    let oscillator = try LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 6)
    for level in oscillator {
      let force = try #require(level.expectation { $0 * $0 })
      #expect((force - level.energy.hartree).magnitude < 1e-9)
      let state = try #require(level.state)
      #expect((2 * kinetic(state, mass: 1) { _ in 0.01 } - force).magnitude < 1e-6)
    }
    let (charge, a) = (1.0, 0.5)
    let pair = LinePair(coupling: charge, thickness: .bohr(a), kernel: .soft)
    for level in try pair.spectrum(lowest: 5) {
      let force = try #require(
        level.expectation { x in
          let s = (x * x + a * a).squareRoot()
          return charge * x * x / (s * s * s)
        })
      let potential = try #require(
        level.expectation { x in -charge / (x * x + a * a).squareRoot() })
      // <T> = E - <V>.
      let size = level.energy.hartree.magnitude
      #expect((2 * (level.energy.hartree - potential) - force).magnitude < 1e-8 * size)
    }
  }

  @Test("virial theorem of the shifted pair", arguments: [1e-8, 1e-2, 1, 50])
  func virialShifted(thickness: Double) throws {
    for level in try LinePair(coupling: 1, thickness: .bohr(thickness)).spectrum(lowest: 6) {
      let force = try #require(
        level.expectation { x in
          let s = x.magnitude + thickness
          return x.magnitude / (s * s)
        })
      let potential = try #require(level.expectation { -1 / ($0.magnitude + thickness) })
      let size = max(level.energy.hartree.magnitude, potential.magnitude)
      #expect((2 * (level.energy.hartree - potential) - force).magnitude < 1e-8 * size)
    }
  }

  @Test("states are orthonormal to 1e-10")
  func orthonormal() throws {
    let spectra = try [
      LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 6),
      // Not mirrored, and every odd state has a zero at a node of the mesh.
      LineParticle(mass: 1, in: DisplacedParabola(center: 0)).spectrum(lowest: 8),
      LineParticle(mass: 1, in: MorseWell(depth: 12.5)).spectrum(lowest: 4),
      LineParticle(mass: 1, in: Ramp(slope: 10), between: 0...5).spectrum(lowest: 6),
      LinePair(coupling: 1, thickness: .bohr(0.1)).spectrum(lowest: 6),
      LinePair(coupling: 1, thickness: .bohr(1), kernel: .soft).spectrum(lowest: 6),
    ]
    for spectrum in spectra {
      for i in spectrum.indices {
        for j in spectrum.indices {
          let product = try #require(spectrum.matrixElement(i, j) { _ in 1 })
          #expect((product - (i == j ? 1 : 0)).magnitude < 1e-10, "\(spectrum.system) \(i) \(j)")
        }
      }
    }
  }

  @Test("x and x^2 between oscillator states")
  func matrixElements() throws {
    let spectrum = try LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 6)
    for i in 0..<6 {
      let square = try #require(spectrum.matrixElement(i, i) { $0 * $0 })
      #expect((square - (Double(i) + 0.5)).magnitude < 1e-9)
      for j in 0..<6 {
        let position = try #require(spectrum.matrixElement(i, j) { $0 })
        let expected = (i - j).magnitude == 1 ? (Double(max(i, j)) / 2).squareRoot() : 0
        #expect((position.magnitude - expected).magnitude < 1e-9)
      }
      if i + 2 < 6 {
        let jump = try #require(spectrum.matrixElement(i, i + 2) { $0 * $0 })
        let expected = (Double((i + 1) * (i + 2))).squareRoot() / 2
        #expect((jump.magnitude - expected).magnitude < 1e-9)
      }
    }
  }

  @Test("level k has k nodes, and its parity")
  func nodes() throws {
    let spectra = try [
      LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 8),
      LineParticle(mass: 1, in: MorseWell(depth: 12.5)).spectrum(lowest: 4),
      LineParticle(mass: 1, in: Ramp(slope: 10), between: 0...5).spectrum(lowest: 8),
      LinePair(coupling: 1, thickness: .bohr(0.01)).spectrum(lowest: 8),
    ]
    for spectrum in spectra {
      for (k, level) in spectrum.enumerated() {
        let state = try #require(level.state)
        let values = state.quadrature().values
        let peak = values.map(\.magnitude).max() ?? 0
        let visible = values.filter { $0.magnitude > 1e-7 * peak }
        let changes = zip(visible, visible.dropFirst()).filter { ($0 < 0) != ($1 < 0) }.count
        #expect(changes == k, "\(spectrum.system)")
        guard let parity = level.labels["parity"] else { continue }
        let sign = parity == "even" ? 1.0 : -1.0
        for x in [0.013, 0.4, 1.7] { #expect(state.value(at: -x) == sign * state.value(at: x)) }
      }
    }
  }

  @Test("the oscillator's ground state is a Gaussian, and zero far out")
  func gaussian() throws {
    let level = try LineParticle(mass: 1, in: Parabola()).spectrum(lowest: 1)[0]
    for x in [-2.0, -0.3, 0, 0.9, 2.5] {
      let exact = Double.exp(-x * x / 2) / Double.pi.squareRoot().squareRoot()
      let value = try #require(level.wavefunction(at: x))
      #expect((value - exact).magnitude < 1e-9)
    }
    #expect(level.wavefunction(at: 1e6) == 0)
  }
}
