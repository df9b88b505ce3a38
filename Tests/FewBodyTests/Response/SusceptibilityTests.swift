import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// The moments of electrons on curves, and the one susceptibility made of them.
@Suite struct SusceptibilityTests {
  private static let helix = Helix(radius: 2, pitch: 0.5, turns: 1)

  private static func largest(_ a: [Complex<Double>], _ b: [Complex<Double>]) -> Double {
    zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).length) }
  }

  /// Oscillator and rotational strengths of a second method: closed forms.
  @Test func theHelixInClosedForm() throws {
    let electron = try CurveElectron.helix(Self.helix, states: 8)
    for line in try Self.helix.transitions(states: 8) {
      let moments = try #require(electron.moments(from: line.from - 1, to: line.to - 1))
      let square = moments.electric.reduce(0) { $0 + $1.lengthSquared }
      #expect(abs(2 * moments.energy.hartree * square - line.oscillatorStrength) < 1e-10)
      var product = Complex<Double>.zero
      for i in 0..<3 { product += moments.electric[i] * moments.magnetic[i].conjugate }
      #expect(
        abs(product.imaginary - line.rotationalStrength) < 1e-10 * Constants.fineStructure)
    }
  }

  /// I0 + k I1 from the current equals -i w [mu - (i/2) k.Q] + i c k x m: continuity, pair by pair.
  @Test func currentsAreMoments() throws {
    for electron in [
      try CurveElectron.helix(Self.helix, states: 6, center: SIMD3(0.3, -0.7, 1.1)),
      try .ring(radius: 1.5, states: 6), try .line(length: 3, states: 6),
    ] {
      for moments in electron.transitions(from: 0) {
        let other = CurrentMoments(
          energy: moments.energy, electric: moments.electric, magnetic: moments.magnetic,
          quadrupole: moments.quadrupole)
        #expect(Self.largest(moments.current.uniform, other.uniform) < 1e-11)
        #expect(Self.largest(moments.current.linear, other.linear) < 1e-10)
      }
    }
  }

  /// J(k) in full against its series: the rest is of third order.
  @Test func theSeriesOfTheCurrent() throws {
    let electron = try CurveElectron.helix(Self.helix, states: 4)
    let current = try #require(electron.moments(from: 0, to: 2)).current
    var errors: [Double] = []
    for size in [0.02, 0.01] {
      let k = SIMD3(0.5, -1, 0.8) * size
      let exact = electron.current(from: 0, to: 2, wave: k)
      var series = current.uniform
      for i in 0..<3 {
        for a in 0..<3 {
          series[i] += current.linear[3 * a + i].multiplied(by: k[a])
          for b in 0..<3 {
            series[i] += current.quadratic[9 * a + 3 * b + i].multiplied(by: k[a] * k[b])
          }
        }
      }
      errors.append(Self.largest(exact, series))
    }
    #expect(errors[1] > 0 && abs(errors[0] / errors[1] - 8) < 0.5)
  }

  private static func medium(
    center: SIMD3<Double> = .zero, states: Int = 12, damping: Double = 0
  ) throws -> Susceptibility {
    let electron = try CurveElectron.helix(helix, states: states, center: center)
    return Susceptibility(
      transitions: electron.transitions(from: 0).map(\.current), density: 1e-3, damping: damping)
  }

  /// Another origin changes the moments, and not one part of chi.
  @Test func theOriginDoesNotMatter() throws {
    let here = try Self.medium().parts(at: 0.05)
    let there = try Self.medium(center: SIMD3(3, -5, 2)).parts(at: 0.05)
    for (a, b) in [
      (here.constant, there.constant), (here.linear, there.linear),
    ] {
      #expect(Self.largest(a, b) < 1e-12 * (a.map(\.length).max() ?? 0))
    }
    // I0 I2 and I1 I1 are some hundred times what is left of them; k_a k_b is symmetric in a and b.
    let k = SIMD3(0.4, 0.7, -0.2)
    let size = here.quadratic.map(\.length).max() ?? 0
    let (first, second) = (here.tensor(at: k), there.tensor(at: k))
    #expect(Self.largest(first, second) < 1e-11 * size)
  }

  /// sum 2 E Re(r_a r_b) = <u_a u_b>, with the remainder falling like a power; on the ring, from a state in rest, exactly.
  @Test func theOscillatorSumIsATensor() throws {
    var errors: [Double] = []
    for states in [30, 120] {
      let electron = try CurveElectron.helix(Self.helix, states: states)
      var sum = [Double](repeating: 0, count: 9)
      for moments in electron.transitions(from: 0) {
        for entry in 0..<9 {
          let (a, b) = (moments.electric[entry / 3], moments.electric[entry % 3])
          sum[entry] += 2 * moments.energy.hartree * (a * b.conjugate).real
        }
      }
      errors.append(
        zip(sum, electron.tangentTensor(of: 0)).reduce(0) { max($0, abs($1.0 - $1.1)) })
    }
    #expect(errors[1] < 1e-5 && errors[1] < errors[0] / 16)
    let ring = try CurveElectron.ring(radius: 1.5, states: 5)
    let total = ring.transitions(from: 0).reduce(0.0) { sum, moments in
      sum + 2 * moments.energy.hartree * moments.electric.reduce(0) { $0 + $1.lengthSquared }
    }
    #expect(abs(total - 1) < 1e-12)
  }

  /// chi(w) - chi(infinity) = (1/i pi) int_0^infinity [chi(w + t) - chi(w - t)]/t dt, with t = e^s; the nearest pole,
  /// 0.01 beside the real axis at t < 1, leaves exp(-2 pi 0.01/step) = 1e-11 of the trapezoidal rule.
  @Test func kramersAndKronig() throws {
    let medium = try Self.medium(states: 6, damping: 0.01)
    func values(_ w: Double) -> [Complex<Double>] {
      let parts = medium.parts(real: w)
      return parts.constant + parts.linear + parts.quadratic
    }
    let w = 0.12
    let step = 0.0025
    var sum = [Complex<Double>](repeating: .zero, count: 117)
    for i in -12000...12000 {
      let t = Double.exp(step * Double(i))
      let (above, below) = (values(w + t), values(w - t))
      for k in sum.indices { sum[k] += above[k] - below[k] }
    }
    let (here, far) = (values(w), values(1e12))
    for part in [0..<9, 9..<36, 36..<117] {
      let size = part.reduce(0.0) { max($0, (here[$1] - far[$1]).length) }
      #expect(size > 0)
      for k in part {
        let integral = sum[k] * Complex(0, -step / .pi)
        #expect((integral - (here[k] - far[k])).length < 1e-8 * size)
      }
    }
  }

  @Test func whatCannotBe() throws {
    let medium = try Self.medium(states: 3)
    let pole = medium.transitions[0].energy
    #expect(throws: FewBodyError.self) { try medium.parts(at: pole) }
    #expect(throws: FewBodyError.self) { try medium.parts(at: -1) }
    #expect(throws: FewBodyError.self) { try IsotropicWave(medium, at: 0) }
    var damped = medium
    damped.damping = 1e-3
    #expect(try damped.parts(at: pole).constant.allSatisfy(\.isFinite))
    #expect(throws: FewBodyError.self) { try CurveElectron.ring(radius: 0, states: 4) }
    #expect(throws: FewBodyError.self) { try CurveElectron.line(length: 1, states: 1) }
  }
}
