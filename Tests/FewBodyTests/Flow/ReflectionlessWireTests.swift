import RealModule
import Testing

@testable import FewBody

/// A steady current over a well that reflects nothing.
@Suite struct ReflectionlessWireTests {
  /// The wave solves -psi''/2 + U psi = (k^2/2) psi, by differences of fourth order.
  @Test func theWaveIsAnEigenstate() {
    let (k, x, h) = (1.4, 0.3, 1e-3)
    // psi = (k + i tanh x) e^{ikx}: real part.
    func real(_ x: Double) -> Double { k * .cos(k * x) - .tanh(x) * .sin(k * x) }
    let sum = -real(x - 2 * h) + 16 * real(x - h) - 30 * real(x) + 16 * real(x + h)
    let second = (sum - real(x + 2 * h)) / (12 * h * h)
    let cosh = Double.cosh(x)
    let left = -second / 2 - real(x) / (cosh * cosh)
    #expect(abs(left - k * k / 2 * real(x)) < 1e-8)
  }

  @Test(arguments: [0.2, 1.4, 7])
  func theForcesBalance(k: Double) {
    let wire = ReflectionlessWire(waveNumber: k)
    for x in [-1.3, 0, 0.3, 2.5] {
      let (acceleration, force) = wire.forces(at: x)
      #expect(abs(acceleration - force) <= 1e-12 * (1 + abs(force)))
      #expect(abs(wire.energy(at: x) - k * k / 2) <= 1e-12 * (1 + k * k))
      #expect(abs(wire.current(at: x) - k * (k * k + 1)) <= 1e-12 * (1 + k * k * k))
    }
    #expect(abs(wire.velocity(at: 0) - k - 1 / k) < 1e-14 * (k + 1 / k))
  }
}
