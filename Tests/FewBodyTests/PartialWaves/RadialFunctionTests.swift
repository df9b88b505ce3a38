import RealModule
import Testing

@testable import FewBody

/// Hydrogen's radial functions: every expectation value against its closed form (H. A. Bethe and E. E.
/// Salpeter, *Quantum Mechanics of One- and Two-Electron Atoms*, sec. 3).
@Suite("Radial functions")
struct RadialFunctionTests {
  private struct Moments {
    var norm = 0.0
    var (r, first, second, third) = (0.0, 0.0, 0.0, 0.0)
    var slope = 0.0

    init(_ wave: RadialFunction) {
      let q = wave.quadrature()
      for i in q.points.indices {
        let density = q.weights[i] * q.values[i] * q.values[i]
        let x = q.points[i]
        norm += density
        r += density * x
        first += density / x
        second += density / (x * x)
        third += density / (x * x * x)
        slope += q.weights[i] * q.derivatives[i] * q.derivatives[i]
      }
    }
  }

  private func waves(_ l: Int) throws -> [RadialFunction] {
    try ChannelSolver(ChannelProblem(mass: 1, angularMomentum: l, charge: 1)).lowest(3)
      .levels.map { $0.waves[0] }
  }

  @Test("norm, <r>, <1/r>, <1/r^2>, <1/r^3> and the kinetic energy", arguments: [0, 1, 2, 5])
  func moments(l: Int) throws {
    let a = Double(l)
    for (k, wave) in try waves(l).enumerated() {
      let n = Double(k + l + 1)
      let m = Moments(wave)
      let cube = n * n * n
      #expect((m.norm - 1).magnitude < 1e-13)
      #expect((m.r / (0.5 * (3 * n * n - a * (a + 1))) - 1).magnitude < 1e-10)
      #expect((m.first * n * n - 1).magnitude < 1e-10)
      #expect((m.second * cube * (a + 0.5) - 1).magnitude < 1e-10)
      if l > 0 {
        #expect((m.third * cube * a * (a + 0.5) * (a + 1) - 1).magnitude < 2e-10)
      }
      let kinetic = 0.5 * (m.slope + a * (a + 1) * m.second)
      #expect((kinetic * 2 * n * n - 1).magnitude < 1e-10)
    }
  }

  @Test("u/r^(l+1) at the origin", arguments: [0, 1, 2, 5])
  func origin(l: Int) throws {
    for (k, wave) in try waves(l).enumerated() {
      let n = Double(k + l + 1)
      // (2/n)^l (2/n^2) sqrt((n+l)!/(n-l-1)!)/(2l+1)!
      var product = 1.0
      for i in (k + 1)...(k + 2 * l + 1) { product *= Double(i) }
      var exact = 2 / (n * n) * product.squareRoot()
      for i in 1...(2 * l + 1) { exact /= Double(i) }
      for _ in 0..<l { exact *= 2 / n }
      #expect((wave.originCoefficient.magnitude / exact - 1).magnitude < 1e-10)
    }
  }

  @Test("values and derivatives agree with the quadrature, and vanish outside")
  func values() throws {
    let wave = try waves(1)[1]
    let q = wave.quadrature()
    for i in stride(from: 0, to: q.points.count, by: 7) {
      #expect((wave.value(at: q.points[i]) - q.values[i]).magnitude < 1e-13)
      #expect((wave.derivative(at: q.points[i]) - q.derivatives[i]).magnitude < 1e-11)
    }
    #expect(wave.value(at: wave.support.upperBound * 1.01) == 0 && wave.value(at: -1) == 0)
    #expect(wave.value(at: 0) == 0 && wave.angularMomentum == 1)
  }

  @Test("Kato's cusp: R'(0) = -Z R(0)")
  func cusp() throws {
    let wave = try waves(0)[0]
    // u = r R: u = A (r - r^2 + ...).
    let r = 1e-4
    let ratio = wave.value(at: r) / (wave.originCoefficient * r)
    #expect((ratio - (1 - r + r * r / 2)).magnitude < 1e-11)
  }
}
